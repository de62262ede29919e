"""How well `compare` finds what differs between two readouts, on the pairs of tests/compare/pairs.

    python tools/pairs.py [tune|aside] [--misses]

Prints precision and recall of conflicts, one-sided topics and statements, and loaded names.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "compare"))

Figures = dict[str, float]


def measure(half: str | None, misses: list[str] | None = None) -> Figures:
    """`conflicts precision` and so on -> value, over one half of the pairs or all."""
    from pairs import compared, pairs, score

    total: Counter[str] = Counter()
    for pair in pairs(half):
        counts, wrong = score(pair, compared(pair))
        total.update(counts)
        if misses is not None:
            misses += [f"{pair.name}: {line}" for line in wrong]
    return figures(total)


def figures(total: Counter[str]) -> Figures:
    """Precision and recall of what was counted; 1 where nothing was asked or given."""
    out: Figures = {}
    for part in ("conflicts", "topics", "statements", "framing"):
        right, given, wanted = (total[f"{part} {x}"] for x in ("right", "given", "wanted"))
        out[f"{part} precision"] = right / given if given else 1.0
        out[f"{part} recall"] = total[f"{part} found"] / wanted if wanted else 1.0
    return out


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", nargs="?", choices=("tune", "aside"))
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    misses: list[str] = []
    for name, value in measure(options.half, misses).items():
        print(f"{name:24}{value:6.3f}")
    if options.misses:
        print("\n".join(misses))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
