"""How the words of a language mark captions, bylines, biographies and service lines."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.lang.patterns import NAMES, alternatives, any_of, fill, parts, table

# A credit stands at the end: looking for it in the whole of each line would cost ten times more.
_CREDIT_LONGEST = 110
_MARKS = " \t.:…>»«›*•|-–—_#[]()"


@dataclass(frozen=True, slots=True)
class RegionWords:
    """Compiled patterns by kind of line; the tables of `regions.toml` say what each is for."""

    headline_longest: int
    caption_longest: int
    caption_opening: re.Pattern[str]
    caption_credit: re.Pattern[str]
    caption_old: re.Pattern[str]
    caption_describing: re.Pattern[str]
    caption_showing: re.Pattern[str]
    byline_longest: int
    byline: re.Pattern[str]
    byline_date: re.Pattern[str]
    byline_prefix: re.Pattern[str]
    names: re.Pattern[str]
    names_at: re.Pattern[str]
    no_names: frozenset[str]
    biography_longest: int
    biography: tuple[re.Pattern[str], ...]
    biography_author: re.Pattern[str]
    biography_further: re.Pattern[str]
    boilerplate_longest: int
    boilerplate_lines: frozenset[str]
    boilerplate_opening: re.Pattern[str]
    boilerplate_inside: re.Pattern[str]

    def is_caption(self, line: str) -> bool:
        """Whether the line is the words or the credit of a photograph."""
        if len(line) > self.caption_longest:
            return False
        return self.caption_opening.match(line) is not None or self.credit(line) is not None

    def credit(self, line: str) -> re.Match[str] | None:
        """The credit at the end of a caption, or None."""
        return self.caption_credit.search(line, max(0, len(line) - _CREDIT_LONGEST))

    def is_old(self, line: str) -> bool:
        """Whether a caption says that its photograph is from an archive."""
        return self.caption_old.search(line) is not None

    def is_byline(self, line: str) -> bool:
        """Whether the whole line says who wrote or when, in words that leave no doubt."""
        if len(line) > self.byline_longest:
            return False
        return self.byline.fullmatch(line) is not None or self.byline_date.fullmatch(line) is not None

    def is_lone_name(self, line: str) -> bool:
        """Whether the whole line can be the names of writers: only to be asked of the head of a report."""
        if len(line) > self.byline_longest or not self.names.fullmatch(line):
            return False
        return not any(word.strip(",.’'").lower() in self.no_names for word in line.split())

    def without_prefix(self, line: str) -> str:
        """A byline without its "By"."""
        line = " ".join(line.split())
        match = self.byline_prefix.match(line)
        return line[match.end() :].strip() if match else line

    def writers(self, line: str) -> str | None:
        """The writers that a line of the head names, or None: "By Ana Cruz, Reuters" gives "Ana Cruz"."""
        named = self.is_byline(line) and self.byline_date.fullmatch(line) is None
        if not named and not self.is_lone_name(line):
            return None
        match = self.names_at.match(self.without_prefix(line))
        return match[0].rstrip(".") if match else None

    def is_boilerplate(self, line: str) -> bool:
        """Whether the whole line is a service line."""
        if len(line) > self.boilerplate_longest:
            return False
        if len(line) < 60 and self._bare(line) in self.boilerplate_lines:
            return True
        bare = line.lstrip(_MARKS)
        return self.boilerplate_opening.match(bare) is not None or self.boilerplate_inside.search(line) is not None

    @staticmethod
    def _bare(line: str) -> str:
        return line.strip(_MARKS).lower().replace("’", "'")


@cache
def region_words(language: str = "en") -> RegionWords:
    """The words of `lang/<language>/regions.toml`, as compiled patterns."""
    words = table(language, "regions")
    headline, caption, byline = words["headline"], words["caption"], words["byline"]
    biography, boilerplate = words["biography"], words["boilerplate"]
    filled = {
        **parts(language),
        "role": f"(?i:{alternatives(byline['roles'])})",
        "title": f"(?i:{alternatives(biography['titles'])})s?",
    }
    return RegionWords(
        headline_longest=headline["longest"],
        caption_longest=caption["longest"],
        caption_opening=any_of(caption["openings"], filled),
        caption_credit=re.compile(f"(?:{any_of(caption['credits'], filled).pattern})\\s*$"),
        caption_old=re.compile(caption["old"]),
        caption_describing=re.compile(fill(caption["describing"], filled)),
        caption_showing=re.compile(caption["showing"]),
        byline_longest=byline["longest"],
        byline=any_of(byline["lines"], filled),
        byline_date=re.compile(fill(byline["dates"], filled)),
        byline_prefix=re.compile(rf"{filled['prefix']}:?\s+"),
        names=re.compile(NAMES),
        names_at=re.compile(rf"{NAMES}(?=$|[\s,|(.•·–—/-])"),
        no_names=frozenset(byline["no_names"]),
        biography_longest=biography["longest"],
        biography=tuple(re.compile(fill(biography[key], filled)) for key in ("opening", "work")),
        biography_author=re.compile(biography["author"]),
        biography_further=re.compile(biography["further"]),
        boilerplate_longest=boilerplate["longest"],
        boilerplate_lines=frozenset(boilerplate["lines"]),
        boilerplate_opening=any_of(boilerplate["openings"], filled),
        boilerplate_inside=any_of(boilerplate["inside"], filled),
    )
