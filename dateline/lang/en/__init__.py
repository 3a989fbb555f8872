"""English words, all of them TOML: no code here."""
