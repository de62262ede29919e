"""The founding pages with other people, states, capitals and days read as well as they do with their own.

pytest tests/swap                               what it fails on is listed figure by figure
python tests/swap/swapper.py 1 en PAGE.txt      prints a page as seed 1 swaps it, and so does any further file
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import gate
import pytest
from swapper import Swap, make_swap

SEEDS = range(1, 7)
MOST = 0.03
"""So far may a figure fall."""

Case = tuple[str, str, dict[str, Any]]
"""Id, text, annotation of one page."""


def originals(gold: Path) -> list[Case]:
    """The founding pages."""
    score = gate.scorer(gold.parent.parent)
    found = sorted(gold.glob("seed-*.gold.json"))
    names = [path.name.removesuffix(".gold.json") for path in found]
    return [
        (n, score.load_text(gold / f"{n}.txt"), json.loads(p.read_text("utf-8")))
        for n, p in zip(names, found, strict=True)
    ]


def swapped(case: Case, swap: Swap) -> Case:
    """One of them, swapped; dates without a year are of the year it came out in."""
    name, text, gold = case
    year = int((gold["published"] or "2024")[:4])
    return name, swap.text(text, gold["language"], year), swap.gold(gold, year)


@cache
def figures(gold: Path, seed: int, folder: Path) -> dict[str, float]:
    """Every figure of the scorer on the pages swapped by a seed; seed 0 leaves them as they are."""
    score = gate.scorer(gold.parent.parent)
    cases = originals(gold) if not seed else [swapped(case, make_swap(seed)) for case in originals(gold)]
    pages = folder / f"swap-{seed}.jsonl"
    pages.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text, _ in cases))
    records = {row["page"]["uri"]: row for row in gate.read_records(pages)}
    total = score.Tally()
    for name, text, annotation in cases:
        total.update(gate.score_one(score, text, score.gold_record(text, annotation), records.get(name)))
    return {key: figure["score"] for key, figure in total.figures().items()}


@pytest.fixture(scope="session")
def gold(shared: Callable[[str], Path]) -> Path:
    return shared("gold/dev")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("swap")


@pytest.mark.parametrize("seed", SEEDS)
def test_no_figure_falls(gold: Path, folder: Path, seed: int) -> None:
    before, after = figures(gold, 0, folder), figures(gold, seed, folder)
    fallen = [
        f"{name}: {before[name]:.3f} -> {after.get(name, 0.0):.3f}"
        for name in before
        if before[name] - after.get(name, 0.0) > MOST + 1e-9
    ]
    assert not fallen, f"swapped {make_swap(seed).codes}"


@pytest.mark.parametrize("seed", SEEDS)
def test_the_annotation_stands_in_the_swapped_text(gold: Path, seed: int) -> None:
    swap = make_swap(seed)
    for case in originals(gold):
        name, text, annotation = swapped(case, swap)
        missing = [value for value in exact(annotation) if value not in text]
        assert not missing, name
        assert text.count("\n") == case[1].count("\n")


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_and_nothing_is_left(gold: Path, seed: int) -> None:
    left = ("Iran", "Japan", "Jepang", "Kazakh", "Tehran", "Teheran", "Tokyo", "Astana", "Kamikawa", "Amirabdollahian")
    for case in originals(gold):
        text = swapped(case, make_swap(seed))[1]
        assert not [word for word in left if word in text]


def test_the_same_seed_gives_the_same() -> None:
    assert make_swap(3) == make_swap(3)
    assert make_swap(3).codes != make_swap(4).codes


def exact(value: Any, key: str = "") -> list[str]:
    """Every string of an annotation that must stand in the text."""
    if isinstance(value, dict):
        return [s for k, v in value.items() for s in exact(v, k)]
    if isinstance(value, list):
        return [s for v in value for s in exact(v, key)]
    verbatim = ("title", "name", "person", "speaker", "evidence", "topics", "content", "cue")
    return [value] if isinstance(value, str) and key in verbatim else []
