"""Reading the dates and durations of a text by a language's `Times` rows.

Stands under `world/` because two stages use it: `clean` for the publication date, `find` for everything else.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Literal

from dragoman.model import Record
from dragoman.world.files import expand
from dragoman.world.pack.times import Times, Unit

_YEARS = r"(?:19|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_MON = r"(?:1[0-2]|0?[1-9])"
_FIELD = re.compile(r"\{(\w+)\}")
_GROUP = re.compile(r"\(\?P<\w+>")
_FIGURE = r"\d{1,4}(?:[.,]\d{1,2})?"


class Day(Record, frozen=True):
    """A day, month or year as far as it is told."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def edtf(self, year: int) -> str | None:
        """As EDTF with this year where none is told; None for a day that does not exist."""
        number = self.year or year
        if self.month is None:
            return f"{number:04d}"
        if self.day is None:
            return f"{number:04d}-{self.month:02d}"
        try:
            return date(number, self.month, self.day).isoformat()
        except ValueError:
            return None


class Time(Record, frozen=True):
    """A date expression or a duration at `[start, end)` of the text.

    A date is told as `first` (to `last`), as a `weekday` (0 = Monday; `toward` turns it), or as `shift` units from
    the day of the report.
    """

    start: int
    end: int
    kind: Literal["date", "duration"]
    minutes: int | None = None
    first: Day | None = None
    last: Day | None = None
    weekday: int | None = None
    toward: Literal["past", "future"] | None = None
    unit: Unit | None = None
    shift: int = 0

    @property
    def full(self) -> bool:
        """Whether the text gives day, month and year of one day."""
        d = self.first
        return d is not None and self.last is None and None not in (d.year, d.month, d.day)

    def resolve(self, anchor: str | None, future: bool = False) -> tuple[str, Literal["stated", "relative"]] | None:
        """The EDTF date counted from `anchor` (YYYY-MM-DD), and whether the text states it whole.

        A weekday is the last one up to the anchor (with `future` the next one after it), a day without a year the
        nearest past one (future: coming one). None for a duration, and without the anchor that is needed.
        """
        if self.first is not None and self.first.year is not None:
            told = self._interval(self.first.year)
            return None if told is None else (told, "stated")
        if anchor is None or self.kind == "duration":
            return None
        day = date.fromisoformat(anchor)
        if self.first is not None:
            found = self._nearest(day, future)
        elif self.weekday is not None:
            found = self._next_weekday(day, future).isoformat()
        else:
            found = self._shifted(day)
        return None if found is None else (found, "relative")

    def _interval(self, year: int) -> str | None:
        assert self.first is not None
        start = self.first.edtf(year)
        if start is None or self.last is None:
            return start
        end = self.last.edtf(year)
        return start if end is None or end <= start else f"{start}/{end}"

    def _nearest(self, day: date, future: bool) -> str | None:
        """The day without a year in the year nearest to `day`, before or after it."""
        assert self.first is not None
        month = self.first.month or 1
        told = (month, self.first.day or (day.day if month == day.month else 1))
        year = day.year
        if future and told < (day.month, day.day):
            year += 1
        elif not future and told > (day.month, day.day):
            year -= 1
        return self._interval(year)

    def _next_weekday(self, day: date, future: bool) -> date:
        assert self.weekday is not None
        back = (day.weekday() - self.weekday) % 7
        toward = self.toward or ("future" if future else None)
        if toward == "future":
            return day + timedelta(days=7 - back)
        return day - timedelta(days=7 if toward == "past" and back == 0 else back)

    def _shifted(self, day: date) -> str:
        if self.unit == "day":
            return (day + timedelta(days=self.shift)).isoformat()
        if self.unit == "week":
            monday = day + timedelta(weeks=self.shift, days=-day.weekday())
            return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
        if self.unit == "year":
            return f"{day.year + self.shift:04d}"
        months = day.year * 12 + day.month - 1 + self.shift
        return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _either(words: list[str]) -> str:
    """The words as alternatives, longest first, each whole."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))) + r")(?!\w)"


def _named(rows: tuple[str, ...]) -> dict[str, int]:
    return {word: number for number, row in enumerate(rows) for word in expand(row)}


def _capitals(words: tuple[str, ...]) -> list[str]:
    """All forms of compact patterns, each also with a capital first letter."""
    forms = [form for word in words for form in expand(word)]
    return forms + [f[0].upper() + f[1:] for f in forms]


class Reader:
    """The compiled form of a `Times` pack. One pass over the text finds all dates, another the durations."""

    def __init__(self, pack: Times) -> None:
        self._months = _named(pack.months)
        self._weekdays = _named(pack.weekdays)
        self._short = _named(pack.weekdays_short)
        self._numbers = {form: n.value for n in pack.numbers for form in _capitals(n.words)}
        self._relative = {form: (r.unit, r.shift) for r in pack.relative for form in _capitals(r.words)}
        self._toward = {form: t.toward for t in pack.toward for form in _capitals(t.words)}
        self._ago = pack.ago
        self._durations = pack.durations
        self._units = pack.units
        self._fields = self._patterns()
        edge = r"(?<!\w)" if pack.spaced else r"(?<!\d)"
        dates = [*pack.dates, *(a.shape for a in pack.ago)]
        self._shapes = [re.compile(self._spell(shape, named=True)) for shape in dates]
        self._told = len(pack.dates)
        shapes = [f"(?P<s{i}>{self._spell(shape, named=False)})" for i, shape in enumerate(dates)]
        shapes += self._words(pack)
        self._date = re.compile(edge + "(?:" + "|".join(shapes) + ")") if shapes else None
        spans = [self._spell(d.shape, named=False) for d in pack.durations]
        before = "".join(f"(?<!{re.escape(w)} )" for w in pack.not_before)
        after = rf"(?!\s+{_either(list(pack.not_after))})" if pack.not_after else ""
        body = "|".join(f"(?P<s{i}>{shape})" for i, shape in enumerate(spans))
        self._duration = re.compile(f"{edge}{before}(?:{body}){after}") if spans else None
        self._lengths = [re.compile(self._spell(d.shape, named=True)) for d in pack.durations]

    def _patterns(self) -> dict[str, str]:
        number = f"(?:{_FIGURE}|{_either(list(self._numbers))})" if self._numbers else f"(?:{_FIGURE})"
        weekdays = [*self._weekdays, *self._short]
        month = _either(list(self._months)) if self._months else "(?!)"
        return {
            "weekday": _either(weekdays) if weekdays else "(?!)",
            "month": month, "month2": month, "mon": _MON, "mon2": _MON, "n": number, "n2": number,
            "day": rf"{_DAY}(?!\d|,\d)", "day2": rf"{_DAY}(?!\d|,\d)",
            "year": rf"{_YEARS}(?!\d)", "year2": rf"{_YEARS}(?!\d)",
        }  # fmt: skip

    def _spell(self, shape: str, named: bool) -> str:
        """A shape as a regular expression; `named` keeps its fields as groups."""

        def field(found: re.Match[str]) -> str:
            name = found.group(1)
            if name == "dash":
                return r"\s?[-–—]\s?"
            return f"(?P<{name}>{self._fields[name]})" if named else f"(?:{self._fields[name]})"

        spelled = _FIELD.sub(field, shape.replace(" ", r"\s+").replace(r"\s+?", r"\s*"))
        return spelled if named else _GROUP.sub("(?:", spelled)

    def _words(self, pack: Times) -> list[str]:
        """The shapes made of words alone: weekdays with what turns them, and words like "yesterday"."""
        out = []
        if self._relative:
            out.append(f"(?P<relative>{_either(list(self._relative))})")
        if self._weekdays:
            sides = {
                side: [f for t in pack.toward if t.side == side for f in _capitals(t.words)]
                for side in ("before", "after")
            }
            before = rf"(?:{_either(sides['before'])}\s+)?" if sides["before"] else ""
            after = rf"(?:\s+{_either(sides['after'])})?" if sides["after"] else ""
            out.append(f"(?P<weekday>{before}{_either(list(self._weekdays))}{after})")
        return out

    def read(self, text: str, start: int = 0, end: int | None = None) -> list[Time]:
        """Every date and duration in `text[start:end]`, in order; offsets count in `text`."""
        stop = len(text) if end is None else end
        out = self.dates(text, start, stop)
        if self._duration is not None and any(text.find(unit, start, stop) >= 0 for unit in self._units):
            taken = [(t.start, t.end) for t in out]
            for found in self._duration.finditer(text, start, stop):
                if not any(s < found.end() and found.start() < e for s, e in taken):
                    out.append(self._length(found))
            out.sort(key=lambda t: t.start)
        return out

    def dates(self, text: str, start: int = 0, end: int | None = None) -> list[Time]:
        """Every date expression in `text[start:end]`."""
        if self._date is None:
            return []
        return [self._one(found) for found in self._date.finditer(text, start, len(text) if end is None else end)]

    def _one(self, found: re.Match[str]) -> Time:
        kind, start, end = found.lastgroup or "", found.start(), found.end()
        words = " ".join(found.group().split())
        if kind == "relative":
            unit, shift = self._relative[words]
            return Time(start=start, end=end, kind="date", unit=unit, shift=shift)
        if kind == "weekday":
            day = next(number for name, number in self._weekdays.items() if name in words)
            toward = next((t for form, t in self._toward.items() if words != form and form in words), None)
            return Time(start=start, end=end, kind="date", weekday=day, toward=toward)
        number = int(kind[1:])
        part = self._shapes[number].fullmatch(found.group()) or self._shapes[number].match(found.string, start)
        assert part is not None
        if number >= self._told:
            ago = self._ago[number - self._told]
            shift = ago.sign * int(self._value(part.group("n")))
            return Time(start=start, end=end, kind="date", unit=ago.unit, shift=shift)
        got = {k: v for k, v in part.groupdict().items() if v}
        if "at" in got:
            start, end = start + part.start("at") - part.start(), start + part.end("at") - part.start()
        return self._told_date(got, start, end)

    def _told_date(self, got: dict[str, str], start: int, end: int) -> Time:
        def month(key: str, digits: str) -> int | None:
            if key in got:
                return self._months[" ".join(got[key].split())] + 1
            return int(got[digits]) if digits in got else None

        year = int(got["year"]) if "year" in got else None
        other = month("month2", "mon2")
        first = Day(year=year, month=month("month", "mon"), day=int(got["day"]) if "day" in got else None)
        last = None
        if "day2" in got or "year2" in got or other is not None:
            day = int(got["day2"]) if "day2" in got else None
            late = int(got["year2"]) if "year2" in got else year
            if late is not None and year is None:  # "30 March to 2 April 2024"
                first = Day(year=late, month=first.month, day=first.day)
            last = Day(year=late, month=other or first.month, day=day)
        weekday = None
        if "weekday" in got:
            weekday = self._weekdays.get(got["weekday"], self._short.get(got["weekday"]))
        return Time(start=start, end=end, kind="date", first=first, last=last, weekday=weekday)

    def _value(self, words: str) -> float:
        known = self._numbers.get(" ".join(words.split()))
        return float(words.replace(",", ".")) if known is None else known

    def _length(self, found: re.Match[str]) -> Time:
        number = int((found.lastgroup or "s0")[1:])
        part = self._lengths[number].match(found.string, found.start())
        got = part.groupdict() if part is not None else {}
        minutes = self._durations[number].minutes * (self._value(got["n"]) if got.get("n") else 1)
        minutes += self._value(got["n2"]) if got.get("n2") else 0
        return Time(start=found.start(), end=found.end(), kind="duration", minutes=round(minutes))


@cache
def reader(pack: Times) -> Reader:
    """The compiled form of a pack, made once a process."""
    return Reader(pack)
