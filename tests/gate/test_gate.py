"""No figure on the gold pages is below its floor (`floors.json`; `tools/gate.py --raise` lifts them)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import gate
import pytest

FLOORS: gate.Figures = json.loads(gate.FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures(shared: Callable[[str], Path]) -> gate.Figures:
    shared("gold/dev")
    return gate.measure(shared("score/score.py").parent.parent)


@pytest.mark.parametrize("group", FLOORS)
def test_no_figure_is_below_its_floor(figures: gate.Figures, group: str) -> None:
    assert gate.below(figures, {group: FLOORS[group]}) == [], gate.table(figures, FLOORS)


def test_floors_only_rise() -> None:
    floors = {"en": {"acts": 0.5, "body": 0.9}}
    assert gate.moved({"en": {"acts": 0.61239, "body": 0.8}}, floors, lower=False) == {
        "en": {"acts": 0.612, "body": 0.9}
    }
    assert gate.moved({"en": {"acts": 0.4, "body": 0.8}}, floors, lower=True) == {"en": {"acts": 0.4, "body": 0.8}}


def test_a_lost_figure_is_a_fall() -> None:
    assert gate.below({"en": {}}, {"en": {"acts": 0.5}}) == ["en acts: 0.000 is below its floor 0.500"]
    assert gate.below({"en": {"acts": 0.5}}, {"en": {"acts": 0.5}}) == []
