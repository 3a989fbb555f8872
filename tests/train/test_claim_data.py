"""The rows that the network learns from: spans in code points, what is right, what is held back."""

from pathlib import Path

from dateline.train.claim_data import DATA, LABELS, fold_of, held_back, pair_rows, row_of
from dateline.train.marked import parse, read


def test_a_marked_sentence_becomes_a_row_with_its_spans() -> None:
    row = row_of(parse("ACCUSE\tallege\tdenied\t🐟 <s>Peru</s> never <v>accused</v> <t>Chile</t>."))
    words = {role: row["text"][slice(*row[role])] for role in ("source", "trigger", "target")}
    assert words == {"source": "Peru", "trigger": "accused", "target": "Chile"}
    assert (row["type"], row["mode"], row["status"], row["relation"]) == ("ACCUSE", "ACCUSE.allege", "denied", "ACCUSE")


def test_no_event_teaches_no_status_and_no_relation() -> None:
    row = row_of(parse("NONE\t\thappened\tThey <v>met</v> the criteria."))
    assert (row["type"], row["status"], row["relation"]) == ("NONE", None, None)


def test_a_pair_gives_its_root_and_the_marked_places(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    cells = (
        "Peru said Peru freed Chile's men.",
        "Peru said <s>Peru</s> freed <t>Chile's men</t>.",
        "Peru",
        "Chile's men",
    )
    head = "sentence\tmarked_sentence\tsource\ttarget\tgold_root"
    file.write_text("\n".join((head, "\t".join((*cells, "YIELD")), "")), "utf-8")
    (row,) = pair_rows(file)
    assert (row["source"], row["target"], row["relation"]) == ((10, 14), (21, 32), "YIELD")
    assert "YIELD" in LABELS["relation"]


def test_a_tenth_of_our_sentences_is_held_back_and_all_labels_are_known() -> None:
    rows = [row_of(m) for path in sorted(DATA.glob("*.tsv")) for m in read(path)]
    assert 0.08 < sum(held_back(r["text"]) for r in rows) / len(rows) < 0.12
    assert {r["mode"] for r in rows} - {None} <= set(LABELS["mode"])
    assert sum(r["type"] == "NONE" for r in rows) >= 1_500


def test_a_sentence_is_in_one_fold_however_it_is_written() -> None:
    assert fold_of("Peru freed  Chile's men.") == fold_of("peru freed Chile's men")
    assert {fold_of(f"Peru freed {n} men.") for n in range(50)} == set(range(5))
