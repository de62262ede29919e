"""Full-text search: the one part of the store that each database does in its own way.

Words are folded here, not in the database: without case and accents, Arabic letters in one form, and runs of Han,
Kana, Hangul and Thai as overlapping pairs of characters, which finds words where nothing is written between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

from sqlalchemy import Connection, text

from dragoman.errors import StoreError

# Han with extensions, iteration mark, Kana (half-width is made full by NFKD), Hangul, Thai, Lao, Khmer, Myanmar
_UNSPACED = "々〇\u3041-\u309f\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED += "\u1100-\u11ff\uac00-\ud7a3\u0e00-\u0eff\u1780-\u17ff\u1000-\u109f"
_RUN = re.compile(f"[{_UNSPACED}]+")
_WORD = re.compile(f"[{_UNSPACED}]+|[^\\W_{_UNSPACED}]+")
# One letter, several code points: Persian and Arabic keyboards, alef maksura, teh marbuta, tatweel, zero-width joiners
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ـ": None, "\u200c": " ", "\u200d": None})
# Voicing marks of Kana (class 8), nuktas (7) and viramas (9) make other letters; all other marks are accents.
_KEPT = frozenset({0, 7, 8, 9})
_QUOTES = str.maketrans("“”„«»", '"""""')
_TERM = re.compile(r'"([^"]*)"?|(\S+)')


def fold(value: str) -> str:
    """The text without case, accents and variants of one letter; words stay whole."""
    if value.isascii():
        return value.lower()
    parts = unicodedata.normalize("NFKD", value).casefold().translate(_LETTERS)
    return unicodedata.normalize("NFC", "".join(c for c in parts if unicodedata.combining(c) in _KEPT))


def indexed(value: str) -> str:
    """What goes into the index: folded words, and unspaced runs as pairs with the last character by itself."""
    folded = fold(value)
    if folded.isascii():
        return folded
    return " ".join(_cut(folded))


def _cut(folded: str) -> Iterator[str]:
    for word in _WORD.findall(folded):
        if _RUN.match(word):
            yield from _pairs(word)
            yield word[-1]
        else:
            yield word


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]


def terms(query: str) -> list[tuple[list[str], bool]]:
    """The words and "quoted phrases" of what a person typed, each as the index's words in a row; True where the
    last may go on (`diplom*`, or a single Han character, which starts a pair)."""
    found = []
    for phrase, word in _TERM.findall(query.translate(_QUOTES)):
        tokens = list(_cut(fold(phrase or word)))
        last = _WORD.findall(fold(phrase or word))[-1:]
        goes_on = word.endswith("*")
        if last and _RUN.match(last[0]):  # the text may go on after it: no last character by itself
            goes_on = len(last[0]) == 1
            tokens = tokens if goes_on else tokens[:-1]
        if tokens:
            found.append((tokens, goes_on))
    return found


class FullText(Protocol):
    """What a database must do. `texts.id` is the row in the index."""

    def index(self, connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
        """Puts texts into the index by their id."""

    def condition(self, ids: str, parameter: str) -> str:
        """SQL that is true of the rows whose `ids` expression is among the texts that match `:parameter`."""

    def query(self, typed: str) -> str | None:
        """What `:parameter` is to be for this typed query; None if no word is in it."""


class SqliteFullText:
    """FTS5. The table keeps no text of its own, only the index; ids of texts that are gone are never reused."""

    def index(self, connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
        """Puts texts into the index by their id."""
        values = [{"id": row, "words": indexed(value)} for row, value in rows]
        if values:
            connection.execute(text("INSERT INTO fulltext (rowid, words) VALUES (:id, :words)"), values)

    def condition(self, ids: str, parameter: str) -> str:
        """SQL that is true of the rows whose `ids` expression is among the texts that match `:parameter`."""
        return f"{ids} IN (SELECT rowid FROM fulltext WHERE fulltext MATCH :{parameter})"

    def query(self, typed: str) -> str | None:
        """All words and phrases must be there. Everything is quoted, so that no operator is in it."""
        parts = [f'"{" ".join(tokens)}"{"*" if prefix else ""}' for tokens, prefix in terms(typed)]
        return " AND ".join(parts) or None


def full_text(dialect: str) -> FullText:
    """The full-text search of the SQLAlchemy dialect of that name."""
    if dialect == "sqlite":
        return SqliteFullText()
    raise StoreError(f"no full-text search for {dialect}")
