"""Words of names as strings of sounds, and what it costs to take one for another (`data/matching/sounds.toml`)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal, TypeAlias

import msgspec
from rapidfuzz.fuzz import ratio

from dragoman.world.files import data_root, load_toml

Script: TypeAlias = Literal["latin", "cyrillic", "arabic", "kana", "han", "hangul", "other"]

_BLOCKS: tuple[tuple[int, int, Script], ...] = (
    (0x0000, 0x036F, "latin"), (0x0400, 0x052F, "cyrillic"), (0x0600, 0x08FF, "arabic"), (0x1E00, 0x1EFF, "latin"),
    (0x1100, 0x11FF, "hangul"), (0x3040, 0x30FF, "kana"), (0x31F0, 0x31FF, "kana"), (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "hangul"), (0xFB50, 0xFDFF, "arabic"), (0xFE70, 0xFEFF, "arabic"),
)  # fmt: skip
_COARSE: tuple[Script, ...] = ("han", "kana", "arabic", "hangul", "cyrillic")  # the first of these two words decides

_MIDDLING = 0.65  # the price of a sound of a Latin name on the average

_FAR = 45  # words whose consonants are under this ratio (0 to 100) are different without a closer look

Near: TypeAlias = tuple[tuple[str, str, float], ...]


class _Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    letters: tuple[tuple[str, str], ...]


class _Price(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    consonant: float
    vowel: float
    letter: float
    shift: float


class _ScriptPrices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Script
    vowel: float
    near: Near


class _Sounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    latin: _Letters
    cyrillic: _Letters
    arabic: _Letters
    price: _Price
    vowels: str
    classes: tuple[str, ...]
    weak: dict[str, float]
    near: Near
    script: tuple[_ScriptPrices, ...]


class Prices:
    """What sounds cost where one of the two words is in this script."""

    def __init__(self, sounds: _Sounds, script: Script) -> None:
        own = next((row for row in sounds.script if row.name == script), None)
        self._price = sounds.price
        self._vowels = sounds.vowels
        self._lost = dict.fromkeys(sounds.vowels, own.vowel if own else sounds.price.vowel)
        for sound, price in sounds.weak.items():
            self._lost[sound] = min(self._lost.get(sound, price), price)
        self._near: dict[tuple[str, str], float] = {}
        for a, b, price in (*sounds.near, *(own.near if own else ())):
            self._near[a, b] = self._near[b, a] = price

    def lost(self, sound: str) -> float:
        return self._lost.get(sound, self._price.consonant)

    def weight(self, sounds: str) -> float:
        """What the whole word costs, in sounds of middling price."""
        return sum(map(self.lost, sounds)) / _MIDDLING

    def change(self, a: str, b: str) -> float:
        if a == b:
            return 0.0
        near = self._near.get((a, b))
        if near is None:
            near = self._price.shift if a in self._vowels and b in self._vowels else self._price.letter
        return near


@cache
def _sounds() -> _Sounds:
    return load_toml(data_root() / "matching" / "sounds.toml", _Sounds)


@cache
def _prices(script: Script) -> Prices:
    return Prices(_sounds(), script)


@cache
def _speller(script: Literal["latin", "cyrillic", "arabic"]) -> tuple[re.Pattern[str], dict[str, str]]:
    table = dict(getattr(_sounds(), script).letters)
    longest = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), table


@lru_cache(maxsize=16384)
def script_of(word: str) -> Script:
    """The script of the word's first letter."""
    if word[:1].isascii() and word[:1].isalpha():
        return "latin"
    code = next((ord(c) for c in word if c.isalpha()), 0)
    return next((script for low, high, script in _BLOCKS if low <= code <= high), "other")


@lru_cache(maxsize=16384)
def spell(word: str) -> str:
    """A lower-case word as sounds, none twice in a row."""
    script = script_of(word)
    if script in ("cyrillic", "arabic"):
        text = _replace(unicodedata.normalize("NFC", word), script)
    else:
        if script != "latin":
            from anyascii import anyascii

            word = anyascii(word.replace("ッ", "").replace("ー", "")).lower()
        text = _replace(word, "latin")
        text = re.sub(r"(?<=a)h$", "", text) if len(text) > 3 else text
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if c.isascii() and c.isalpha())
    return re.sub(r"(.)\1+", r"\1", text)


def _replace(word: str, script: Literal["latin", "cyrillic", "arabic"]) -> str:
    pattern, table = _speller(script)
    return pattern.sub(lambda found: table[found.group()], word)


@lru_cache(maxsize=65536)
def distance(a: str, b: str, script_a: Script, script_b: Script) -> tuple[float, float]:
    """What it costs to make the sounds `a` of `b` (0: the same, about 1 a sound), and the length this is to be held
    against."""
    decides = next((s for s in _COARSE if s in (script_a, script_b)), "latin") if script_a != script_b else "latin"
    prices = _prices(decides)
    length = max(prices.weight(a), prices.weight(b), 2.0)
    if a == b:
        return 0.0, length
    return (_cost(a, b, prices) if ratio(coarse(a), coarse(b)) >= _FAR else length), length


@lru_cache(maxsize=65536)
def coarse(sounds: str) -> str:
    """The consonants in the few classes that all scripts tell apart."""
    return sounds.translate(_classes())


@cache
def _classes() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(sound): row[0] for row in _sounds().classes for sound in row}
    return table | dict.fromkeys(map(ord, _sounds().vowels))


def syllables(sounds: str) -> int:
    """How many groups of vowels the word has."""
    groups = "".join("a" if sound in _sounds().vowels else " " for sound in sounds)
    return len(groups.split())


def _cost(a: str, b: str, prices: Prices) -> float:
    """The weighted edit distance, row by row; written for speed."""
    lost_b = [prices.lost(sound) for sound in b]
    change = prices.change
    before = [0.0]
    for lost in lost_b:
        before.append(before[-1] + lost)
    for x in a:
        lost = prices.lost(x)
        left = before[0] + lost
        row = [left]
        for j, y in enumerate(b):
            best = before[j] if x == y else before[j] + change(x, y)
            if before[j + 1] + lost < best:
                best = before[j + 1] + lost
            if left + lost_b[j] < best:
                best = left + lost_b[j]
            left = best
            row.append(left)
        before = row
    return before[-1]
