"""Phase one over many reports: in this process, or in several."""
