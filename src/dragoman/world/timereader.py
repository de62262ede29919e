"""Reading the dates and durations of a text by a language's `Times` rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

from msgspec import structs

from dragoman.world.calendar import Day, Time
from dragoman.world.files import expand
from dragoman.world.pack.times import Times

_YEARS = r"(?:19|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_MON = r"(?:1[0-2]|0?[1-9])"
_FIELD = re.compile(r"\{(\w+)\}")
# Words that go with a date stand within so many characters before it.
_NEAR = 24
_WHOLE_DAY = 24 * 60
_GROUP = re.compile(r"\(\?P<\w+>")
_FIGURE = r"\d{1,4}(?:[.,]\d{1,2})?"


def _either(words: list[str]) -> str:
    """The words as alternatives, longest first, each whole."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))) + r")(?!\w)"


def _named(rows: tuple[str, ...]) -> dict[str, int]:
    return {word: number for number, row in enumerate(rows) for word in expand(row)}


def _capitals(words: tuple[str, ...]) -> list[str]:
    """All forms of compact patterns, each also with a capital first letter."""
    forms = [form for word in words for form in expand(word)]
    return forms + [f[0].upper() + f[1:] for f in forms]


def _beside(after: tuple[str, ...], before: tuple[str, ...]) -> Callable[[re.Match[str]], tuple[int, int] | None]:
    """A test whether a match stands after or before one of the words; gives the word's span."""
    behind = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _capitals(after)))})\s*$") if after else None
    ahead = re.compile(rf"\s+{_either(_capitals(before))}") if before else None

    def test(found: re.Match[str]) -> tuple[int, int] | None:
        text, start = found.string, found.start()
        if behind is not None:
            near = max(0, start - _NEAR)
            word = behind.search(text[near:start])
            if word is not None:
                return near + word.start(), start
        word = ahead.match(text, found.end()) if ahead is not None else None
        return None if word is None else (found.end(), word.end())

    return test


