"""Asking the table of office-holders: names, days, and when it must keep silent. A made table stands in."""

from __future__ import annotations

import pytest

from dragoman.identify.holders import Holders, holders
from dragoman.world.offices import offices

TABLE = Holders(offices())


def test_the_shipped_table_is_asked_once() -> None:
    assert holders() is holders()


def test_a_whole_name_on_a_day() -> None:
    found = TABLE.find(("yoko", "kamikawa"), on="2024-04-20", role=None, state=None, named={"JPN"})
    assert found is not None
    assert (found.state, found.role, found.modifier) == ("JPN", "foreign_minister", None)


def test_after_the_term_it_is_former() -> None:
    found = TABLE.find(("hossein", "rouhani"), on="2024-04-20", role=None, state=None, named={"IRN"})
    found = found or TABLE.find(("hassan", "rouhani"), on="2024-04-20", role=None, state=None, named={"IRN"})
    assert found is not None
    assert (found.state, found.modifier) == ("IRN", "former")


def test_a_last_name_alone_counts_only_for_high_office_on_that_day() -> None:
    found = TABLE.find(("kishida",), on="2024-04-20", role=None, state=None, named={"JPN"})
    assert found is not None
    assert found.state == "JPN"
    assert TABLE.find(("kishida",), on=None, role=None, state=None, named={"JPN"}) is None


@pytest.mark.parametrize("words", [("asha", "njoroge"), ("boadu",), ("kofi", "boadu", "of", "nowhere")])
def test_an_unknown_name_gives_nothing(words: tuple[str, ...]) -> None:
    assert TABLE.find(words, on="2024-04-20", role=None, state=None, named=()) is None


def test_the_page_state_must_fit() -> None:
    assert TABLE.find(("yoko", "kamikawa"), on="2024-04-20", role=None, state="KEN", named=()) is None
