"""How far the table of office-holders agrees with `../shared/verify/officeholders.csv`, which is for checking only.

Asked: head of state, head of government and foreign minister of every state that file knows, at 1 July of 2022, 2023
and 2024. A cell agrees when one of our holders is one of theirs. `--list` prints the cells that do not: a prompt to
think again, never a source.
"""

from __future__ import annotations

import csv
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from dragoman.world.fold import fold
from dragoman.world.offices import Tenure, offices
from dragoman.world.states import states

SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or Path(__file__).parents[2] / "shared")
THEIRS = {
    "head_of_state": ("president", "monarch", "head_of_state", "chairman_state_affairs"),
    "head_of_government": ("prime_minister", "head_of_government"),
    "foreign_minister": ("foreign_minister",),
}
DAYS = ("2022-07-01", "2023-07-01", "2024-07-01")
PARTS = ("of the ", "of Republika", "of Parliament", "of Congress")
"""In a label: a president of something else than the state."""


class Cell(NamedTuple):
    """One question with both answers."""

    state: str
    office: str
    day: str
    theirs: list[str]
    ours: list[str]
    agrees: bool


def holds(row: dict[str, str], day: str) -> bool:
    """Whether their row holds on that day; an open one is believed up to the day on which it was seen open."""
    if not row["start"] or row["start"][: len(day)] > day:
        return False
    if row["end"]:
        return day < row["end"]
    return day <= row["end_prec"].partition(":")[2]


def names(row: dict[str, str]) -> list[str]:
    """All their names of a person."""
    return [row["person"], *filter(None, row["aliases"].split("|"))]


def same(ours: Tenure, row: dict[str, str]) -> bool:
    """Whether both mean one person: by Wikidata id, else two words in common, or nearly the same letters."""
    if ours.wikidata and row["qid"]:
        if ours.wikidata == row["qid"]:
            return True
    return any(alike(fold(a), fold(b)) for a in (ours.person, *offices().spellings(ours.person)) for b in names(row))


def alike(first: str, second: str) -> bool:
    """Whether two folded names are of one person."""
    if len(set(first.split()) & set(second.split())) >= 2:
        return True
    letters = sorted(first.split()), sorted(second.split())
    return SequenceMatcher(None, *("".join(words) for words in letters)).ratio() >= 0.8


def cells(path: Path) -> Iterator[Cell]:
    """Every question to which that file has an answer."""
    rows = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if not any(part in row["label"] for part in PARTS):
                rows[row["iso3"], row["office"]].append(row)
    for state, row in states().items():
        if row.kind in ("former", "territory"):
            continue
        for office, roles in THEIRS.items():
            for day in DAYS:
                theirs = [r for role in roles for r in rows[state, role] if holds(r, day)]
                ours = offices().on(day, state, office)
                if theirs:
                    agrees = any(same(o, t) for o in ours for t in theirs)
                    yield Cell(state, office, day, [t["person"] for t in theirs], [o.person for o in ours], agrees)


def main() -> None:
    """Print the agreement by office and day; with `--list` every cell that does not agree."""
    path = SHARED / "verify" / "officeholders.csv"
    if not path.exists():
        print(f"{path} is not here: nothing to check against")
        return
    asked = list(cells(path))
    if "--list" in sys.argv:
        for cell in asked:
            if not cell.agrees:
                print(
                    cell.state,
                    cell.office,
                    cell.day,
                    "theirs:",
                    "; ".join(cell.theirs),
                    "| ours:",
                    "; ".join(cell.ours),
                )
    for office in THEIRS:
        some = [cell for cell in asked if cell.office == office]
        by_day = Counter(cell.day for cell in some if cell.agrees)
        print(f"{office:20} {sum(by_day.values())}/{len(some)}  {dict(by_day)}")
    good, states_asked = sum(cell.agrees for cell in asked), len({cell.state for cell in asked})
    print(f"{states_asked} states, agreement {good}/{len(asked)} = {good / len(asked):.4f}")


if __name__ == "__main__":
    main()
