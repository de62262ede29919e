"""Adds the CLDR names of states to world/data/names/<language>/states.csv where a state has no name there yet.

Rows that are in a file stay as they are: the CSV is the source, edited by hand. Usage:

    python tools/names_from_cldr.py fa ar ru
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from babel import Locale

from dragoman.world.states import State, states

NAMES = Path(__file__).parents[1] / "src" / "dragoman" / "world" / "data" / "names"
HEADER = ["text", "iso3", "kind", "case"]
_BRACKETS = re.compile(r"\s*[（(]([^（）()]*)[）)]")


def cldr_name(locale: Locale, state: State) -> str | None:
    """The territory's name, without what CLDR adds in brackets; None where it has none or says "X - Y"."""
    if state.iso2 is None or " - " in (name := locale.territories.get(state.iso2, " - ")):
        return None
    return _BRACKETS.sub("", name).replace("\u2019", "'").strip()


def add_missing(language: str) -> int:
    """Append the missing rows of one language; returns how many."""
    path = NAMES / language / "states.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows: list[list[str]] = []
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))[1:]
    named = {row[1] for row in rows if row[2] == "name"}
    texts = {row[0] for row in rows}
    locale = Locale.parse(language)
    new = [[n, s.iso3, "name", ""] for s in states().values() if s.iso3 not in named and (n := cldr_name(locale, s))]
    new = [row for row in new if row[0] not in texts]
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([HEADER, *rows, *new])
    return len(new)


if __name__ == "__main__":
    for code in sys.argv[1:]:
        print(code, add_missing(code))
