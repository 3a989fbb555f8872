"""The ways in and out for people and programs: the command line and what it shows. No SQL and no politics here."""
