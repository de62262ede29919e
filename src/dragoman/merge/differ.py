"""Do two values of one field contradict each other? Another wording, language or precision of it never does.

What one report leaves out contradicts nothing. All symmetric.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.align import signs, similar
from dragoman.merge.dates import days
from dragoman.merge.names import fold, same_name, same_person, script
from dragoman.merge.records import Person
from dragoman.model import EncounterKind, Place, Status
from dragoman.world.alignment import alignment
from dragoman.world.gazetteer import chain, fold_place, settled, state_names
from dragoman.world.states import states

# Of what is told in whole hours, five minutes are the teller's rounding.
_ROUNDED, _HOUR = 5, 60
_SAME_OCCASION = 0.5
# A visit contains its meetings, a conference is met at: these say the same from nearer or farther.
_FACE_TO_FACE = frozenset({"meeting", "visit", "conference"})
RANK = (
    "head_of_state", "supreme_leader", "head_of_government", "royal", "deputy_head", "chief_executive",
    "foreign_minister", "defence_minister", "other_minister", "deputy_foreign_minister", "senior_official",
    "ambassador", "legislator", "military", "party_figure", "spokesperson", "other",
)  # fmt: skip


def dates_differ(a: str, b: str) -> bool:
    """No day is in both: 2024-10 does not contradict 2024-10-21."""
    left, right = days(a), days(b)
    if left is None or right is None:
        return False
    return left[1] < right[0] or right[1] < left[0]


def durations_differ(a: int, b: int) -> bool:
    """Other minutes, but for the rounding of an hour or more ("about an hour", 55 minutes)."""
    if a == b:
        return False
    whole = any(m >= _HOUR and m % (_HOUR // 2) == 0 for m in (a, b))
    return not (whole and abs(a - b) <= _ROUNDED)


def places_differ(a: Place, b: Place) -> bool:
    """Two countries; or two places of which neither lies in the other, as far as that is known."""
    if a.country != b.country and {a.country, b.country} <= states().keys():
        return True
    left, right = chain(a.name), chain(b.name)
    if set(left) & set(right) or _inside(a.name, b.name):
        return False
    names = {fold_place(a.name), fold_place(b.name)}
    if names & state_names() - settled():
        return False
    return _settled(a.name) and _settled(b.name)


def _settled(name: str) -> bool:
    """It is a city or region, or lies in one."""
    return fold_place(name) in settled() or any(
        part in settled() or part.startswith("capital ") for part in chain(name)
    )


def _inside(a: str, b: str) -> bool:
    """One name's words are all in the other ("Oslo", "the foreign ministry in Oslo")."""
    left, right = set(fold(a)), set(fold(b))
    return left <= right or right <= left


def occasions_differ(a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
    """Two events by their names and languages: little of what the names tell is shared.

    Of languages that cannot be laid beside each other only the bodies that both name count (G20, BRICS).
    """
    if _inside(a[0], b[0]):
        return False
    left, right = signs(*a), signs(*b)
    if a[1] == b[1] or (a[1] and b[1] and alignment(a[1]) and alignment(b[1])):
        return similar(left, right) < _SAME_OCCASION
    codes = [{sign for sign in found if sign[0] == "="} for found in (left, right)]
    return all(codes) and not codes[0] & codes[1]


def kinds_differ(a: EncounterKind, b: EncounterKind) -> bool:
    """A call is no meeting, a video call no telephone call."""
    return a != b and not {a, b} <= _FACE_TO_FACE


def statuses_differ(a: Status, b: Status) -> bool:
    """It took place, or was called off; what was planned and then held is history, no contradiction."""
    return {a, b} == {"held", "cancelled"}


def principal(people: Sequence[Person]) -> Person | None:
    """Whom a side sent: the highest office, of equal ones the first named."""
    named = [p for p in people if p.name]
    return min(named, key=lambda p: RANK.index(p.office) if p.office in RANK else len(RANK)) if named else None


def people_differ(a: Sequence[Person], b: Sequence[Person]) -> bool:
    """One side's people in two reports: nobody is in both. A member of the delegation more contradicts nothing."""
    left, right = [p for p in a if p.name], [p for p in b if p.name]
    return bool(left and right) and not any(one_person(x, y) for x in left for y in right)


def one_person(a: Person, b: Person) -> bool:
    """The same person under any spelling. That both hold one office tells only where the names are in two scripts."""
    if not a.name or not b.name or a.for_ != b.for_:
        return False
    return same_name(a.name, b.name) if script(a.name) == script(b.name) else same_person(a, b)
