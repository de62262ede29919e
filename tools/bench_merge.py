"""Merging of synthetic reports: is it right, and does its time grow with their number?

    python tools/bench_merge.py     10,000, 30,000 and 100,000 reports, in memory

Fails when F1 over pairs is below .97 or time grows faster than the number of reports to the power of 1.1.
"""

from __future__ import annotations

import gc
import math
import sys
import time
from collections import defaultdict

from synthetic import Made, pairs_in, synthetic

from dragoman.merge import engagements

SIZES = (10_000, 30_000, 100_000)
LEAST_F1, MOST_EXPONENT = 0.97, 1.1


def main() -> int:
    """Prints a line a size and the exponent; 1 if a goal is missed."""
    print("   reports  engagements  seconds      P      R     F1")
    seconds, worst = [], 1.0
    for size in SIZES:
        made = synthetic(size)
        spent, found = timed(made)
        precision, recall, f1 = score(made, found)
        print(f"{size:>10}  {len(found):>11}  {spent:>7.1f}  {precision:.3f}  {recall:.3f}  {f1:.3f}", flush=True)
        seconds.append(spent)
        worst = min(worst, f1)
    exponent = math.log(seconds[-1] / seconds[0]) / math.log(SIZES[-1] / SIZES[0])
    print(f"exponent {exponent:.2f}  goal: at most {MOST_EXPONENT}; F1 {worst:.3f}  goal: at least {LEAST_F1}")
    return int(exponent > MOST_EXPONENT or worst < LEAST_F1)


def timed(made: Made) -> tuple[float, list[list[str]]]:
    """CPU seconds, and the reports of each engagement."""
    gc.collect()
    start = time.process_time()
    found = engagements(made.reports)
    return time.process_time() - start, [list(e.members) for e in found]


def score(made: Made, found: list[list[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of reports."""
    true: dict[int, list[str]] = defaultdict(list)
    for key, number in made.truth.items():
        true[number].append(key)
    wanted, got = pairs_in(list(true.values())), pairs_in(found)
    right = len(wanted & got)
    precision, recall = right / max(len(got), 1), right / max(len(wanted), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


if __name__ == "__main__":
    sys.exit(main())
