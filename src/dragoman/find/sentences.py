"""Paragraphs -> sentences, as runs of tokens. A quotation is never cut: its sentences stay together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from dragoman.find.quotes import Quote
from dragoman.find.tokens import Tokens

_STOPS = frozenset(".!?…。！？؟۔।")
_DASHES = frozenset("–—")
_CLOSERS = frozenset("”»\"')]’」』")


class Sentence(msgspec.Struct, frozen=True):
    """Tokens `[first, last)` of paragraph number `paragraph`."""

    first: int
    last: int
    paragraph: int


def find_sentences(
    tokens: Tokens, paragraphs: Sequence[tuple[int, int]], quotes: Sequence[Quote], abbreviations: frozenset[str]
) -> tuple[Sentence, ...]:
    """Sentences of the paragraphs (spans in the page, in order)."""
    out: list[Sentence] = []
    bounds = [(q.start, q.end) for q in quotes]
    at = 0
    for number, (start, end) in enumerate(paragraphs):
        first = bisect_left(tokens.start, start)
        last = bisect_left(tokens.start, end)
        while at < len(bounds) and bounds[at][1] <= start:
            at += 1
        begin, inside = first, at
        for i in range(first, last):
            if tokens.word[i] not in _STOPS or not _ends(tokens, i, last, abbreviations):
                continue
            stop = i + 1
            while stop < last and tokens.word[stop] in _CLOSERS and tokens.start[stop] == tokens.end[stop - 1]:
                stop += 1
            while inside < len(bounds) and bounds[inside][1] <= tokens.start[i]:
                inside += 1
            if (
                inside < len(bounds)
                and bounds[inside][0] <= tokens.start[i]
                and tokens.end[stop - 1] < bounds[inside][1]
            ):
                continue
            if stop > begin:
                out.append(Sentence(begin, stop, number))
                begin = stop
        if begin < last:
            out.append(Sentence(begin, last, number))
    return tuple(out)


def _ends(tokens: Tokens, i: int, last: int, abbreviations: frozenset[str]) -> bool:
    """Whether the stop at token `i` ends a sentence: not after an abbreviation or initial, not before lower case."""
    word = tokens.word[i]
    after = i + 1
    while after < last and tokens.word[after] in _CLOSERS:
        after += 1
    if after >= last:
        return True
    if tokens.word[after][0].islower():
        return False
    if tokens.word[after] in _DASHES and after + 1 < last and tokens.word[after + 1][0].islower():
        return False  # the cue of what was said: "…”. — said X"
    if word != ".":
        return True
    if i + 1 < last and tokens.start[i + 1] == tokens.end[i] and tokens.word[i + 1] not in _CLOSERS:
        return tokens.word[i + 1] in '“«"「' and len(tokens.word[i + 1]) == 1
    before = tokens.key[i - 1] if i else ""
    if tokens.end[i - 1] == tokens.start[i] and (before in abbreviations or (len(before) == 1 and before.isalpha())):
        return False
    return True
