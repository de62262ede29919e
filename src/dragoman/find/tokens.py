"""Text -> tokens: parallel lists, so that later stages index instead of slicing."""

from __future__ import annotations

import re

import msgspec

from dragoman.world.letters import LETTERS, MARKS

# An abbreviation with dots (U.S., a.m.), a word with inner hyphens, apostrophes or marks on its letters (Ali-Asghar,
# O'Neill; "then-Prime" is two), the possessive 's by itself, any other character that is not white space.
_MARK = f"[{''.join(sorted(MARKS))}]"
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|(?:ex|[a-z]{{3,}})(?=-[A-Z][a-z])|[^\W_]+(?:(?:[-\u2010\u2011]|{_MARK}+|['’ʻʼ](?!s\b))[^\W_]+)*{_MARK}*|['’]s\b|\S"
)
_APOSTROPHES = {"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "\u2010": "-", "\u2011": "-"}
_KEYS = str.maketrans(_APOSTROPHES) | LETTERS


POSSESSIVE = frozenset({"'s", "'", "’"})
"""Marks behind the owner ("Iran's minister")."""


class Tokens(msgspec.Struct, frozen=True):
    """Tokens of a stretch of text. `start`/`end` are offsets in the page, `key` is lower-cased with plain quotes
    and folded letters."""

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
    if not words:
        return Tokens([], [], [], [])
    joined = "\n".join(words).lower()
    if joined.isascii():
        return Tokens(starts, ends, words, joined.split("\n"))
    keys = joined.translate(_KEYS).split("\n")
    if "" in keys:
        keys = [key or word for key, word in zip(keys, words, strict=True)]
    return Tokens(starts, ends, words, keys)


def key_of(text: str) -> tuple[str, ...]:
    """The token keys of a lexicon entry: what `tokenize` gives for the same words in a text."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return tuple(text.lower().split())
    return tuple(tokenize(text, 0, len(text)).key)
