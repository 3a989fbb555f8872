"""The words of a language as data, and what reads them. A second language is a second folder."""
