"""Readings against gold: by hand on a gold of our own, and number by number beside the reference scorer."""

import importlib.util
import json
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.evaluate.readings import load_gold, score
from dateline.export.reading_format import from_json, to_line
from dateline.model.reading import Reading

CASE = Path(__file__).parents[1] / "cases" / "readings" / "accord.json"
SHARED = Path(__file__).parents[2] / ".." / "shared" / "acceptance"
NORWAY, KENYA = {"country": "NOR"}, {"country": "KEN"}


def event(kind: str, evidence: str, actors: list[Any], recipients: list[Any], **more: Any) -> dict[str, Any]:
    facts = {"mode": None, "status": "happened", "date": "2024-06-03", "place": None}
    return {"type": kind, "evidence": evidence, "actors": actors, "recipients": recipients, **facts, **more}


@pytest.fixture
def accord() -> Reading:
    return from_json(json.loads(CASE.read_text("utf-8")))


@pytest.fixture
def gold(tmp_path: Path, accord: Reading) -> dict[str, Any]:
    """Gold for the accord that our reading meets in all but what the tests change."""
    gold = {
        "published": "2024-06-03",
        "events": [
            event("CONSULT", "Ingrid Solheim met Kenyan President", [NORWAY, KENYA], [], place="Nairobi", central=True),
            event("SUPPORT", "Norway and Kenya sign", [NORWAY], [KENYA]),
            event("RETREAT", "Kenya handed over two seized trawlers", [KENYA], [NORWAY], mode="return", date=None),
            event("ACCUSE", "Solheim accused Tanzania", [NORWAY], [{"country": "TZA"}], mode="disapprove"),
        ],
        "quotes": [{"kind": "direct", "content": "We will honour the accord,", "speaker": "Ingrid Solheim"}],
        "contacts": [
            {
                "countries": ["NOR", "KEN"],
                "date": "2024-06-03",
                "evidence": "met",
                "level": "foreign-minister",
                "form": "in-person",
                "setting": "bilateral",
            }
        ],
        "agreements": [{"act": "signed", "evidence": "sign fisheries accord"}],
        "positions": [{"side": "for", "count": 12, "of": 15, "evidence": "Twelve of the 15 members"}],
        "exchanges": [{"giver": "Kenya", "receiver": "Norway", "what": "two seized trawlers"}],
    }
    return {**gold, "name": "00", "path": tmp_path / "00.txt", "text": accord.text}


def values(gold: dict[str, Any], *readings: Reading) -> dict[str, float | None]:
    return {row.name: row.value for row in score([gold], readings).rows}


def test_a_reading_that_says_what_the_gold_says_is_right_throughout(gold: dict[str, Any], accord: Reading) -> None:
    found = values(gold, accord)
    for name in ("event", "event_who", "contact", "agreement", "position"):
        assert (found[f"{name}.precision"], found[f"{name}.recall"]) == (1.0, 1.0), name
    for name in ("central_event", "date", "status", "mode", "place", "speaker", "contact_level", "contact_setting"):
        assert found[name] == 1.0, name


def test_the_second_half_of_a_quote_costs_precision_only(gold: dict[str, Any], accord: Reading) -> None:
    found = values(gold, accord)
    assert (found["quote.recall"], found["quote.precision"]) == (1.0, 0.5)
    assert (found["exchange.recall"], found["exchange.precision"]) == (1.0, 0.5)


@pytest.mark.parametrize(
    ("change", "figure", "value"),
    [
        ({"type": "AID"}, "event.recall", 0.75),
        ({"actors": [{"country": "SWE"}]}, "event_who.recall", 0.75),
        ({"date": "2024-06-02"}, "date", 0.75),
        ({"date": "2024-06-02", "date_accept": ["2024-06-03"]}, "date", 1.0),
        ({"status": "planned"}, "status", 0.75),
        ({"place": "Mombasa"}, "place", 0.75),
        ({"type": "AID", "alternatives": [{"type": "CONSULT"}]}, "event.recall", 1.0),
        ({"type": "AID", "optional": True}, "event.recall", 1.0),
    ],
)
def test_each_mistake_costs_its_own_figure(
    gold: dict[str, Any], accord: Reading, change: dict[str, Any], figure: str, value: float
) -> None:
    gold["events"][0] |= change
    assert values(gold, accord)[figure] == value


