"""Who in the table of office-holders a page's people are: their canonical name, and their Wikidata id where it is sure.

The page's word stands: an actor's state, office and qualifier are taken as they are, and the table is asked who that
could be on the day of the contact. Whom the table does not know keeps the name the page gives.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import cache, lru_cache

import msgspec

from dragoman.model import Actor, Encounter
from dragoman.world.fold import fold
from dragoman.world.offices import Tenure, offices
from dragoman.world.roles import is_rotating, office_of, offices_ever, role_at

_MARGIN = 14  # days by which the first and last day in office may differ from what the table says
_COMING = 400  # days within which somebody elect or designate takes office
_CLEARLY = 0.04  # by how much the best match must be better than that of anybody else
_MANY = 80  # holders of one office at a time (ambassadors) among whom likeness of names tells too little
_ID = 0.9  # from this likeness of the name on the Wikidata id is sure, the office and the day being right


class Linked(msgspec.Struct, frozen=True):
    """Somebody of the table. `why` tells the step that found them."""

    label: str
    wikidata: str | None
    why: str


def link(
    actors: tuple[Actor, ...], encounters: Iterable[Encounter], anchor: str | None, late: Collection[str] = ()
) -> tuple[Actor, ...]:
    """The actors with labels and ids. anchor: the day of the report (YYYY-MM-DD), for those in no dated contact; late:
    the names of those whom the page calls so, who held their office at any time before."""
    days = _days(encounters, anchor)
    named = {(a.for_, a.office) for a in actors if a.kind == "person"}
    out = []
    for actor in actors:
        found = None
        if actor.for_ and actor.kind == "person":
            past = "former" if actor.name in late else actor.qualifier
            found = person(actor.name, actor.for_, actor.office, past, days.get(actor.id, anchor))
        elif actor.for_ and actor.kind == "office" and actor.role and (actor.for_, actor.office) not in named:
            found = holder(actor.role, actor.for_, actor.qualifier, days.get(actor.id, anchor))
        out.append(msgspec.structs.replace(actor, label=found.label, wikidata=found.wikidata) if found else actor)
    return tuple(out)


def _days(encounters: Iterable[Encounter], anchor: str | None) -> dict[str, str | None]:
    """The day of each actor's contact; main contacts before those in the background."""
    out: dict[str, str | None] = {}
    for encounter in sorted(encounters, key=lambda e: e.salience != "main"):
        day = (encounter.date or "").partition("/")[0]
        for participant in encounter.participants:
            if participant.actor is not None:
                out.setdefault(participant.actor, day if len(day) == 10 else anchor)
    return out


@lru_cache(maxsize=4096)
def holder(role: str, state: str, qualifier: str | None, day: str | None) -> Linked | None:
    """The one holder of an office that the page names without a name, if nobody else held it two weeks around."""
    row = role_at(role, state)
    if day is None or row is None or row.seats != 1 or qualifier not in (None, "acting"):
        return None
    first, last = _around(day)
    kept = (t for t in _of(state, row.office) if t.role == row.role and _in_office(t, first, last, strictly=True))
    found = {t.person for t in kept}
    return Linked(found.pop(), None, "office, state and day") if len(found) == 1 else None


@lru_cache(maxsize=8192)
def person(name: str, state: str, office: str | None, qualifier: str | None, day: str | None) -> Linked | None:
    """Who of the state's office-holders this is: by exact name, else by the likeness of the names."""
    named = [t for t in offices().by_name(name) if t.state == state and not is_rotating(t.role)]
    exact = [t for t in named if _of_office(t, office) and _in_time(t, qualifier, day)]
    if exact:
        return _sure(exact, "exact name", sure=office is not None and " " in name.strip())
    if office is None:
        return None
    holding = [t for t in _of(state, office) if _in_time(t, qualifier, day)]
    people = tuple(dict.fromkeys(t.person for t in holding))
    if " " not in name and name.isascii():
        bearers = [who for who in people if fold(name) in _family_names(who)]
        found, score = (bearers[0] if len(bearers) == 1 else None), float(len(people) == 1)
    else:
        found, score = _by_likeness(name, people)
    return _sure([t for t in holding if t.person == found], f"likeness {score:.2f}", sure=score >= _ID)


def _sure(found: list[Tenure], why: str, *, sure: bool) -> Linked | None:
    """The person, if all tenures are one person's; with the id if that is sure."""
    if len({t.person for t in found}) != 1:
        return None
    ids = {t.wikidata for t in found}
    return Linked(found[0].person, ids.pop() if sure and len(ids) == 1 else None, why)


def _by_likeness(name: str, people: tuple[str, ...]) -> tuple[str | None, float]:
    """The person whose name is most alike, clearly more than anybody else's; None where no name is alike enough."""
    from dragoman.world.match import SURE
    from dragoman.world.match.likeness import likeness

    if len(people) > _MANY:
        return None, 0.0
    scores = sorted(((likeness(name, who, _spellings(who)), who) for who in people), reverse=True)
    if not scores or scores[0][0] < SURE or (len(scores) > 1 and scores[0][0] - scores[1][0] < _CLEARLY):
        return None, 0.0
    return scores[0][1], scores[0][0]


def _of_office(tenure: Tenure, office: str | None) -> bool:
    return office is None or office in _offices_of(tenure.role, tenure.state)


@cache
def _offices_of(role: str, state: str) -> frozenset[str | None]:
    """The office a role falls under, and those its holder held in that state at any time beside it."""
    return frozenset({office_of(role, state), *offices_ever(role, state)})


def _in_time(tenure: Tenure, qualifier: str | None, day: str | None) -> bool:
    """Whether the tenure is of that time, by the page's own qualifier: past for "former", coming for "elect"."""
    if day is None:
        return True
    first, last = _around(day)
    if qualifier == "former":
        return tenure.start <= last[: len(tenure.start)]
    if qualifier in ("elect", "designate"):
        coming = (date.fromisoformat(day) + timedelta(days=_COMING)).isoformat()
        return first[: len(tenure.start)] <= tenure.start <= coming or _in_office(tenure, first, last)
    return _in_office(tenure, first, last)


def _in_office(tenure: Tenure, first: str, last: str, *, strictly: bool = False) -> bool:
    """Whether the person is in office on a day from `first` to `last`. strictly: not past the day last seen there."""
    if tenure.start > last[: len(tenure.start)] or tenure.status in ("elect", "designate"):
        return tenure.status in ("elect", "designate") and not strictly and tenure.start <= last[: len(tenure.start)]
    end = tenure.end or (tenure.seen if strictly else None)
    return end is None or end >= first[: len(end)]


@lru_cache(maxsize=1024)
def _around(day: str) -> tuple[str, str]:
    middle, margin = date.fromisoformat(day), timedelta(days=_MARGIN)
    return (middle - margin).isoformat(), (middle + margin).isoformat()


@cache
def _of(state: str, office: str | None) -> tuple[Tenure, ...]:
    """All tenures of an office in that state, by the role's own office or by what its holder is there."""
    return tuple(t for t in offices().of(state) if _of_office(t, office) and not is_rotating(t.role))


@cache
def _spellings(who: str) -> tuple[str, ...]:
    return tuple(offices().spellings(who))


@cache
def _family_names(who: str) -> frozenset[str]:
    return frozenset(fold(form).split()[-1] for form in (who, *_spellings(who)))
