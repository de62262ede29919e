"""Dates as texts tell them, and what they come to, counted from the day of the report.

Stands under `world/` because two stages use it: `clean` for the publication date, `find` for everything else.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from dragoman.model import Record
from dragoman.world.pack.times import Unit


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

    A date is told as `first` (to `last`), as a `weekday` (0 = Monday; `toward` turns it) and the `more` days after it,
    or as `shift` units from the day of the report (with a month: the year of that month). `days`: `shift` days that
    something took.
    """

    start: int
    end: int
    kind: Literal["date", "duration", "days"]
    minutes: int | None = None
    first: Day | None = None
    last: Day | None = None
    weekday: int | None = None
    toward: Literal["past", "future"] | None = None
    unit: Unit | None = None
    shift: int = 0
    more: int = 0

    @property
    def full(self) -> bool:
        """Whether the text gives day, month and year of one day."""
        d = self.first
        return d is not None and self.last is None and None not in (d.year, d.month, d.day)

    def resolve(self, anchor: str | None, future: bool = False) -> tuple[str, Literal["stated", "relative"]] | None:
        """The EDTF date counted from `anchor` (YYYY-MM-DD), and whether the text states it whole.

        A weekday is the last one up to the anchor (with `future` the first from it on), a day without a year the
        nearest past one (future: coming one). None for a duration, and without the anchor that is needed.
        """
        if self.first is not None and self.first.year is not None:
            told = self._interval(self.first.year)
            return None if told is None else (told, "stated")
        if anchor is None or self.kind != "date" or self.unit == "vague":
            return None
        day = date.fromisoformat(anchor)
        if self.first is not None:
            turned = self.unit == "year"  # "July next year"
            found = self._interval(day.year + self.shift) if turned else self._nearest(day, future)
        elif self.weekday is not None:
            found = _days(self._next_weekday(day, future), self.more)
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
        future = self.toward == "future" or (future and self.toward is None)
        if self.first.month is None and self.first.day is not None:
            return self._nearest_day(day, self.first.day, future)
        month = self.first.month or 1
        told = (month, self.first.day or (day.day if month == day.month else 1))
        year = day.year
        if future and told < (day.month, day.day):
            year += 1
        elif not future and told > (day.month, day.day):
            year -= 1
        return self._interval(year)

    @staticmethod
    def _nearest_day(day: date, number: int, future: bool) -> str | None:
        """The day of the month ("the 29th") nearest to `day`, before or after it."""
        later = int(future and number < day.day) - int(not future and number > day.day)
        months = day.year * 12 + day.month - 1 + later
        return Day(month=months % 12 + 1, day=number).edtf(months // 12)

    def _next_weekday(self, day: date, future: bool) -> date:
        assert self.weekday is not None
        back = (day.weekday() - self.weekday) % 7
        toward = self.toward or ("future" if future else None)
        if toward == "future":
            today = back == 0 and self.toward is None  # "will meet on Wednesday", told on a Wednesday
            return day + timedelta(days=0 if today else 7 - back)
        return day - timedelta(days=7 if toward == "past" and back == 0 else back)

    def _shifted(self, day: date) -> str:
        if self.unit == "day":
            return (day + timedelta(days=self.shift)).isoformat()
        if self.unit in ("week", "weekend"):
            monday = day + timedelta(weeks=self.shift, days=-day.weekday())
            return _days(monday, 6) if self.unit == "week" else _days(monday + timedelta(days=5), 1)
        if self.unit == "year":
            return f"{day.year + self.shift:04d}"
        months = day.year * 12 + day.month - 1 + self.shift
        return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _days(first: date, more: int) -> str:
    """A day, or the interval from it to `more` days after it."""
    return f"{first.isoformat()}/{(first + timedelta(days=more)).isoformat()}" if more else first.isoformat()
