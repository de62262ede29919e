"""The shared groups of pages on one contact: what is linked is right, and no less is found than was."""

from __future__ import annotations

import gzip
import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.acquire import acquire
from dragoman.merge import engagements, reports_of
from dragoman.model import Page
from dragoman.pipeline import read_page
from dragoman.world import load_world

READ = ("ar", "en", "fa", "id", "ru")


@pytest.fixture(scope="module")
def linked(shared: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Pairs of listed pages that share an engagement which both have as their main news."""
    listed = {page for pages in groups(shared).values() for page in pages}
    path = tmp_path_factory.mktemp("groups") / "pages.jsonl"
    with gzip.open(shared("corpus/pages.jsonl.gz"), "rt", encoding="utf-8") as lines:
        path.write_text("".join(x for x in lines if json.loads(x)["id"] in listed), encoding="utf-8")
    world, uri, reports = load_world(), {}, []
    for page in acquire([str(path)]):
        assert isinstance(page, Page)
        uri[page.id] = page.uri
        reports += reports_of(read_page(page, world), page.text)
    main = {r.key for r in reports if r.salience == "main"}
    found = [sorted({uri[m.partition("/")[0]] for m in e.members if m in main}) for e in engagements(reports)]
    return {pair for pages in found for pair in itertools.combinations(pages, 2)}


def groups(shared: Callable[[str], Path]) -> dict[str, list[str]]:
    found = json.loads(shared("corpus/groups.json").read_text(encoding="utf-8"))
    return {name: [p for p in pages if p.rpartition("-")[0] in READ] for name, pages in found.items()}


def test_what_is_linked_is_right(linked: set[tuple[str, str]], shared: Callable[[str], Path]) -> None:
    right = {tuple(sorted(p)) for pages in groups(shared).values() for p in itertools.combinations(pages, 2)}
    assert len(linked & right) >= 24
    assert len(linked & right) / len(linked) >= 0.9
