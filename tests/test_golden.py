"""Whole pages written for this project, each with the record that it must give: `golden/<case>/{page.txt,expected.json}`.

The expected records were checked by hand, field by field. `confidence` is left out: it is calibrated, not right or wrong.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.model import Page
from dragoman.pipeline import read_page
from dragoman.world import load_world

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(p.parent.name for p in GOLDEN.glob("*/page.txt"))
LISTS = ("actors", "encounters", "statements", "events")


def record(case: str) -> dict[str, Any]:
    """What the page gives, without confidence."""
    text = (GOLDEN / case / "page.txt").read_bytes().decode("utf-8")
    read = read_page(Page(uri=f"tests/golden/{case}/page.txt", text=text), load_world())
    made: dict[str, Any] = json.loads(msgspec.json.encode(read))
    for part in LISTS:
        for item in made[part]:
            item.pop("confidence", None)
    return made


@pytest.mark.parametrize("case", CASES)
def test_page_gives_its_record(case: str) -> None:
    expected = json.loads((GOLDEN / case / "expected.json").read_text(encoding="utf-8"))
    made = record(case)
    assert made["page"] == expected["page"]
    assert made["article"] == expected["article"]
    for part in LISTS:  # one by one, so that a difference shows where it is
        assert made[part] == expected[part], part


def test_there_are_cases() -> None:
    assert len(CASES) >= 8
