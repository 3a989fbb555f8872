"""Politics as data (TOML, CSV) and what reads it: event types, countries, bodies, offices, agreements, places."""
