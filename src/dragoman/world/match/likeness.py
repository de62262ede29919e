"""One name against all spellings of somebody, and a name against many people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.fuzz import ratio, token_set_ratio

from dragoman.world.fold import fold
from dragoman.world.match.compare import Match, compare
from dragoman.world.match.sounds import script_of
from dragoman.world.match.words import name_words

_FAR = 40  # names of one script under this ratio (0 to 100) are not compared
_MOST = 80  # people looked at closely
_CLASSES = str.maketrans({
    "G": "k", "q": "k", "g": "k", "x": "k", "h": "k", "c": "k", "C": "s", "S": "s", "Z": "s", "z": "s", "j": "s", "X": "s",
    "N": "n", "m": "n", "w": "f", "v": "f", "b": "f", "p": "f", "d": "t", "l": "r",
    **dict.fromkeys("aeiouy", None),
})  # fmt: skip


@lru_cache(maxsize=16384)
def likeness(name: str, canonical: str, spellings: tuple[str, ...] = ()) -> float:
    """The best score of the name with the canonical name or one of the other spellings in its script."""
    return max((compare(name, other).score for other in _worth_it(name, (canonical, *spellings))), default=0.0)


def _worth_it(name: str, others: Sequence[str]) -> list[str]:
    script, folded = script_of(name), fold(name)
    mine = [other for other in others if script_of(other) == script]
    return [other for other in mine if ratio(folded, fold(other)) >= _FAR] if mine else list(others[:1])


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name's words in coarse classes: what the same name has in any script."""
    return " ".join(word.sounds[0].translate(_CLASSES) or "a" for word in name_words(name) if not word.free)


def nearest(name: str, people: Mapping[str, Iterable[str]], most: int = 10) -> list[tuple[str, Match]]:
    """The people (canonical name -> all spellings) whose names are nearest, best first, with the reason."""
    keys = {(who, form): skeleton(form) for who, forms in people.items() for form in forms}
    close = process.extract(skeleton(name), keys, scorer=token_set_ratio, limit=_MOST)
    best: dict[str, Match] = {}
    for _, _, (who, form) in close:
        match = compare(name, form)
        if who not in best or match.score > best[who].score:
            best[who] = match
    return sorted(best.items(), key=lambda item: (-item[1].score, item[0]))[:most]
