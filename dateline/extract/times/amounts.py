"""The meanings of durations, sets, times of day, feasts, and of now and then."""

from datetime import date, timedelta

from dateline.extract.times import periods
from dateline.extract.times.context import PAST, Context, Meaning, expression
from dateline.extract.times.dates import date_period, glued, month_is_meant, relative_step
from dateline.extract.times.grammar import Match
from dateline.extract.times.periods import Period, day, moved
from dateline.extract.times.relative import after_rough, amount_of, place_weekday, rough, unit_of

_CODES = {
    "second": ("PT", "S", 1),
    "minute": ("PT", "M", 1),
    "hour": ("PT", "H", 1),
    "day": ("P", "D", 1),
    "week": ("P", "W", 1),
    "fortnight": ("P", "W", 2),
    "month": ("P", "M", 1),
    "quarter": ("P", "Q", 1),
    "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10),
    "century": ("P", "Y", 100),
    "millennium": ("P", "Y", 1000),
}
_PARTS_OF_UNIT = {"year": ("M", 12, "P"), "day": ("H", 24, "PT"), "hour": ("M", 60, "PT")}


def duration_value(amount: float | str, unit: str) -> str:
    """P5Y, PT5H30M, PXM."""
    prefix, code, size = _CODES[unit]
    if isinstance(amount, str):
        return f"{prefix}X{code}"
    total = amount * size
    whole = int(total)
    if total == whole:
        return f"{prefix}{whole}{code}"
    if unit in _PARTS_OF_UNIT:
        smaller, count, inner = _PARTS_OF_UNIT[unit]
        rest = f"{round((total - whole) * count)}{smaller}"
        head = f"{prefix}{whole}{code}" if whole else prefix if inner == prefix else ""
        return head + (rest if inner == prefix else f"T{rest}" if whole else f"PT{rest}")
    return f"{prefix}{total:g}{code}"


def duration(match: Match, _: Context) -> Meaning:
    """ "three months", "a two-day visit", "at least 72 hours"; not ages."""
    tokens = match.tokens
    if _is_age(match) or glued(tokens, match.first):
        return None
    amount, unit = amount_of(match), unit_of(match)
    if unit is None or amount is None or (unit == "quarter" and not tokens.word(match.last - 1).endswith("s")):
        return None
    if match.tokens.name(match.first) == "A" and amount == 1 and match.last - match.first == 2:
        return _one_unit(match, unit)
    if match.has("UNIT") and not match.has("DASH") and amount not in (1, 0.5) and not isinstance(amount, str):
        # "20 year": a misprint, or two things side by side.
        return None if match.has("YEAR") else expression(match, Period(duration_value(amount, unit)), type="DURATION")
    first = after_rough(match)
    if tokens.name(first) == "A" and match.has("DASH"):
        first += 1
    return expression(match, Period(duration_value(amount, unit)), type="DURATION", mod=rough(match), first=first)


def _one_unit(match: Match, unit: str) -> Meaning:
    """ "a year": how long, or how often ("$3 million a year")."""
    before = match.tokens.word(match.first - 1)
    if match.tokens.name(match.first - 1) == "UNITS":
        return None
    often = before in ("million", "billion", "times", "percent", "twice", "once", "barrels", "tons", "dollars")
    return expression(match, Period(duration_value(1, unit)), type="SET" if often else "DURATION")


def _is_age(match: Match) -> bool:
    tokens, after = match.tokens, match.last
    if tokens.name(after) == "DASH":
        after += 1
    return tokens.name(after) == "OLD" or (tokens.word(after) == "of" and tokens.word(after + 1) == "age")


def unit_long(match: Match, _: Context) -> Meaning:
    """ "day-long", "decades-long"."""
    unit = unit_of(match)
    assert unit is not None
    amount: float | str = "X" if match.has("UNITS") else 1
    return expression(match, Period(duration_value(amount, unit)), type="DURATION")


def bare_units(match: Match, _: Context) -> Meaning:
    """ "for years", "within hours", "days of fighting"."""
    tokens = match.tokens
    unit = unit_of(match)
    if unit is None or unit == "quarter" or _is_age(match):
        return None
    before, after = tokens.word(match.first - 1), tokens.word(match.last)
    if tokens.name(match.first - 1) == "EARLY_LATE":
        return None
    if before in _BEFORE_UNITS or after in ("of", "after", "before", "later"):
        return expression(match, Period(duration_value("X", unit)), type="DURATION")
    return None


_BEFORE_UNITS = frozenset({"for", "in", "within", "over", "after", "through", "lasted", "took", "take", "of", "many"})


def whole_unit(match: Match, _: Context) -> Meaning:
    """ "the whole year", "another month"."""
    unit = unit_of(match)
    if unit is None or not match.has("FULL", "ANOTHER"):
        return None
    return expression(match, Period(duration_value(1, unit)), type="DURATION")


def last_units(match: Match, context: Context) -> Meaning:
    """ "the past four months": how long, and the days up to (or from) the publication."""
    amount, unit, step = amount_of(match), unit_of(match), match.one("LAST", "NEXT")
    if unit is None or amount is None or _lasts(match):
        return None
    value = duration_value(amount, unit)
    first, last = _stretch(context.today, amount, unit, step)
    period = Period(value, first, last, grain="range")
    return expression(match, period, type="DURATION", mod=rough(match), method="publication")


