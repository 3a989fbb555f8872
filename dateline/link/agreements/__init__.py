"""Agreements that last: one treaty, ceasefire or plan through the names that reports give it."""

from dateline.link.agreements.linker import Agreements

__all__ = ["Agreements"]
