"""A text to weighted signs."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TypeAlias

from dragoman.find.lexicon import Lexicon
from dragoman.find.tokens import tokenize
from dragoman.world.alignment import LanguageWords, alignment, concepts
from dragoman.world.gazetteer import chain
from dragoman.world.names import NameTables, languages, load_names

Signs: TypeAlias = dict[str, float]
"""Sign -> weight. `=IRN` is a state or body, `@geneva` a place, `#ceasefire` a concept, `nickel` a word's stem."""

WEAK = 0.35
"""The weight of a word that every readout has; others weigh 1."""
_STEM = 4
"""So many letters at least are left of a word when an affix is taken off."""
_OTHERS = "en"
"""Names of a language without a table are looked up as English ones."""


@lru_cache(maxsize=20_000)
def _signs(text: str, language: str) -> tuple[tuple[str, float], ...]:
    words = alignment(language)
    lexicon = _lexicon(language)
    tokens = tokenize(text.replace("-", " "), 0, len(text))
    found: Signs = {}
    at = 0
    while at < len(tokens):
        hit = lexicon.at(tokens, at)
        if hit is not None:
            found[min(hit.values)] = 1.0
            at = hit.last
            continue
        key = tokens.key[at]
        at += 1
        if key.isalnum() and not (words and key in words.stop):
            weak = words is not None and key in words.weak
            stem = _stem(key, words)
            found[stem] = max(found.get(stem, 0.0), WEAK if weak else 1.0)
    return tuple(found.items())


def signs(text: str, language: str | None) -> Signs:
    """The signs of the text, in the order in which they first stand there."""
    return dict(_signs(" ".join(text.split()), (language or "").split("-")[0].lower()))


def _stem(word: str, words: LanguageWords | None) -> str:
    """The word without the longest prefix and the longest suffix that leave enough of it."""
    if words is None:
        return word
    for prefix in words.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= _STEM:
            word = word.removeprefix(prefix)
            break
    for suffix in words.suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            return word.removesuffix(suffix)
    return word


@cache
def _lexicon(language: str) -> Lexicon[str]:
    names = load_names(language if language in languages() else _OTHERS)
    rows = [(text, sign, False) for text, sign in _names(names)]
    rows += [(form, name if name[0] == "=" else f"#{name}", False) for form, name in concepts(language)]
    return Lexicon(rows)


def _names(names: NameTables) -> list[tuple[str, str]]:
    found = [(row.text, f"={row.iso3}") for row in names.states]
    found += [(row.text, f"={row.target}") for row in names.metonyms if row.target]
    found += [(row.text, f"={row.body}") for row in names.bodies]
    return found + [(row.text, f"@{chain(row.text)[0]}") for row in names.places if row.kind != "venue"]
