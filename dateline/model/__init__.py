"""The nouns of Dateline: what a reading and a record are made of.

Standard library only, so that every other part may import it and nothing here can fail to load.
Each layer of a reading is named by a constant of `dateline.model.layers` and holds annotations
whose `value` is one frozen dataclass of this package.
"""
