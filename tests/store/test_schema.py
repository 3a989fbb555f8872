import dataclasses

import pyarrow as pa
import pytest
from made import made_reading

from dateline.model import actor, claim, diplomacy, document, place, quote, reading, region, time
from dateline.store.arrow import to_batch
from dateline.store.rows import rows_of
from dateline.store.schema import TABLES, describe, layer_tables

ROWS = rows_of(made_reading(1), read_with="x", ontology="o1")


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_column_names_are_unique_and_every_column_has_a_meaning(table):
    assert len(set(table.names)) == len(table.columns)
    assert all(column.meaning.endswith((".", "…")) for column in table.columns)
    assert set(table.key) <= set(table.names)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_reference_names_a_table_with_ids(table):
    assert all("id" in TABLES[column.refers].names for column in table.columns if column.refers)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_start_has_its_end(table):
    assert {end for _, end in table.spans} <= set(table.names)


def test_the_made_reading_has_a_row_in_every_table_of_layers():
    assert {table.name for table in layer_tables() if not table.linked} <= ROWS.keys()


@pytest.mark.parametrize("name", ROWS)
def test_rows_are_as_wide_as_their_table(name):
    batch = to_batch(TABLES[name], ROWS[name])
    assert batch.schema == TABLES[name].arrow
    assert batch.num_rows == len(ROWS[name])


def test_a_row_of_the_wrong_length_is_refused():
    with pytest.raises(ValueError, match="zip"):
        to_batch(TABLES["regions"], [("r1", "d1", 0)])


def test_the_description_names_every_table_and_column():
    text = describe()
    assert all(f"### {table.name}\n" in text for table in TABLES.values())
    assert all(f"| `{column.name}` |" in text for table in TABLES.values() for column in table.columns)


# Fields of the model that stand in the tables under the names on the right, or in tables of their own.
ELSEWHERE = {
    "links": "links",
    "office": "office_title",
    "head": "head_start",
    "value": "value",
    "start": "date_start",
    "end": "date_end",
    "cue": "cue_start",
    "speaker": "speaker_start",
    "addressee": "addressee_start",
    "trigger": "trigger_start",
    "evidence": "evidence_start",
    "date": "date_start",
    "place": "place_name",
    "attributed_to": "attributed_actor",
    "on": "on_start",
    "what": "what_start",
    "since": "since_start",
    "subject": "subject_start",
}
PARTS = {"actors", "recipients", "numbers", "participants", "parties", "acts", "limits"}
LAYERS = {
    "regions": region.Region,
    "actors": actor.Actor,
    "mentions": actor.Mention,
    "times": time.TimeExpression,
    "places": place.Place,
    "quotes": quote.Quote,
    "claims": claim.Claim,
    "contacts": diplomacy.Contact,
    "agreements": diplomacy.Agreement,
    "positions": diplomacy.Position,
    "exchanges": diplomacy.Exchange,
    "comparisons": diplomacy.Comparison,
    "failures": reading.Failure,
}


@pytest.mark.parametrize("name", LAYERS)
def test_a_new_field_of_the_model_must_get_a_column(name):
    fields = {field.name for field in dataclasses.fields(LAYERS[name])} - PARTS
    columns = set(TABLES[name].names)
    assert not {f for f in fields if f not in columns and ELSEWHERE.get(f) not in columns}


def test_a_new_field_of_an_origin_must_get_a_column():
    fields = {field.name for field in dataclasses.fields(document.Origin)} - {"dateline"}
    assert fields <= set(TABLES["documents"].names)


def test_lists_and_structs_keep_their_types_in_arrow():
    schema = TABLES["quotes"].arrow
    assert schema.field("content").type == pa.list_(pa.struct({"start": pa.int32(), "end": pa.int32()}))
