"""How well `compare` finds what differs between two readouts, on the pairs of tests/compare/pairs.

    python tools/pairs.py [tune|aside] [--store] [--misses]

Prints precision and recall of conflicts, one-sided topics and statements, and loaded names. `--store` adds each pair to
a store and compares what merging made of it; without it the main contact of each page is taken.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))


def main() -> int:
    """The command line."""
    from readout_pairs import compared, compared_in_store, measure

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", nargs="?", choices=("tune", "aside"), help="default: both halves")
    parser.add_argument("--misses", action="store_true", help="tell what is missed and what is too many")
    parser.add_argument("--store", action="store_true", help="by way of a store and of merging")
    options = parser.parse_args()
    misses: list[str] = []
    for name, value in measure(options.half, misses, compared_in_store if options.store else compared).items():
        print(f"{name:24}{value:6.3f}")
    if options.misses:
        print("\n".join(misses))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
