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
