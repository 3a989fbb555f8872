"""The meanings of calendar dates: days, months, years and what is counted in them."""

from dateline.extract.times import periods
from dateline.extract.times.context import (
    PAST,
    Context,
    Expression,
    Meaning,
    expression,
    full_year,
    place_month,
    place_month_day,
    valid,
    year_period,
)
from dateline.extract.times.grammar import Match, Tokens
from dateline.extract.times.periods import Period, part_of


def iso(match: Match, context: Context) -> Meaning:
    """2025-03-12, 12/03/2025: day first unless that is no date or the text elsewhere has the month first."""
    a, b, c = match.one("ISO", "SLASHED")
    if match.has("ISO") or a > 31:
        order = [(a, b, c)]
    else:
        year = full_year(c, published=context.published)
        order = [(year, b, a), (year, a, b)] if context.day_first else [(year, a, b), (year, b, a)]
    when = next((d for one in order if (d := valid(*one))), None)
    return expression(match, periods.day(when)) if when else None


def date(match: Match, context: Context) -> Meaning:
    """ "Tuesday, March 3, 2026", "the 3rd of March", "March 3"."""
    if not month_is_meant(match):
        return None
    found = date_period(match, context)
    if found is None:
        return None
    period, method = found
    return with_part(match, expression(match, period, method=method))


def with_part(match: Match, found: Expression) -> Expression:
    """The same with the part of the day that its words name ("March 3 evening")."""
    part = match.one("PART")
    if part is None:
        return found
    whole = found.period
    return expression(match, Period(f"{whole.value}T{part}", whole.first, whole.last), type="TIME", method=found.method)


def date_period(match: Match, context: Context) -> tuple[Period, str] | None:
    """The day that month, day and year (said, or looked for) make, and how it was found."""
    month, number = match.one("MONTH", "MAYBE_MONTH"), day_number(match)
    if month is None or number is None or valid(2000, month, number) is None:
        return None
    year = said_year(match, context)
    method = "absolute" if match.has("YEAR") else "publication"
    if year is None:
        year, method = narrative_year(match, context, month)
    if year is not None:
        when = valid(year, month, number)
        return (periods.day(when), method) if when else None
    tense = context.tense(match.tokens.starts[match.first])
    return place_month_day(context, month, number, tense), "tense" if tense else "publication"


def day_number(match: Match) -> int | None:
    """The day of the month that stands beside the month's name."""
    at = match.at("MONTH", "MAYBE_MONTH")
    days = [i for i in range(match.first, match.last) if match.tokens.name(i) in ("DAY", "ORDDAY", "ORDINAL")]
    if at is None or not days:
        return None
    found = match.tokens.meaning(min(days, key=lambda i: abs(i - at)))
    return int(found)


def said_year(match: Match, context: Context) -> int | None:
    """The year that the expression itself names: a number, or "last year"."""
    number = match.one("YEAR")
    if number is not None:
        return int(number)
    step = relative_step(match)
    if match.one("UNIT") == "year" and step is not None and context.published is not None:
        return context.published.year + step
    return None


def relative_step(match: Match) -> int | None:
    """-1 for last, 0 for this, 1 for next; None where none of them is said."""
    step = match.one("LAST", "NEXT")
    if step is not None:
        return int(step)
    return 0 if match.has("THIS", "SAME", "THAT") else None


def narrative_year(match: Match, context: Context, month: int) -> tuple[int | None, str]:
    """The year of a full date earlier in the sentence: "jailed in March 2019 and freed in June"."""
    if not context.found or context.published is None:
        return None, ""
    before = context.found[-1]
    first = before.period.first
    between = match.tokens.text[before.end : match.tokens.starts[match.first]]
    if (
        first is None
        or before.period.grain not in ("day", "month")
        or before.method not in ("absolute", "narrative")
        or first.year >= context.published.year
        or len(between) > 120
        or any(mark in between for mark in (". ", "\n", "; "))
        or first.month > month
    ):
        return None, ""
    return first.year, "narrative"


def spelled_year(match: Match, _: Context) -> Meaning:
    """ "nineteen ninety-seven", as it is spoken."""
    numbers = match.all("NUMBER")
    hundreds, rest = numbers[0], numbers[1:]
    if (
        hundreds not in (18, 19, 20)
        or rest[0] < 10
        or (len(rest) > 1 and (rest[0] % 10 or rest[0] < 20 or rest[1] > 9))
    ):
        return None
    return expression(match, year_period(hundreds * 100 + sum(rest)))


