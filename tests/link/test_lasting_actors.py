"""One person, state or body across reports, and the offices that reports give: all planted."""

import random
from typing import Any

from dateline.link.actors import Actors
from dateline.link.holders import Holders
from dateline.link.offices import Offices
from dateline.stage import Given

NONE: dict[str, list[Any]] = {"actor_links": [], "redirects": []}


class Reports:
    """Reports in the making: rows of documents, actors and mentions."""

    def __init__(self) -> None:
        self.now: dict[str, list[dict[str, Any]]] = {"documents": [], "actors": [], "mentions": []}

    def report(self, day: str | None) -> str:
        name = f"d{len(self.now['documents']):03}"
        self.now["documents"].append({"id": name, "published": day, "outlet": None})
        return name

    def person(
        self, name: str, document: str, *, country: str | None = None, title: str | None = None, **more: Any
    ) -> str:
        """Somebody of a report, with a mention whose words are the title and the name; gives the actor's id."""
        number = len(self.now["actors"])
        rank = more.pop("rank", "official") if title else None
        post = {"office_title": title, "office_country": country if title else None, "office_organisation": None}
        post |= {"office_rank": rank, "office_former": more.pop("office_former", False)}
        actor = {"id": f"a{number:03}", "document": document, "name": name, "kind": "person", "country": country}
        actor |= {"country_method": "title" if country else None, "sectors": [], "links": [], **post, **more}
        mention = {"id": f"m{number:03}", "document": document, "start": number, "form": "name", "actor": actor["id"]}
        mention |= {"name": name, "words": f"{title.title()} {name}" if title else name, "plural": False}
        mention |= {**post, "office_sector": None, "country_method": actor["country_method"]}
        self.now["actors"].append(actor)
        self.now["mentions"].append(mention)
        return str(actor["id"])

    def link(self) -> dict[str, Any]:
        return dict(Actors()(Given(self.now, NONE)))

    def offices(self) -> list[Any]:
        made = self.link()
        rows = {name: [{c: getattr(row, c) for c in row.__slots__} for row in made[name]] for name in made}
        return list(Offices()(Given(self.now | rows, {}))["learned_offices"])


