"""The outside world to Documents: files, folders, globs and standard input, in several formats."""

from dateline.ingest.sources import documents
from dateline.ingest.unread import Unread

__all__ = ["Unread", "documents"]
