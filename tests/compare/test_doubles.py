"""Two engagements that may be one contact are compared, until a person says that they are not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from readout_pairs import Pair, pairs

from dragoman import search
from dragoman.model import Given, Page
from dragoman.pipeline import read_page
from dragoman.save import Store, add_pages, open_store
from dragoman.save.judgements import judge
from dragoman.search import Query
from dragoman.search.compare import compare
from dragoman.serve.comparison import paper_of
from dragoman.world import load_world

PAIRS = {pair.name: pair for pair in pairs()}


@contextmanager
def store_of(pair: Pair, **changed: str) -> Iterator[Store]:
    """Both pages in a store; `changed` are words of the second page with what stands there instead."""
    with open_store("sqlite://") as store:
        read = []
        for number, given in enumerate(pair.page):
            text = given.text
            for old, new in changed.items() if number else ():
                assert old in text
                text = text.replace(old, new)
            page = Page(uri=given.id, text=text, given=Given(published=given.published, outlet=given.outlet))
            read.append((page, read_page(page, load_world())))
        add_pages(store, read)
        yield store


def test_other_people_for_one_side_are_a_conflict() -> None:
    with store_of(PAIRS["12-three-conflicts"]) as store:
        first, second = search.engagements(store, Query(limit=0)).items
        found = compare(store, [first.id])
        assert found.doubles == (second.id,)
        assert {c.field for c in found.comparison.conflicts} == {"participants", "place", "duration_minutes"}
        assert {r.page for r in found.comparison.reports} == {"a", "b"}
        assert "perhaps another contact" in paper_of(found).note


def test_a_persons_word_ends_it() -> None:
    with store_of(PAIRS["12-three-conflicts"]) as store:
        first, second = search.engagements(store, Query(limit=0)).items
        judge(store, (first.id, second.id), "apart", by="ada")
        assert compare(store, [first.id]).doubles == ()
        both = compare(store, [first.id, second.id])
        assert (both.doubles, len(both.comparison.reports)) == ((), 2)


@pytest.mark.parametrize(
    "changed",
    [
        {"climate finance": "cocoa"},
        {"17 March 2031": "14 March 2031"},
        {"Versailles": "Geneva"},
    ],
    ids=str,
)
def test_what_differs_in_more_is_another_contact(changed: dict[str, str]) -> None:
    with store_of(PAIRS["12-three-conflicts"], **changed) as store:
        for engagement in search.engagements(store, Query(limit=0)).items:
            assert compare(store, [engagement.id]).doubles == ()
