"""What differs between two readouts is found: precision and recall on made-up pairs (`pairs/`), and their form."""

from __future__ import annotations

import json

import gate
import pytest
import readout_pairs
from readout_pairs import Pair, compared, pairs

FLOORS: dict[str, float] = json.loads(gate.FLOORS.read_text(encoding="utf-8"))["pairs"]
PAIRS = pairs()


def test_no_figure_is_below_its_floor() -> None:
    figures = readout_pairs.measure()
    assert gate.below({"pairs": figures}, {"pairs": FLOORS}) == []


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: p.name)
def test_what_is_wanted_stands_in_the_pages(pair: Pair) -> None:
    texts = {page.id: page.text for page in pair.page}
    assert len(texts) == 2
    assert all(item.text in texts[item.report] for item in (*pair.only, *pair.framing))
    assert {item.field for item in pair.only} <= {"topics", "statements"}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: p.name)
def test_every_value_stands_where_it_says(pair: Pair) -> None:
    texts = {page.id: page.text for page in pair.page}
    found = compared(pair)
    assert [r.page for r in found.reports] != []
    for item in (*found.only, *found.framing):
        assert texts[item.report][item.span[0] : item.span[1]] == item.text
    for conflict in found.conflicts:
        assert len({value.report for value in conflict.values}) == 2
        assert all(value.span is not None for value in conflict.values)


def test_the_order_of_the_reports_changes_nothing() -> None:
    for pair in PAIRS:
        turned = Pair(name=pair.name, note=pair.note, half=pair.half, page=pair.page[::-1])
        one, other = compared(pair), compared(turned)
        assert one.reports == other.reports
        assert set(one.only) == set(other.only)
        assert {c.field for c in one.conflicts} == {c.field for c in other.conflicts}


def test_one_report_has_nothing_to_differ_from() -> None:
    alone = Pair(name="alone", note="", half="tune", page=PAIRS[0].page[:1])
    found = compared(alone)
    assert (found.conflicts, found.only) == ((), ())
