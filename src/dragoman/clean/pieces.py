"""A page as lines, and lines as the pieces that runs of spaces divide."""

from __future__ import annotations

import re

import msgspec

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_GAP = re.compile(r"[ \t\u00a0\u3000\u2003]{2,}(?=\S)")
_EDGES = " \t\r\u00a0\u3000\u2003\ufeff\u200b\u200e\u200f\v\f"
_CLOSING = "\"'”’»)]」』›*_ "
_STOPS = frozenset(".!?…。！？؟۔।።")
_TRUNCATED = re.compile(r"(?:\s(?:\.{2,3}|…)|\[(?:\.{3}|…)\]|…)$")
_ABBREVIATED = re.compile(r"(?:^|[\s.(])[^\W\d_]\.$|\b(?:Jr|Sr|Inc|Co|Ltd|Corp|St|No|vs|etc)\.$")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NOT_WORD = re.compile(r"[\W_]+")


class Piece(msgspec.Struct, frozen=True):
    """A trimmed stretch `[start, end)` of one line. `full`: it ends like a sentence; `weight`: its length as far as
    it says something (an ideograph counts three letters); `truncated`: cut off with dots."""

    start: int
    end: int
    line: int
    text: str
    full: bool
    weight: int
    truncated: bool

    @property
    def sentence(self) -> bool:
        """Long enough and ended like running text, or too long for anything else."""
        return (self.full and self.weight >= 50) or self.weight >= 220

    @property
    def prose(self) -> bool:
        """Long enough to be a paragraph that lacks its full stop or announces a list."""
        return self.weight >= 90 and len(self.text.split()) >= 12

    @property
    def key(self) -> str:
        """Letters and digits only, case folded: equal for repeats."""
        return fold(self.text)


def fold(text: str) -> str:
    """Letters and digits of the text, case folded."""
    return _NOT_WORD.sub("", text).casefold()


def stops(text: str) -> bool:
    """Whether the text ends like a sentence (closing quotes aside, abbreviations not)."""
    bare = text.rstrip(_CLOSING)
    if not bare or bare[-1] not in _STOPS:
        return False
    return bare[-1] != "." or _ABBREVIATED.search(bare[-24:]) is None


def _piece(text: str, start: int, end: int, line: int) -> Piece:
    words = text[start:end]
    weight = len(words)
    if not words.isascii():
        weight += 2 * len(_WIDE.findall(words))
    cut = words.endswith(("...", "…", "..", "]")) and _TRUNCATED.search(words) is not None
    return Piece(start, end, line, words, stops(words), weight, cut)


def divide(text: str) -> list[Piece]:
    """The pieces of a page in order; white space lines have none."""
    out: list[Piece] = []
    number, last = 0, 0
    for found in _LINE.finditer(text):
        raw = found.group()
        number += text.count("\n", last, found.start())
        last = found.start()
        inner = raw.strip(_EDGES)
        if not inner:
            continue
        start = found.start() + raw.index(inner[0])
        end = start + len(inner)
        if "  " not in inner and "\u00a0" not in inner and "\t" not in inner and "\u3000" not in inner:
            out.append(_piece(text, start, end, number))
            continue
        out += [_piece(text, a, b, number) for a, b in _runs(text, start, end)]
    return out


def _runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where runs of two or more spaces divide a line.

    Two plain spaces divide only after the end of a sentence: elsewhere they are slips of the keyboard.
    """
    out: list[tuple[int, int]] = []
    at = start
    for gap in _GAP.finditer(text, start, end):
        if gap.group() == "  " and not stops(text[at : gap.start()]):
            continue
        out.append((at, gap.start()))
        at = gap.end()
    out.append((at, end))
    return out
