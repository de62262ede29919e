"""Comparing two names word by word: which words are the same, which are missing, and what that means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from rapidfuzz.fuzz import ratio

from dragoman.world.match.kanji import reads
from dragoman.world.match.sounds import distance, syllables
from dragoman.world.match.words import Word, name_words, without_title

SURE = 0.8
"""From this score on two names are taken for one person's; chosen on tests/world/name_pairs.csv."""

_WORD = 0.84  # words of one script less alike than that are different names
_SYLLABLE = 0.97  # the same of one syllable
_WHOLE = 0.88  # the same of two words taken for one
_LONG = 0.91  # the same in Arabic script, which leaves out what differs most
_ACROSS = 0.80  # words of two scripts
_CYRILLIC = 0.84  # the same if one is Cyrillic and one Latin
_SHORT = 5  # sounds that one syllable can have
_TURNED = 0.94  # how alike two names must be once one is turned around
_DIFFERENT = 0.6  # the score of two names that differ in one word is less
_MOST = 1.6  # what the difference may cost at most
_EXTRA = 0.04  # for a word that only one of the names has
_SWAPPED = 0.04
_JOINED = 3  # words of one name that may be one word of the other
_CHARACTERS = 6  # the same of Chinese characters
_EAST = ("han", "hangul")  # scripts that write the family name first


class Match(msgspec.Struct, frozen=True):
    """How sure it is, 0 to 1, and why, in words."""

    score: float
    why: tuple[str, ...]


class _Pair(msgspec.Struct, frozen=True):
    likeness: float
    why: str
    letters: int
    given: bool = False


def same(a: str, b: str) -> bool:
    """Whether the two names are taken for one person's."""
    return compare(a, b).score >= SURE


@lru_cache(maxsize=32768)
def compare(a: str, b: str) -> Match:
    """How sure two full names are one person's. A family name alone never is; it gives half of the score."""
    left, right = name_words(a), name_words(b)
    if not left or not right:
        return Match(0.0, ("no name",))
    if [w.text for w in left] == [w.text for w in right]:
        return Match(1.0, ("the same words",))
    kanji = reads(without_title(a), [w.text for w in right]) or reads(without_title(b), [w.text for w in left])
    if kanji:
        return Match(0.95, (f"{kanji} is a reading",))
    best = _in_order(left, right)
    for turned in _turns(left, right):
        other = _in_order(turned, right)
        if other.score >= _turned_least(left, right) and other.score - _SWAPPED > best.score:
            best = Match(other.score - _SWAPPED, ("family name first", *other.why))
    return best


def _turned_least(left: Sequence[Word], right: Sequence[Word]) -> float:
    return 0.0 if {left[0].script, right[0].script} & set(_EAST) else _TURNED


