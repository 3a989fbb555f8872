"""Who is there: every phrase that names or describes somebody, with country, sectors and office."""

from dateline.extract.mentions.stage import Mentions

__all__ = ["Mentions"]
