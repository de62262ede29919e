"""Quotations: marks of all kinds, pieces over paragraphs, marks left open, and that no two overlap."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_stories import language_of

from dragoman.find.quotes import Quote, find_quotes

PAIRS = language_of("en").grammar.quotes


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines of a text that are not blank, without the white space around them."""
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            out.append((start, start + len(line.strip())))
        at += len(line) + 1
    return out


def quotes(text: str) -> tuple[Quote, ...]:
    return find_quotes(text, paragraphs(text), PAIRS)


def inner(text: str) -> list[str]:
    return [text[q.inner : q.inner_end] for q in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Rain is coming,” she said.", ["Rain is coming,"]),
        ('"Rain is coming," she said, "and soon."', ["Rain is coming,", "and soon."]),
        ("«Rain», he said.", ["Rain"]),
        ("``Rain'' is no quotation of ours.", []),
        ("He called it “a gift” and “a debt”.", ["a gift", "a debt"]),
        ("She said: „Rain“ and left.", ["Rain"]),
        ('A 12" pipe broke.', []),
        ("It is the farmers' rain, she said.", []),
        ('("Rain," he said.)', ["Rain,"]),
        ('He said "rain " twice.', ["rain "]),
        ("No marks at all.", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_marks_belong_to_the_quotation() -> None:
    quote = quotes("So “rain” it is.")[0]
    assert (quote.start, quote.end, quote.inner, quote.inner_end, quote.joined) == (3, 9, 4, 8, False)


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“The well is dry.\n“The river is low.”\nShe left."
    assert inner(text) == ["The well is dry.", "The river is low."]
    assert [q.joined for q in quotes(text)] == [False, True]


def test_a_quotation_without_new_opening_mark_goes_on_too() -> None:
    text = "“The well is dry.\nThe river is low.\nAll is dust.” She left."
    assert inner(text) == ["The well is dry.", "The river is low.", "All is dust."]


def test_a_mark_never_closed_ends_with_its_paragraph() -> None:
    assert inner("“The well is dry, she said.\nThe river “Tano” is low.") == ["The well is dry, she said.", "Tano"]


def test_a_stray_mark_does_not_swallow_a_long_paragraph() -> None:
    assert inner("“" + "dust and rain " * 120) == []


@given(st.text(alphabet="ab .,\"“”«»„'`\n", max_size=80))
def test_quotations_never_overlap(text: str) -> None:
    found = quotes(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    spans = paragraphs(text)
    for quote in found:
        assert quote.start <= quote.inner <= quote.inner_end <= quote.end
        assert any(a <= quote.start and quote.end <= b for a, b in spans)
