"""Formats, one file each, named here as strings.

A format of answers is a function `write(answer, out)`, one of readings a function `write(readings, out)`; `out` takes
bytes.
"""

ANSWERS: dict[str, str] = {
    "json": "dateline.export.table_json:write",
    "jsonl": "dateline.export.table_jsonl:write",
    "csv": "dateline.export.table_csv:write",
    "parquet": "dateline.export.table_parquet:write",
}

READINGS: dict[str, str] = {
    "jsonl": "dateline.export.reading_format:write",
    "html": "dateline.export.reading_html:write",
}