def test_one_member_of_a_group_is_enough(gold: dict[str, Any], accord: Reading) -> None:
    gold["events"][0]["group"] = "g"
    gold["events"].append(event("CONSULT", "the talks", [NORWAY], [], group="g"))
    assert values(gold, accord)["event.recall"] == 1.0


def test_gold_without_its_reading_is_wanted_and_named(gold: dict[str, Any]) -> None:
    report = score([gold], [])
    assert report.figure("event.recall").value == 0.0
    assert report.notes == ("not read: 00",)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold in"):
        load_gold(tmp_path)


# ---- beside the reference


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    path = SHARED / "score_readings.py"
    if not path.exists():
        pytest.skip("the reference scorer is not here")
    spec = importlib.util.spec_from_file_location("score_readings", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def same(report: Any, reference: dict[str, Any]) -> None:
    figures = {row.name: row for row in report.rows}
    unread = reference.pop("not_read")
    assert [note.removeprefix("not read: ") for note in report.notes] == ([", ".join(unread)] if unread else [])
    for name, row in reference.items():
        if f"{name}.recall" not in figures:
            assert (figures[name].hits, figures[name].total) == (row["found"], row["wanted"]), name
            continue
        recall, precision = figures[f"{name}.recall"], figures[f"{name}.precision"]
        assert (recall.hits, recall.total) == (row["found"], row["wanted"]), name
        assert (precision.hits, precision.total) == (row["right"], row["given"]), name
        assert figures[f"{name}.f1"].value in (None, pytest.approx(row["f1"]))


# The reference leaves its file to be closed by chance.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", range(12))
def test_the_figures_are_those_of_the_reference(reference: ModuleType, tmp_path: Path, seed: int) -> None:
    golds = load_gold(SHARED)
    readings = [from_json(made_from(gold, Random(seed))) for gold in golds]
    lines = tmp_path / "readings.jsonl"
    lines.write_bytes(b"".join(to_line(reading) for reading in readings))
    same(score(golds, readings), reference.score(SHARED, lines))


def made_from(gold: dict[str, Any], random: Random) -> dict[str, Any]:
    """A reading made from the gold, with things left out, doubled and changed by chance."""
    text = gold["text"]
    maker = _Maker(text, random)
    claims = [maker.claim(e) for e in gold["events"] for _ in range(random.choice([0, 1, 1, 1, 2]))]
    contacts = [maker.contact(c) for c in gold["contacts"] if random.random() < 0.8]
    quotes = [maker.quote(q) for q in gold["quotes"] if q["content"] in text and random.random() < 0.8]
    acts = [maker.act(a) for a in gold["agreements"] if random.random() < 0.8]
    positions = [maker.position(p) for p in gold["positions"] if random.random() < 0.8]
    exchanges = [maker.exchange(e) for e in gold["exchanges"] if random.random() < 0.8]
    agreements = [{"id": "g1", "span": [0, 1], "name": "deal", "parties": [], "acts": acts}]
    return {
        "schema": 1,
        "document": {"id": "d", "sha256": "", "text": text, "title": text.split("\n", 1)[0]},
        "actors": maker.actors,
        "claims": claims,
        "contacts": contacts,
        "quotes": quotes,
        "agreements": agreements,
        "positions": positions,
        "exchanges": exchanges,
    }


class _Maker:
    def __init__(self, text: str, random: Random) -> None:
        self.text, self.random = text, random
        self.actors: list[dict[str, Any]] = []
        self.count = 0

    def base(self, span: list[int]) -> dict[str, Any]:
        self.count += 1
        return {"id": f"x{self.count}", "span": span, "producer": "chance"}

    def near(self, words: str | None, length: int) -> list[int]:
        """A stretch of about so many letters inside some words, mostly."""
        at = self.text.find(words) if words else -1
        if at < 0 or self.random.random() < 0.15:
            at, words = self.random.randrange(len(self.text) - length), None
        elif words:
            at += self.random.randrange(max(1, len(words) - length))
        return [at, min(at + length, len(self.text))]

    def actor(self, name: str | None, country: str | None = None) -> str:
        item = self.base([0, 1]) | {"name": name or "?", "kind": "person", "country": country, "links": []}
        self.actors.append(item)
        return str(item["id"])

    def side(self, person: dict[str, Any]) -> dict[str, Any]:
        country = person.get("country") if self.random.random() < 0.85 else self.random.choice(["USA", "IND", None])
        inside = self.random.random() < 0.5
        actor = self.actor(person.get("text"), None if inside else country)
        return {"mention": [0, 1], "actor": actor, "country": country if inside else None}

    def date(self, value: str | None) -> dict[str, Any] | None:
        value = value if self.random.random() < 0.8 else self.random.choice([None, "2023", "2023-03-01"])
        return {"start": value, "end": value, "precision": "day", "method": "adjunct"} if value else None

    def claim(self, e: dict[str, Any]) -> dict[str, Any]:
        span = self.near(e["evidence"], self.random.choice([4, 12, 30, 80]))
        status = e["status"] if self.random.random() < 0.8 else "planned"
        mode = e["mode"] if self.random.random() < 0.8 else "visit"
        kind = e["type"] if self.random.random() < 0.9 else "AID"
        place = {"name": e["place"], "span": [0, 1], "method": "adjunct"} if e["place"] else None
        sides = {k: [self.side(p) for p in e[k]] for k in ("actors", "recipients")}
        facts = {"type": kind, "mode": mode, "status": status, "trigger": span, "evidence": span, "place": place}
        return self.base(span) | facts | sides | {"date": self.date(e["date"])}

    def contact(self, c: dict[str, Any]) -> dict[str, Any]:
        people = [{"actor": self.actor("?", country)} for country in c["countries"]]
        facts = {k: c[k] if self.random.random() < 0.7 else "unknown" for k in ("level", "form", "setting")}
        span = self.near(c["evidence"], 6)
        told = {"claims": [], "status": "happened", "participants": people, "date": self.date(c["date"])}
        return self.base(span) | facts | told

    def quote(self, q: dict[str, Any]) -> dict[str, Any]:
        start = self.text.find(q["content"])
        end = start + len(q["content"]) - self.random.choice([0, 0, 0, 1, len(q["content"]) // 2])
        name = q["speaker"] if self.random.random() < 0.8 else "Somebody Else"
        speaker = {"mention": None, "name": name, "method": "subject"}
        kind = self.random.choice([q["kind"], q["kind"], "direct", "indirect"])
        return self.base([start, end]) | {"kind": kind, "content": [[start, end]], "speaker": speaker}

    def act(self, a: dict[str, Any]) -> dict[str, Any]:
        act = a["act"] if self.random.random() < 0.8 else "signed"
        return {"act": act, "by": [], "span": self.near(a["evidence"], self.random.choice([8, 400]))}

    def position(self, p: dict[str, Any]) -> dict[str, Any]:
        counts = {"count": p.get("count"), "of": p.get("of")}
        on = {"span": [0, 1], "name": "it"}
        return self.base(self.near(p["evidence"], 10)) | {"on": on, "side": p["side"]} | counts

    def exchange(self, e: dict[str, Any]) -> dict[str, Any]:
        at = max(0, self.text.find(e["what"]))
        hands = {"giver": self.actor(e["giver"]), "receiver": self.actor(e["receiver"])}
        what = [at, at + len(e["what"])]
        return self.base(what) | hands | {"what": what, "status": "happened"}
