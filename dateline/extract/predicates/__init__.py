"""What is done, by whom and to whom, in the grammar's terms: verbs and event nouns with their arguments."""

from dateline.extract.predicates.stage import Predicates

__all__ = ["Predicates"]
