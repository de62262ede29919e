"""Japanese names in Chinese characters against their reading in letters (`data/matching/readings_ja.csv`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dragoman.world.files import Row, data_root, load_rows
from dragoman.world.match.sounds import script_of

_VOICED = {"k": "g", "s": "z", "t": "d", "h": "b", "f": "b", "c": "j"}
_REPEATED = re.compile("(.)々")
_LONG = str.maketrans("āīūēōâîûêô", "aiueoaiueo")


class _Reading(Row, frozen=True, kw_only=True):
    """Characters that are read alike in names, with their readings parted by a space."""

    characters: str
    readings: str


@cache
def _readings() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for row in load_rows(data_root() / "matching" / "readings_ja.csv", _Reading):
        for character in row.characters:
            out.setdefault(character, set()).update(row.readings.split())
    return {character: frozenset(_with_voice(found)) for character, found in out.items()}


def _with_voice(readings: set[str]) -> set[str]:
    return readings | {_VOICED[r[0]] + r[1:].removeprefix("h") for r in readings if r[0] in _VOICED}


def reads(name: str, words: Sequence[str]) -> str | None:
    """The reading of `name` (Chinese characters) that the folded Latin words give in either order; None for none."""
    name = _REPEATED.sub(r"\1\1", name)
    characters = [c for c in name if script_of(c) == "han"]
    plain = [_short(w) for w in words if w.isascii()]
    if not 2 <= len(characters) <= 6 or len(plain) != 2 or len(plain) != len(words):
        return None
    if any(c.isalpha() and script_of(c) != "han" for c in name):
        return None
    known = [_readings().get(c, frozenset()) for c in characters]
    for family, given in (plain, plain[::-1]):
        for cut in range(1, len(characters)):
            if _spells(known[:cut], family) and _spells(known[cut:], given):
                return f"{family} {given}"
    return None


def _short(word: str) -> str:
    """Without the marks of long vowels: Satou, Satoh and Sato are one."""
    return word.translate(_LONG).replace("ou", "o").replace("oo", "o").replace("uu", "u").replace("oh", "o")


def _spells(readings: Sequence[frozenset[str]], word: str) -> bool:
    """Whether the characters' readings, one each, make up the word."""
    if not readings:
        return not word
    return any(word.startswith(part) and _spells(readings[1:], word[len(part) :]) for part in map(_short, readings[0]))
