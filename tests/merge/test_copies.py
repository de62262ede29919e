"""Reprints and cut-down wires: invented stories of numbered words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.copies import containment, copies, independent, is_copy, sketch


def story(first: int, last: int) -> str:
    return " ".join(f"word{i}" for i in range(first, last))


WIRE = story(0, 400)


def test_reprints_and_cuts() -> None:
    assert is_copy(sketch(WIRE), sketch(f"Our correspondent. {WIRE.upper()}!"))
    assert is_copy(sketch(WIRE), sketch(story(0, 120))), "the first paragraphs"
    assert is_copy(sketch(WIRE), sketch(f"{story(0, 200)} {story(900, 950)}")), "with a line of the paper's own"
    assert not is_copy(sketch(WIRE), sketch(story(360, 800))), "one quotation in common"
    assert not is_copy(sketch(WIRE), sketch(story(1000, 1400)))


def test_too_little_says_nothing() -> None:
    assert containment(sketch("three short words"), sketch("three short words")) == 0.0
    assert sketch("") == ()


def test_without_spaces() -> None:
    text = "外務大臣は電話会談を行い海上の安全と乗組員の解放について協議した"
    assert is_copy(sketch(text), sketch(text + "両者は対話を続けることで一致した"))


def test_copies_count_once() -> None:
    pages = {"a": sketch(WIRE), "b": sketch(story(0, 300)), "c": sketch(story(500, 900)), "d": ()}
    found = copies(pages)
    assert found == (("a", "b"),)
    assert independent(pages, found) == 3
    assert independent([], found) == 0


@given(st.integers(0, 300), st.integers(20, 300))
def test_symmetric_and_within_bounds(start: int, length: int) -> None:
    part = sketch(story(start, start + length))
    assert 0.0 <= containment(part, sketch(WIRE)) == containment(sketch(WIRE), part) <= 1.0
