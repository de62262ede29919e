"""Compiles world/data/offices/*.csv into the index that dragoman loads. Run it after changing one of them."""

from __future__ import annotations

import gzip
from pathlib import Path

from dragoman.world.offices import COMPILED
from dragoman.world.offices_source import compile_offices

DATA = Path(__file__).parents[1] / "src" / "dragoman" / "world" / "data"


def main() -> None:
    """Write the compiled file; the same rows give the same bytes."""
    target = DATA / COMPILED
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(gzip.compress(compile_offices(), mtime=0))


if __name__ == "__main__":
    main()
