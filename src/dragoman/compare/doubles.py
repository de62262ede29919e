"""Two engagements that may be one contact, told with other people for one side or a day apart.

Merging keeps them apart, as a visitor often meets two officials and ministers call again on the next day; a comparison
should show them beside each other, and say so.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.align import similar
from dragoman.compare import laying
from dragoman.compare.items import Item, statements, topics
from dragoman.compare.records import Account
from dragoman.merge import Person
from dragoman.merge.dates import days
from dragoman.merge.differ import one_person, people_differ
from dragoman.merge.reports import family
from dragoman.world.states import states

# So many topics and statements are in both where one side's people differ, and where the day does.
_PEOPLE, _DAY = 1, 2
_LIKE = 0.55


def may_be_one(left: Sequence[Account], right: Sequence[Account]) -> bool:
    """Everything but one side's people, or but a day, agrees; what is told is the same; no source tells of both."""
    if _sources(left) & _sources(right) or not all(_only_contact(a) for a in (*left, *right)):
        return False
    pairs = [(a, b) for a in left for b in right]
    wanted = [_wanted(a, b) for a, b in pairs]
    if not wanted or None in wanted:
        return False
    return any(_common(a, b) >= (w or 0) for (a, b), w in zip(pairs, wanted, strict=True))


def _sources(accounts: Sequence[Account]) -> set[str]:
    """Outlets, or pages where these are unknown."""
    return {a.outlet or a.uri for a in accounts}


def _only_contact(account: Account) -> bool:
    """The page has no other main contact; a visit holds the meetings in it."""
    mains = [e.id for e in account.record.encounters if e.salience == "main" and e.kind != "visit"]
    return mains == [account.encounter.id]


def _wanted(a: Account, b: Account) -> int | None:
    """How much they must have in common to be one contact; None where they differ in more than one thing."""
    left, right = a.report, b.report
    if (left.parties, left.status, family(left.kind)) != (right.parties, right.status, family(right.kind)):
        return None
    if _other_country(a, b) or len(left.parties) < 2:
        return None
    sides = [(_people(left.people, p), _people(right.people, p)) for p in left.parties]
    other = sum(people_differ(x, y) for x, y in sides)
    same = sum(any(one_person(p, q) for p in x for q in y) for x, y in sides)
    apart = _days_apart(left.date, right.date)
    if apart == 0 and (other, same) == (1, len(sides) - 1):
        return _PEOPLE
    return _DAY if apart == 1 and same == len(sides) else None


def _other_country(a: Account, b: Account) -> bool:
    told = {r.place.country for r in (a.report, b.report) if r.place and r.place.country in states()}
    return len(told) > 1


def _days_apart(a: str | None, b: str | None) -> int | None:
    left, right = days(a), days(b)
    if left is None or right is None or left[0] != left[1] or right[0] != right[1]:
        return None
    return abs((left[0] - right[0]).days)


def _people(people: Sequence[Person], party: str) -> list[Person]:
    return [p for p in people if p.for_ == party]


def _common(a: Account, b: Account) -> int:
    """How many topics and statements of the one have their like in the other, whoever says it there; such as say more
    than names of states."""
    right = [item for item in (*topics(b), *statements(b)) if _telling(item)]
    left = laying.distinct((*topics(a), *statements(a)), _alike)
    return sum(_telling(x) and any(_alike(x, y) >= 1 for y in right) for x in left)


def _alike(a: Item, b: Item) -> float:
    return similar(a.signs, b.signs) / _LIKE


def _telling(item: Item) -> bool:
    return any(weight == 1.0 and sign[0] not in "=@" for sign, weight in item.signs.items())
