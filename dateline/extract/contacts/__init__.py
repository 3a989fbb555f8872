"""Meetings, calls and letters between officials."""

from dateline.extract.contacts.stage import Contacts

__all__ = ["Contacts"]
