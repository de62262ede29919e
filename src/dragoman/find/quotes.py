"""Quotations: where quoted speech begins and ends, one piece a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


class Quote(msgspec.Struct, frozen=True):
    """`text[start:end]` with its marks, `[inner, inner_end)` without. `joined`: goes on from the piece before."""

    start: int
    end: int
    inner: int
    inner_end: int
    joined: bool = False


def find_quotes(
    text: str, paragraphs: Sequence[tuple[int, int]], pairs: Sequence[tuple[str, str]]
) -> tuple[Quote, ...]:
    """Quotations in the paragraphs, in order. A mark that is never closed quotes to the end of its paragraph, and on
    through following ones while these open with the mark again or the closing mark is still to come."""
    text = text.replace("''", '"\x00')  # two apostrophes as a mark; of one length, so that offsets stay
    openers = dict(reversed(pairs))
    closers = {a: [b for other, b in pairs if other == a] for a in openers}
    straight = {a for a, b in pairs if a == b}
    marks = openers.keys() | {b for _, b in pairs}
    out: list[Quote] = []
    pending = ""  # the closing mark that a quotation of an earlier paragraph still waits for
    for number, (start, end) in enumerate(paragraphs):
        piece = text[start:end]
        if not pending and not any(m in piece for m in marks):
            continue
        at, close, joined = (start, pending, True) if pending else (-1, "", False)
        if pending and openers.get(text[start]) == pending:
            at = start
        for i in range(start + (at == start and text[start] in openers), end):
            char = text[i]
            if at < 0:
                if char in openers and (char not in straight or _opens(text, i, end)):
                    at, close, joined = i, _closing(text, i, end, closers[char]), False
            elif char == close and (char not in straight or not _opens(text, i, end) or _spaced(text, i, end)):
                out.append(_quote(text, at, i + _width(text, i), openers, joined, closed=True))
                at = -1
        pending = ""
        if at >= 0:
            if close not in straight and _goes_on(text, paragraphs[number + 1 : number + 5], close, openers):
                pending = close
            if pending or end - at < 1200:
                out.append(_quote(text, at, end, openers, joined, closed=False))
    return tuple(out)


def _closing(text: str, i: int, end: int, marks: Sequence[str]) -> str:
    """The mark that closes what opens at `i`: of several possible ones the next in the text, else the first."""
    found = [(at, mark) for mark in marks if (at := text.find(mark, i + 1, end)) >= 0] if len(marks) > 1 else []
    return min(found)[1] if found else marks[0]


def _quote(text: str, at: int, end: int, openers: dict[str, str], joined: bool, *, closed: bool) -> Quote:
    inner = at + (_width(text, at) if text[at] in openers else 0)
    return Quote(at, end, inner, end - (1 + (text[end - 1] == "\x00") if closed else 0), joined)


def _width(text: str, i: int) -> int:
    """Characters of the mark at `i`: two for two apostrophes."""
    return 1 + (text[i + 1 : i + 2] == "\x00")


def _opens(text: str, i: int, end: int) -> bool:
    """A straight mark opens where nothing, a space or a bracket stands before it and a letter after it."""
    before = text[i - 1] if i else " "
    after = text[i + 1 : i + 3].lstrip("\x00")[:1] if i + 1 < end else " "
    return (before.isspace() or before in "([,:—–-") and bool(after) and not after.isspace()


def _spaced(text: str, i: int, end: int) -> bool:
    """A closing mark with a stray space before it: a space or the paragraph's end follows."""
    return i + 1 >= end or text[i + 1] in " \n\x00"


def _goes_on(text: str, following: Sequence[tuple[int, int]], close: str, openers: dict[str, str]) -> bool:
    for start, end in following:
        if openers.get(text[start]) == close:
            return True
        opened = min(
            (p for o, c in openers.items() if c == close and (p := text.find(o, start, end)) >= 0), default=end
        )
        closed = text.find(close, start, end)
        if closed >= 0:
            return closed < opened
        if opened < end:
            return False
    return False
