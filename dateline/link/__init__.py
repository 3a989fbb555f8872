"""Phase two: what holds across reports. Linkers are pure functions of rows; `pipeline.link` hands these over."""
