"""Nouns by which a page takes up somebody named before: "mantan jenderal itu", "Ketua Umum Partai Hijau tersebut"."""

from __future__ import annotations

from dragoman.find import Found
from dragoman.find.lexicon import Hit
from dragoman.identify.mentions import Mention
from dragoman.identify.people import Person
from dragoman.identify.vocabulary import Entity, Vocabulary, value_of

# How many tokens before the determiner the noun stands at most.
_LONG = 8


def epithets(
    mentions: list[Mention], people: list[Person], found: Found, hits: list[Hit[Entity]], vocabulary: Vocabulary
) -> list[Mention]:
    """The mentions with such phrases as pronouns in place of what they are made of.

    Offices whose holder is known, phrases with a person inside or with a state that none of the people acts for stay
    as they are.
    """
    words = vocabulary.grammar.words
    if not words.epithet:
        return mentions
    heads = {h.last: h.first for h in hits if value_of(h, "role")}
    heads |= {k + 1: k for k, key in enumerate(found.tokens.key) if key in words.epithet}
    acted = {p.state for p in people}
    taken: list[Mention] = []
    for sentence in found.sentences:
        for k in range(sentence.first + 1, sentence.last):
            if found.tokens.key[k] in words.taken_up:
                first = _head(k, sentence.first, heads, found, vocabulary)
                inside = [m for m in mentions if first is not None and first <= m.first < k]
                states = {c for m in inside for c in m.states}
                if first is not None and all(m.person is None and not m.plural for m in inside) and states <= acted:
                    taken.append(Mention(first, k + 1, "pronoun", text="singular"))
    kept = [m for m in mentions if not any(t.first <= m.first < t.last for t in taken)]
    return sorted([*kept, *taken], key=lambda m: m.first)


def _head(k: int, begin: int, heads: dict[int, int], found: Found, vocabulary: Vocabulary) -> int | None:
    """Where the phrase that ends before token `k` begins; None if no noun for a person heads it."""
    closed = vocabulary.preposition | vocabulary.conjunction | vocabulary.two | vocabulary.determiner
    for j in range(k, max(begin, k - _LONG), -1):
        if j in heads:
            first = heads[j]
            while first in heads:
                first = heads[first]
            before = found.tokens.key[first - 1] if first > begin else ""
            return None if before in vocabulary.two | vocabulary.determiner else first
        if found.tokens.key[j - 1] in closed or not found.tokens.key[j - 1][0].isalnum():
            return None
    return None
