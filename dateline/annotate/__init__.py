"""Language only: which language, which sentences, what depends on what. Would work on sports pages."""
