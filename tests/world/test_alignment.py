"""The tables by which two readouts are laid beside each other, and those of places and outlets."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.world.alignment import Alignment, alignment, concepts
from dragoman.world.bodies import bodies
from dragoman.world.gazetteer import chain, links
from dragoman.world.outlets import outlet_at, outlet_named
from dragoman.world.regions import regions
from dragoman.world.states import states


@pytest.mark.parametrize("language", Alignment.__struct_fields__)
def test_a_word_has_one_concept(language: str) -> None:
    counts = Counter(form for form, _ in dict.fromkeys(concepts(language)))
    assert [form for form, number in counts.items() if number > 1] == []
    assert alignment(language) is not None


def test_concepts_that_are_codes_are_known() -> None:
    codes = {name[1:] for _, name in concepts("en") if name[0] == "="}
    assert codes <= {*states(), *bodies(), *regions(), "MIDDLE_EAST"}


def test_a_place_is_the_same_or_lies_in_another() -> None:
    assert all(bool(row.same) != bool(row.within) for row in links().values())
    assert chain("Oval Office")[-1] == chain("Washington")[-1]
    assert chain("Nowhere at all") == ("nowhere at all",)


@pytest.mark.parametrize(
    ("url", "state", "official"),
    [
        ("https://www.mofa.go.jp/press/1", "JPN", True),
        ("https://en.irna.ir/news/1", "IRN", False),
        ("https://www.state.gov/r/1", "USA", True),
        ("http://en.kremlin.ru/events/1", "RUS", True),
        ("https://news.bbc.co.uk/1", "GBR", False),
        ("https://thepaper.example/1", None, False),
        ("not an address", None, False),
        ("http://[broken", None, False),
    ],
)
def test_an_address_tells_the_side(url: str, state: str | None, official: bool) -> None:
    found = outlet_at(url)
    assert (found.state if found else None) == state
    assert (found.official if found else False) is official
    if state:
        assert state in states()


def test_outlets_by_name() -> None:
    named = outlet_named("the tehran times")
    assert named is not None
    assert named.state == "IRN"
    assert outlet_named("Nobody's Paper") is None
