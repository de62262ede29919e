"""What linking people to the table of office-holders costs, as a share of the processor time of reading.

    python tools/bench_link.py      (DRAGOMAN_SHARED: the folder with corpus/, default ../shared)

Reads the diplomatic pages of the corpus and as many general ones in one process, and prints the share of each.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

import dragoman.interpret as interpret
from dragoman.model import Given, Page
from dragoman.pipeline import read_page
from dragoman.world import load_world

SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or Path(__file__).resolve().parents[2] / "shared")
GOAL = 5.0
PAGES = 328


def main() -> int:
    """Prints the shares; 1 if one is over the goal."""
    spent = 0.0
    linking = interpret.link

    def timed(*given: Any) -> Any:
        nonlocal spent
        begun = time.process_time()
        linked = linking(*given)
        spent += time.process_time() - begun
        return linked

    interpret.link = timed
    shares = []
    for name in ("pages", "general"):
        found = pages(SHARED / "corpus" / f"{name}.jsonl.gz")
        for page in found[:20]:  # what is loaded once is no cost of a page
            read_page(page, load_world())
        spent, begun = 0.0, time.process_time()
        for page in found[20:]:
            read_page(page, load_world())
        shares.append(100 * spent / (time.process_time() - begun))
        print(f"{name:8} {len(found) - 20} pages: linking takes {shares[-1]:.1f}% of reading (goal: under {GOAL:.0f}%)")
    return int(max(shares) > GOAL)


def pages(path: Path) -> list[Page]:
    """The first pages of a corpus file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, PAGES)]
    return [Page(uri=row["id"], text=row["text"], given=Given(published=row.get("published"))) for row in rows]


if __name__ == "__main__":
    sys.exit(main())
