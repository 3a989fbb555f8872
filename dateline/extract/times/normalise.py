"""From a text to its time expressions: one pure function."""

from collections.abc import Callable, Generator
from datetime import date

from dateline.extract.times import amounts, dates, relative
from dateline.extract.times.context import Context, Expression, Meaning
from dateline.extract.times.grammar import Match, Tokens, find
from dateline.extract.times.tense import guess
from dateline.extract.times.words import words

_MEANINGS: dict[str, Callable[[Match, Context], Meaning]] = {
    "iso": dates.iso,
    "date": dates.date,
    "spelled_year": dates.spelled_year,
    "quarter_of_year": dates.quarter_of_year,
    "season_of_year": dates.season_of_year,
    "month_days": dates.month_days,
    "days_month": dates.days_month,
    "month_months": dates.month_months,
    "month": dates.month,
    "year": dates.year,
    "years": dates.years,
    "decade": dates.decade,
    "century": dates.century,
    "quarter": dates.quarter,
    "half": dates.half,
    "fiscal": dates.fiscal,
    "season": dates.season,
    "weekday": relative.weekday,
    "weekday_of": relative.weekday_of,
    "day_before": relative.day_before,
    "deictic": relative.deictic,
    "next_part": relative.next_part,
    "relative_unit": relative.relative_unit,
    "day_relative": relative.day_relative,
    "ago": relative.ago,
    "unit_ago": relative.unit_ago,
    "before_that": relative.before_that,
    "unit_of_date": relative.unit_of_date,
    "part_of_date": relative.part_of_date,
    "weekend": relative.weekend,
    "at_that_time": relative.at_that_time,
    "duration": amounts.duration,
    "unit_long": amounts.unit_long,
    "bare_units": amounts.bare_units,
    "whole_unit": amounts.whole_unit,
    "last_units": amounts.last_units,
    "vague_units": amounts.vague_units,
    "every": amounts.every,
    "rate": amounts.rate,
    "set_word": amounts.set_word,
    "clock": amounts.clock,
    "feast": amounts.feast,
    "reference": amounts.reference,
    "present": amounts.present,
    "past": amounts.past,
}


def normalise(
    text: str,
    *,
    published: str | None = None,
    tense: Callable[[int], str | None] | None = None,
) -> list[Expression]:
    """The time expressions of a text, in order, resolved against the day of publication (ISO, day or coarser).

    `tense` says where the clause at a place of the text looks (`past`, `future`, `present` or None); without it the
    words around the expression are asked. Without `published` relative values stay open and have no days.
    """
    tokens = Tokens(text, words())
    when, grain = _published(published)
    context = Context(when, tense or (lambda at: guess(tokens, at)), grain)
    places = find(tokens)
    match = next(places, None)
    while match is not None:
        found = _MEANINGS[match.rule](match, context)
        several = found if isinstance(found, list) else [found] if found else []
        context.found.extend(several)
        # A match that means nothing may have begun too early: try again from its second word.
        further = _token_after(tokens, match, several[-1].end) if several else match.first + 1
        match = _next(places, further)
    return context.found


def _next(places: Generator[Match, int, None], further: int) -> Match | None:
    try:
        return places.send(further)
    except StopIteration:
        return None


def _token_after(tokens: Tokens, match: Match, end: int) -> int:
    place = match.last
    while place > match.first + 1 and tokens.starts[place - 1] >= end:
        place -= 1
    while place < len(tokens.tokens) and tokens.starts[place] < end:
        place += 1
    return place


def _published(value: str | None) -> tuple[date | None, str]:
    if not value:
        return None, "day"
    parts = [int(part) for part in value[:10].split("-")]
    grain = ("year", "month", "day")[len(parts) - 1]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1), grain


def interval(expressions: list[Expression]) -> tuple[date, date] | None:
    """The days that expressions standing together cover ("March 14" and "16"), or None where none is dated."""
    dated = [e.period for e in expressions if e.period.first and e.period.last]
    if not dated:
        return None
    firsts, lasts = [p.first for p in dated if p.first], [p.last for p in dated if p.last]
    return min(firsts), max(lasts)
