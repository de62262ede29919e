"""How words of two pages, perhaps in two languages, are laid beside each other (`alignment.toml`, `concepts.csv`)."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.world.files import Row, data_root, expand, load_rows, load_toml


class LanguageWords(Row, frozen=True):
    """stop: words that never count; weak: words that every readout has; affixes: what is taken off a word."""

    stop: tuple[str, ...]
    weak: tuple[str, ...]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]


class Alignment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The languages that are laid beside each other by more than their letters."""

    en: LanguageWords
    id: LanguageWords


class _Concept(Row, frozen=True, kw_only=True):
    name: str
    en: str
    id: str


@cache
def alignment(language: str) -> LanguageWords | None:
    """The row of a language (BCP 47, its first part counts); None for a language without one."""
    found = load_toml(data_root() / "alignment.toml", Alignment)
    return getattr(found, language.split("-")[0], None)


@cache
def concepts(language: str) -> tuple[tuple[str, str], ...]:
    """Words of the language, each with the concept that it shares with words of other languages."""
    code = language.split("-")[0]
    if code not in Alignment.__struct_fields__:
        return ()
    rows = load_rows(data_root() / "concepts.csv", _Concept)
    return tuple((form, row.name) for row in rows for part in getattr(row, code).split(";") for form in expand(part))
