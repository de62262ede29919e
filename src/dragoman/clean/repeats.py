"""What a page says twice, and the list of sources under a story: neither is story."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.clean.dates import full_dates
from dragoman.clean.layout import Layout
from dragoman.clean.pieces import Piece, fold
from dragoman.world.pack.clean import LanguagePacks

_TERM = re.compile(r"[^\W_]+")
# A standfirst repeats the body when this share of its words stands in the paragraph in the same measure.
_NEARLY = 0.9
_OPENING = 40
# A reference: a quoted title; or a line in which so little stands before or after the date.
_QUOTED = re.compile(r"(?:[^『「。]{0,16}(?=[『「]))?[『「“\"«｢].*[』」”\"»｣][。.,、]?")
_AFTER_DATE = 24


def mark_repeats(page: Layout) -> None:
    """Repeats of the headline anywhere, of long paragraphs, and a standfirst that says what a paragraph says."""
    body = page.body()
    if page.title is not None and not page.title.glued:
        title = page.pieces[page.title.piece]
        key = fold(title.text[page.title.start - title.start :])
        for i, piece in enumerate(page.pieces):
            if i != page.title.piece and len(piece.text) <= len(title.text) + 60 and _repeats_title(piece, key):
                page.labels[i] = ("repeat", "repeat.title")
    seen: dict[str, int] = {}
    for i in body:
        piece = page.pieces[i]
        if piece.weight >= 60:
            if piece.text in seen:
                page.labels[i] = ("repeat", "repeat.paragraph")
            seen.setdefault(piece.text, i)
    body = page.body()
    for i in body[:2]:
        standfirst = _Standfirst(page.pieces[i])
        if any(standfirst.opens(page.pieces[k]) for k in body if k > i):
            page.labels[i] = ("repeat", "repeat.standfirst")


def _repeats_title(piece: Piece, title: str) -> bool:
    key = fold(piece.text)
    if not key or len(key) < 8:
        return False
    if key == title:
        return True
    short, long = sorted((key, title), key=len)
    return len(short) >= 0.7 * len(long) and not piece.full and (long.startswith(short) or long.endswith(short))


class _Standfirst:
    """A paragraph near the headline, asked whether another one says the same at more length."""

    def __init__(self, piece: Piece) -> None:
        self._text = piece.text.rstrip(" .…")
        self._start = fold(piece.text[:_OPENING])[:16]
        self._words = [w.casefold() for w in _TERM.findall(piece.text)]
        self._long = len(self._words) >= 6 or piece.weight >= 60

    def opens(self, paragraph: Piece) -> bool:
        """Whether the paragraph holds these words verbatim, or opens with nearly all of them."""
        if not self._long:
            return False
        if self._text in paragraph.text:
            return True
        if len(self._words) < 8 or not fold(paragraph.text[:_OPENING]).startswith(self._start):
            return False
        there = Counter(w.casefold() for w in _TERM.findall(paragraph.text)[: len(self._words) + 6])
        return (Counter(self._words) & there).total() >= _NEARLY * len(self._words)


def mark_references(page: Layout, packs: LanguagePacks, language: str | None) -> None:
    """The list of sources that ends a page: dated lines and quoted titles, three at least."""
    run: list[int] = []
    dated = quoted = 0
    for i in range(len(page.pieces) - 1, -1, -1):
        piece, label = page.pieces[i], page.labels[i]
        if label is not None and label != ("dateline", "date-line"):
            break
        found = full_dates(piece, i, packs, language)
        ends = found is not None and min(len(piece.text) - found.time.end, found.time.start) <= _AFTER_DATE
        if not ends and _QUOTED.fullmatch(piece.text) is None:
            break
        dated += ends
        quoted += not ends
        run.append(i)
    if dated >= 2 and dated + quoted >= 3:
        for i in run:
            page.labels[i] = ("furniture", "references")
        page.dated = [d for d in page.dated if d.piece not in run]
