"""The features of a pair of reports but its date: each a pure function to what it adds to the score, and why.

Weights are set by hand against the shared groups and the synthetic corpus (`tools/bench_merge.py`); `docs/merging.md`
says what was measured.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.merge.copies import containment
from dragoman.merge.names import SINGLE_HOLDER, compare_people, same_name
from dragoman.merge.records import Person, Report
from dragoman.model import Place


class Feature(NamedTuple):
    """What one thing that two reports say adds; `apart`: it tells them apart, whatever else agrees."""

    score: float
    why: str = ""
    apart: bool = False


NOTHING = Feature(0.0)
PEOPLE = 0.25
_SUBSET, _OTHER_KIND, _OTHER_PERSON = -0.40, -0.25, -0.20
OTHERS = "somebody else for"
_SAME_PLACE, _SAME_COUNTRY, _OTHER_COUNTRY = 0.10, 0.05, -0.20
_DURATION, _OCCASION, _SERIES = 0.05, 0.05, 0.05
_LEAST_WEIGHT = 3
"""Less in common than this says nothing."""


def kinds(a: Report, b: Report) -> Feature:
    """Calls are calls, by telephone or video; that one page has a call where the other has a meeting counts against
    them. A visit is no meeting (it contains one), and a message no talk."""
    if a.kind == b.kind:
        return Feature(0.0, a.kind)
    if {"visit", "message"} & {a.kind, b.kind}:
        return Feature(0.0, f"{a.kind} against {b.kind}", apart=True)
    alike = {a.kind, b.kind} in ({"phone_call", "video_call"}, {"meeting", "conference"})
    return Feature(-0.05 if alike else _OTHER_KIND, f"{a.kind} against {b.kind}")


def parties(a: Report, b: Report) -> Feature:
    """The same parties; of some only, it is another meeting of the day more often than not."""
    left, right = set(a.parties), set(b.parties)
    if left == right:
        return Feature(0.0, "same parties") if left else Feature(-0.3, "no known parties")
    if not left & right:
        return Feature(0.0, "other parties", apart=True)
    if min(len(left), len(right)) == 1:
        return Feature(-0.1, "one known party")
    if len(left) > 4 and len(right) > 4:
        share = len(left & right) / len(left | right)
        return Feature(_SUBSET * (1 - share), f"{len(left & right)} parties in common")
    if left < right or right < left:
        return Feature(_SUBSET, "some of the parties")
    return Feature(0.0, "other parties", apart=True)


def people(a: Report, b: Report) -> Feature:
    """On how many sides somebody is in both reports. Of a visit only the guest's side need be named.

    Where a side's people are surely others the reports are apart, unless the other sides agree and one has a minister
    where the other has a deputy: that is one contact told in two ways, more often than two.
    """
    sides = sorted({p.for_ or "" for p in (*a.people, *b.people)} | _shared_sides(a, b))
    shared: list[str] = []
    differ: list[str] = []
    for side in sides:
        left, right = _side(a, side), _side(b, side)
        found = {(x, y): compare_people(x, y) for x in left for y in right}
        pair = next((pair for pair, verdict in found.items() if verdict == "same"), None)
        if pair is not None:
            shared.append(pair[0].name or pair[1].name or f"{side} {pair[0].office}")
        elif found and side and all(verdict == "other" for verdict in found.values()):
            differ.append(side)
            if all(p.office in SINGLE_HOLDER for p in (*left, *right)) or a.kind == "visit":
                return Feature(0.0, f"other people for {side}", apart=True)
    if len(set(a.parties) | set(b.parties)) < 2 and len(shared) < 2:
        return Feature(0.0, "too little known of who took part", apart=True)
    if len(differ) > 1 or (differ and not shared):
        return Feature(0.0, f"other people for {' and '.join(differ)}", apart=True)
    told = f"both have {', '.join(shared)}" if shared else "nobody named by both"
    if differ:
        return Feature(PEOPLE * len(shared) / len(sides) + _OTHER_PERSON, f"{told}; {OTHERS} {differ[0]}")
    return Feature(PEOPLE * len(shared) / len(sides) if sides else 0.0, told)


def _shared_sides(a: Report, b: Report) -> set[str]:
    return set() if a.kind == "visit" else set(a.parties) & set(b.parties)


def _side(report: Report, side: str) -> list[Person]:
    return [p for p in report.people if (p.for_ or "") == side]


def places(a: Report, b: Report) -> Feature:
    """The same place or country; another country counts against them."""
    if a.place is None or b.place is None:
        return NOTHING
    if same_place(a.place, b.place):
        return Feature(_SAME_PLACE, f"both in {a.place.name}")
    if a.place.country and b.place.country:
        if a.place.country == b.place.country:
            return Feature(_SAME_COUNTRY, f"both in {a.place.country}")
        return Feature(_OTHER_COUNTRY, f"{a.place.name} against {b.place.name}")
    return NOTHING


def same_place(a: Place, b: Place) -> bool:
    """One name, in any script, and no other country."""
    if a.country and b.country and a.country != b.country:
        return False
    return a.name == b.name or same_name(a.name, b.name)


def details(a: Report, b: Report) -> Feature:
    """Duration, occasion, and the number in a series of talks; another number tells apart."""
    if a.series is not None and b.series is not None:
        if a.series != b.series:
            return Feature(0.0, f"number {a.series} against number {b.series} of a series", apart=True)
        return Feature(_SERIES, f"both number {a.series} of a series")
    score, told = 0.0, []
    if a.duration_minutes is not None and a.duration_minutes == b.duration_minutes:
        score, told = score + _DURATION, [f"both {a.duration_minutes} minutes"]
    if a.occasion and b.occasion and same_name(a.occasion, b.occasion):
        score, told = score + _OCCASION, [*told, f"both {a.occasion}"]
    return Feature(score, "; ".join(told))


def copied(a: Report, b: Report) -> float:
    """How much of the smaller page's story stands in the other, 0..1."""
    return containment(a.sketch, b.sketch) if a.sketch and b.sketch else 0.0


def context(a: Report, b: Report) -> float:
    """How alike the pages are by signs that need no translation, 0..1: numbers weigh most, then third parties and
    topics. 0 where there is too little to say."""
    left, right = _signs(a), _signs(b)
    shared = _weight(left & right)
    if shared < _LEAST_WEIGHT:
        return 0.0
    return min(1.0, shared / max(min(_weight(left), _weight(right)), _LEAST_WEIGHT))


def in_common(a: Report, b: Report) -> float:
    """The weight of what both pages are about, and 0 where that is less than half of the page that tells less."""
    left, right = _signs(a), _signs(b)
    shared = _weight(left & right)
    return shared if 2 * shared >= min(_weight(left), _weight(right)) else 0.0


def _signs(report: Report) -> set[str]:
    """Without the year and the day of the dates, which every page of that day has."""
    dates = {f"n:{int(part)}" for d in (report.date, report.published) if d for part in re.findall(r"\d+", d)}
    return set(report.context) - dates


def _weight(signs: set[str]) -> float:
    return sum(2.0 if s.startswith("n:") and len(s) > 3 else 1.0 for s in signs)
