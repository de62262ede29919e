"""The record format's own example, whole: what `examples/pages/no-readout.txt` must give."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec

from dragoman.model import Page
from dragoman.pipeline import read_page
from dragoman.world import load_world

URI = "examples/pages/no-readout.txt"


def test_example_gives_its_exact_record(examples: Path) -> None:
    text = (examples / "no-readout.txt").read_bytes().decode("utf-8")
    expected = json.loads((Path(__file__).parent / "golden" / "no-readout.json").read_text(encoding="utf-8"))
    record = read_page(Page(uri=URI, text=text), load_world())
    assert json.loads(msgspec.json.encode(record)) == expected


def test_expected_record_is_the_shared_one(shared: Callable[[str], Path]) -> None:
    kept = json.loads((Path(__file__).parent / "golden" / "no-readout.json").read_text(encoding="utf-8"))
    assert kept == json.loads((shared("example") / "no-readout.json").read_text(encoding="utf-8"))
