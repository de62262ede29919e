"""`make demo`: adds the shipped pages to a fresh store and asks it what passed between Iran and Japan.

Shows the timeline of the two, then the contact that most pages report, with its evidence and the statements in it.

python tools/demo.py FOLDER     (the store is made in FOLDER, which is emptied of an earlier one)
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAGOMAN = str(Path(sys.executable).parent / "dragoman")
DYAD = ("IRN", "JPN")


def run(*args: str) -> int:
    """Shows the command, then its output; returns its exit code."""
    print(f"\n$ dragoman {' '.join(args)}", flush=True)
    return subprocess.run([DRAGOMAN, *args], check=False).returncode


def best_reported() -> str | None:
    """The id of the dyad's main contact with most reports, the earliest of them."""
    command = [DRAGOMAN, "engagements", "--state", DYAD[0], "--with", DYAD[1], "--format", "json", "--limit", "0"]
    found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    ranked = sorted(found, key=lambda e: (-len(e["reports"]), e["date"] or "9999", e["id"]))
    return ranked[0]["id"] if ranked else None


def main() -> int:
    """The command line; the first exit code that is not 0."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    store = (folder / "dragoman.db").absolute()
    for old in folder.glob("dragoman.db*"):
        old.unlink()
    os.environ["DRAGOMAN_STORE"] = f"sqlite:///{store}"
    os.environ.setdefault("COLUMNS", "140")
    os.chdir(ROOT)
    print(f"$ export DRAGOMAN_STORE={os.environ['DRAGOMAN_STORE']}", flush=True)
    codes = [run("add", "examples/pages"), run("timeline", *DYAD)]
    if engagement := best_reported():
        codes.append(run("show", engagement))
    else:
        print("no contact found", file=sys.stderr)
        codes.append(1)
    print(f"\nThe store stays in {folder}; try: dragoman statements --target IRN --store {folder}/dragoman.db")
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main())