def quarter_of_year(match: Match, context: Context) -> Meaning:
    """ "last year's third quarter", "1989's second half"."""
    year, number = said_year(match, context), match.one("ORDINAL")
    if year is None or (match.has("HALF") and number > 2) or number > 4:
        return None
    method = "absolute" if match.has("YEAR") else "publication"
    make = periods.half if match.has("HALF") else periods.quarter
    return expression(match, make(year, number), method=method)


def season_of_year(match: Match, context: Context) -> Meaning:
    """ "last year's summer"."""
    year = said_year(match, context)
    if year is None:
        return None
    return expression(match, periods.season(year, match.one("SEASON", "MAYBE_SEASON")), method="publication")


def month_days(match: Match, context: Context) -> Meaning:
    """ "March 14-16": two expressions that share month and year."""
    if not month_is_meant(match):
        return None
    cut = match.at("DASH", "TO", "AND")
    assert cut is not None
    period_ = date_period(match.part(match.first, cut), context) if not match.has("YEAR") else None
    month, (low, high) = match.one("MONTH", "MAYBE_MONTH"), match.all("DAY", "ORDDAY")[:2]
    year = said_year(match, context) or (period_[0].first.year if period_ and period_[0].first else None)
    if high <= low and not match.has("AND"):
        return None
    return _two_days(
        match, cut, (year, month, low, high), first=match.first, method=period_[1] if period_ else "absolute"
    )


def days_month(match: Match, context: Context) -> Meaning:
    """ "3 and 5 March", "3-5 March 2020": two expressions that share month and year."""
    if not month_is_meant(match) or glued(match.tokens, match.first):
        return None
    cut = match.at("DASH", "TO", "AND")
    assert cut is not None
    found = date_period(match.part(cut + 1, match.last), context)
    if found is None:
        return None
    low, high = match.all("DAY", "ORDDAY")[:2]
    last = found[0].first
    year, month = (last.year, last.month) if last else (None, match.one("MONTH", "MAYBE_MONTH"))
    return _two_days(match, cut, (year, month, low, high), first=match.first, method=found[1])


def _two_days(
    match: Match, cut: int, when: tuple[int | None, int, int, int], *, first: int, method: str
) -> list[Expression] | None:
    year, month, low, high = when
    both: list[Expression] = []
    for number, (begin, end) in zip((low, high), ((first, cut), (cut + 1, match.last)), strict=True):
        at = valid(year if year is not None else 2000, month, number)
        if at is None:
            return None
        period = periods.day(at) if year is not None else Period(f"XXXX-{month:02d}-{number:02d}")
        both.append(expression(match, period, first=begin, last=end, method="range" if both else method))
    return both


def month_months(match: Match, _: Context) -> Meaning:
    """ "January to March 2020", "November-January 2020": two months of which the second says the year."""
    low, high = match.all("MONTH", "MAYBE_MONTH")
    year = match.one("YEAR")
    cut = match.at("DASH", "TO", "AND")
    assert cut is not None
    start = periods.month(year if low <= high else year - 1, low)
    return [
        expression(match, start, last=cut, method="range"),
        expression(match, periods.month(year, high), first=cut + 1),
    ]


def month(match: Match, context: Context) -> Meaning:
    """ "March", "early March 2019", "last March", "the end of February"."""
    if not month_is_meant(match):
        return None
    number = match.one("MONTH", "MAYBE_MONTH")
    year, method = said_year(match, context), "absolute" if match.has("YEAR") else "publication"
    if year is None:
        year, method = narrative_year(match, context, number)
    if year is not None:
        period = periods.month(year, number)
    else:
        period, method = _relative_month(match, context, number)
    mod = match.one("EARLY_LATE", "EDGE")
    if mod:
        period = part_of(period, mod, edge=match.has("EDGE"))
    return expression(match, period, mod=mod, method=method)


def _relative_month(match: Match, context: Context, number: int) -> tuple[Period, str]:
    step, here = relative_step(match), context.this_month
    if step is None or here is None:
        tense = context.tense(match.tokens.starts[match.first])
        return place_month(context, number, tense), "tense" if tense else "publication"
    if step == 0:
        return periods.month(here.year, number), "publication"
    if step < 0:
        return periods.month(here.year if number < here.month else here.year - 1, number), "publication"
    return periods.month(here.year if number > here.month else here.year + 1, number), "publication"


def month_is_meant(match: Match) -> bool:
    """Whether May or March is the month here: with a capital, and a day, a year or a word of time at its side."""
    at = match.at("MAYBE_MONTH")
    tokens = match.tokens
    if at is None:
        month = match.at("MONTH")
        if month is None or match.has("YEAR", "DAY", "ORDDAY", "ORDINAL"):
            return True
        return tokens.capital(month) and not _first_name(tokens, month)
    if not tokens.capital(at):
        return False
    if match.has("YEAR", "DAY", "ORDDAY", "ORDINAL", "LAST", "NEXT", "THIS", "EARLY_LATE", "EDGE"):
        return True
    lists = tokens.words.lists["time_prepositions"]
    before = tokens.word(match.first - 1)
    if before == "of" and tokens.name(match.first - 2) not in ("ORDINAL", "ORDDAY", "UNIT", "EDGE", "DAY"):
        return False
    return before in lists["words"] and (before in lists["sure"] or not _somebody(tokens, at))