def groups(made: dict[str, Any]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for link in made["actor_links"]:
        found.setdefault(link.lasting, set()).add(link.actor)
    return {frozenset(ids) for ids in found.values()}


def test_one_minister_is_one_person_in_two_spellings() -> None:
    reports = Reports()
    first = reports.person("Sergei Maranov", reports.report("2015-03-02"), country="KAZ", title="trade minister")
    second = reports.person("Sergey Maranov", reports.report("2015-03-09"), country="KAZ", title="trade minister")
    made = reports.link()
    assert frozenset({first, second}) in groups(made)
    (row,) = made["lasting_actors"]
    assert (row.country, row.reports, row.first, row.last) == ("KAZ", 2, "2015-03-02", "2015-03-09")


def test_namesakes_of_two_countries_stay_two() -> None:
    reports = Reports()
    reports.person("Ivan Petrov", reports.report("2015-03-02"), country="BGR", title="mayor")
    reports.person("Ivan Petrov", reports.report("2015-03-03"), country="RUS", title="general")
    assert len(groups(reports.link())) == 2


def test_two_of_one_report_are_never_joined() -> None:
    reports = Reports()
    document = reports.report("2015-03-02")
    reports.person("Ana Silva", document, country="PRT", title="judge")
    reports.person("Ana Silva", document, country="PRT", title="judge")
    assert len(groups(reports.link())) == 2


def test_a_common_name_without_anything_beside_it_joins_nobody() -> None:
    reports = Reports()
    reports.person("John Smith", reports.report("2005-03-02"))
    reports.person("John Smith", reports.report("2019-08-03"))
    assert len(groups(reports.link())) == 2


def test_somebody_of_the_register_is_known_by_title_and_days() -> None:
    reports = Reports()
    reports.person("Sergey Lavrov", reports.report("2023-03-02"), country="RUS", title="foreign minister")
    (row,) = reports.link()["lasting_actors"]
    assert (row.known_as, row.method) == ("Sergey Lavrov", "register")


def test_the_order_of_the_rows_does_not_matter() -> None:
    reports = Reports()
    for number in range(30):
        name = ("Sergei Maranov", "Sergey Maranov", "Ana Silva")[number % 3]
        reports.person(name, reports.report(f"2015-03-{number % 9 + 1:02}"), country="KAZ", title="trade minister")
    expected = reports.link()
    for rows in reports.now.values():
        random.Random(5).shuffle(rows)
    assert reports.link() == expected


def test_an_office_is_learned_with_its_days_and_its_evidence() -> None:
    reports = Reports()
    for day in ("2015-03-02", "2015-06-09"):
        reports.person("Sergei Maranov", reports.report(day), country="KAZ", title="trade minister", rank="minister")
    (office,) = reports.offices()
    assert (office.title, office.country, office.standing) == ("trade minister", "KAZ", "holds")
    assert (office.first, office.last, office.evidence) == ("2015-03-02", "2015-06-09", ("m000", "m001"))
    assert office.conflicts == ()


def test_two_foreign_ministers_in_the_same_days_are_a_conflict() -> None:
    reports = Reports()
    for name in ("Sergei Maranov", "Aliya Nurova"):
        for day in ("2015-03-02", "2015-06-09"):
            post = {"title": "foreign minister", "rank": "foreign-minister"}
            reports.person(name, reports.report(day), country="KAZ", **post)
    first, second = reports.offices()
    assert (first.conflicts, second.conflicts) == ((second.id,), (first.id,))


def test_who_is_only_described_is_the_holder_on_the_day() -> None:
    described = {"id": "a1", "document": "d1", "name": "the Russian foreign minister", "kind": "person"}
    described |= {"country_method": "demonym", "office_title": "foreign minister", "office_country": "RUS"}
    described |= {"office_rank": "foreign-minister", "office_former": False}
    rows = {name: [] for name in Holders.requires} | {
        "documents": [{"id": "d1", "published": "2023-03-02"}],
        "actors": [described],
        "quotes": [{"document": "d1", "speaker_actor": "a1"}],
    }
    made = Holders()(Given(rows, {}))
    ((link,), (row,)) = made["actor_links"], made["lasting_actors"]
    assert (row.known_as, link.method, link.lasting) == ("Sergey Lavrov", "office-register", row.id)
    described["name"] = "a former Russian foreign minister"
    assert not Holders()(Given(rows, {}))["actor_links"]


def test_a_title_of_courtesy_is_no_office_held() -> None:
    reports = Reports()
    post = {"country": "PHL", "title": "president", "rank": "head-of-state"}
    for day in ("2015-03-02", "2015-05-04", "2015-08-09", "2015-11-20"):
        reports.person("Ramon Alcaraz", reports.report(day), **post)
    reports.person("Jose Velarde", reports.report("2015-06-09"), **post)
    reports.person("Jose Velarde", reports.report("2015-06-12"), **post, office_former=True)
    assert {(o.name, o.standing, o.reports) for o in reports.offices()} == {
        ("Ramon Alcaraz", "holds", 4),
        ("Jose Velarde", "former", 2),
    }


def test_who_is_followed_has_held_the_office_until_then() -> None:
    reports = Reports()
    post = {"country": "PHL", "title": "president", "rank": "head-of-state"}
    for day in ("2015-03-02", "2015-05-04"):
        reports.person("Jose Velarde", reports.report(day), **post)
    for day in ("2016-01-02", "2016-05-04", "2016-08-09"):
        reports.person("Ramon Alcaraz", reports.report(day), **post)
    reports.person("Jose Velarde", reports.report("2016-06-12"), **post, office_former=True)
    held = {(o.name, o.standing): (o.first, o.last) for o in reports.offices()}
    assert held["Jose Velarde", "holds"] == ("2015-03-02", "2015-05-04")
    assert held["Jose Velarde", "former"] == ("2016-06-12", "2016-06-12")


def test_a_name_that_many_reports_of_the_weeks_have_is_theirs_and_no_other_years() -> None:
    reports = Reports()
    known = [
        reports.person("Peter Garcia", reports.report(f"2015-03-{day:02}"), country="CHL", title="governor")
        for day in range(1, 13)
    ]
    same = reports.person("Peter Garcia", reports.report("2015-03-09"))
    later = reports.person("Peter Garcia", reports.report("2023-08-09"))
    found = groups(reports.link())
    assert frozenset({*known, same}) in found
    assert frozenset({later}) in found


def test_an_unusual_given_name_tells_although_the_family_name_is_common() -> None:
    reports = Reports()
    one = reports.person("Thandazile Smith", reports.report("2015-03-02"))
    other = reports.person("Thandazile Smith", reports.report("2015-03-20"))
    assert frozenset({one, other}) in groups(reports.link())


def test_what_is_put_together_is_compared_again() -> None:
    reports = Reports()
    days = [f"2015-03-{day:02}" for day in range(1, 13)]
    bare = [reports.person("Peter Garcia", reports.report(day)) for day in days[:3]]
    known = [reports.person("Peter Garcia", reports.report(day), country="CHL", title="governor") for day in days]
    assert frozenset({*known, *bare}) in groups(reports.link())


def test_who_wants_an_office_holds_none() -> None:
    reports = Reports()
    reports.person("Ramon Alcaraz", reports.report("2015-03-02"), country="PHL", title="presidential candidate")
    assert reports.offices() == []