def _lasts(match: Match) -> bool:
    """ "To last more than two years": the verb."""
    tokens = match.tokens
    return (
        tokens.word(match.first) == "last"
        and tokens.word(match.first - 1) in tokens.words.lists["tense"]["before_verb"]
    )


def _stretch(today: date | None, amount: float | str, unit: str, step: int) -> tuple[date | None, date | None]:
    if today is None or isinstance(amount, str):
        return None, None
    if unit in ("second", "minute", "hour"):
        other = today + timedelta(days=step) if amount >= 12 and unit == "hour" else today
    else:
        try:
            other = moved(today, unit, step * int(amount))
        except (ValueError, OverflowError):
            return None, None
    return (other, today) if step < 0 else (today, other)


def vague_units(match: Match, _: Context) -> Meaning:
    """ "recent days", "the coming weeks"."""
    unit = unit_of(match)
    if unit is None or (match.has("REFERENCE") and match.tokens.word(match.at("REFERENCE") or 0) != "recent"):
        return None
    return expression(match, Period(duration_value("X", unit)), type="DURATION", method="publication")


def every(match: Match, _: Context) -> Meaning:
    """ "every day", "each Monday", "every two weeks"."""
    if (number := match.one("WEEKDAY")) is not None:
        return expression(match, Period(f"XXXX-WXX-{number}"), type="SET")
    if (number := match.one("MONTH", "MAYBE_MONTH")) is not None:
        return expression(match, Period(f"XXXX-{number:02d}"), type="SET") if month_is_meant(match) else None
    if (part := match.one("PART")) is not None:
        return expression(match, Period(f"XXXX-XX-XXT{part}"), type="SET")
    if (code := match.one("SEASON", "MAYBE_SEASON")) is not None:
        return expression(match, Period(f"XXXX-{code}"), type="SET")
    if match.has("WEEKEND"):
        return expression(match, Period("XXXX-WXX-WE"), type="SET")
    unit, amount = unit_of(match), amount_of(match)
    return (
        expression(match, Period(duration_value(amount or match.one("ORDINAL") or 1, unit)), type="SET")
        if unit
        else None
    )


def rate(match: Match, _: Context) -> Meaning:
    """ "per year"."""
    unit = unit_of(match)
    assert unit is not None
    return expression(match, Period(duration_value(1, unit)), type="SET")


def set_word(match: Match, _: Context) -> Meaning:
    """daily, weekly, annually; not the Daily Mail, nor the Party daily Granma."""
    tokens = match.tokens
    if tokens.name(match.last) == "OTHER" and _capital(match, match.last):
        return None
    if tokens.capital(match.first) and tokens.name(match.first - 1) == "OTHER" and _capital(match, match.first - 1):
        return None
    return expression(match, Period(match.one("SET")), type="SET")


def _capital(match: Match, index: int) -> bool:
    return 0 <= index < len(match.tokens.tokens) and match.tokens.capital(index)


def clock(match: Match, context: Context) -> Meaning:
    """ "6 p.m. on Saturday", "10:35 GMT", "midnight Tuesday", "4 in the morning"; not scores."""
    tokens = match.tokens
    time = _time_of_day(match)
    if (
        time is None
        or not _told_as_time(match)
        or glued(tokens, match.first)
        or (tokens.name(match.last) == "DASH" and not tokens.spaced(match.last))
    ):
        return None
    when, method = _day_of_clock(match, context)
    head = when.isoformat() if when else "XXXX-XX-XX"
    return expression(match, Period(f"{head}{time}{_zone(match)}", when, when), type="TIME", method=method)


def _time_of_day(match: Match) -> str | None:
    if (point := match.one("POINT")) is not None:
        return str(point)
    half, zone = match.one("AMPM"), match.at("ZONE", "TIME")
    part = match.one("PART")
    if (clock_ := match.one("CLOCK")) is not None:
        hour, minute = clock_
        dotted = "." in match.tokens.word(match.at("CLOCK") or 0)
        if half is None and part is None and zone is None and (dotted or not _after_at(match)):
            return None
    elif zone is not None and match.has("COUNT", "YEAR", "FIGURE"):
        written = match.tokens.word(match.at("COUNT", "YEAR", "FIGURE") or 0)
        if len(written) != 4 or not written.isdecimal():
            return None
        hour, minute = int(written[:2]), int(written[2:])
    else:
        hour, minute = match.one("DAY", "NUMBER"), 0
    if hour > 24 or minute > 59 or (hour > 12 and half is not None):
        return None
    if half is not None:
        hour = hour % 12 + half
    elif part in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    return f"T{hour:02d}:{minute:02d}"


def _told_as_time(match: Match) -> bool:
    """Noon, dawn and the like name a time after "at" and its kin or beside a day; else they may be pictures."""
    return not match.has("POINT") or _after_at(match) or match.last - match.first > 1


