"""The names of the layers of a reading."""

REGION = "region"
SENTENCE = "sentence"
SYNTAX = "syntax"
MENTION = "mention"
ACTOR = "actor"
TIME = "time"
PLACE = "place"
QUOTE = "quote"
PREDICATE = "predicate"
EVENT_DATE = "event-date"
EVENT_PLACE = "event-place"
CLAIM = "claim"
CONTACT = "contact"
AGREEMENT = "agreement"
POSITION = "position"
EXCHANGE = "exchange"
COMPARISON = "comparison"

# The layers that a reading keeps, in the order in which its format prints them. Predicates, event dates and event
# places are working layers: what they say is part of the claims made from them.
KEPT = (REGION, ACTOR, MENTION, TIME, PLACE, QUOTE, CLAIM, CONTACT, AGREEMENT, POSITION, EXCHANGE, COMPARISON)
