"""Rounds of talks: every row of `rounds.csv` in its own sentence."""

from __future__ import annotations

import pytest

from dragoman.world.rounds import Round, round_in, rounds


@pytest.mark.parametrize("row", rounds(), ids=lambda r: f"{r.language}-{r.words}")
def test_the_row_is_found_in_its_example(row: Round) -> None:
    assert round_in(row.example, row.language) == row.number


def test_none_and_several() -> None:
    assert round_in("The ministers met in Bern.", "en") is None
    assert round_in("After the first round a second round was announced.", "en") is None
    assert round_in("The second-round vote", "xx") is None
    assert round_in("anything", None) is None
