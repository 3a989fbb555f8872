"""The meanings of expressions that count from the publication or from another expression."""

from datetime import date, timedelta

from dateline.extract.times import periods
from dateline.extract.times.context import FUTURE, PRESENT, Context, Expression, Meaning, expression
from dateline.extract.times.dates import date_period, month_is_meant, relative_step
from dateline.extract.times.grammar import Match
from dateline.extract.times.periods import Period, containing, day, moved, part_of

_FAR_YEARS, _LAST_YEAR = 30, 2060
_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}


def weekday(match: Match, context: Context) -> Meaning:
    """ "on Tuesday" by tense, "last Friday", "next Monday", "late on Monday night"."""
    at = match.at("WEEKDAY")
    assert at is not None
    number = match.tokens.meaning(at)
    if match.tokens.word(at).endswith("days") and match.tokens.word(at - 1) not in ("last", "next"):
        return expression(match, Period(f"XXXX-WXX-{number}"), type="SET")
    when, method = place_weekday(match, context, number)
    period = day(when) if when else Period(f"XXXX-WXX-{number}")
    found = expression(match, period, method=method, mod=match.one("EARLY_LATE"))
    part = match.one("PART")
    if part is None:
        return found
    inner = Period(f"{period.value}T{part}", when, when)
    return expression(match, inner, type="TIME", method=method, mod=match.one("EARLY_LATE"))


def place_weekday(match: Match, context: Context, number: int) -> tuple[date | None, str]:
    """The day that a weekday names: after last, next or this by the calendar, else by the tense."""
    today = context.today
    if today is None:
        return None, "publication"
    here = today.isoweekday()
    step = relative_step(match)
    if step == -1:
        return today - timedelta(days=(here - number) % 7 or 7), "publication"
    if step == 1:
        # "Next Friday", said on a Wednesday, is not the day after tomorrow: that would be "on Friday".
        return today + timedelta(days=7 - here + number), "publication"
    back, ahead = today - timedelta(days=(here - number) % 7), today + timedelta(days=(number - here) % 7)
    tense = context.tense(match.tokens.starts[match.at("WEEKDAY") or match.first])
    return (ahead if tense in (FUTURE, PRESENT) else back), "tense" if tense else "publication"


def weekday_of(match: Match, context: Context) -> Meaning:
    """ "Tuesday of last week"."""
    number, step, today = match.one("WEEKDAY"), relative_step(match), context.today
    if match.one("UNIT") != "week" or step is None or number is None:
        return None
    if today is None:
        return expression(match, Period(f"XXXX-WXX-{number}"), method="publication")
    monday = today - timedelta(days=today.isoweekday() - 1)
    return expression(match, day(monday + timedelta(days=7 * step + number - 1)), method="publication")


def day_before(match: Match, context: Context) -> Meaning:
    """ "the day before yesterday", "the week before last", "the day after Tuesday"."""
    unit, step = match.one("UNIT"), match.one("BEFORE_AFTER")
    base: date | None
    if (shift := match.one("DEICTIC")) is not None and context.today:
        base = context.today + timedelta(days=shift)
    elif (number := match.one("WEEKDAY")) is not None:
        base, _ = place_weekday(match, context, number)
    elif context.published is not None and len(match.all("UNIT")) == 1:
        base = moved(context.published, unit, step)
    else:
        return None
    if base is None:
        return expression(match, Period(_UNKNOWN.get(unit, "XXXX"), grain=unit), method="publication")
    return expression(match, containing(moved(base, unit, step), unit), method="publication")


def deictic(match: Match, context: Context) -> Meaning:
    """today, yesterday, tomorrow, tonight, "late yesterday"."""
    word = next(w for w in match.tokens.tokens[match.first : match.last] if w in _DEICTIC_PARTS)
    part = _DEICTIC_PARTS[word]
    if word == "today" and _at_large(match):
        return expression(match, Period("PRESENT_REF"), method="publication")
    return _day_part(match, context, match.one("DEICTIC"), part)


_DEICTIC_PARTS = {"today": None, "yesterday": None, "tomorrow": None, "tonight": "NI", "overnight": "NI"}


def _at_large(match: Match) -> bool:
    """ "today's world": the present, not the day."""
    return match.tokens.name(match.last) == "POSS" and match.tokens.word(match.last + 1) in (
        "world",
        "society",
        "youth",
    )


def _day_part(match: Match, context: Context, shift: int, part: str | None) -> Expression:
    mod = match.one("EARLY_LATE")
    if context.today is None:
        value = "PRESENT_REF" if shift == 0 and not part else "XXXX-XX-XX" + (f"T{part}" if part else "")
        return expression(match, Period(value), method="publication", type="TIME" if part else "DATE")
    when = context.today + timedelta(days=shift)
    if part is None:
        return expression(match, day(when), mod=mod, method="publication")
    return expression(
        match, Period(f"{when.isoformat()}T{part}", when, when), mod=mod, type="TIME", method="publication"
    )


