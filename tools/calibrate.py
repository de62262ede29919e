"""Fits the weights of `world/data/confidence.csv`: how sure a statement or contact is, by the way it was read.

    python tools/calibrate.py [--write]

Reads annotated pages (groups of tools/gate.py), asks the shared scorer which statements and contacts are right, and
fits a logistic regression on their features. Prints how right each level is on pages nobody has tuned on: the judges
(each page by weights fitted without it) and the pages set aside. `--write` writes the weights.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

import gate
import numpy as np

from dragoman.interpret import enrich, statements

TABLE = gate.ROOT / "src" / "dragoman" / "world" / "data" / "confidence.csv"
RIDGE = 5.0
RARE = 4  # a feature seen less often has no weight
FOLDS = 8
FITTED = ("en", "id", "own", "written", "fresh")
"""Groups that the weights are fitted on; they were tuned on, but for the last."""
JUDGES = ("fresh",)
"""Groups whose pages judge the levels."""
LEVELS = {
    "statement": ((0.95, 1.75), (0.9, 1.5), (0.8, 1.0), (0.65, 0.3), (0.45, -99.0)),
    "encounter": ((0.97, 2.2), (0.8, 1.4), (0.65, 0.6), (0.45, -99.0)),
}
"""The confidences that are given, each with the least sum for it: set by hand from what this tool prints."""
FIXED = {"statement": {"pronoun quoted": -1.5}}
"""Weights that are not fitted: the contract's example gives a quotation of "he" .9, not more."""

Case = tuple[str, tuple[str, ...], bool, int]
"""Kind, features, whether it is right, number of its page."""


def cases(groups: Sequence[str]) -> dict[str, list[Case]]:
    """Group -> every statement and contact that the pipeline reads on its annotated pages."""
    seen: list[tuple[str, tuple[str, ...]]] = []

    def remember(kind: str, features: Sequence[str]) -> float:
        seen.append((kind, tuple(features)))
        return float(len(seen) - 1)

    statements.weigh = enrich.weigh = remember  # type: ignore[assignment]
    score = gate.scorer()
    every = gate.dev_pages(gate.SHARED, score) | gate.own_pages(gate.SHARED, score) | gate.written_pages(score)
    out: dict[str, list[Case]] = {group: [] for group in groups}
    pages = [(group, page) for group in groups for page in every[group]]
    for number, (group, (text, annotation, record)) in enumerate(pages):
        if record is not None:
            gold, got = score.gold_record(text, annotation), score.product_record(text, record)
            told = [s for s in record["statements"] if s.get("for")]
            right = {j for _, j in score.greedy(gold["statements"], got["statements"], _overlap(score, text))}
            out[group] += [(*seen[int(s["confidence"])], j in right, number) for j, s in enumerate(told)]
            right = {j for _, j in score.greedy(gold["engagements"], got["engagements"], score.match_engagement)}
            out[group] += [
                (*seen[int(e["confidence"])], j in right, number) for j, e in enumerate(record["encounters"])
            ]
    return out


def _overlap(score: Any, text: str) -> Any:
    def alike(gold: dict[str, Any], got: dict[str, Any]) -> float:
        a, b = score.chars(text, gold["content"]), score.chars(text, got["content"])
        share = len(a & b) / len(a | b) if a | b else 0.0
        return share if share >= 0.5 and score.speakers_agree(gold, got) else 0.0

    return alike


def fit(rows: Sequence[Case]) -> dict[str, float]:
    """Feature -> weight, by Newton's method with a ridge penalty (none on the bias)."""
    often = Counter(f for _, features, _, _ in rows for f in set(features))
    fixed = FIXED.get(rows[0][0], {})
    names = ["bias", *sorted(f for f, n in often.items() if n >= RARE and f not in fixed)]
    x = np.array([[1.0] + [float(f in features) for f in names[1:]] for _, features, _, _ in rows])
    y = np.array([float(right) for _, _, right, _ in rows])
    penalty = np.diag([0.0] + [RIDGE] * (len(names) - 1)) + 1e-6 * np.eye(len(names))
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - penalty @ w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        w = w + np.linalg.solve(hessian, gradient)
    return dict(zip(names, (round(float(v), 2) for v in w), strict=True)) | fixed


def total(weights: dict[str, float], features: Sequence[str]) -> float:
    """The sum of a case's weights."""
    return weights["bias"] + sum(weights.get(f, 0.0) for f in features)


def crossed(rows: Sequence[Case], judges: Sequence[Case]) -> list[tuple[float, bool]]:
    """Sum and truth of every case of the judges, each page judged by weights fitted on the others."""
    out = []
    for fold in range(FOLDS):
        weights = fit([r for r in rows if r[3] % FOLDS != fold])
        out += [(total(weights, r[1]), r[2]) for r in judges if r[3] % FOLDS == fold]
    return out


def reliability(found: dict[float, float], judged: Sequence[tuple[float, bool]]) -> str:
    """Each level with the share right on it."""
    lines, everything = [], sum(right for _, right in judged)
    above = float("inf")
    for level, least in found.items():
        inside = [right for score, right in judged if least <= score < above]
        above = least
        share = sum(inside) / len(inside) if inside else 0.0
        whole = sum(inside) / everything
        lines.append(f"  {level}: {sum(inside)} of {len(inside)} right, {share:.2f}; {whole:.2f} of all right ones")
    return "\n".join(lines)


def main() -> int:
    """The command line. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    args = parser.parse_args()
    found = cases((*FITTED, "set-aside"))
    table = []
    for kind in LEVELS:
        of = {group: [r for r in rows if r[0] == kind] for group, rows in found.items()}
        rows = [r for group in FITTED for r in of[group]]
        judged = crossed(rows, [r for group in JUDGES for r in of[group]])
        weights, least = fit(rows), dict(LEVELS[kind])
        print(f"{kind}, {' and '.join(JUDGES)}:\n{reliability(least, judged)}")
        aside = [(total(weights, r[1]), r[2]) for r in of["set-aside"]]
        print(f"{kind}, set aside:\n{reliability(least, aside)}")
        table += [(kind, name, weight) for name, weight in weights.items() if weight]
        table += [(kind, f"level:{level}", value) for level, value in least.items()]
    if args.write:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("kind", "feature", "weight"))
            writer.writerows(table)
        print(f"weights written to {TABLE.relative_to(gate.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
