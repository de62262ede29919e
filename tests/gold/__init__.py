"""Our own annotations: offsets into pages of `../shared/corpus`, with the hash of the text they were made on.

One file a page. Every string that stands in the page is kept as `[start, end)`; the texts stay in shared. `draw.json`
says how the pages were drawn, which third is set aside for measuring only, and which were annotated `later`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def text_hash(text: str) -> str:
    """SHA-256 of the text, 16 digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _walk(gold: dict[str, Any], exact: Any) -> dict[str, Any]:
    """A copy of the annotation with `exact` applied to every value that stands verbatim in the text."""
    out = dict(gold)
    out["title"] = exact(gold["title"])
    out["persons"] = [{**p, "name": exact(p["name"])} for p in gold["persons"]]
    out["engagements"] = [
        {
            **e,
            "participants": [{**p, "person": exact(p["person"])} for p in e["participants"]],
            "topics": [exact(t) for t in e.get("topics") or []],
            "occasion": exact(e.get("occasion")),
            "evidence": exact(e["evidence"]),
        }
        for e in gold["engagements"]
    ]
    out["statements"] = [
        {
            **s,
            "speaker": [exact(x) for x in s["speaker"]] if _many(s["speaker"]) else exact(s["speaker"]),
            "content": [exact(c) for c in s["content"]],
            "cue": exact(s["cue"]),
        }
        for s in gold["statements"]
    ]
    return out


def _many(value: Any) -> bool:
    return isinstance(value, list) and not (len(value) == 2 and isinstance(value[0], int))


def encode(gold: dict[str, Any], text: str) -> dict[str, Any]:
    """Strings -> offsets."""

    def exact(value: str | None) -> list[int] | None:
        if value is None:
            return None
        at = text.index(value)
        return [at, at + len(value)]

    return {**_walk(gold, exact), "text": text_hash(text)}


def decode(kept: dict[str, Any], text: str) -> dict[str, Any]:
    """Offsets -> strings, in the format of the annotation guide. ValueError when the text is another one."""
    if kept["text"] != text_hash(text):
        raise ValueError(f"{kept['id']}: the page is not the one that was annotated")
    rest = {k: v for k, v in kept.items() if k != "text"}
    return _walk(rest, lambda v: None if v is None else text[v[0] : v[1]])


def draw() -> dict[str, Any]:
    """How the pages were drawn: seed, ids, the set-aside third."""
    return json.loads((HERE / "draw.json").read_text(encoding="utf-8"))


def pages(shared: Path, *, set_aside: bool | None = None) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """(corpus row, annotation) of the annotated pages; only the set-aside ones or only the others when asked."""
    aside = set(draw()["set_aside"])
    with gzip.open(shared / "corpus" / "pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    out = []
    for path in sorted(HERE.glob("*-*.json")):
        if set_aside is None or (path.stem in aside) == set_aside:
            row = rows[path.stem]
            out.append((row, decode(json.loads(path.read_text(encoding="utf-8")), row["text"])))
    return out
