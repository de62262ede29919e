"""The shipped pages: enough of them, ours word for word, readable, and no contact where there is none."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.acquire import acquire
from dragoman.model import Page

RUN = 9
"""So many words in a row of somebody else's page would be copying."""

OTHERS = (
    "gold/dev/pages.jsonl", "corpus/pages.jsonl.gz", "corpus/negatives.jsonl.gz", "corpus/general.jsonl.gz",
    "bench/polnear/dev.jsonl.gz", "bench/plv/train.jsonl",
)  # fmt: skip


@pytest.fixture(scope="module")
def pages(examples: Path) -> list[Page]:
    found = list(acquire([str(examples)]))
    assert all(isinstance(page, Page) for page in found), found
    return [page for page in found if isinstance(page, Page)]


def runs(text: str) -> set[str]:
    """Every nine words in a row."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def test_there_are_enough_pages_of_every_kind(pages: list[Page]) -> None:
    assert len(pages) >= 14
    assert {page.media_type for page in pages} == {"text/plain", "text/html"}
    assert any(page.uri == "jpn-2024-10-call" for page in pages)


def test_no_page_is_copied(pages: list[Page], shared: Callable[[str], Path]) -> None:
    ours = {run: page.uri for page in pages if not page.uri.endswith("no-readout.txt") for run in runs(page.text)}
    copied = {(ours[run], run) for name in OTHERS for text in texts(shared(name)) for run in runs(text) & ours.keys()}
    assert not copied


def test_the_page_of_the_contract_is_verbatim(examples: Path, shared: Callable[[str], Path]) -> None:
    assert (examples / "no-readout.txt").read_bytes() == shared("example/no-readout.txt").read_bytes()