class Reader:
    """The compiled form of a `Times` pack. One pass over the text finds all dates, another the durations."""

    def __init__(self, pack: Times) -> None:
        self._months = _named(pack.months)
        self._weekdays = _named(pack.weekdays)
        self._short = _named(pack.weekdays_short)
        self._numbers = {form: n.value for n in pack.numbers for form in _capitals(n.words)}
        self._relative = {form: (r.unit, r.shift) for r in pack.relative for form in _capitals(r.words)}
        self._pack = pack
        self._fields = self._patterns()
        self._edge = r"(?<!\w)" if pack.spaced else r"(?<!\d)"
        self._lone = [(lone, _beside(lone.after, lone.before)) for lone in pack.lone]
        self._turns = [
            (t.toward, _beside(t.words, ()) if t.side == "before" else _beside((), t.words)) for t in pack.toward
        ]
        self._told = [*pack.dates, *dict.fromkeys(lone.shape for lone in pack.lone)]
        self._shapes = [re.compile(self._spell(shape, named=True)) for shape in self._told]
        self._through = self._through_expression()
        self._date = self._dates_expression()
        self._ago = [(a, re.compile(self._edge + self._spell(a.shape, named=True))) for a in pack.ago]
        self._duration = self._durations_expression()
        self._lengths = [re.compile(self._spell(d.shape, named=True)) for d in pack.durations]

    def _dates_expression(self) -> re.Pattern[str] | None:
        """All shapes of dates, then weekdays, then words like "yesterday", tried only where one can start."""
        if not self._told:
            return None
        names = [*self._months, *self._weekdays, *self._short]
        starts = "".join(sorted({re.escape(n[0]) for n in names}))
        shapes = [f"(?P<s{i}>{self._spell(shape, named=False)})" for i, shape in enumerate(self._told)]
        if self._weekdays:
            shapes.append(f"(?P<weekday>{_either(list(self._weekdays))})")
        branches = [rf"(?=[\d{starts}])(?:{'|'.join(shapes)})"]
        if self._relative:
            branches.append(f"(?P<relative>{_either(list(self._relative))})")
        return re.compile(f"{self._edge}(?:{'|'.join(branches)})")

    def _through_expression(self) -> re.Pattern[str] | None:
        """The second weekday of "Monday to Wednesday", with what stands before it."""
        if not self._pack.through or not self._weekdays:
            return None
        return re.compile(rf"(?:{'|'.join(map(re.escape, self._pack.through))})(?P<w>{_either(list(self._weekdays))})")

    def _durations_expression(self) -> re.Pattern[str] | None:
        pack = self._pack
        if not pack.durations:
            return None
        before = "".join(f"(?<!{re.escape(w)} )" for w in pack.not_before)
        after = rf"(?!\s+{_either(list(pack.not_after))})" if pack.not_after else ""
        body = "|".join(f"(?P<s{i}>{self._spell(d.shape, named=False)})" for i, d in enumerate(pack.durations))
        return re.compile(f"{self._edge}{before}(?:{body}){after}")

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

    def read(self, text: str, start: int = 0, end: int | None = None) -> list[Time]:
        """Every date and duration in `text[start:end]`, in order; offsets count in `text`."""
        stop = len(text) if end is None else end
        out = self.dates(text, start, stop)
        more: list[Time] = []
        for ago, pattern in self._ago:
            if text.find(ago.trigger, start, stop) >= 0:
                for found in pattern.finditer(text, start, stop):
                    shift = ago.sign * int(self._value(found.group("n")))
                    more.append(Time(start=found.start(), end=found.end(), kind="date", unit=ago.unit, shift=shift))
        if self._duration is not None and any(text.find(unit, start, stop) >= 0 for unit in self._pack.units):
            more += [self._length(found) for found in self._duration.finditer(text, start, stop)]
        if more:
            out += [t for t in more if not any(o.start < t.end and t.start < o.end for o in out)]
            out.sort(key=lambda t: t.start)
        return out

    def dates(self, text: str, start: int = 0, end: int | None = None) -> list[Time]:
        """Every date expression in `text[start:end]` but the counted ones ("two days ago")."""
        if self._date is None:
            return []
        found = self._date.finditer(text, start, len(text) if end is None else end)
        out: list[Time] = []
        for time in map(self._one, found):
            if time is not None and not (out and time.start < out[-1].end):
                out.append(time)
        return out

    def _one(self, found: re.Match[str]) -> Time | None:
        kind, start, end = found.lastgroup or "", found.start(), found.end()
        if kind == "relative":
            unit, shift = self._relative[" ".join(found.group().split())]
            return Time(start=start, end=end, kind="date", unit=unit, shift=shift)
        if kind == "weekday":
            return self._weekday(found)
        number = int(kind[1:])
        part = self._shapes[number].match(found.string, start)
        assert part is not None
        got = {k: v for k, v in part.groupdict().items() if v}
        if number < len(self._pack.dates):
            return self._told_date(got, start, end, None)
        shaped = ((lone, beside(found)) for lone, beside in self._lone if lone.shape == self._told[number])
        lone, span = next(((lone, span) for lone, span in shaped if span is not None), (None, None))
        if lone is None or span is None:
            return None
        if lone.years is None:
            return self._told_date(got, start, end, lone.toward)
        time = self._told_date(got, min(start, span[0]), max(end, span[1]), lone.toward)
        return structs.replace(time, unit="year", shift=lone.years)

    def _weekday(self, found: re.Match[str]) -> Time:
        """A weekday with the word that turns it ("next", "lalu") before or after it."""
        day = self._weekdays[" ".join(found.group().split())]
        last = self._through.match(found.string, found.end()) if self._through is not None else None
        if last is not None:
            more = (self._weekdays[last.group("w")] - day) % 7
            return Time(start=found.start(), end=last.end(), kind="date", weekday=day, more=more)
        for toward, beside in self._turns:
            span = beside(found)
            if span is not None:
                start, end = min(span[0], found.start()), max(span[1], found.end())
                return Time(start=start, end=end, kind="date", weekday=day, toward=toward)
        return Time(start=found.start(), end=found.end(), kind="date", weekday=day)

    def _told_date(self, got: dict[str, str], start: int, end: int, toward: Literal["past", "future"] | None) -> Time:
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
        return Time(start=start, end=end, kind="date", first=first, last=last, weekday=weekday, toward=toward)

    def _value(self, words: str) -> float:
        known = self._numbers.get(" ".join(words.split()))
        return float(words.replace(",", ".")) if known is None else known

    def _length(self, found: re.Match[str]) -> Time:
        number = int((found.lastgroup or "s0")[1:])
        part = self._lengths[number].match(found.string, found.start())
        got = part.groupdict() if part is not None else {}
        minutes = self._pack.durations[number].minutes * (self._value(got["n"]) if got.get("n") else 1)
        minutes += self._value(got["n2"]) if got.get("n2") else 0
        if minutes >= _WHOLE_DAY:
            return Time(start=found.start(), end=found.end(), kind="days", shift=round(minutes / _WHOLE_DAY))
        return Time(start=found.start(), end=found.end(), kind="duration", minutes=round(minutes))


@cache
def reader(pack: Times) -> Reader:
    """The compiled form of a pack, made once a process."""
    return Reader(pack)
