"""Names compared: our own pairs, the checking pairs, and aliases among all officials of a state."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from dragoman.world.match import SURE, compare, same
from dragoman.world.match.likeness import nearest
from dragoman.world.match.words import name_words


def f1(pairs: Iterable[tuple[bool, str, str]]) -> float:
    right = wrong = missed = 0
    for truth, a, b in pairs:
        found = same(a, b)
        right += truth and found
        wrong += found and not truth
        missed += truth and not found
    return 2 * right / (2 * right + wrong + missed)


def test_our_own_pairs() -> None:
    with (Path(__file__).parent / "name_pairs.csv").open(encoding="utf-8", newline="") as lines:
        pairs = [(row["same"] == "1", row["a"], row["b"]) for row in csv.DictReader(lines)]
    assert len(pairs) > 300
    assert f1(pairs) >= 0.975


def test_checking_pairs(shared: Callable[[str], Path]) -> None:
    lines = shared("verify/name_pairs.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert f1((label == "1", a, b) for label, _, a, b in (line.split("\t") for line in lines)) >= 0.97


def test_aliases_among_the_officials_of_their_state(shared: Callable[[str], Path]) -> None:
    people: dict[str, dict[str, list[str]]] = defaultdict(dict)
    pairs: set[tuple[str, str, str]] = set()
    with shared("knowledge/officeholders_wikidata.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            people[row["iso3"]][row["person"]] = [row["person"]]
            for alias in row["aliases"].split("|"):
                alias = re.sub(r"\s*\(.*\)", "", alias).strip()
                if alias and alias.casefold() != row["person"].casefold():
                    pairs.add((row["iso3"], alias, row["person"]))
    first = [nearest(alias, people[state], most=1) for state, alias, _ in sorted(pairs)]
    right = sum(
        bool(found) and (found[0][0] == person or same(found[0][0], person))
        for found, (_, _, person) in zip(first, sorted(pairs), strict=True)
    )
    assert len(pairs) > 150
    assert right / len(pairs) >= 0.95


@pytest.mark.parametrize(
    ("a", "b"),
    [("Ali Bagheri", "Ali Bagheri Kani"), ("上川陽子", "Yoko Kamikawa"), ("Лаврову Сергею", "Sergey Lavrov")],
)
def test_both_ways_alike(a: str, b: str) -> None:
    assert compare(a, b).score == pytest.approx(compare(b, a).score, abs=0.02)


def test_a_family_name_alone_is_not_sure_and_nothing_is_nobody() -> None:
    assert 0.3 <= compare("Lavrov", "Sergey Lavrov").score < SURE
    assert compare("", "Sergey Lavrov").score == 0
    assert compare("…", "—").score == 0


def test_it_says_why() -> None:
    match = compare("Hussein Amir Abdullahian", "Hossein Amirabdollahian")
    assert match.why == ("hussein = hossein (forms of hossein)", "amir abdullahian = amirabdollahian (sounds alike)")
    assert "vladimir is not sergey" in compare("Vladimir Lavrov", "Sergey Lavrov").why


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Erdoğan'ın", ["erdogan"]),
        ("O'Brien", ["obrien"]),
        ("J. D. Vance", ["j", "d", "vance"]),
        ("عبد الفتاح السيسي", ["عبدالفتاح", "السيسي"]),
        ("上川陽子外務大臣", ["上", "川", "陽", "子"]),
        ("علی خامنه\u200cای", ["علی", "خامنهای"]),
    ],
)
def test_words_of_a_name(name: str, words: list[str]) -> None:
    assert [word.text for word in name_words(name)] == words
