"""Which piece of a page is its headline."""

from __future__ import annotations

import re

import msgspec

from dragoman.clean.pieces import Piece, fold
from dragoman.clean.rules import Rules

# A headline is shorter than this; longer lines are text.
_LONGEST = 320
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_GLUED = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])")
_WIDE_GAP = re.compile(r"(?<=[\u3040-\u9fff」』”’）]) (?=[\u3040-\u9fff「『“‘])")
_STOP = re.compile(r"[.!?。！？]\s")
# The headline glued to a first paragraph has so many words at most, and this share of them comes again.
_GLUED_WORDS = 28
_AGAIN = 0.5
_FIRST_SENTENCE = 26
# A new start is likelier at a word that opens sentences, and just before the headline's first two words come again
# (tuned on a dozen such pages).
_OPENER = 0.5
_SAME_START = 0.4
_SAME_WITHIN = 6
_DATELINE = re.compile(r" (?=[A-ZÀ-Ý]{4,}(?: [A-ZÀ-Ý]{2,}){0,2}(?:, [^.()]{3,30})?(?: \([A-Z]\w+\))? ?[-–—]{1,2} )")


class Headline(msgspec.Struct, frozen=True):
    """Span of the headline; `piece` is where it stands, `glued` whether the story goes on in the same piece."""

    start: int
    end: int
    piece: int
    rule: str
    glued: bool = False


def find_title(pieces: list[Piece], header: list[int], given: str | None, rules: Rules) -> Headline | None:
    """The headline among the `header` pieces (those that are no furniture and stand before the story)."""
    lines = [i for i in header if len(pieces[i].text) <= _LONGEST]
    if given:
        wanted = fold(given)
        for i in lines:
            if wanted and fold(pieces[i].text) == wanted:
                return Headline(pieces[i].start, pieces[i].end, i, "title.given")
    for i in lines:
        clean = _clean_copy(pieces, lines, i)
        if clean is not None:
            return clean
    often = _repeated(pieces, lines)
    chosen = often if often is not None else _first(pieces, lines)
    if chosen is None:
        return None
    start = _after_crumbs(pieces[chosen], rules)
    rule = "title.crumbs-cut" if start > pieces[chosen].start else "title.first"
    return Headline(start, pieces[chosen].end, chosen, rule)


def _clean_copy(pieces: list[Piece], lines: list[int], glued: int) -> Headline | None:
    """The header line with which the line `glued` ends, crumbs before it ("HomeWorldMinisters meet")."""
    text = pieces[glued].text
    for i in lines:
        other = pieces[i].text
        if i != glued and len(other) >= 12 and len(text) > len(other) and text.endswith(other):
            before = text[len(text) - len(other) - 1]
            if before.isalnum() and len(text) - len(other) <= 80:
                return Headline(pieces[i].start, pieces[i].end, i, "title.clean-copy")
    return None


def _repeated(pieces: list[Piece], lines: list[int]) -> int | None:
    """The first line that stands in the header twice."""
    count: dict[str, int] = {}
    for i in lines:
        if len(pieces[i].text) >= 15:
            count[pieces[i].text] = count.get(pieces[i].text, 0) + 1
    return next((i for i in lines if count.get(pieces[i].text, 0) > 1 and not pieces[i].full), None)


def _first(pieces: list[Piece], lines: list[int]) -> int | None:
    """The first header line of four words or more, else the first at all."""
    told = [i for i in lines if not pieces[i].full or pieces[i].text[-1] in "?!？！…" or pieces[i].truncated]
    told = told or ([i for i in lines if pieces[i].weight <= 120][:1] if len(lines) > 0 else [])
    for i in told[:3]:
        if len(_WORD.findall(pieces[i].text)) >= 4 or pieces[i].weight >= 24 * (1 + pieces[i].text.isascii()):
            return i
    return told[0] if told else None


def _after_crumbs(piece: Piece, rules: Rules) -> int:
    """Where the headline starts behind glued crumbs: "HomeMiddle EastMinisters meet" starts at "Ministers"."""
    text = piece.text
    home = next((h for h in rules.home if text.startswith(h) and len(text) > len(h) and text[len(h)].isalpha()), None)
    if home is None or not text[len(home)].isupper():
        return piece.start
    at = len(home)
    for gap in _GLUED.finditer(text, at + 1):
        here = gap.start()
        if text[here].isupper() and text[here - 1].islower():
            if text.count(" ", at, here) > 2 or len(text) - here < 12:
                break
            at = here
    return piece.start + at


def split_headline(piece: Piece, rules: Rules) -> int | None:
    """Length of the headline glued to the front of a paragraph ("Ministers meet in Oslo The foreign ministers …").

    Told by a dateline after it, or by what comes again: a story's first sentence says what its headline said.
    """
    text = piece.text
    wide = _WIDE_GAP.search(text, 0, 120)
    if wide is not None:
        return None if _STOP.search(text, 0, wide.start() + 1) else wide.start()
    place = _DATELINE.search(text, 20, 260)
    if place is not None and _STOP.search(text, 0, place.start()) is None:
        return place.start()
    stop = _STOP.search(text)
    words = list(_WORD.finditer(text, 0, stop.start() if stop else len(text)))
    stems = [w.group().casefold()[:6] for w in words]
    pairs = range(4, min(len(stems) - 1, _GLUED_WORDS + _SAME_WITHIN))
    same = next((k for k in pairs if stems[k : k + 2] == stems[:2]), -1)
    best, found = 0.0, None
    for at in range(4, min(len(words) - 3, _GLUED_WORDS)):
        word = words[at].group()
        if not word[0].isupper() or text[words[at].start() - 1] != " ":
            continue
        again = _overlap(stems[:at], stems[at : at + _FIRST_SENTENCE])
        again += _OPENER * (word in rules.openers) + _SAME_START * (at <= same <= at + _SAME_WITHIN)
        if again >= best:
            best, found = again, words[at].start()
    return found - 1 if found is not None and best >= _AGAIN else None


def _overlap(title: list[str], rest: list[str]) -> float:
    """Share of the headline's words that come again (each as often as there), small ones aside."""
    left = list(rest)
    long = [w for w in title if len(w) > 3]
    hits = 0
    for word in long:
        if word in left:
            left.remove(word)
            hits += 1
    return hits / len(long) if len(long) > 2 else 0.0
