import string
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import MAKER, made_reading, made_readings

from dateline.ingest.assemble import assemble
from dateline.model import layers
from dateline.model.actor import Actor, Mention
from dateline.model.annotation import Annotation, Namer
from dateline.model.claim import Claim
from dateline.model.diplomacy import Agreement, Comparison, Contact, Exchange, Position
from dateline.model.place import Place
from dateline.model.quote import Quote
from dateline.model.reading import Reading
from dateline.model.region import Region
from dateline.model.span import Span
from dateline.model.time import EventDate, TimeExpression
from dateline.store.rebuild import readings
from dateline.store.record import Record
from dateline.store.writer import write

VALUES = {
    layers.REGION: Region,
    layers.ACTOR: Actor,
    layers.MENTION: Mention,
    layers.TIME: TimeExpression,
    layers.PLACE: Place,
    layers.QUOTE: Quote,
    layers.CLAIM: Claim,
    layers.CONTACT: Contact,
    layers.AGREEMENT: Agreement,
    layers.POSITION: Position,
    layers.EXCHANGE: Exchange,
    layers.COMPARISON: Comparison,
}
SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda pair: Span(*sorted(pair)))
WORDS = st.text(string.ascii_letters + "é🐟'\"\\\n\x00 ", max_size=8)
st.register_type_strategy(Span, SPANS)
st.register_type_strategy(str, WORDS)
st.register_type_strategy(float, st.floats(0, 1e9, allow_nan=False).map(lambda x: round(x, 3)))
st.register_type_strategy(int, st.integers(-(2**31), 2**31 - 1))


def test_a_reading_comes_back_as_it_went_in(place):
    made = made_reading(7)
    with Record.open(place) as record:
        assert list(readings(record, [made.document.id])) == [made]


def test_readings_come_back_in_the_order_asked_and_unknown_ids_are_left_out(place):
    first, second = (made_reading(number).document.id for number in (3, 1))
    with Record.open(place) as record:
        found = [reading.document.id for reading in readings(record, [first, "d-none", second, first])]
    assert found == [first, second]


def test_the_layers_that_a_record_keeps_are_all_rebuilt():
    assert set(VALUES) == set(layers.KEPT)


def _plain(value):
    """A value without what belongs to working layers, which no record keeps."""
    if isinstance(value, Claim | Contact):
        where = value.place and replace(value.place, predicate=None)
        value = replace(value, place=where)
    if isinstance(value, Agreement):
        value = replace(value, acts=tuple(replace(act, date=_dated(act.date)) for act in value.acts))
    if (
        isinstance(value, Claim)
        and value.attributed_to
        and not any((value.attributed_to.actor, value.attributed_to.name, value.attributed_to.quote))
    ):
        value = replace(value, attributed_to=None)
    return replace(value, date=_dated(value.date)) if hasattr(value, "date") else value


def _dated(date: EventDate | None) -> EventDate | None:
    return date and replace(date, predicate=None)


@pytest.mark.slow
def test_any_value_of_any_layer_survives_the_record(tmp_path):
    reading = Reading(assemble("Some words."))

    @settings(max_examples=1, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def plant(data):
        for layer, kind in VALUES.items():
            namer = Namer(reading.document.id, layer)
            values = data.draw(st.lists(st.from_type(kind).map(_plain), min_size=25, max_size=25))
            reading.add(Annotation(namer(Span(0, 4)), layer, Span(0, 4), "made", value) for value in values)

    plant()
    with Record.open(tmp_path / "any.record", mode="create") as record:
        write(record, [reading], maker=MAKER)
        again = next(readings(record, [reading.document.id]))
    for layer in VALUES:
        assert len(again.layer(layer)) == 25
        assert again.layer(layer) == reading.layer(layer)


def test_a_record_holds_the_words_of_a_report_once(place):
    texts = {reading.document.text for reading in made_readings(10)}
    with Record.open(place) as record:
        assert set(record.query("SELECT text FROM documents")["text"].to_pylist()) == texts
