"""Are two names one person's? Across spellings, forms and scripts, without a table of people.

This is the one place that merging asks about names: `same_name` and `compare_people` can be given a better matcher
(one that knows people and their aliases) without a change elsewhere.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Literal, TypeAlias

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from dragoman.merge.records import Person

Verdict: TypeAlias = Literal["same", "other", "unknown"]

# Offices that one person holds at a time: two reports of one day that name their holder mean the same person,
# whatever the spelling or script. Others (ambassador, senior_official, ...) have many holders at once.
SINGLE_HOLDER = frozenset(
    {
        "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "supreme_leader",
        "chief_executive",
    }
)  # fmt: skip

_ALIKE = 82
"""Of 100: two tokens are spellings of one (Araghchi, Araqchi: 88; Navabi, Navab: 91; Kaveh, Karim: 40)."""
_TOGETHER = 88
"""Of 100: a name written in one and in several words (Amir Abdollahian, Amirabdollahian)."""
_NEARLY = 60
"""Of 100: enough where the consonants are the same (Koka, Koqa: 75)."""
_LETTERS = 6
"""A name of fewer letters is too short to be spelled in several ways."""
_SURE = 3
"""So many consonants in common are no accident; with fewer another token must agree too."""

# Romanized letters by how they are written in other systems: what different scripts and transliterations mix up
# falls together, vowels and half-vowels (which some scripts leave out) fall away.
_CLASSES = str.maketrans("pvwgqxdzjc", "bf kkktsss", "aeiouyh'")
_PAIRS = re.compile("kh|gh|sh|zh|ch|ts|tz|dz|ph|th|c(?![eiy])")
_PAIR_CLASS = {"kh": "k", "gh": "k", "ph": "f", "th": "t", "c": "k"}


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> tuple[str, ...]:
    """The name's tokens without case, marks and punctuation: `Müller-Meier` gives `('muller', 'meier')`."""
    marks = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in marks if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in plain).split())


@functools.lru_cache(maxsize=65536)
def romanized(name: str) -> tuple[str, ...]:
    """The name's tokens in plain Latin letters, as near as that goes without knowing the language."""
    return tuple(token for token in fold(anyascii(name).replace("'", "")) if len(token) > 1)


@functools.lru_cache(maxsize=65536)
def skeleton(token: str) -> str:
    """What scripts agree on: classes of consonants, no letter twice in a row. `araghchi` gives `rks`."""
    classes = _PAIRS.sub(lambda m: _PAIR_CLASS.get(m.group(), "s"), token).translate(_CLASSES).replace(" ", "")
    return re.sub(r"(.)\1+", r"\1", classes)


@functools.lru_cache(maxsize=65536)
def script(name: str) -> str:
    """The script of the name's first letter (`LATIN`, `CYRILLIC`, `ARABIC`, `CJK`, ...); empty without letters."""
    letter = next((c for c in name if c.isalpha()), None)
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


@functools.lru_cache(maxsize=262144)
def same_name(a: str, b: str) -> bool:
    """All tokens of the shorter name are in the longer one, or spelled nearly so: "Araghchi", "Abbas Araqchi".

    Across scripts consonants decide. An empty name is nobody's.
    """
    left, right = set(fold(a)), set(fold(b))
    if left and right and (left <= right or right <= left):
        return True
    if script(a) == script(b):
        return _spelled_alike(fold(a), fold(b), other_script=False)
    return _spelled_alike(romanized(a), romanized(b), other_script=True)


def _spelled_alike(a: tuple[str, ...], b: tuple[str, ...], *, other_script: bool) -> bool:
    short, long = sorted((a, b), key=lambda tokens: (len(tokens), tokens))
    if not short:
        return False
    matched = [t for t in short if any(_same_token(t, other, other_script) for other in long)]
    if len(matched) == len(short):
        return sum(len(t if not other_script else skeleton(t)) for t in matched) >= (
            _SURE if other_script else _LETTERS
        )
    written = [skeleton(name) if other_script else name for name in ("".join(short), "".join(long), *long)]
    return any(min(len(written[0]), len(x)) > _SURE and ratio(written[0], x) >= _TOGETHER for x in written[1:])


def _same_token(a: str, b: str, other_script: bool) -> bool:
    alike = ratio(a, b)
    if alike >= _ALIKE:
        return True
    left, right = skeleton(a), skeleton(b)
    return left == right and (len(left) >= (2 if other_script else _SURE) or alike >= _NEARLY)


def compare_people(a: Person, b: Person) -> Verdict:
    """One person, two, or not to be told: the same item, name or holder of an office that has one holder at a time.

    Names in two scripts that do not agree tell nothing; neither does a name beside a bare office of many holders.
    """
    if a.for_ and b.for_ and a.for_ != b.for_:
        return "other"
    if a.wikidata and b.wikidata:
        return "same" if a.wikidata == b.wikidata else "other"
    if a.name and b.name and same_name(a.name, b.name):
        return "same"
    if a.office in SINGLE_HOLDER and a.office == b.office:
        return "same"
    if a.office in SINGLE_HOLDER and b.office in SINGLE_HOLDER:
        return "other"
    if a.name and b.name and script(a.name) == script(b.name):
        return "other"
    return "unknown"


def same_person(a: Person, b: Person) -> bool:
    """`compare_people` says so."""
    return compare_people(a, b) == "same"
