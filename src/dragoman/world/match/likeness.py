"""One name against all spellings of somebody, and a name against many people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.fuzz import ratio, token_set_ratio

from dragoman.world.fold import fold
from dragoman.world.match.compare import SURE, Match, compare
from dragoman.world.match.sounds import Script, coarse, script_of
from dragoman.world.match.words import name_words

_FAR = 55  # names (their skeletons, where the scripts differ) under this ratio (0 to 100) are not compared
_PART = 0.3  # under that two names of one script share no word
_CHARACTERS = ("han", "hangul")  # compared always: what they sound like is not written
_MOST = 20  # people looked at closely


@lru_cache(maxsize=16384)
def likeness(name: str, canonical: str, spellings: tuple[str, ...] = ()) -> float:
    """The best score of the name with the spellings in its script, and, if none is sure, with the canonical name."""
    script, known = script_of(name), _by_script(canonical, spellings)
    mine, turned = fold(name), _sorted(name)
    near = (f for f, a, b in known.get(script, ()) if ratio(mine, a) >= _FAR or ratio(turned, b) >= _FAR)
    best = max((compare(name, form).score for form in near), default=0.0)
    if best >= SURE or script == script_of(canonical) or (script in known and best < _PART):
        return best
    far = ratio(skeleton(name).replace(" ", ""), skeleton(canonical).replace(" ", "")) < _FAR
    return best if far and script not in _CHARACTERS else max(best, compare(name, canonical).score)


@lru_cache(maxsize=16384)
def _by_script(canonical: str, spellings: tuple[str, ...]) -> dict[Script, list[tuple[str, str, str]]]:
    """The spellings, folded and with their words in alphabetical order, by script."""
    out: dict[Script, list[tuple[str, str, str]]] = {}
    for form in (canonical, *spellings):
        out.setdefault(script_of(form), []).append((form, fold(form), _sorted(form)))
    return out


def _sorted(name: str) -> str:
    return " ".join(sorted(fold(name).split()))


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name's words in coarse classes: what the same name has in any script."""
    return " ".join(coarse(word.sounds[0]) for word in name_words(name) if not word.free)


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
