"""Who is who: the mentions of a report gathered into actors."""

from dateline.extract.coreference.stage import Coreference

__all__ = ["Coreference"]
