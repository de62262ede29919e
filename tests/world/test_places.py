"""Places with coordinates: every capital, names in any script, and that reading does without them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dragoman.world.places import all_places, capital, own_places, places
from dragoman.world.states import states


def test_every_state_has_its_capital_on_the_map() -> None:
    missing = [code for code, state in states().items() if state.capital and capital(code) is None]
    assert missing == []


def test_enough_and_all_on_the_globe() -> None:
    assert len(all_places()) > 3000
    assert all(abs(p.latitude) <= 90 and abs(p.longitude) <= 180 and p.state in states() for p in all_places())


@pytest.mark.parametrize(
    ("name", "state", "latitude", "longitude"),
    [
        ("Женева", "CHE", 46.2, 6.1),
        ("جنيف", "CHE", 46.2, 6.1),
        ("东京", "JPN", 35.7, 139.7),
        ("Davos", "CHE", 46.8, 9.8),
    ],
)
def test_found_by_any_name(name: str, state: str, latitude: float, longitude: float) -> None:
    place = places(name)[0]
    assert place.state == state
    assert (place.latitude, place.longitude) == pytest.approx((latitude, longitude), abs=0.1)


def test_the_state_chooses_among_namesakes() -> None:
    assert {place.state for place in places("Tripoli")} >= {"LBY", "LBN"}
    assert [place.state for place in places("Tripoli", "LBN")] == ["LBN"]
    assert places("Nowhere at all") == []


def test_our_own_rows_are_in_the_table() -> None:
    known = {(place.name, place.state) for place in all_places()}
    assert {(place.name, place.state) for place in own_places()} <= known


def test_reading_needs_no_places() -> None:
    code = "import sys, dragoman.pipeline; raise SystemExit('dragoman.world.places' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
