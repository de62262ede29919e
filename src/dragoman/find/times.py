"""The dates and durations of a stretch of text."""

from __future__ import annotations

from dragoman.world.calendar import Day, Time
from dragoman.world.pack.times import Times
from dragoman.world.timereader import reader

__all__ = ["Day", "Time", "find_times"]


def find_times(text: str, pack: Times, start: int = 0, end: int | None = None) -> tuple[Time, ...]:
    """Every date expression and duration in `text[start:end]`, in order, none overlapping; offsets count in `text`.

    "on" and other prepositions stay outside ("on [Tuesday]"). Ages and "75 years ago" are neither.
    """
    return tuple(reader(pack).read(text, start, end))
