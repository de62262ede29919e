"""Text -> tokens: parallel lists, so that later stages index instead of slicing."""

from __future__ import annotations

import re

import msgspec

# An abbreviation with dots (U.S., a.m.), a word with inner hyphens or apostrophes (Ali-Asghar, O'Neill), the
# possessive 's by itself, any other character that is not white space.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:(?:[-\u2010\u2011\u200c]|['’ʻʼ](?!s\b))[^\W_]+)*|['’]s\b|\S")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "\u2010": "-", "\u2011": "-"})


class Tokens(msgspec.Struct, frozen=True):
    """Tokens of a stretch of text. `start`/`end` are offsets in the page, `key` is lower-cased with plain quotes."""

    start: list[int]
    end: list[int]
    word: list[str]
    key: list[str]

    def __len__(self) -> int:
        return len(self.word)


def tokenize(text: str, start: int, end: int) -> Tokens:
    """Tokens of `text[start:end]`, offsets counted in `text`."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for match in _TOKEN.finditer(text, start, end):
        starts.append(match.start())
        ends.append(match.end())
        words.append(match.group())
    keys = "\n".join(words).lower().translate(_APOSTROPHES).split("\n")
    return Tokens(starts, ends, words, keys)


def key_of(text: str) -> tuple[str, ...]:
    """The token keys of a lexicon entry: what `tokenize` gives for the same words in a text."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return tuple(text.lower().split())
    return tuple(tokenize(text, 0, len(text)).key)
