"""Annotated news as plain reports."""

import json
from pathlib import Path

from dateline.train.newswire import reports

TIMEML = """<TimeML>
<DCT><TIMEX3 type="TIME" value="2001-05-04T10:00" functionInDocument="CREATION_TIME">now</TIMEX3></DCT>
<TEXT>
Chad &amp; Niger <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" value="2001-05-03">Thursday</TIMEX3>.
</TEXT></TimeML>"""


def test_marks_are_taken_off_and_the_day_is_kept(tmp_path: Path) -> None:
    times, quotes = tmp_path / "times", tmp_path / "quotes"
    (quotes / "text").mkdir(parents=True)
    (times / "bank").mkdir(parents=True)
    (times / "bank" / "one.tml").write_text(TIMEML, encoding="utf-8")
    (times / "bank" / "none.tml").write_text("<TimeML></TimeML>", encoding="utf-8")
    (quotes / "text" / "a.txt").write_text("Niger spoke.", encoding="utf-8")
    first, second = reports(times, quotes)
    assert json.loads(json.dumps(first)) == {
        "id": "tml-one.tml", "title": "", "text": "Chad & Niger met on Thursday.", "published": "2001-05-04",
    }  # fmt: skip
    assert second == {"id": "pd-a.txt", "title": "", "text": "Niger spoke."}
