"""Coverage: what is counted, and that gaps are named."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import made
import pytest

from dragoman.save import add_pages, open_store
from dragoman.search.coverage import Asked, coverage, gap_in_words, of_rows


def row(page: str, published: str | None, outlet: str | None = "The Gazette", language: str = "en") -> Any:
    return SimpleNamespace(page_id=page, outlet=outlet, language=language, published=published)


def test_pages_by_outlet_language_and_day() -> None:
    rows = [row("p1", "2031-03-01"), row("p2", "2031-03-01"), row("p3", "2031-03"), row("p4", None, None, "xx")]
    found = of_rows(rows)
    assert (found.pages, found.captures, found.undated, found.without_outlet) == (4, 4, 2, 1)
    assert (found.first, found.last) == ("2031-03-01", "2031-03-01")
    assert [(d.day, d.outlet, d.pages) for d in found.days] == [
        (None, None, 1), (None, "The Gazette", 1), ("2031-03-01", "The Gazette", 2),
    ]  # fmt: skip
    assert found.unread == {"xx": 1}


def test_one_text_from_two_places_is_one_page() -> None:
    found = of_rows([row("p1", "2031-03-01"), row("p1", "2031-03-02", "The Reprint")])
    assert (found.pages, found.captures) == (1, 2)
    assert [o.pages for o in found.outlets] == [1, 1]


def test_gaps_are_named() -> None:
    days = [f"2031-03-{day:02}" for day in (1, 2, 4, 5, 25, 26)]
    found = of_rows([row(f"p{n}", day) for n, day in enumerate(days)])
    assert [gap_in_words(g) for g in found.gaps] == ["The Gazette (en) 2031-03-06 to 2031-03-24 (19 days)"]
    assert found.outlets[0].longest == found.gaps[0]


@pytest.mark.parametrize(
    ("asked", "pages"),
    [(Asked(), 4), (Asked(language="en"), 2), (Asked(since="2031-04"), 1), (Asked(until="2030"), 0)],
    ids=str,
)
def test_asked_of_a_store(asked: Asked, pages: int) -> None:
    with open_store("sqlite://") as store:
        add_pages(store, made.usual())
        found = coverage(store, asked)
    assert found.captures >= found.pages
    assert (found.pages == 0) is (pages == 0)
    assert sum(d.pages for d in found.days) == found.captures