def _first_name(tokens: Tokens, month: int) -> bool:
    """Jan Kavan, April Ryan, August Wilson: a capitalised word follows, and no word of time leads."""
    short = len(tokens.word(month)) <= 4 and tokens.word(month) not in ("june", "july")
    if short and tokens.name(month + 1) != "DOT" and tokens.word(month - 1) not in _time_words(tokens):
        return True
    follows = tokens.name(month + 1) == "OTHER" and tokens.word(month + 1).isalpha() and tokens.capital(month + 1)
    return (
        follows
        and tokens.name(month - 1) in ("OTHER", "AND", "COMMA", "DOT")
        and tokens.word(month - 1) not in _time_words(tokens)
    )


def _time_words(tokens: Tokens) -> frozenset[str]:
    return tokens.words.lists["time_prepositions"]["words"]


def _somebody(tokens: Tokens, at: int) -> bool:
    """Whether the word is somebody's name: somewhere in the text another capitalised word stands right before it."""
    name = tokens.word(at)
    before_may = (i - 1 for i, word in enumerate(tokens.tokens) if word == name and i and i != at)
    return any(tokens.name(i) == "OTHER" and tokens.word(i).isalpha() and tokens.capital(i) for i in before_may)


def glued(tokens: Tokens, first: int) -> bool:
    """Whether a number hangs on the word before it (G-20, No. 5, $2000)."""
    before = tokens.name(first - 1)
    return before == "MONEY" or (before in ("DASH", "QUOTE") and first >= 1 and not tokens.spaced(first - 1))


def year(match: Match, _: Context) -> Meaning:
    """ "2011", "early 1998", "the end of 2025"; not "2,000 people" or "1500 soldiers"."""
    at = match.at("YEAR")
    assert at is not None
    tokens, number = match.tokens, match.one("YEAR")
    if not _is_year(tokens, match.first, at, number):
        return None
    mod = match.one("EARLY_LATE", "EDGE")
    period = year_period(number)
    if match.has("EARLIER_LATER"):
        return expression(match, period, first=at)
    if mod:
        period = part_of(period, mod, edge=match.has("EDGE"))
    return expression(match, period, mod=mod, method="absolute")


def _is_year(tokens: Tokens, first: int, at: int, number: int) -> bool:
    quantity, time = tokens.words.lists["quantity"], tokens.words.lists["time_prepositions"]["words"]
    before, after = tokens.word(first - 1), tokens.word(at + 1)
    if glued(tokens, first) or after in quantity["after"] or tokens.name(at + 1) in ("UNITS", "AMPM"):
        return False
    if tokens.name(at + 1) == "DASH" and not tokens.spaced(at + 1):
        return False
    if first == at and before in quantity["before"]:
        return False
    if 1900 <= number < 2060:
        return True
    return before in time and (number >= 1100 and not after.endswith("s"))


def years(match: Match, _: Context) -> Meaning:
    """ "2014-2018", "2019-20": two years."""
    low_at, high_at = match.first, match.last - 1
    low, high = match.tokens.meaning(low_at), match.tokens.meaning(high_at)
    if high < 100 and len(match.tokens.word(high_at)) == 2:
        high += low // 100 * 100
    if not (low < high < 2200 and _is_year(match.tokens, match.first, match.last - 1, low)):
        return None
    return [
        expression(match, year_period(low), last=low_at + 1, method="range"),
        expression(match, year_period(high), first=high_at, method="range"),
    ]


def decade(match: Match, context: Context) -> Meaning:
    """ "the early 1990s", "the '80s"."""
    number = match.one("DECADE")
    if number < 100 and not match.has("THE", "QUOTE"):
        return None
    number = full_year(number, published=context.published) if number < 100 else number
    mod = match.one("EARLY_LATE", "EDGE")
    period = periods.decade(number)
    return expression(match, part_of(period, mod) if mod else period, mod=mod)


def century(match: Match, _: Context) -> Meaning:
    """ "the 20th century"."""
    if match.one("UNIT") != "century":
        return None
    mod = match.one("EARLY_LATE", "EDGE")
    period = periods.century(match.one("ORDDAY", "ORDINAL"))
    return expression(match, part_of(period, mod) if mod else period, mod=mod)