def next_part(match: Match, context: Context) -> Meaning:
    """ "yesterday morning", "last night", "this morning", "the next morning"."""
    part, shift = match.one("PART"), match.one("DEICTIC")
    if shift is not None:
        return _day_part(match, context, shift, part)
    step = relative_step(match)
    if match.tokens.name(match.first) == "THE" or match.has("THAT", "SAME"):
        return _anchored(match, context, "day", 0 if step is None or match.has("SAME", "THAT") else step, part=part)
    return _day_part(match, context, step or 0, part)


def relative_unit(match: Match, context: Context) -> Meaning:
    """ "last week", "earlier this year", "the following month", "that day"."""
    unit, step = match.one("UNIT"), relative_step(match)
    if unit in ("minute", "hour", "fortnight") and step is not None:
        return None if unit != "hour" else expression(match, Period("PT1H"), type="DURATION")
    if match.has("REFERENCE"):
        step = 0
    if step is None:
        return None
    if _up_to_now(match):
        return _past_unit(match, context, unit)
    word = match.tokens.word(match.at("LAST", "NEXT") or -1)
    anaphoric = match.has("THAT", "SAME") or word in ("following", "previous", "preceding", "subsequent", "prior")
    if anaphoric or (word == "next" and match.has("THE") and unit == "day"):
        return _anchored(match, context, unit, step)
    return _from_publication(match, context, unit, step)


def _up_to_now(match: Match) -> bool:
    """ "The past year", "in the last week": counted back from the report; "last week" is the calendar's."""
    tokens = match.tokens
    if tokens.word(match.last - 2) == "past":
        return True
    lead = tokens.word(match.first - 1) in ("in", "over", "during", "for", "within")
    return (
        lead
        and tokens.name(match.first) == "THE"
        and tokens.word(match.last - 2) == "last"
        and tokens.word(match.last) != "of"
    )


def _past_unit(match: Match, context: Context, unit: str) -> Expression:
    """ "the past year": the twelve months up to now, not the calendar's."""
    first = moved(context.today, unit, -1) if context.today else None
    return expression(
        match, Period(f"P{_LENGTHS[unit]}", first, context.today, grain="range"), type="DURATION", method="publication"
    )


_LENGTHS = {
    "day": "1D",
    "week": "1W",
    "month": "1M",
    "year": "1Y",
    "decade": "10Y",
    "century": "100Y",
    "millennium": "1000Y",
}


def _from_publication(match: Match, context: Context, unit: str, step: int) -> Meaning:
    mod = match.one("EARLY_LATE", "EDGE")
    needed = {"day": context.today, "week": context.today, "month": context.this_month}
    base = needed.get(unit, context.published)
    if base is None:
        return expression(match, Period(_UNKNOWN.get(unit, "XXXX"), grain=unit), mod=mod, method="publication")
    period = containing(moved(base, unit, step), unit)
    if mod:
        period = part_of(period, mod, edge=match.has("EDGE"))
    later = match.one("EARLIER_LATER")
    if later is not None and step == 0 and period.first and period.last:
        period = period.during(period.first, base) if later < 0 else period.during(base, period.last)
    return expression(match, period, mod=mod, method="publication")


def _anchored(match: Match, context: Context, unit: str, step: int, *, part: str | None = None) -> Meaning:
    """A unit counted from the expression before; the words are still those of a time where there is none."""
    anchor, base = base_of(context, unit)
    kind = "TIME" if part else "DATE"
    if base is None:
        value = _UNKNOWN.get(unit, "XXXX") + (f"T{part}" if part else "")
        return expression(match, Period(value, grain=unit), type=kind, method="anchor")
    period = containing(moved(base, unit, step), unit)
    if part:
        period = Period(f"{period.value}T{part}", period.first, period.last)
    return expression(match, period, type=kind, method="anchor", anchor=anchor)


def base_of(context: Context, unit: str) -> tuple[int | None, date | None]:
    """The expression and the day from which a counted unit starts; a reference coarser than the unit fixes nothing."""
    found = context.reference()
    if found is None:
        return None, None
    index, period = found
    if _coarser(period.grain, unit):
        return index, None
    return index, period.first


def _coarser(grain: str, unit: str) -> bool:
    order = periods.GRAINS
    return grain in order and unit in order and order.index(grain) > order.index(unit)


