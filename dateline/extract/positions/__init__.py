"""Who is for, against, abstains or stays away: "18 of the 20 nations agreed on a statement"."""

from dateline.extract.positions.stage import Positions

__all__ = ["Positions"]
