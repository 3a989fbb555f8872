"""The record: its tables, opening, writing, keeping. Alone knows DuckDB and DuckLake."""
