"""Finding lexicon entries in tokens: a hash on the first word, then the longest entry that fits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

import msgspec

from dragoman.find.tokens import Tokens, key_of

V = TypeVar("V")


class Hit(msgspec.Struct, Generic[V], frozen=True):
    """Tokens `[first, last)` carry the entries `values` (more than one where words are ambiguous)."""

    first: int
    last: int
    values: tuple[V, ...]


class Lexicon(Generic[V]):
    """Entries by their words. `find` gives the leftmost longest ones, none overlapping."""

    def __init__(self, entries: Iterable[tuple[str, V, bool]]) -> None:
        """Entries are (words, value, case matters); words are tokenized like the texts."""
        rows: dict[tuple[str, ...], list[tuple[V, tuple[str, ...] | None]]] = {}
        for text, value, exact in entries:
            key = key_of(text)
            if key:
                rows.setdefault(key, []).append((value, tuple(text.split()) if exact else None))
        self._first: dict[str, list[tuple[tuple[str, ...], list[tuple[V, tuple[str, ...] | None]]]]] = {}
        for key, values in rows.items():
            self._first.setdefault(key[0], []).append((key, values))
        for choices in self._first.values():
            choices.sort(key=lambda c: -len(c[0]))

    def at(self, tokens: Tokens, i: int) -> Hit[V] | None:
        """The longest entry that starts at token `i`."""
        choices = self._first.get(tokens.key[i])
        if choices is None:
            return None
        for key, values in choices:
            n = len(key)
            if n == 1 or tuple(tokens.key[i : i + n]) == key:
                fits = tuple(v for v, exact in values if exact is None or _same_case(tokens, i, exact))
                if fits:
                    return Hit(i, i + n, fits)
        return None

    def find(self, tokens: Tokens) -> list[Hit[V]]:
        """All entries in the tokens, leftmost and longest first, in order."""
        first, keys = self._first, tokens.key
        out: list[Hit[V]] = []
        free = 0
        for i, key in enumerate(keys):
            if i >= free and key in first:
                hit = self.at(tokens, i)
                if hit is not None:
                    out.append(hit)
                    free = hit.last
        return out


def _same_case(tokens: Tokens, i: int, exact: tuple[str, ...]) -> bool:
    return all(i + k < len(tokens) and tokens.word[i + k].rstrip(".") == w.rstrip(".") for k, w in enumerate(exact))
