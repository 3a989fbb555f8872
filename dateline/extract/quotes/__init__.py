"""Who said what: direct, indirect and mixed quotes with speaker, hearer and nesting."""

from dateline.extract.quotes.stage import Quotes

__all__ = ["Quotes"]
