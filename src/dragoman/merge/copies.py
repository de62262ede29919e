"""Reprints and cut-down wires: how much of one story's words stand in another, by samples of both.

A sketch is the smallest hashes of all runs of `WORDS` words: two sketches, each cut to where both are complete, tell
how much of the smaller story the larger has (containment), however long either is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

from dragoman.merge.graph import groups

WORDS = 5
SAMPLE = 64
"""Hashes kept of a story; all of them where it is shorter."""
COPY = 0.45
"""Over that share of the smaller story in the larger one they are one text. In the shared corpus reprints and edited
wires have .48 to 1.0, pages of one ministry on different contacts (titles, set phrases) at most .17."""
_FEWEST = 6
"""With fewer sampled runs nothing is said."""
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1780-\u17ff]")


def sketch(text: str) -> tuple[int, ...]:
    """The story's sample, smallest first. Languages without spaces are sampled by characters."""
    words = _words(text)
    runs = {" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}
    return tuple(sorted({_number(run) for run in runs})[:SAMPLE])


def lowest(sample: Sequence[int], count: int) -> tuple[int, ...]:
    """What copies can find each other by: of a story and most of it, some of the smallest hashes are the same."""
    return tuple(sample[:count])


def _words(text: str) -> list[str]:
    return _WORD.findall(_UNSPACED.sub(r" \g<0> ", text.casefold()))


def _number(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")


def containment(a: Sequence[int], b: Sequence[int]) -> float:
    """The share of the smaller story's words that are in the larger one, 0..1; 0 where there is too little to tell."""
    if min(len(a), len(b)) < _FEWEST:
        return 0.0
    complete = min(s[-1] if len(s) >= SAMPLE else 2**32 for s in (a, b))
    left, right = ({n for n in s if n <= complete} for s in (a, b))
    least = min(len(left), len(right))
    return len(left & right) / least if least >= _FEWEST else 0.0


def is_copy(a: Sequence[int], b: Sequence[int]) -> bool:
    """One text is mostly in the other."""
    return containment(a, b) >= COPY


def copies(sketches: Mapping[str, Sequence[int]]) -> tuple[tuple[str, ...], ...]:
    """Groups of two and more pages whose stories are one text, sorted; a page in no group stands for itself."""
    pages = sorted(page for page, found in sketches.items() if found)
    pairs = [
        (a, b) for i, a in enumerate(pages) for b in pages[i + 1 :] if is_copy(sketches[a], sketches[b])
    ]  # fmt: skip
    return tuple(tuple(group) for group in groups(pages, pairs) if len(group) > 1)


def independent(pages: Iterable[str], found: Iterable[Sequence[str]]) -> int:
    """How many sources there are when all copies of one text count once."""
    first = {page: group[0] for group in found for page in group}
    return len({first.get(page, page) for page in pages})
