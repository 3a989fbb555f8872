"""Who did what to whom, with which status and on whose word: claims in PLOVER's terms."""

from dateline.extract.claims.stage import Claims

__all__ = ["Claims"]
