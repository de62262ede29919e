"""Small words written onto the next one ("and", "to", "the") -> tokens of their own, as the pack declares them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from itertools import pairwise

import msgspec

from dragoman.find.tokens import Tokens, key_of
from dragoman.world.files import expand
from dragoman.world.load import Language
from dragoman.world.offices import offices
from dragoman.world.pack.grammar import Clitic

_UNREAD = frozenset({"example", "never", "examples", "rule", "kind", "act", "topic"})


class Known(msgspec.Struct, frozen=True):
    """What stands in the tables of a language: words of their own or that begin an entry, pairs of words that follow
    each other inside one, and all words together."""

    whole: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    words: frozenset[str]


def cut_clitics(tokens: Tokens, clitics: Collection[Clitic], known: Known) -> Tokens:
    """The tokens with every clitic cut off that stands before a known word and makes an unknown one with it."""
    firsts = {c.form[0] for c in clitics}
    page = set(tokens.key)
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    keys: list[str] = []
    for start, end, word, key in zip(tokens.start, tokens.end, tokens.word, tokens.key, strict=True):
        if key[0] in firsts and key not in known.whole and not (keys and (keys[-1], key) in known.pairs):
            for clitic, cut, rest in _pieces(key, clitics, known.words, page):
                at = _letters(word, cut)
                starts.append(start)
                ends.append(start + at)
                words.append(word[:at])
                keys.append(clitic)
                start, word, key = start + at, word[at:], rest
        starts.append(start)
        ends.append(end)
        words.append(word)
        keys.append(key)
    return Tokens(starts, ends, words, keys)


def _pieces(
    key: str, clitics: Collection[Clitic], known: frozenset[str], page: set[str], depth: int = 0
) -> list[tuple[str, int, str]]:
    """Each clitic to be cut off with the number of its letters and the key of what remains; nothing when none is."""
    for clitic in clitics:
        if not key.startswith(clitic.form) or len(key) - len(clitic.form) < clitic.least:
            continue
        cut = clitic.cut or len(clitic.form)
        rest = clitic.restore + key[len(clitic.form) :]
        piece = (key[:cut], cut, rest)
        if rest in known or (clitic.page and rest in page):
            return [piece]
        if depth < 2 and (more := _pieces(rest, clitics, known, page, depth + 1)) and not clitic.restore:
            return [piece, *more]
    return []


def _letters(word: str, cut: int) -> int:
    """How far the first `cut` letters of the word reach, with their marks."""
    at = 0
    while at < len(word) and (cut > 0 or not word[at].isalnum()):
        cut -= word[at].isalnum()
        at += 1
    return at


@cache
def known_words(language: Language) -> Known:
    """The words of all tables of the language, and those of office-holders' names in its script."""
    own = pack_words(language)
    script = {key[0] for key in own if not key.isascii()}
    holders = {key for name in offices().names() if name[0] in script for key in key_of(name) if len(key) > 2}
    entries = _entries(language)
    pairs = frozenset(pair for entry in entries for pair in pairwise(entry))
    return Known(frozenset(e[0] for e in entries if e) | holders, pairs, own | holders)


@cache
def pack_words(language: Language) -> frozenset[str]:
    """Every word that stands in a table of the language."""
    return frozenset(key for entry in _entries(language) for key in entry)


@cache
def _entries(language: Language) -> tuple[tuple[str, ...], ...]:
    """The keys of every entry of every table."""
    grammar, names = language.grammar, language.names
    texts: list[str] = [w for p in grammar.common for w in expand(p)]
    for part in (grammar.words, grammar.pronoun, language.frames, language.encounters, language.times):
        texts += _strings(part)
    for table in (names.states, names.metonyms, names.bodies, names.roles, names.modifiers, names.places):
        texts += [row.text for row in table]
    return tuple(key_of(text) for text in texts)


def _strings(part: object) -> Iterator[str]:
    """The words of a table and of all in it."""
    if isinstance(part, str):
        try:
            yield from expand(part)
        except ValueError:
            yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _strings(item)
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            if name not in _UNREAD:
                yield from _strings(getattr(part, name))
