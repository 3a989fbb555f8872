"""The date of each event: its own words, its clause, the narrative, the dateline, and the publication last."""

from dateline.extract.event_dates.stage import EventDates

__all__ = ["EventDates"]
