"""Are two names one person's? Simple on purpose: folded tokens. Scripts and transliterations come with the world."""

from __future__ import annotations

import functools
import unicodedata

from dragoman.merge.records import Person

# Offices that one person holds at a time: two reports of one day that name their holder mean the same person,
# whatever the spelling or script. Others (ambassador, senior_official, ...) have many holders at once.
SINGLE_HOLDER = frozenset(
    {
        "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "supreme_leader",
        "chief_executive",
    }
)  # fmt: skip


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> tuple[str, ...]:
    """The name's tokens without case, marks and punctuation: `Müller-Meier` gives `('muller', 'meier')`."""
    marks = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in marks if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in plain).split())


def same_name(a: str, b: str) -> bool:
    """One name's tokens are all in the other ("Araghchi", "Abbas Araghchi"). An empty name is nobody's."""
    left, right = set(fold(a)), set(fold(b))
    return bool(left and right) and (left <= right or right <= left)


def same_person(a: Person, b: Person) -> bool:
    """The same Wikidata item, the same name, or holders of one office that only one person holds at a time."""
    if a.for_ != b.for_:
        return False
    if a.wikidata and b.wikidata:
        return a.wikidata == b.wikidata
    if a.name and b.name and same_name(a.name, b.name):
        return True
    return a.office is not None and a.office == b.office and a.office in SINGLE_HOLDER
