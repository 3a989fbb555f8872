"""Actors that last: one person, state, body or group through the names that reports give it."""

from dateline.link.actors.linker import Actors

__all__ = ["Actors"]