def _turns(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The left name with its last word first and its first word last: family names stand at either end.

    Not between two names in letters of which all words can be given names.
    """
    if len(left) < 2:
        return
    mixed = left[0].script != right[0].script
    east = mixed and bool({left[0].script, right[0].script} & set(_EAST))
    if not east and (all(w.given or w.free for w in left) or len(left) != len(right)):
        return
    if not east and not (_single(left[-1], right[0]) or _single(left[0], right[-1])):
        return
    yield (left[-1], *left[:-1])
    yield (*left[1:], left[0])
    if east and len(left) > 3:
        yield (*left[2:], *left[:2])


def _in_order(left: Sequence[Word], right: Sequence[Word]) -> Match:
    pairs, missing_left, missing_right = _align(tuple(left), tuple(right))
    why = tuple(pair.why for pair in pairs)
    lone_left = [w for w in missing_left if not w.free]
    lone_right = [w for w in missing_right if not w.free]
    if not pairs or (lone_left and lone_right):
        told = f"{_said(lone_left or left)} is not {_said(lone_right or right)}"
        return Match(_near(pairs, lone_left or left, lone_right or right), (*why, told))
    if any(w.script == "han" for w in (*lone_left, *lone_right)):
        return Match(0.3, (*why, f"{_said(lone_left or lone_right)} is not read"))
    if _other_initials(left, right):
        return Match(0.3, (*why, "other initials"))
    letters = sum(pair.letters for pair in pairs)
    score = sum(pair.likeness * pair.letters for pair in pairs) / letters
    extra = lone_left or lone_right
    if extra:
        why = (*why, f"{_said(extra)} only in one")
        ends = (left[-1] not in missing_left) and (right[-1] not in missing_right)
        whole = len(pairs) > 1 and (ends or any(not p.given for p in pairs))
        first = pairs and (lone_left or lone_right) and extra[0].text == (right if lone_right else left)[-1].text
        score = score - _EXTRA * len(extra) if whole else score / (2.5 if first else 2)
    return Match(round(max(score, 0.0), 3), why)


def _near(pairs: Sequence[_Pair], left: Sequence[Word], right: Sequence[Word]) -> float:
    """How near two different names are, under every score of two that can be one."""
    mine, theirs = ("".join(w.sounds[0] for w in words) for words in (left, right))
    matched, letters = sum(p.letters * p.likeness for p in pairs), sum(p.letters for p in pairs)
    rest = max(len(mine), len(theirs))
    return round(_DIFFERENT * (matched + rest * ratio(mine, theirs) / 100) / (letters + rest), 3)


def _said(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _other_initials(left: Sequence[Word], right: Sequence[Word]) -> bool:
    mine, theirs = ([w.text for w in words[1:] if w.initial] for words in (left, right))
    return bool(mine and theirs) and mine != theirs


def _align(left: tuple[Word, ...], right: tuple[Word, ...]) -> tuple[list[_Pair], list[Word], list[Word]]:
    """The pairs of words in the order of both names that leave the fewest letters alone, and what is left over."""
    best: dict[tuple[int, int], tuple[float, list[_Pair], list[Word], list[Word]]] = {}
    for i in range(len(left), -1, -1):
        for j in range(len(right), -1, -1):
            best[i, j] = min(_steps(left, right, i, j, best), key=lambda step: step[0], default=(0.0, [], [], []))
    _, pairs, lone_left, lone_right = best[0, 0]
    return pairs, lone_left, lone_right


_Step = tuple[float, list[_Pair], list[Word], list[Word]]


def _steps(
    left: tuple[Word, ...], right: tuple[Word, ...], i: int, j: int, best: dict[tuple[int, int], _Step]
) -> Iterator[_Step]:
    east = left[0].script in _EAST or right[0].script in _EAST
    if i < len(left):
        cost, pairs, mine, theirs = best[i + 1, j]
        yield cost + _alone(left[i]), pairs, [left[i], *mine], theirs
    if j < len(right):
        cost, pairs, mine, theirs = best[i, j + 1]
        yield cost + _alone(right[j]), pairs, mine, [right[j], *theirs]
    for m in range(1, min(_most(left), len(left) - i) + 1):
        for n in range(1, min(_most(right), len(right) - j) + 1):
            if m > 1 and n > 1:
                break
            if not east and (m == len(left) > 1 or n == len(right) > 1):
                continue  # a whole name is no single word
            pair = _pair(left[i : i + m], right[j : j + n])
            if pair is not None:
                cost, pairs, mine, theirs = best[i + m, j + n]
                yield cost + (1 - pair.likeness) * pair.letters, [pair, *pairs], mine, theirs


def _most(words: tuple[Word, ...]) -> int:
    return _CHARACTERS if words[0].script == "han" else _JOINED


def _alone(word: Word) -> float:
    return 0.3 if word.free else 1.0 + len(word.sounds[0])


def _pair(left: tuple[Word, ...], right: tuple[Word, ...]) -> _Pair | None:
    """The words as one name's in two forms; None where they are different names."""
    if len(left) == 1 and len(right) == 1:
        return _single(left[0], right[0])
    if any(word.initial for word in (*left, *right)):
        return None
    a, b = ("".join(w.sounds[0] for w in left), "".join(w.sounds[0] for w in right))
    if len(left) > 1 and any(w.free for w in (left[0], left[-1])) and all(w.free for w in left):
        return None
    return _likeness(left, right, [_squeezed(a)], [_squeezed(b)])


def _squeezed(sounds: str) -> str:
    return "".join(c for k, c in enumerate(sounds) if k == 0 or c != sounds[k - 1])


@lru_cache(maxsize=65536)
def _single(a: Word, b: Word) -> _Pair | None:
    if a.initial or b.initial:
        if a.sounds[0][:1] != b.sounds[0][:1]:
            return None
        return _Pair(0.9 if a.text != b.text else 1.0, f"{a.text}. for {b.text}", 2, given=True)
    given = bool(a.given and b.given)
    if a.text == b.text:
        return _Pair(1.0, f"{a.text}", len(a.sounds[0]), given)
    if given:
        if not a.given & b.given:
            return None
        return _Pair(0.97, f"{a.text} = {b.text} (forms of {min(a.given & b.given)})", len(a.sounds[0]), given=True)
    return _likeness((a,), (b,), a.sounds, b.sounds)


def _likeness(left: Sequence[Word], right: Sequence[Word], a: Sequence[str], b: Sequence[str]) -> _Pair | None:
    cost, length, sounds = 9.0, 1.0, 1
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            found, against = distance(x, y, left[0].script, right[0].script)
            found += 0.1 * (bool(i) + bool(j))
            if found / against < cost / length:
                cost, length, sounds = found, against, max(len(x), len(y))
    likeness = 1 - cost / length
    if likeness < _least(left, right, sounds) or cost > _MOST:
        return None
    return _Pair(likeness, f"{_said(left)} = {_said(right)} (sounds alike)", sounds)


def _least(left: Sequence[Word], right: Sequence[Word], sounds: int) -> float:
    """How alike these words must be to be one name."""
    scripts = {left[0].script, right[0].script}
    if len(scripts) > 1:
        return _CYRILLIC if scripts == {"cyrillic", "latin"} else _ACROSS
    if len(left) + len(right) > 2:
        return _WHOLE
    if "arabic" in scripts:
        return _LONG
    return _SYLLABLE if sounds <= _SHORT and syllables(left[0].sounds[0]) < 2 else _WORD
