"""Who handed over whom or what, to whom, against what."""

from dateline.extract.exchanges.stage import Exchanges

__all__ = ["Exchanges"]
