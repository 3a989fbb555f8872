"""One agreement through the names that reports give it: names, parties and dates are planted."""

import random
from typing import Any

from dateline.link.agreements import Agreements
from dateline.stage import Given

BEFORE: dict[str, list[Any]] = {"agreement_links": [], "redirects": []}


class Reports:
    """Agreements of made-up reports, as rows."""

    def __init__(self) -> None:
        self.now: dict[str, list[dict[str, Any]]] = {"documents": [], "agreements": [], "acts": [], "actors": []}

    def tell(self, name: str, *parties: str, day: str, act: str = "signed", on: str | None = None) -> str:
        """One report that tells of one agreement; gives the agreement's id."""
        number = len(self.now["agreements"])
        document, agreement = f"d{number:03}", f"a{number:03}"
        self.now["documents"].append({"id": document, "published": day})
        self.now["agreements"].append({"id": agreement, "document": document, "name": name, "countries": list(parties)})
        made = {"agreement": agreement, "act": act, "by": [], "date_start": on, "date_precision": None}
        self.now["acts"].append({**made, "status": "happened"})
        return agreement

    def link(self, before: dict[str, list[Any]] | None = None) -> dict[str, Any]:
        return dict(Agreements()(Given(self.now, before or BEFORE)))


def groups(made: dict[str, Any]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for link in made["agreement_links"]:
        found.setdefault(link.lasting, set()).add(link.agreement)
    return {frozenset(ids) for ids in found.values()}


def test_a_known_agreement_is_one_thing_under_all_its_names() -> None:
    reports = Reports()
    first = reports.tell("New START", "USA", "RUS", day="2010-04-09")
    second = reports.tell("New Strategic Arms Reduction Treaty", day="2023-02-21", act="suspended")
    made = reports.link()
    assert groups(made) == {frozenset({first, second})}
    row = made["lasting_agreements"][0]
    assert (row.name, row.method, row.parties, row.reports) == ("New START", "known", ("USA", "RUS"), 2)


def test_a_treaty_without_a_name_is_known_by_its_parties_and_the_day_of_signing() -> None:
    reports = Reports()
    reports.tell("nuclear arms treaty", "USA", "RUS", day="2010-04-09", on="2010-04-08")
    made = reports.link()
    assert made["lasting_agreements"][0].name == "New START"
    assert made["agreement_links"][0].method == "parties-and-date"


def test_a_learned_name_of_its_own_is_one_thing_whatever_the_noun() -> None:
    reports = Reports()
    first = reports.tell("Mirova Accord", "KEN", "UGA", day="2014-03-01")
    second = reports.tell("the Mirova fishing pact", "KEN", "UGA", day="2019-03-01", act="withdrawn")
    third = reports.tell("Mirova agreement", day="2016-01-01", act="violated")
    assert frozenset({first, third}) in groups(reports.link())
    assert frozenset({second}) in groups(reports.link())


def test_one_name_of_other_parties_is_another_thing() -> None:
    reports = Reports()
    reports.tell("Mirova Accord", "KEN", "UGA", day="2014-03-01")
    reports.tell("Mirova Accord", "PER", "ECU", day="2014-03-02")
    assert len(groups(reports.link())) == 2


def test_the_same_subject_and_parties_are_one_thing_while_news_goes_on_about_it() -> None:
    reports = Reports()
    first = reports.tell("fishing deal", "NOR", "ISL", day="2015-02-01", act="negotiated")
    second = reports.tell("fisheries agreement", "ISL", "NOR", day="2015-06-01")
    later = reports.tell("fishing deal", "NOR", "ISL", day="2021-06-01")
    assert groups(reports.link()) == {frozenset({first, second}), frozenset({later})}


def test_two_ceasefires_of_the_same_enemies_are_two_things() -> None:
    reports = Reports()
    first = reports.tell("ceasefire", "ISR", "LBN", day="2006-08-14")
    second = reports.tell("truce", "ISR", "LBN", day="2006-08-20", act="violated")
    later = reports.tell("cease-fire", "ISR", "LBN", day="2024-11-27")
    made = reports.link()
    assert frozenset({first, second}) in groups(made)
    assert frozenset({later}) in groups(made)


def test_bare_words_without_parties_are_never_joined() -> None:
    reports = Reports()
    for day in ("2015-02-01", "2015-02-02", "2015-02-03"):
        reports.tell("agreement", day=day)
        reports.tell("peace plan", day=day)
    assert len(groups(reports.link())) == 6


def test_what_was_signed_on_one_day_by_one_country_is_one_thing_under_any_noun() -> None:
    reports = Reports()
    first = reports.tell("peace deal", "MOZ", day="2019-08-07", on="2019-08-06")
    second = reports.tell("truce", "MOZ", day="2019-08-08", on="2019-08-06")
    assert groups(reports.link()) == {frozenset({first, second})}


def test_two_agreements_of_one_report_stay_two() -> None:
    reports = Reports()
    reports.tell("fishing deal", "NOR", "ISL", day="2015-02-01")
    reports.tell("fishing agreement", "NOR", "ISL", day="2015-02-01")
    reports.now["agreements"][1]["document"] = "d000"
    assert len(groups(reports.link())) == 2


def test_the_order_of_the_rows_does_not_matter() -> None:
    reports = Reports()
    for number in range(40):
        reports.tell(
            ("fishing deal", "truce", "Mirova Accord", "peace plan")[number % 4], *PARTIES[number % 3], day=DAY
        )
    expected = reports.link()
    for rows in reports.now.values():
        random.Random(3).shuffle(rows)
    assert reports.link() == expected


PARTIES = (("NOR", "ISL"), ("KEN", "UGA"), ())
DAY = "2018-05-05"


def test_an_id_is_kept_when_reports_are_added() -> None:
    reports = Reports()
    reports.tell("Mirova Accord", "KEN", "UGA", day="2014-03-01")
    old = reports.link()
    for number in range(9):
        reports.tell("Mirova pact", "KEN", "UGA", "TZA", day=f"2012-01-0{number + 1}")
    assert _remembering(reports, old)["lasting_agreements"][0].id == old["lasting_agreements"][0].id


def test_a_merge_leaves_a_redirect() -> None:
    reports = Reports()
    reports.tell("peace deal", "MOZ", day="2019-08-07")
    reports.tell("truce", "MOZ", day="2019-08-08")
    old = reports.link()
    for act in reports.now["acts"]:
        act["date_start"] = "2019-08-06"
    made = _remembering(reports, old)
    live = made["lasting_agreements"][0].id
    gone = {row.id for row in old["lasting_agreements"]} - {live}
    assert {(r.id, r.target) for r in made["redirects"]} == {(gone.pop(), live)}


def _remembering(reports: Reports, old: dict[str, Any]) -> dict[str, Any]:
    links = [{"agreement": link.agreement, "lasting": link.lasting} for link in old["agreement_links"]]
    return reports.link({"agreement_links": links, "redirects": []})
