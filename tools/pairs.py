"""How well `compare` finds what differs between two readouts, on the pairs of tests/compare/pairs.

    python tools/pairs.py [tune|aside] [--misses]

Prints precision and recall of conflicts, one-sided topics and statements, and loaded names.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))


def main() -> int:
    """The command line."""
    from readout_pairs import measure

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", nargs="?", choices=("tune", "aside"), help="default: both halves")
    parser.add_argument("--misses", action="store_true", help="tell what is missed and what is too many")
    options = parser.parse_args()
    misses: list[str] = []
    for name, value in measure(options.half, misses).items():
        print(f"{name:24}{value:6.3f}")
    if options.misses:
        print("\n".join(misses))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
