"""How long the world takes to load, and how much memory: the tables every question needs, in a fresh process.

Loaded are the compiled office-holders, states, bodies, roles and heads, up to the first answer. Best of five, wall
milliseconds without Python's own imports; memory is the process's highest resident set, imports included.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

GOALS = {"ms": 150.0, "mb": 60.0}


def load() -> None:
    """Loads in this process and prints JSON."""
    from dragoman.world import load_world
    from dragoman.world.asking import who_held

    begun = time.perf_counter()
    load_world()
    found = who_held("IRN", "foreign_minister", "2024-06-23")
    spent = 1000 * (time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(json.dumps({"ms": spent, "mb": peak, "found": len(found.holders)}))


def main() -> int:
    """The command line; 1 if a goal is missed."""
    if "--child" in sys.argv:
        load()
        return 0
    command = [sys.executable, __file__, "--child"]
    runs = [json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout) for _ in range(5)]
    ms, mb = min(run["ms"] for run in runs), max(run["mb"] for run in runs)
    missed = ms > GOALS["ms"] or mb > GOALS["mb"]
    goals = f"goal: under {GOALS['ms']:.0f} ms and {GOALS['mb']:.0f} MB"
    print(f"world      {ms:6.0f} ms   {mb:.0f} MB   {goals}", "  MISSED" if missed else "")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
