"""Politics inside one report, one question a file. The files meet in the reading, never by import."""