def day_relative(match: Match, context: Context) -> Meaning:
    """ "the day before", "the year after", "the week earlier"."""
    unit, step = match.one("UNIT"), match.one("BEFORE_AFTER", "EARLIER_LATER")
    part = match.one("PART")
    following = match.tokens.name(match.last)
    if following in ("OTHER", "THE", "A", "THAT", "THIS") and match.tokens.word(match.last) not in _STOPS:
        # "the day after the vote": an event is the anchor, and only reading it gives a date.
        return None
    return _anchored(match, context, unit or "day", step, part=part)


_STOPS = frozenset({".", ",", ";", ":", "!", "?", "when", "with", "by", "for", "but", "at", ")", "”", '"', "’", ""})


def ago(match: Match, context: Context) -> Meaning:
    """ "two weeks ago", "a year earlier", "three days later", "years ago"."""
    amount, unit = amount_of(match), unit_of(match)
    mod = rough(match)
    back = match.has("AGO")
    step = match.one("AGO", "EARLIER_LATER") or 1
    if match.has("REFERENCE") and match.tokens.word(match.at("REFERENCE") or 0) != "now":
        return None
    if amount is None or isinstance(amount, str) or unit is None:
        return expression(match, Period("FUTURE_REF" if step > 0 else "PAST_REF"), mod=mod, method="publication")
    anchor: int | None = None
    base = context.published if back or match.has("REFERENCE") else None
    grain, method = _grain(unit), "publication"
    if back and (quarter := _quarter_before(match, context)) is not None and unit == "year" and amount == 1:
        # "from $3 million a year ago", said of a quarter's earnings, is that quarter of the year before.
        grain, method, anchor = context.found[quarter].period.grain, "anchor", quarter
        base = context.found[quarter].period.first
    elif not back and not match.has("REFERENCE"):
        method = "anchor"
        anchor, base = base_of(context, grain)
        grain, base = _same_quarter(context, anchor, unit, amount, grain, base)
    elif context.grain != "day" and _coarser(context.grain, grain):
        base = None
    if base is None:
        return expression(match, Period(_UNKNOWN.get(grain, "XXXX"), grain=grain), mod=mod, method=method)
    return expression(match, _counted(base, unit, amount, step, grain), mod=mod, method=method, anchor=anchor)


def _quarter_before(match: Match, context: Context) -> int | None:
    """The quarter that the sentence is about."""
    if (
        not context.found
        or context.found[-1].period.grain not in ("quarter", "half")
        or context.found[-1].period.first is None
    ):
        return None
    between = match.tokens.text[context.found[-1].end : match.tokens.starts[match.first]]
    return None if "\n" in between or len(between) > 200 else len(context.found) - 1


def _grain(unit: str) -> str:
    return "day" if unit in ("second", "minute", "hour") else "week" if unit == "fortnight" else unit


def _same_quarter(
    context: Context, anchor: int | None, unit: str, amount: float, grain: str, base: date | None
) -> tuple[str, date | None]:
    """ "a year earlier", after a quarter, a month or a day, is that quarter, month or day of the year before."""
    if anchor is None or unit != "year" or amount != 1:
        return grain, base
    period = context.found[anchor].period
    return (period.grain, period.first) if period.grain in ("quarter", "half") else (grain, base)


