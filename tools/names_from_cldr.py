"""Adds the CLDR names of states to world/data/names/<language>/states.csv where a state has no name there yet, and the
names of capitals (CLDR has those that name a time zone) to metonyms.csv where a state has no capital there yet.

Rows that are in a file stay as they are: the CSV is the source, edited by hand. Usage:

    python tools/names_from_cldr.py de fr
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from babel import Locale

from dragoman.world.fold import fold
from dragoman.world.names import load_names
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


def cldr_capital(locale: Locale, state: State) -> str | None:
    """The capital's name, where a time zone of CLDR goes by it; what CLDR does not name is as in English."""
    wanted = fold(state.capital).replace(" ", "_")
    zone = next((zone for zone in locale.time_zones if fold(zone.rpartition("/")[2]) == wanted), None)
    if zone is None:
        return None
    latin = (cldr_name(locale, state) or "")[:1] < "\u0370"
    name = locale.time_zones[zone].get("city") or (state.capital if latin else None)
    return _BRACKETS.sub("", name).replace("\u2019", "'") if name else None


def add_capitals(language: str) -> int:
    """Append the missing capitals of one language; returns how many."""
    path = NAMES / language / "metonyms.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        head, *rows = list(csv.reader(lines))
    named = {row[1] for row in rows if row[head.index("type")] == "capital"}
    texts = {row[0].casefold() for row in rows}
    texts |= {row.text.casefold() for row in load_names(language).states}
    locale = Locale.parse(language)
    today = [s for s in states().values() if s.kind != "former" and s.iso3 not in named]
    found = [(n, s.iso3) for s in today if (n := cldr_capital(locale, s))]
    new = [[n, code, "capital", *[""] * (len(head) - 3)] for n, code in found if n.casefold() not in texts]
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([head, *rows, *new])
    return len(new)


if __name__ == "__main__":
    for code in sys.argv[1:]:
        print(code, add_missing(code), add_capitals(code))
