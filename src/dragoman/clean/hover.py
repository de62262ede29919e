"""Hover text that the scraper glued into sentences: "Ann Example Example AnnMinister of Fish met …"."""

from __future__ import annotations

import re

from dragoman.clean.rules import Rules
from dragoman.model import Span

# The glued place: a name's last letter and the capital that opens the office.
_GLUE = re.compile(r"[A-ZА-ЯЁЇІЄҐ](?<=[a-zа-яёіїєґà-ÿ].)[a-zа-яёіїєґ]{2}")
_BACK = re.compile(r"\S+")
_TAIL = re.compile(r"\S+")


def hover_spans(text: str, start: int, end: int, rules: Rules) -> list[Span]:
    """Stretches of the paragraph `[start, end)` that are not its own words."""
    out: list[Span] = []
    for pattern in rules.hover:
        out += [found.span() for found in pattern.finditer(text, start, end)]
    for glue in _GLUE.finditer(text, start, end):
        at = glue.start()
        if out and at < out[-1][1]:
            continue
        begin = _repeat_before(text, start, at)
        if begin is not None:
            out.append((begin, _office_end(text, at, end, rules)))
    return sorted(out)


def _repeat_before(text: str, start: int, at: int) -> int | None:
    """Where the second, turned name starts that ends at `at`, if the words before it are the same name."""
    words = [(m.start(), m.end()) for m in _BACK.finditer(text, max(start, at - 120), at)]
    for size in (2, 3, 4, 1):
        if len(words) < 2 * size or (size == 1 and len(words) > 2):
            continue
        second = [text[a:b] for a, b in words[-size:]]
        first = [text[a:b] for a, b in words[-2 * size : -size]]
        if sorted(first) == sorted(second):
            return words[-size][0]
    return None


def _office_end(text: str, at: int, end: int, rules: Rules) -> int:
    """End of the office named from `at` on: capitalised words, with small ones only between them."""
    last = at
    for word in _TAIL.finditer(text, at, end):
        bare = word.group().rstrip(".,;:")
        if bare[:1].isupper():
            last = word.start() + len(bare)
            if len(bare) < len(word.group()):
                break
        elif bare not in rules.connectors - rules.joins:
            break
    return last
