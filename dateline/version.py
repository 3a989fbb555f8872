"""The version of Dateline, by Semantic Versioning."""

__version__ = "0.1.0"
