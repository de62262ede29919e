"""Fits the weights of `world/data/confidence.csv`: how sure a statement or contact is, by the way it was read.

    python tools/calibrate.py [FOLDER ...] [--write] [--group en ...]

Reads annotated pages (groups of tools/gate.py, and folders of `<id>.txt`, `<id>.gold.json` and `pages.jsonl`), asks
the shared scorer which statements and contacts are right, and fits a logistic regression on their features. Prints how
often those over .9 were right, by page-wise cross-validation; `--write` writes the weights. Pages that rules were
tuned on make it too sure: give it pages nobody has looked at.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gate
import numpy as np

from dragoman.interpret import enrich, statements

TABLE = gate.ROOT / "src" / "dragoman" / "world" / "data" / "confidence.csv"
RIDGE = 3.0
RARE = 4  # a feature seen less often has no weight
FOLDS = 8
LEVELS = {
    "statement": ((0.95, 0.93), (0.9, 0.87), (0.8, 0.77), (0.65, 0.6), (0.45, 0.0)),
    "encounter": ((0.97, 0.93), (0.9, 0.87), (0.8, 0.77), (0.65, 0.6), (0.45, 0.0)),
}
"""The confidences that are given, and the share of right ones that a level must have."""

FIXED = {"statement": {"pronoun quoted": -1.5}}
"""Weights that are not fitted: the contract's example gives a quotation of "he" .9, not more."""

Case = tuple[str, tuple[str, ...], bool, int]
"""Kind, features, whether it is right, number of its page."""


def cases(folders: Sequence[str], groups: Sequence[str]) -> list[Case]:
    """Every statement and contact that the pipeline reads on the annotated pages."""
    seen: list[tuple[str, tuple[str, ...]]] = []

    def remember(kind: str, features: Sequence[str]) -> float:
        seen.append((kind, tuple(features)))
        return float(len(seen) - 1)

    statements.weigh = enrich.weigh = remember  # type: ignore[assignment]
    score = gate.scorer()
    pages = [page for folder in folders for page in folder_pages(Path(folder), score)]
    if groups:
        every = gate.dev_pages(gate.SHARED, score) | gate.own_pages(gate.SHARED, score)
        pages += [page for group in groups for page in every[group]]
    out: list[Case] = []
    for number, (text, annotation, record) in enumerate(pages):
        if record is not None:
            gold, got = score.gold_record(text, annotation), score.product_record(text, record)
            told = [s for s in record["statements"] if s.get("for")]
            right = {j for _, j in score.greedy(gold["statements"], got["statements"], _overlap(score, text))}
            out += [(*seen[int(s["confidence"])], j in right, number) for j, s in enumerate(told)]
            right = {j for _, j in score.greedy(gold["engagements"], got["engagements"], score.match_engagement)}
            out += [(*seen[int(e["confidence"])], j in right, number) for j, e in enumerate(record["encounters"])]
    return out


def folder_pages(folder: Path, score: Any) -> list[gate.Scored]:
    """The annotated pages of a folder in the shape of gold/dev."""
    records = {score.stem(row["page"]["uri"]): row for row in gate.read_records(folder / "pages.jsonl")}
    paths = {path.name.removesuffix(".gold.json"): path for path in sorted(folder.glob("*.gold.json"))}
    return [
        (score.load_text(folder / f"{key}.txt"), json.loads(path.read_text(encoding="utf-8")), records.get(key))
        for key, path in paths.items()
    ]


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


def levels(kind: str, judged: Sequence[tuple[float, bool]]) -> dict[float, float]:
    """Level -> least sum: from the top, the most cases that are right as often as the level says."""
    order = sorted(judged, reverse=True)
    out: dict[float, float] = {}
    begin = 0
    for level, share in LEVELS[kind]:
        right, best = 0, begin
        for end in range(begin, len(order)):
            right += order[end][1]
            if right >= share * (end - begin + 1) and (end + 1 == len(order) or order[end + 1][0] < order[end][0]):
                best = end + 1
        if best > begin:
            out[level] = round(order[best - 1][0] - 0.005, 2)
            begin = best
    out[LEVELS[kind][-1][0]] = -99.0
    return out


def crossed(rows: Sequence[Case]) -> list[tuple[float, bool]]:
    """Sum and truth of every case, each page judged by weights fitted on the others."""
    out = []
    for fold in range(FOLDS):
        weights = fit([r for r in rows if r[3] % FOLDS != fold])
        out += [(total(weights, r[1]), r[2]) for r in rows if r[3] % FOLDS == fold]
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
    parser.add_argument("folders", nargs="*", help="folders of annotated pages")
    parser.add_argument(
        "--group", action="append", default=[], help="a group of tools/gate.py: en, id, own, set-aside …"
    )
    parser.add_argument("--write", action="store_true", help="write the weights")
    args = parser.parse_args()
    rows = cases(args.folders, args.group)
    table = []
    for kind in LEVELS:
        own = [r for r in rows if r[0] == kind]
        judged = crossed(own)
        found = levels(kind, judged)
        print(f"{kind}: {sum(r[2] for r in own)} of {len(own)} right; by cross-validation over pages:")
        print(reliability(found, judged))
        table += [(kind, name, weight) for name, weight in fit(own).items() if weight]
        table += [(kind, f"level:{level}", least) for level, least in found.items()]
    if args.write:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("kind", "feature", "weight"))
            writer.writerows(table)
        print(f"weights written to {TABLE.relative_to(gate.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
