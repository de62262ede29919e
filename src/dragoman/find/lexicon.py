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
        self._rows: dict[tuple[str, ...], list[tuple[V, tuple[str, ...] | None]]] = {}
        lengths: dict[str, set[int]] = {}
        seconds: dict[str, set[str]] = {}
        for text, value, exact in entries:
            key = key_of(text)
            if any(key):
                self._rows.setdefault(key, []).append((value, tuple(text.split()) if exact else None))
                lengths.setdefault(key[0], set()).add(len(key))
                seconds.setdefault(key[0], set()).update(key[1:2])
        # Of each first word: the lengths of its entries, the longest first, and their second words.
        self._first = {w: (tuple(sorted(ns, reverse=True)), frozenset(seconds[w])) for w, ns in lengths.items()}

    def opens(self, key: str) -> bool:
        """Whether an entry begins with the word."""
        return key in self._first

    def at(self, tokens: Tokens, i: int) -> Hit[V] | None:
        """The longest entry that starts at token `i`."""
        keys = tokens.key
        found = self._first.get(keys[i])
        if found is None:
            return None
        lengths, seconds = found
        if len(lengths) > 1 or lengths[0] > 1:
            if i + 1 >= len(keys) or keys[i + 1] not in seconds:
                lengths = (1,) if lengths[-1] == 1 else ()
        for n in lengths:
            values = self._rows.get(tuple(keys[i : i + n]))
            if values is not None and i + n <= len(keys):
                fits = tuple(v for v, exact in values if exact is None or _same_case(tokens, i, exact))
                if fits:
                    return Hit(i, i + n, fits)
        return None

    def get(self, words: tuple[str, ...]) -> tuple[V, ...]:
        """The entries of just these token keys."""
        return tuple(value for value, _ in self._rows.get(words, ()))

    def find(self, tokens: Tokens) -> list[Hit[V]]:
        """All entries in the tokens, leftmost and longest first, in order."""
        first, keys = self._first, tokens.key
        out: list[Hit[V]] = []
        free = 0
        for i in [i for i, key in enumerate(keys) if key in first]:
            if i >= free:
                hit = self.at(tokens, i)
                if hit is not None:
                    out.append(hit)
                    free = hit.last
        return out


def _same_case(tokens: Tokens, i: int, exact: tuple[str, ...]) -> bool:
    return all(i + k < len(tokens) and tokens.word[i + k].rstrip(".") == w.rstrip(".") for k, w in enumerate(exact))
