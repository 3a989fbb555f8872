"""Datelines and the agencies credited."""

import pytest

from dateline.ingest.head import agencies_in, find_dateline

LEAD = "The minister met his counterpart."


@pytest.mark.parametrize(
    ("line", "span", "place", "day"),
    [
        (f"NEW DELHI, March 2 (Reuters) - {LEAD}", "NEW DELHI, March 2 (Reuters)", "NEW DELHI", (2, 3, None)),
        (f"PARIS (AP) — {LEAD}", "PARIS (AP)", "PARIS", (None, None, None)),
        (f"MOSCOW, 12 March. {LEAD}", "MOSCOW, 12 March.", "MOSCOW", (12, 3, None)),
        (f"MOSCOW, March 12. /TASS/. {LEAD}", "MOSCOW, March 12.", "MOSCOW", (12, 3, None)),
        (f"BEIJING, Jan. 5 (Xinhua) -- {LEAD}", "BEIJING, Jan. 5 (Xinhua)", "BEIJING", (5, 1, None)),
        (f"KYIV, Jan. 19 (Meridian Wire) - {LEAD}", "KYIV, Jan. 19 (Meridian Wire)", "KYIV", (19, 1, None)),
        (f"GENEVA (Meridian Wire) - {LEAD}", "GENEVA (Meridian Wire)", "GENEVA", (None, None, None)),
        (f"HAMMOND, Ind. (AP)  {LEAD}", "HAMMOND, Ind. (AP)", "HAMMOND, Ind.", (None, None, None)),
        (f"Kabul (AFP) – {LEAD}", "Kabul (AFP)", "Kabul", (None, None, None)),
        (f"MANILA, Philippines (AP) _ {LEAD}", "MANILA, Philippines (AP)", "MANILA, Philippines", (None, None, None)),
        (f"Geneva, 21 January 2022 – {LEAD}", "Geneva, 21 January 2022", "Geneva", (21, 1, 2022)),
        (f"ISLAMABAD: {LEAD}", "ISLAMABAD", "ISLAMABAD", (None, None, None)),
        (f"AL-TANF, Syria — {LEAD}", "AL-TANF, Syria", "AL-TANF, Syria", (None, None, None)),
        (f"WASHINGTON, D.C. - {LEAD}", "WASHINGTON, D.C.", "WASHINGTON, D.C.", (None, None, None)),
        (f"KYIV/MOSCOW, Feb 24 (Reuters) - {LEAD}", "KYIV/MOSCOW, Feb 24 (Reuters)", "KYIV", (24, 2, None)),
        (f"Aug 27 (Reuters) - {LEAD}", "Aug 27 (Reuters)", None, (27, 8, None)),
        (f"SÃO PAULO, Brazil — {LEAD}", "SÃO PAULO, Brazil", "SÃO PAULO, Brazil", (None, None, None)),
    ],
)
def test_a_dateline_is_found_at_its_exact_place(line: str, span: str, place: str | None, day: tuple[int | None, ...]):
    text = f"Envoys meet\n\nBy Ana Cruz\n\n{line}\n\nMore."
    found = find_dateline(text, start=len("Envoys meet"))
    assert found is not None
    assert found.span.of(text) == span
    assert found.place == place
    assert (found.day, found.month, found.year) == day


@pytest.mark.parametrize(
    "line",
    [
        "US-led coalition strikes hit the town.",
        "EXCLUSIVE: In a memo, the envoys insist.",
        "NEWS ANALYSIS: What the accord means",
        "COVID-19 deaths rose.",
        "Moscow on Tuesday - a day late - replied.",
        "G-20 leaders met.",
        "The envoy (AP Photo) - said so.",
        "WATCH: The speech",
        "LIMA, Feb 30. Nothing happens on that day.",
        "ANCHOR: What next?\n\nENVOY: Talks.",
        "PEACEKEEPERS: PAYING A HIGH PRICE",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(line: str):
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (f"PARIS (AP) — {LEAD}", ("Associated Press",)),
        (f"MOSCOW, March 12. /TASS/. {LEAD}", ("TASS",)),
        (f"(Reuters) - {LEAD}", ("Reuters",)),
        (f"KYIV, Jan. 19 (Meridian Wire) - {LEAD}", ("Meridian Wire",)),
        (f"LONDON (Ontario) — {LEAD}", ()),
        (f"{LEAD}\n\nThe Associated Press contributed to this report.", ("Associated Press",)),
        (f"{LEAD}\n\nReuters and AFP contributed to this report.", ("Reuters", "Agence France-Presse")),
        (f"{LEAD} - AFP", ("Agence France-Presse",)),
        (f"{LEAD}\n\nWith files from The Canadian Press", ("Canadian Press",)),
        (f"{LEAD}\n\n(Additional reporting by Reuters)", ()),
        (f"By Ana Cruz\n\nThe Associated Press\n\n{LEAD}", ("Associated Press",)),
        ("The protesters, he told Reuters, left.\n\nTASS quoted him.", ()),
        ("The AP reported that Reuters had left the city, and AFP confirmed it.", ()),
    ],
)
def test_agencies_are_those_credited_not_those_spoken_of(text: str, agencies: tuple[str, ...]):
    assert agencies_in(text, dateline=find_dateline(text)) == agencies
