"""Gold pages with other people, other states, other capitals, other days: the same story, which must read as well.

Everything is swapped the same way in the text and in the annotation, whose strings stand verbatim in the text. The
choice depends on the seed alone. States and names are data beside this file; most of the names are nobody's.

    python tests/swap/swapper.py SEED LANGUAGE FILE...     prints files swapped
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
SOURCES = ("IRN", "JPN", "KAZ")
"""The states whose officials meet on the founding pages; the others of their stories stay what they are."""

EN_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]  # fmt: skip
ID_MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
]  # fmt: skip
MONTH = {name: at for names in (EN_MONTHS, ID_MONTHS) for at, name in enumerate(names, 1)}
MONTH |= {name[:3]: at for at, name in enumerate(EN_MONTHS, 1)} | {
    f"{name[:3]}.": at for at, name in enumerate(EN_MONTHS, 1)
}
MONTH_NAME = "|".join(re.escape(name) for name in sorted(MONTH, key=len, reverse=True))
DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{MONTH_NAME})(?: (?P<year>\d{{4}}))?(?!\w)")
MONTH_DAY = re.compile(rf"\b(?P<month>{MONTH_NAME}) (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?(?!\w)")
EDTF_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


Words = tuple[tuple[re.Pattern[str], str], ...]


class Swap(NamedTuple):
    """What becomes what: patterns with replacements by language, state codes, and the days that dates move by."""

    words: dict[str, Words]
    codes: dict[str, str]
    days: int

    def text(self, text: str, language: str, year: int) -> str:
        """A text, or any string of it; `year` is that of dates without one."""
        for pattern, new in self.words[language]:
            text = pattern.sub(new, text)
        for pattern in (DAY_MONTH, MONTH_DAY):
            text = pattern.sub(partial(_moved, days=self.days, year=year), text)
        return text

    def gold(self, gold: dict[str, Any], year: int) -> dict[str, Any]:
        """The annotation of a page whose text was swapped."""
        word = partial(self.text, language=gold["language"], year=year)
        return {key: self._value(key, value, word) for key, value in gold.items()}

    def _value(self, key: str, value: Any, word: Callable[[str], str]) -> Any:
        if isinstance(value, list):
            return [self._value(key, item, word) for item in value]
        if isinstance(value, dict):
            return {k: self._value(k, v, word) for k, v in value.items()}
        if not isinstance(value, str) or key in ("id", "language", "kind", "status", "act", "mode", "office"):
            return value
        if key in ("for", "targets", "country"):
            return self.codes.get(value, value)
        if key in ("date", "published"):
            return EDTF_DAY.sub(lambda m: (date.fromisoformat(m[0]) + timedelta(self.days)).isoformat(), value)
        return word(value)


def make_swap(seed: int) -> Swap:
    """One consistent swap; the same seed gives the same."""
    chance = random.Random(f"dragoman {seed}")
    states = {row["code"]: row for row in _rows("states.csv")}
    chosen = chance.sample([code for code in states if code not in SOURCES], len(SOURCES))
    codes = dict(zip(SOURCES, chosen, strict=True))
    people = _people(chance)
    words = {
        language: people
        + tuple(pair for old, new in codes.items() for pair in _state(states[old], states[new], language))
        for language in ("en", "id")
    }
    return Swap(words, codes, 7 * chance.randint(10, 60))


def _people(chance: random.Random) -> Words:
    """Full names first, then family names alone; a woman stays one, for the pronouns of her stay."""
    invented = {woman: [row for row in _rows("invented.csv") if row["woman"] == woman] for woman in ("", "1")}
    for pool in invented.values():
        chance.shuffle(pool)
    full: list[tuple[re.Pattern[str], str]] = []
    new_of: dict[str, dict[str, str]] = {}
    for old in _rows("people.csv"):
        new = new_of.get(old["last"]) or invented[old["woman"]].pop()
        new_of[old["last"]] = new
        full.append((_word(f"{old['first']} {old['last']}"), f"{new['first']} {new['last']}"))
    return (*full, *((_word(last), new["last"]) for last, new in new_of.items()))


def _state(old: dict[str, str], new: dict[str, str], language: str) -> Words:
    """Longest names first, so that `Islamic Republic of Iran` is not taken apart."""
    keys = [f"{language}_{part}" for part in ("official", "republic", "adjective", "name", "capital")]
    return tuple((_word(old[key]), new[key]) for key in keys if old.get(key))


def _word(old: str) -> re.Pattern[str]:
    """The name as a word, or glued behind a breadcrumb: `HomeIran`."""
    return re.compile(rf"(?:(?<!\w)|(?<=[a-z])){re.escape(old)}(?!\w)")


def _moved(found: re.Match[str], *, days: int, year: int) -> str:
    """A date in words, moved: in its own form and language; without a year, it keeps none."""
    try:
        old = date(int(found["year"] or year), MONTH[found["month"]], int(found["day"]))
    except ValueError:
        return found[0]
    new = old + timedelta(days)
    name = found["month"]
    if name in ID_MONTHS and name not in EN_MONTHS:
        month = ID_MONTHS[new.month - 1]
    else:
        full = EN_MONTHS[new.month - 1]
        month = full if name in EN_MONTHS and name != "May" else full[:3] + ("." if name.endswith(".") else "")
    text = found[0].replace(name, month).replace(found["year"] or "\0", str(new.year))
    return re.sub(rf"(?<!\d){found['day']}(?!\d)", str(new.day), text, count=1)


def _rows(name: str) -> list[dict[str, str]]:
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    import sys

    seed, language, *files = sys.argv[1:]
    for file in files:
        sys.stdout.write(make_swap(int(seed)).text(Path(file).read_text(encoding="utf-8"), language, 2024))