def quarter(match: Match, context: Context) -> Meaning:
    """ "the third quarter of 2025", "last quarter", "the quarter"."""
    number = match.one("ORDINAL", "ORDDAY")
    mod = match.one("EARLY_LATE", "EDGE")
    if number is None:
        return _plain_quarter(match, context, mod)
    if number > 4:
        return None
    year, method = said_year(match, context), "absolute" if match.has("YEAR") else "publication"
    if year is None:
        year, method = _latest_year(match, context, number * 3), "tense"
    period = periods.quarter(year, number) if year is not None else Period(f"XXXX-Q{number}", grain="quarter")
    return expression(match, part_of(period, mod) if mod else period, mod=mod, method=method)


def _plain_quarter(match: Match, context: Context, mod: str | None) -> Meaning:
    here, step = context.this_month, relative_step(match)
    if step is None or match.has("THAT", "SAME"):
        before = next((e for e in reversed(context.found) if e.period.grain == "quarter"), None)
        if before is None or not match.has("THE", "THAT"):
            return None
        return expression(match, before.period, method="anchor", anchor=context.found.index(before))
    if here is None:
        return expression(match, Period("XXXX-QX", grain="quarter"), method="publication")
    period = periods.containing(periods.moved(here.replace(day=1), "quarter", step), "quarter")
    return expression(match, part_of(period, mod) if mod else period, mod=mod, method="publication")


def half(match: Match, context: Context) -> Meaning:
    """ "the first half of 2025"; a half of anything else is no time."""
    number = match.one("ORDINAL")
    if number not in (1, 2) or not (match.has("YEAR") or match.one("UNIT") == "year"):
        return None
    year = said_year(match, context) or (context.published.year if context.published else None)
    if year is None:
        return None
    method = "absolute" if match.has("YEAR") else "publication"
    return expression(match, periods.half(year, number), method=method)


def _latest_year(match: Match, context: Context, last_month: int) -> int | None:
    """The year of a quarter or half named alone: the latest that has begun, or the next if the tense looks ahead."""
    here = context.this_month
    if here is None:
        return None
    first_month = last_month - 2
    if context.tense(match.tokens.starts[match.first]) == PAST or here.month < first_month:
        return here.year if first_month <= here.month else here.year - 1
    return here.year


def fiscal(match: Match, context: Context) -> Meaning:
    """ "fiscal 2025", "the fiscal year 2024", "this fiscal year"."""
    number = match.one("YEAR")
    if number is None:
        step = relative_step(match)
        if step is None or context.published is None:
            return expression(match, Period("XXXX", grain="year"), method="publication") if step is not None else None
        number = context.published.year + step
        return expression(match, Period(f"{number:04d}", grain="year"), method="publication")
    # A fiscal year begins on another day in each country: the value is known, the days are not.
    return expression(match, Period(f"{number:04d}", grain="year"))


def season(match: Match, context: Context) -> Meaning:
    """ "last fall", "the summer of 2014", "spring 1998"; not "prices fall"."""
    code, at = match.one("SEASON", "MAYBE_SEASON"), match.at("SEASON", "MAYBE_SEASON")
    assert at is not None
    year, step = said_year(match, context), relative_step(match)
    if year is None and step is None and not _season_alone(match, at):
        return None
    mod = match.one("EARLY_LATE", "EDGE")
    here = context.this_month
    method = "absolute" if match.has("YEAR") else "publication"
    if year is None and here is not None:
        year = _season_year(match, context, code, step)
        method = "publication" if step is not None else "tense"
    period = periods.season(year, code) if year is not None else Period(f"XXXX-{code}", grain="season")
    return expression(match, part_of(period, mod) if mod else period, mod=mod, method=method)


def _season_alone(match: Match, at: int) -> bool:
    tokens = match.tokens
    if tokens.word(match.first - 1) not in tokens.words.lists["season_prepositions"]["words"]:
        return False
    if not match.has("MAYBE_SEASON"):
        return True
    after = tokens.name(at + 1)
    return after != "OF" and (match.has("THE") or after not in ("OTHER", "IN"))


def _season_year(match: Match, context: Context, code: str, step: int | None) -> int:
    here = context.this_month
    assert here is not None
    first = periods.season(here.year, code).first
    assert first is not None
    begun, year = first <= here, here.year
    within = periods.season(year - 1, code).last
    if code == "WI" and within is not None and here <= within and step in (None, 0):
        return year - 1
    if step == 0:
        return year
    if step == 1 or (step is None and context.tense(match.tokens.starts[match.first]) != PAST and not begun):
        return year + 1 if begun else year
    last = periods.season(year, code).last
    assert last is not None
    return year if (here > last if step == -1 else begun) else year - 1
