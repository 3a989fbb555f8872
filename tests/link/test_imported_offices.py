"""Terms of office from CSV and from results of the Wikidata query service."""

import json
from pathlib import Path

from dateline.ingest.offices import BadRow, offices


def test_a_csv_of_the_query_service_keeps_dates_and_names_bad_rows(tmp_path: Path) -> None:
    file = tmp_path / "posts.csv"
    file.write_text(
        "person,personLabel,positionLabel,countryLabel,start,startPrecision\n"
        "http://www.wikidata.org/entity/Q5,Kari Moen,Minister of Foreign Affairs,Norway,2020-01-01T00:00:00Z,9\n"
        "http://www.wikidata.org/entity/Q6,Q6,king,Norway,,\n",
        "utf-8",
    )
    good, bad = offices(file)
    assert not isinstance(good, BadRow)
    assert (good.person, good.person_id, good.title, good.country) == ("Kari Moen", "Q5", "foreign minister", "NOR")
    assert (good.since, good.since_precision, good.rank) == ("2020", "year", "foreign-minister")
    assert bad == BadRow(2, "the person Q6 has no label; ask for its label in the query")


def test_sparql_json_is_read_and_the_title_names_the_country(tmp_path: Path) -> None:
    file = tmp_path / "posts.json"
    row = {"personLabel": {"value": "Juma Otieno"}, "positionLabel": {"value": "Prime Minister of Kenya"}}
    file.write_text(
        json.dumps({"results": {"bindings": [row | {"start": {"value": "2021-03-04T00:00:00Z"}}]}}), "utf-8"
    )
    (term,) = offices(file)
    assert not isinstance(term, BadRow)
    assert (term.title, term.country, term.since) == ("prime minister", "KEN", "2021-03-04")
