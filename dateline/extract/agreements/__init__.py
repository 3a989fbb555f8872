"""Treaties, ceasefires, deals and plans, and what was done about them."""

from dateline.extract.agreements.stage import Agreements

__all__ = ["Agreements"]
