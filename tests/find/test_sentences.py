"""Sentences: where they end, where they do not, and that they tile their paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_stories import article_of, language_of

from dragoman.find import Found, find
from dragoman.find.sentences import find_sentences
from dragoman.find.tokens import tokenize


def found_in(story: str, *, title: str = "") -> Found:
    return find(article_of(story, title=title), language_of("en").grammar)


def sentences(story: str) -> list[str]:
    found = found_in(story)
    return [found.text[slice(*found.chars(s.first, s.last))] for s in found.sentences]


@pytest.mark.parametrize(
    ("story", "count"),
    [
        ("It rained. It stopped.", 2),
        ("It rained! Did it stop? It did…", 3),
        ("Dr. Aba Mensah met Gen. Otu. They left.", 2),
        ("J. K. Mensah spoke. Nobody heard.", 2),
        ("The U.S. envoy left at 9 a.m. on Monday.", 1),
        ("He paid 3.5 million. She paid none.", 2),
        ("“It rained. It stopped. It rained again,” she said.", 1),
        ("“It rained.” She left.", 2),
        ("She said: “It rained.”\n“It stopped.”", 2),
        ("It rained.It stopped.", 1),
        ("It rained (a lot.) It stopped.", 2),
        ("no stop at the end", 1),
    ],
)
def test_how_many(story: str, count: int) -> None:
    assert len(sentences(story)) == count, sentences(story)


def test_closing_marks_stay_with_their_sentence() -> None:
    assert sentences("“It rained.” She left.") == ["“It rained.”", "She left."]


def test_the_title_is_paragraph_zero() -> None:
    found = found_in("It rained.\nIt stopped. She left.", title="Rain ends")
    assert [s.paragraph for s in found.sentences] == [0, 1, 2, 2]


@given(st.text(alphabet="aB .,!?\"“”'1\n…;:", max_size=100))
def test_sentences_tile_their_paragraphs(story: str) -> None:
    found = found_in(story, title="Rain ends")
    for number, (start, end) in enumerate(found.paragraphs):
        own = [s for s in found.sentences if s.paragraph == number]
        inside = [i for i, at in enumerate(found.tokens.start) if start <= at < end]
        assert [i for s in own for i in range(s.first, s.last)] == inside


@given(st.text(alphabet="aB .!?”“1", max_size=60))
def test_no_sentence_is_empty(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    made = find_sentences(tokens, [(0, len(text))], (), frozenset())
    assert all(s.first < s.last for s in made)
    assert [i for s in made for i in range(s.first, s.last)] == list(range(len(tokens)))
