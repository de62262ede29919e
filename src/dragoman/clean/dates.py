"""The day a page was published, as its own text says or, failing that, its metadata."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from dragoman.clean.pieces import Piece
from dragoman.clean.rules import Rules
from dragoman.model import Given, Published
from dragoman.world.calendar import Time
from dragoman.world.pack.clean import LanguagePacks
from dragoman.world.pack.times import Times
from dragoman.world.timereader import reader

_DIGIT = re.compile(r"\d")
_WORDY = re.compile(r"[^\W_]")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A line up to this long may carry the publication date; the date leads a first paragraph within so many characters.
_DATE_LINE = 120
# Metadata and page may differ by so much without the page's date being a crawl stamp (time zones, late uploads).
_ZONES = timedelta(days=3)


class Dated(msgspec.Struct, frozen=True):
    """A full date on the page: the piece, the expression, whether the line says nothing else, and the clock time."""

    piece: int
    time: Time
    date: str
    alone: bool


def full_dates(piece: Piece, number: int, packs: LanguagePacks, language: str | None) -> Dated | None:
    """The first full date of a short piece, in the page's language or else in English."""
    if len(piece.text) > _DATE_LINE or _DIGIT.search(piece.text) is None:
        return None
    for times in _readers(packs, language):
        for time in reader(times).dates(piece.text):
            told = time.resolve(None) if time.full else None
            if told is not None:
                left = piece.text[: time.start] + piece.text[time.end :]
                alone = len(_WORDY.findall(left)) <= 22
                return Dated(number, time, told[0], alone)
    return None


def _readers(packs: LanguagePacks, language: str | None) -> list[Times]:
    own = packs.times_of(language)
    english = packs.times.get("en", own)
    return [own] if english is own else [own, english]


def published(
    dated: list[Dated], pieces: list[Piece], title: int | None, given: Given, rules: Rules, lead: Published | None
) -> Published | None:
    """The publication date: a dateline's (`lead`), the first date line that is no crawl stamp, or the metadata's.

    A stamp is a date on the very first line when another date line follows, the fetch date, or a day well after the
    one that the metadata knows.
    """
    fit = [d for d in dated if d.piece != title and rules.not_published.search(pieces[d.piece].text) is None]
    if len(fit) > 1 and fit[0].piece == 0:
        fit = fit[1:]
    fit = [d for d in fit if not _stamp(d, given)]
    if lead is not None and not any(title is not None and d.piece < title for d in fit):
        return lead
    if fit:
        first = fit[0]
        at = pieces[first.piece].start
        return Published(date=first.date, span=(at + first.time.start, at + first.time.end), basis="stated")
    if lead is not None:
        return lead
    return Published(date=given.published, span=None, basis="metadata") if given.published else None


def _stamp(dated: Dated, given: Given) -> bool:
    if given.fetched is not None and given.fetched[:10] == dated.date:
        return True
    known = (given.published or "")[:10]
    if _FULL_DAY.fullmatch(known) is None:
        return False
    return date.fromisoformat(dated.date) - date.fromisoformat(known) > _ZONES


def anchor_of(published: Published | None, given: Given) -> tuple[str | None, bool]:
    """(day that relative dates count from, whether the text states it)."""
    if published is not None and published.basis == "stated":
        return published.date, True
    told = (given.published or "")[:10]
    return (told, False) if _FULL_DAY.fullmatch(told) else (None, False)