def _after_at(match: Match) -> bool:
    return match.tokens.word(match.first - 1) in ("at", "by", "until", "from", "around", "about", "before", "after")


def _zone(match: Match) -> str:
    zone = match.one("ZONE")
    if zone is None or zone == 99:
        return ""
    if zone == 0:
        return "Z"
    return f"{zone:+03.0f}" if zone == int(zone) else f"{int(zone):+03d}:30"


def _day_of_clock(match: Match, context: Context) -> tuple[date | None, str]:
    if (shift := match.one("DEICTIC")) is not None:
        return (context.today + timedelta(days=shift) if context.today else None), "publication"
    if match.has("MONTH", "MAYBE_MONTH"):
        found = date_period(match, context)
        return (found[0].first, found[1]) if found else (None, "publication")
    if match.has("PART") and match.has("LAST", "THIS"):
        return (context.today + timedelta(days=relative_step(match) or 0) if context.today else None), "publication"
    if (number := match.one("WEEKDAY")) is not None:
        return place_weekday(match, context, number)
    if (number := _weekday_after(match)) is not None:
        return place_weekday(match, context, number)
    if context.found and context.found[-1].period.grain == "day" and context.found[-1].period.first:
        before = context.found[-1]
        between = match.tokens.text[before.end : match.tokens.starts[match.first]]
        if len(between) < 60 and "\n" not in between and ". " not in between:
            return before.period.first, "anchor"
    return context.today, "publication"


def _weekday_after(match: Match) -> int | None:
    """The weekday of "10:35 a.m. (0735 GMT) Friday"."""
    tokens = match.tokens
    if tokens.word(match.last) != "(":
        return None
    for index in range(match.last, match.last + 6):
        if tokens.word(index) == ")" and tokens.name(index + 1) == "WEEKDAY":
            return int(tokens.meaning(index + 1))
    return None


def feast(match: Match, context: Context) -> Meaning:
    """ "Christmas Eve", "last Thanksgiving", "Election Day": the nearest, or the one that words and tense look at."""
    tokens = match.tokens
    at = match.at("FEAST", "MAYBE_MONTH")
    assert at is not None
    if not tokens.capital(at):
        return None
    last, name = _longest_feast(match, at)
    if name is None:
        return None
    how, rule = tokens.words.feasts[name]
    year = tokens.meaning(last) if tokens.name(last) == "YEAR" else None
    end = last + 1 if year else last
    if how == "undated" or context.published is None:
        return (
            expression(match, Period(f"{year or 'XXXX'}", grain="feast"), last=end)
            if how != "fixed" or not year
            else None
        )
    when = (
        feast_day(how, rule, year) if year else _nearest_feast(match, context, (how, rule), at=tokens.starts[last - 1])
    )
    return expression(match, day(when), last=end, method="absolute" if year else "publication")


def _longest_feast(match: Match, at: int) -> tuple[int, str | None]:
    tokens = match.tokens
    for length in (4, 3, 2, 1):
        words = tokens.tokens[at : at + length]
        name = " ".join(words).replace(" 's", "'s").replace(" ’s", "'s").replace(" - ", "-").replace(" .", ".")
        if name in tokens.words.feasts and tokens.capital(at + length - 1) | (
            tokens.word(at + length - 1) in ("'s", "’s")
        ):
            return at + length, name
    return at, None


def _nearest_feast(match: Match, context: Context, feast_rule: tuple[str, str | int], *, at: int) -> date:
    here = context.published
    assert here is not None
    near = [feast_day(*feast_rule, year) for year in (here.year - 1, here.year, here.year + 1)]
    step = relative_step(match)
    tense = context.tense(at)
    if step == -1:
        return max(d for d in near if d < here)
    if step == 1:
        return min(d for d in near if d > here)
    if tense == PAST:
        return max(d for d in near if d <= here)
    return min(near, key=lambda d: abs((d - here).days))


def feast_day(how: str, rule: str | int, year: int) -> date:
    """The day of a feast in a year, by the rules of `holidays.toml`."""
    if how == "easter":
        return periods.easter(year) + timedelta(days=int(rule))
    text = str(rule)
    text, _, plus = text.partition("+")
    parts = text.split("-", 2)
    if len(parts) == 2:
        return date(year, int(parts[0]), int(parts[1]))
    return periods.nth_weekday(year, int(parts[0]), int(parts[1]), int(parts[2])) + timedelta(days=int(plus or 0))


def reference(match: Match, _: Context) -> Meaning:
    """now, currently, recently, "the future"."""
    tokens = match.tokens
    word = tokens.word(match.last - 1)
    if word not in tokens.words.lists["reference_use"]["alone"]:
        return None
    if word == "now" and tokens.word(match.last) == "-":
        return None
    return expression(match, Period(match.one("REFERENCE")), method="publication")


def past(match: Match, _: Context) -> Meaning:
    """ "in the past"."""
    return (
        expression(match, Period("PAST_REF"), method="publication")
        if match.tokens.word(match.last - 1) == "past"
        else None
    )


def present(match: Match, _: Context) -> Meaning:
    """ "at the moment", "at present"."""
    return expression(match, Period(match.one("PRESENT")), method="publication")
