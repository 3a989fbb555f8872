from collections.abc import Callable

from dateline.model.reading import Reading

Read = Callable[..., Reading]


def handovers(reading: Reading) -> set[tuple[str | None, str | None, str]]:
    """Giver's country, receiver's country and the last word of what was given."""

    def country(actor_id: str | None) -> str | None:
        actor = reading.find(actor_id) if actor_id else None
        return actor.value.country if actor else None

    return {
        (country(e.value.giver), country(e.value.receiver), e.value.what.of(reading.text).split()[-1])
        for e in reading.exchanges
    }


def test_each_side_gives_what_the_other_receives(read: Read) -> None:
    reading = read("Iran released two French tourists in exchange for an Iranian diplomat whom France had jailed.")
    found = handovers(reading)
    assert ("IRN", "FRA", "tourists") in found
    assert len(found) == 2


def test_the_two_handovers_are_counterparts_of_each_other(read: Read) -> None:
    reading = read(
        "In exchange for the release of pilot Ana Ruiz, Spain delivered Moroccan smuggler Omar Alami to Morocco."
    )
    first, second = reading.exchanges
    assert (first.value.counterpart, second.value.counterpart) == (second.id, first.id)
    assert handovers(reading) == {("ESP", "MAR", "Alami"), ("MAR", "ESP", "Ruiz")}


def test_a_refused_exchange_is_none(read: Read) -> None:
    assert not read("Israel did not release any prisoners in exchange for the soldier.").exchanges


def test_an_exchange_of_goods_between_firms_is_none(read: Read) -> None:
    assert not read("The bank exchanged dollars for euros at a loss on Monday.").exchanges


def occasions(reading: Reading) -> set[tuple[str | None, str | None]]:
    """The agreement and the contact of each hand-over, by name and by words."""

    def told(annotation_id: str | None) -> str | None:
        found = reading.find(annotation_id) if annotation_id else None
        return found.span.of(reading.text) if found else None

    return {(told(e.value.agreement), told(e.value.contact)) for e in reading.exchanges}


def test_the_agreement_that_the_words_point_back_to_brought_it(read: Read) -> None:
    reading = read(
        "Peru and Chile signed a prisoner exchange agreement in Lima on Monday. Under the agreement, Peru released "
        "pilot Ana Ruiz in exchange for smuggler Omar Soto."
    )
    assert occasions(reading) == {("prisoner exchange agreement", None)}
    assert ("CHL", "PER", "Soto") in handovers(reading)  # the other party to the agreement


def test_a_swap_agreed_just_before_brought_it_and_the_meeting_at_which_it_was_agreed(read: Read) -> None:
    reading = read(
        "The swap of two sailors for a Kenyan agent was agreed when the foreign ministers of Uganda and Kenya met in "
        "Nairobi in January. Uganda freed the agent in exchange for the sailors."
    )
    assert occasions(reading) == {("swap", "the foreign ministers of Uganda and Kenya met")}


def test_the_meeting_after_which_it_took_place_brought_it(read: Read) -> None:
    reading = read(
        "Greek Foreign Minister Eleni Pappa met Turkish Foreign Minister Can Demir in Athens on Monday. After the "
        "meeting, Turkey freed two Greek sailors in exchange for smuggler Omar Alami."
    )
    ((agreement, contact),) = occasions(reading)
    assert agreement is None
    assert contact is not None
    assert "met" in contact


def test_a_treaty_of_others_brought_nothing(read: Read) -> None:
    reading = read(
        "Norway signed a trade treaty with Ghana on Monday. In another case, Iran released two French tourists in "
        "exchange for an Iranian diplomat."
    )
    assert occasions(reading) == {(None, None)}


def test_an_exchange_that_lies_ahead_is_planned(read: Read) -> None:
    reading = read(
        "Iran will release two French tourists in exchange for an Iranian diplomat, officials said on Monday."
    )
    assert [e.value.status for e in reading.exchanges] == ["planned", "planned"]
