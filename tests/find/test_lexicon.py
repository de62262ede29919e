"""Lexicon: leftmost, longest, none overlapping; case where it matters; several readings of the same words."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dragoman.find.lexicon import Lexicon
from dragoman.find.tokens import tokenize

ROWS = [
    ("call", "call", False), ("called on", "ask", False), ("called on behalf of", "for", False),
    ("US", "USA", True), ("Georgia", "GEO", True), ("georgia", "US-GA", False), ("U.S.", "USA", True),
]  # fmt: skip
LEXICON: Lexicon[str] = Lexicon(ROWS)


def found(text: str, lexicon: Lexicon[str] = LEXICON) -> list[tuple[str, tuple[str, ...]]]:
    tokens = tokenize(text, 0, len(text))
    return [(" ".join(tokens.word[h.first : h.last]), h.values) for h in lexicon.find(tokens)]


def test_the_longest_entry_wins() -> None:
    assert found("She called on behalf of them, then called on us.") == [
        ("called on behalf of", ("for",)), ("called on", ("ask",)),
    ]  # fmt: skip


def test_case_matters_where_the_entry_says_so() -> None:
    assert found("They met US pilots; it is up to us.") == [("US", ("USA",))]


def test_an_entry_with_dots() -> None:
    assert found("the U.S. fleet") == [("U.S.", ("USA",))]


def test_several_readings() -> None:
    assert found("to Georgia") == [("Georgia", ("GEO", "US-GA"))]
    assert found("to georgia") == [("georgia", ("US-GA",))]


def test_at_and_get() -> None:
    tokens = tokenize("we called on them", 0, 17)
    assert LEXICON.at(tokens, 0) is None
    hit = LEXICON.at(tokens, 1)
    assert hit is not None
    assert (hit.first, hit.last, hit.values) == (1, 3, ("ask",))
    assert LEXICON.get(("called", "on")) == ("ask",)
    assert LEXICON.get(("called",)) == ()


def test_an_entry_longer_than_what_is_left_is_not_found() -> None:
    assert found("they called on behalf") == [("called on", ("ask",))]


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12),
    st.lists(st.text("abc ", min_size=1, max_size=6), max_size=8),
)
def test_hits_are_ordered_apart_and_longest(words: list[str], entries: list[str]) -> None:
    lexicon: Lexicon[str] = Lexicon([(e, e, False) for e in entries])
    text = " ".join(words)
    tokens = tokenize(text, 0, len(text))
    hits = lexicon.find(tokens)
    assert all(a.last <= b.first for a, b in itertools.pairwise(hits))
    keys = {tuple(e.split()) for e in entries if e.strip()}
    for hit in hits:
        assert tuple(tokens.key[hit.first : hit.last]) in keys
        assert not any(tuple(tokens.key[hit.first : n]) in keys for n in range(hit.last + 1, len(tokens) + 1))
