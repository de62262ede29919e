"""`times.toml`: how a language writes dates and how long something lasted."""

from __future__ import annotations

from typing import Literal

from dragoman.world.files import Row

Unit = Literal["day", "weekend", "week", "month", "year", "vague"]


class Relative(Row, frozen=True):
    """Words that count from the day of the report: `shift` units on ("last week" = one week back).

    Of the unit `vague` they tell that it was another day, not which ("a few days ago").
    """

    words: tuple[str, ...]
    unit: Unit
    shift: int


class Ago(Row, frozen=True):
    """A shape with a group `n` that counts units from the day of the report: "three days ago" is -1 day times three.

    Looked for only where `trigger` stands in the text.
    """

    trigger: str
    shape: str
    unit: Unit
    sign: Literal[-1, 1]


class Lone(Row, frozen=True):
    """A shape too bare to be a date by itself ("May", "2021"): only `before` or `after` one of these words.

    years: by how many years the words turn it from that of the report ("Juli tahun depan" 1); they belong to it then.
    """

    shape: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    toward: Literal["past", "future"] | None = None
    years: int | None = None


class Toward(Row, frozen=True):
    """Words that turn a weekday to the past or the future, before it ("next Monday") or after ("Senin depan")."""

    words: tuple[str, ...]
    side: Literal["before", "after"]
    toward: Literal["past", "future"]


class Number(Row, frozen=True):
    """Words for a number ("one and a half" = 1.5); digits are always read."""

    words: tuple[str, ...]
    value: float


class Duration(Row, frozen=True):
    """A shape of a length of time: `minutes` times `{n}` (or once), and minutes of `{n2}` on top."""

    shape: str
    minutes: float


class TimeExample(Row, frozen=True):
    """A sentence, the words in it that are read, and what they give on `anchor` (`future`: of something to come)."""

    text: str
    words: str
    anchor: str | None = None
    future: bool = False
    date: str | None = None
    minutes: int | None = None


class Times(Row, frozen=True, cache_hash=True):
    """Everything a language's dates and durations are read by.

    months: twelve compact patterns (`files.expand`), January first; weekdays: seven, Monday first, full names;
        weekdays_short: the abbreviations, read only beside a day of the month. Case matters throughout.
    dates: shapes of dates, tried in this order; regular expressions in which a space stands for any white space and
        `{weekday} {day} {day2} {month} {month2} {mon} {mon2} {year} {year2} {dash}` for these (`mon`: in digits).
        Each starts with a digit or with the name of a month or weekday.
    durations: likewise, with `{n}` and `{n2}`; looked for only where one of `units` stands in the text; from a day on
        they tell how many days something took ("a three-day visit").
        not_after, not_before: words beside which it is no duration ("two hours ago", "within 24 hours").
    through: what stands between two weekdays that are the first and the last day ("Monday to Wednesday").
    spaced: words are divided by spaces. examples run as tests; `never`: sentences without any time.
    """

    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    weekdays_short: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    lone: tuple[Lone, ...] = ()
    relative: tuple[Relative, ...] = ()
    ago: tuple[Ago, ...] = ()
    toward: tuple[Toward, ...] = ()
    through: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()
    units: tuple[str, ...] = ()
    durations: tuple[Duration, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    spaced: bool = True
    examples: tuple[TimeExample, ...] = ()
    never: tuple[str, ...] = ()


class Calendar(Row, frozen=True):
    """`calendar.toml`: month and weekday names of the languages without a pack of their own, and shapes for all."""

    dates: tuple[str, ...]
    language: dict[str, Times]
