"""The quality gate: what `dragoman read` makes of the gold pages, against the floors that only rise.

    python tools/gate.py [--raise] [--lower]     (DRAGOMAN_SHARED: the folder with gold/ and score/, default ../shared)

Prints every figure beside its floor and exits with 1 if one is below. `--raise` lifts the floors to what is measured
(rounded down to three places); a floor falls only with `--lower`, which sets all of them to what is measured.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "gate" / "floors.json"
SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or ROOT.parent / "shared").resolve()
GROUPS = {"seeds": ("seed-",), "en": ("en-",), "id": ("id-",), "starters": ("ar-", "fa-", "ru-")}
"""Groups of the pages of gold/dev by the beginning of their id."""
OWN = {"own": False, "set-aside": True}
"""Our own annotations (tests/gold): those used in development, and those only measured."""

WRITTEN = {"written": "dev", "fresh": "aside"}
"""Pages written by us in the manner of real ones (tests/written): used in development, and only measured."""

Figures = dict[str, dict[str, float]]
Scored = tuple[str, dict[str, Any], dict[str, Any] | None]

sys.path.insert(0, str(ROOT / "tests"))  # the package `gold`


def measure(shared: Path = SHARED) -> Figures:
    """Group -> figure -> value: gold/dev and our own annotations, read as installed; pairs of readouts, compared."""
    score = scorer(shared)
    pages = dev_pages(shared, score) | own_pages(shared, score) | written_pages(score)
    out: Figures = {}
    for group, rows in pages.items():
        total = score.Tally()
        for text, gold, record in rows:
            total.update(score_one(score, text, score.gold_record(text, gold), record))
        out[group] = {name: figure["score"] for name, figure in total.figures().items()}
    return out | {"pairs": importlib.import_module("readout_pairs").measure()}


def dev_pages(shared: Path, score: ModuleType) -> dict[str, list[Scored]]:
    """Group -> (text, annotation, record) of the pages of gold/dev."""
    gold = shared / "gold" / "dev"
    records = {score.stem(row["page"]["uri"]): row for row in read_records(gold / "pages.jsonl")}
    pages = {path.name.removesuffix(".gold.json"): path for path in sorted(gold.glob("*.gold.json"))}
    return {
        group: [
            (score.load_text(gold / f"{key}.txt"), json.loads(path.read_text(encoding="utf-8")), records.get(key))
            for key, path in pages.items()
            if key.startswith(prefixes)
        ]
        for group, prefixes in GROUPS.items()
    }


def written_pages(score: ModuleType) -> dict[str, list[Scored]]:
    """Group -> (text, annotation, record) of the pages of tests/written."""
    return {group: folder_pages(ROOT / "tests" / "written" / part, score) for group, part in WRITTEN.items()}


def folder_pages(folder: Path, score: ModuleType) -> list[Scored]:
    """The pages of a folder's `pages.jsonl`, each with its `<id>.gold.json`."""
    lines = (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    records = {score.stem(row["page"]["uri"]): row for row in read_records(folder / "pages.jsonl")}
    golds = {key: json.loads((folder / f"{key}.gold.json").read_text(encoding="utf-8")) for key in texts}
    return [(text, golds[key], records.get(key)) for key, text in texts.items()]


def own_pages(shared: Path, score: ModuleType) -> dict[str, list[Scored]]:
    """Group -> (text, annotation, record) of the corpus pages annotated by ourselves (tests/gold)."""
    gold = importlib.import_module("gold")
    pages = {group: gold.pages(shared, set_aside=aside) for group, aside in OWN.items()}
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "pages.jsonl"
        kept = ("id", "url", "published", "text")  # the outlet was annotated from the text
        rows = [json.dumps({k: row[k] for k in kept if k in row}) for group in pages.values() for row, _ in group]
        lines.write_text("\n".join(rows) + "\n", encoding="utf-8")
        records = {score.stem(row["page"]["uri"]): row for row in read_records(lines)}
    return {
        group: [(row["text"], annotation, records.get(row["id"])) for row, annotation in found]
        for group, found in pages.items()
    }


def score_one(score: ModuleType, text: str, gold: dict[str, Any], record: dict[str, Any] | None) -> Any:
    """The tally of one page; a page without a record counts as read empty."""
    return score.score_document(text, gold, score.product_record(text, record) if record else None)


def scorer(shared: Path = SHARED) -> ModuleType:
    """`score/score.py` of the shared folder as a module."""
    folder = str(shared / "score")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module("score")


def read_records(*inputs: Path) -> list[dict[str, Any]]:
    """What `dragoman read` prints for these inputs, as plain JSON values. Raises on the first page that fails."""
    from dragoman.errors import InputError
    from dragoman.serve.read import as_line, readings
    from dragoman.world import load_world

    out = []
    for reading in readings([str(path) for path in inputs], load_world()):
        if isinstance(reading, InputError):
            raise reading
        out.append(json.loads(as_line(reading[1])))
    return out


def below(figures: Figures, floors: Figures) -> list[str]:
    """A line for every figure that is under its floor. One that is not measured (nothing matched) counts as 0."""
    wrong = []
    for group, wanted in floors.items():
        for name, floor in wanted.items():
            value = figures.get(group, {}).get(name, 0.0)
            if value < floor - 1e-9:
                wrong.append(f"{group} {name}: {value:.3f} is below its floor {floor:.3f}")
    return wrong


def table(figures: Figures, floors: Figures) -> str:
    """Figures and floors, a row a figure, a pair of columns a group."""
    names = list(dict.fromkeys(name for group in figures.values() for name in group))
    lines = [f"{'':16}" + "".join(f"{group + ' / floor':>18}" for group in figures)]
    for name in names:
        cells = []
        for group, values in figures.items():
            floor = floors.get(group, {}).get(name)
            value = f"{values[name]:.3f}" if name in values else "-"
            cells.append(f"{value:>10} / {'  -  ' if floor is None else f'{floor:.3f}'}")
        lines.append(f"{name:16}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join(lines)


def moved(figures: Figures, floors: Figures, *, lower: bool) -> Figures:
    """New floors: what is measured, rounded down; never under the old ones unless `lower`."""

    def new(group: str, name: str, value: float) -> float:
        measured = int(value * 1000 + 1e-6) / 1000
        return measured if lower else max(measured, floors.get(group, {}).get(name, 0.0))

    return {group: {name: new(group, name, v) for name, v in values.items()} for group, values in figures.items()}


def main() -> int:
    """The command line. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is measured")
    parser.add_argument("--lower", action="store_true", help="set the floors to what is measured, lower ones too")
    args = parser.parse_args()
    figures, floors = measure(), json.loads(FLOORS.read_text(encoding="utf-8"))
    print(table(figures, floors))
    if args.lift or args.lower:
        FLOORS.write_text(json.dumps(moved(figures, floors, lower=args.lower), indent=1) + "\n", encoding="utf-8")
        print(f"floors written to {FLOORS.relative_to(ROOT)}")
        return 0
    wrong = below(figures, floors)
    print("\n".join(wrong) or "no figure is below its floor")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
