"""Spans that overlap in any way -> the page's text in pieces, each with all that is marked there."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import msgspec

from dragoman.model import Span

Kind: TypeAlias = Literal[
    "statement", "source", "cue", "encounter", "contact", "framing", "removed", "blanked", "title", "nobody"
]

# What may not reach a screen as it is, each character with one that stands for it, so that spans keep their length;
# only the carriage return vanishes. Marks that turn the direction of writing can make a line say something else.
_SHOWN: dict[int, int | None] = {c: 0x2400 + c for c in range(0x20) if c not in (9, 10)}
_SHOWN |= dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF], 0xFFFD)
_SHOWN |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_SHOWN |= {0x0D: None, 0x7F: 0x2421}
_TOLD = _SHOWN | {0x200E: None, 0x200F: None}


def shown(text: str) -> str:
    """Page text for a browser: nothing in it is obeyed, and lines and tabs stay."""
    return text.translate(_SHOWN)


def told(text: str) -> str:
    """The same for a terminal, which may obey the marks of direction that a browser keeps inside the paragraph."""
    return text.translate(_TOLD)


class Mark(msgspec.Struct, frozen=True):
    """What is marked on `[start, end)`. of: the record's id; tone: number of the speaker's colour; note: in words."""

    start: int
    end: int
    kind: Kind
    of: str = ""
    tone: int | None = None
    note: str = ""


class Piece(msgspec.Struct, frozen=True):
    """A piece of the page without a boundary inside. marks: those that cover it, the longest first."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What the piece is, each kind once."""
        return tuple(dict.fromkeys(m.kind for m in self.marks))

    @property
    def tones(self) -> tuple[int, ...]:
        """The speakers' colours, that of the innermost statement first."""
        return tuple(dict.fromkeys(m.tone for m in reversed(self.marks) if m.tone is not None))

    @property
    def opening(self) -> tuple[str, ...]:
        """Ids of the encounters and statements of whose words a span begins here."""
        return tuple(m.of for m in self.marks if m.kind in ("encounter", "statement") and m.start == self.start)

    @property
    def note(self) -> str:
        """All that is to be said of the piece."""
        return " · ".join(dict.fromkeys(m.note for m in self.marks if m.note))


def pieces(text: str, marks: Sequence[Mark], cuts: Iterable[int] = ()) -> tuple[Piece, ...]:
    """The whole text, split where marks begin or end and at the `cuts`. Empty marks and those outside are left out."""
    kept = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    points = {0, len(text), *(m.start for m in kept), *(m.end for m in kept)}
    points |= {c for c in cuts if 0 <= c <= len(text)}
    waiting = sorted(kept, key=lambda m: m.start, reverse=True)
    ordered = sorted(points)
    active: list[Mark] = []
    out: list[Piece] = []
    for start, end in itertools.pairwise(ordered):
        active = [m for m in active if m.end > start]
        while waiting and waiting[-1].start == start:
            active.append(waiting.pop())
        covering = tuple(sorted(active, key=lambda m: (m.start - m.end, m.start)))
        out.append(Piece(start, end, text[start:end], covering))
    return tuple(out)


def blanked(text: str, reading: str) -> tuple[Span, ...]:
    """What stands in the text and not in `reading`: stretches of words, white space between them taken in."""
    out: list[Span] = []
    for at, (there, read) in enumerate(zip(text, reading, strict=True)):
        if there == read or there.isspace():
            continue
        if out and not text[out[-1][1] : at].strip():
            out[-1] = (out[-1][0], at + 1)
        else:
            out.append((at, at + 1))
    return tuple(out)
