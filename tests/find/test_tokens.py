"""Tokens: what is one word, what its key is, and that offsets lead back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.find.tokens import key_of, tokenize

LETTERS = st.text(alphabet="abZé’'ʻ-‐.,U.S“”\" \n\tñİß1漢\u200c\xa0", max_size=60)


def words(text: str) -> list[str]:
    return tokenize(text, 0, len(text)).word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's harbour", ["Kenya", "'s", "harbour"]),
        ("Kenya’s harbour", ["Kenya", "’s", "harbour"]),
        ("Sean O’Hara didn't", ["Sean", "O’Hara", "didn't"]),
        ("Abdul-Rahim al-Saadi", ["Abdul-Rahim", "al-Saadi"]),
        ("the U.S. and U.N. envoys", ["the", "U.S.", "and", "U.N.", "envoys"]),
        ("at 9 a.m. today", ["at", "9", "a.m.", "today"]),
        ("He left.", ["He", "left", "."]),
        ("“No,” she said", ["“", "No", ",", "”", "she", "said"]),
        ("oil—and gas", ["oil", "—", "and", "gas"]),
        ("G7/G20", ["G7", "/", "G20"]),
        ("ships’ crews", ["ships", "’", "crews"]),
        ("Zoʻr’s son’s", ["Zoʻr", "’s", "son", "’s"]),
        ("می\u200cگوید", ["می\u200cگوید"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_offsets_count_in_the_whole_text() -> None:
    text = "skip this. Fiji’s envoy left"
    tokens = tokenize(text, 11, len(text))
    assert [(a, b) for a, b in zip(tokens.start, tokens.end, strict=True)] == [(11, 15), (15, 17), (18, 23), (24, 28)]


def test_keys_are_lower_case_with_plain_marks() -> None:
    text = "O’Hara ABDUL‐Rahim ʻAli ÉTÉ"
    assert tokenize(text, 0, len(text)).key == ["o'hara", "abdul-rahim", "'ali", "été"]


@pytest.mark.parametrize(
    "text", ["called on", "expressed Iran’s hope", "U.S. envoy", "vice-president", "Côte d’Ivoire"]
)
def test_key_of_an_entry_is_the_key_of_the_text(text: str) -> None:
    assert list(key_of(text)) == tokenize(text, 0, len(text)).key


@given(st.one_of(st.text(max_size=80), LETTERS))
def test_offsets_round_trip(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    assert tokens.word == [text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)]
    assert len(tokens.word) == len(tokens.key) == len(tokens)
    assert all(a < b for a, b in zip(tokens.start, tokens.end, strict=True))
    assert all(b <= a for b, a in zip(tokens.end, tokens.start[1:], strict=False))


@given(st.one_of(st.text(max_size=80), LETTERS))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    covered = {i for a, b in zip(tokens.start, tokens.end, strict=True) for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@given(LETTERS, st.integers(0, 60), st.integers(0, 60))
def test_a_stretch_stays_within_its_bounds(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    tokens = tokenize(text, start, end)
    assert all(start <= s and e <= end for s, e in zip(tokens.start, tokens.end, strict=True))