def _counted(base: date, unit: str, amount: float, step: int, grain: str) -> Period:
    if unit in ("second", "minute"):
        return day(base)
    if unit == "hour":
        return day(base + timedelta(days=step * int(amount // 24)))
    whole = int(amount)
    try:
        at = moved(base, unit, step * whole)
    except (ValueError, OverflowError):
        return Period("PAST_REF" if step < 0 else "FUTURE_REF")
    if at.year > base.year + _FAR_YEARS and at.year > _LAST_YEAR:
        # "… still live today, 200 years later": not counted from today.
        return Period("XXXX", grain="year")
    if amount != whole and unit == "year":
        at = moved(at, "month", step * round((amount - whole) * 12))
    if amount != whole and unit == "month":
        at += timedelta(days=step * 15)
    period = containing(at, "year" if grain == "decade" else grain)
    # "Two weeks ago" is that day of that week; the value names the week.
    return period.during(at, at) if grain in ("week", "weekend") else period


def unit_ago(match: Match, context: Context) -> Meaning:
    """ "the year-ago quarter", "year-earlier period": a year before the quarter that the text is about."""
    unit = match.one("UNIT")
    anchor, base = base_of(context, unit)
    before = context.found[anchor].period if anchor is not None else None
    if before is not None and before.grain in ("quarter", "half") and base is not None:
        return expression(match, containing(moved(base, unit, -1), before.grain), method="anchor", anchor=anchor)
    if context.published is None:
        return expression(match, Period("XXXX", grain=unit), method="publication")
    return expression(match, containing(moved(context.published, unit, -1), unit), method="publication")


def before_that(match: Match, context: Context) -> Meaning:
    """ "two days before that"."""
    amount, unit = amount_of(match), unit_of(match)
    if amount is None or isinstance(amount, str) or unit is None:
        return None
    anchor, base = base_of(context, _grain(unit))
    if base is None:
        return None
    step = match.one("BEFORE_AFTER")
    return expression(match, _counted(base, unit, amount, step, _grain(unit)), method="anchor", anchor=anchor)


def unit_of_date(match: Match, context: Context) -> Meaning:
    """ "the week of March 6"."""
    if match.one("UNIT") != "week" or not month_is_meant(match):
        return None
    found = date_period(match, context)
    if found is None or found[0].first is None:
        return None
    return expression(match, containing(found[0].first, "week"), method=found[1])


def part_of_date(match: Match, context: Context) -> Meaning:
    """ "the morning of January 31", "the night of last Tuesday"."""
    part = match.one("PART")
    if match.has("MONTH", "MAYBE_MONTH"):
        found = date_period(match, context) if month_is_meant(match) else None
        when, method = (found[0].first, found[1]) if found else (None, "")
    else:
        when, method = place_weekday(match, context, match.one("WEEKDAY"))
    if when is None:
        return None
    return expression(match, Period(f"{when.isoformat()}T{part}", when, when), type="TIME", method=method)


def weekend(match: Match, context: Context) -> Meaning:
    """ "last weekend", "over the weekend" by tense."""
    step, today = relative_step(match), context.today
    if match.tokens.capital(match.last - 1) and match.last - match.first == 1:
        return None
    if today is None:
        return expression(match, Period(_UNKNOWN["weekend"], grain="weekend"), method="publication")
    if step is None or match.has("THIS"):
        tense = context.tense(match.tokens.starts[match.first])
        this_week = today.isoweekday() >= 6 or tense in (FUTURE, PRESENT)
        step = 0 if this_week else -1
    elif step == -1 and today.isoweekday() == 7:
        step = -1
    return expression(match, periods.weekend(today + timedelta(days=7 * step)), method="publication")


def at_that_time(match: Match, context: Context) -> Meaning:
    """ "at that time": the time told before; the past where none was told."""
    found = context.reference()
    if found is None:
        return expression(match, Period("PAST_REF"), method="anchor")
    return expression(match, found[1], method="anchor", anchor=found[0])


def amount_of(match: Match) -> float | str | None:
    """The number of units: 2, 1.5, "X" for several, None where no number stands there."""
    found: float | str | None = None
    tokens = match.tokens
    for index in range(match.first, match.last):
        name, meaning = tokens.name(index), tokens.meaning(index)
        if name in ("DAY", "COUNT", "YEAR", "NUMBER"):
            found = _spoken(found, meaning) if name == "NUMBER" else meaning
        elif name == "FIGURE":
            found = _with_fraction(found, _figure(str(meaning)))
        elif name == "VAGUE":
            found = meaning
        elif name == "HALF":
            found = (found if isinstance(found, int | float) and not isinstance(found, bool) else 0) + 0.5
        elif name == "A" and found is None and tokens.name(index + 1) not in ("NUMBER", "VAGUE", "HALF"):
            found = 1
    return found


def _spoken(before: float | str | None, number: int) -> int:
    """ "twenty four", "two hundred": numbers said one after the other."""
    if isinstance(before, int) and number == 100:
        return before * 100
    if isinstance(before, int) and before % 10 == 0 and before > 10 and number < 10:
        return before + number
    return number


def _with_fraction(before: float | str | None, figure: float | str) -> float | str:
    """ "5 1/2": a fraction adds to the number before it."""
    if isinstance(before, int) and isinstance(figure, float) and figure < 1:
        return before + figure
    return figure


def _figure(word: str) -> float | str:
    over, slash, under = word.partition("/")
    if slash and over.isdecimal() and under.isdecimal() and 0 < int(over) < int(under):
        return int(over) / int(under)
    try:
        number = float(word.replace(",", ""))
    except ValueError:
        return "X"
    return int(number) if number.is_integer() else number


def unit_of(match: Match) -> str | None:
    """The unit that is counted."""
    unit = match.one("UNIT", "UNITS", "QUARTER")
    return str(unit) if unit else None


def after_rough(match: Match) -> int:
    """The first token of the extent: "about" and "nearly" stay outside, "more than" and "at least" do not."""
    return match.first + 1 if match.tokens.word(match.first) in _OUTSIDE else match.first


_OUTSIDE = frozenset({"about", "around", "approximately", "roughly", "nearly"})


def rough(match: Match) -> str | None:
    """The TIMEX3 mod of "about", "more than", "at least"."""
    found = match.one("APPROXIMATE", "COMPARE", "EXTREME")
    return str(found) if found else None
