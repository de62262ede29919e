"""Who in the table of office-holders a page's people are: their canonical name, and their Wikidata id where it is sure.

The page's word stands: an actor's state, office and qualifier are taken as they are, and the table is asked who that
could be on the day of the contact. Whom the table does not know keeps the name the page gives.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache

import msgspec

from dragoman.model import Actor, Encounter
from dragoman.world.fold import fold
from dragoman.world.offices import Tenure, offices
from dragoman.world.roles import is_rotating, office_of, offices_on, role_at

_MARGIN = 14  # days by which the first and last day in office may differ from what the table says
_COMING = 400  # days within which somebody elect or designate takes office
_CLEARLY = 0.04  # by how much the best match must be better than that of anybody else
_ID = 0.9  # from this likeness of the name on the Wikidata id is sure, the office and the day being right


class Linked(msgspec.Struct, frozen=True):
    """Somebody of the table. `why` tells the step that found them."""

    label: str
    wikidata: str | None
    why: str


def link(actors: tuple[Actor, ...], encounters: Iterable[Encounter], anchor: str | None) -> tuple[Actor, ...]:
    """The actors with labels and ids. anchor: the day of the report (YYYY-MM-DD), for those in no dated contact."""
    days = _days(encounters, anchor)
    named = {(a.for_, a.office) for a in actors if a.kind == "person"}
    out = []
    for actor in actors:
        found = None
        if actor.for_ and actor.kind == "person":
            found = person(actor.name, actor.for_, actor.office, actor.qualifier, days.get(actor.id, anchor))
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
    found = {t.person for t in _of(state) if t.role == row.role and _in_office(t, first, last, strictly=True)}
    return Linked(found.pop(), None, "office, state and day") if len(found) == 1 else None


@lru_cache(maxsize=8192)
def person(name: str, state: str, office: str | None, qualifier: str | None, day: str | None) -> Linked | None:
    """Who of the state's office-holders this is: by exact name, else by the likeness of the names."""
    holding = [t for t in _of(state) if _fits(t, office, qualifier, day)]
    exact = {t.person: t for t in holding if fold(name) in _folded(t.person)}
    if exact:
        return _sure(name, list(exact.values()), holding, "exact name", office is not None)
    found = _by_likeness(name, tuple(dict.fromkeys(t.person for t in holding))) if office is not None else None
    if found is None:
        return None
    who, score = found
    return _sure(name, [t for t in holding if t.person == who][:1], holding, f"likeness {score:.2f}", score >= _ID)


def _sure(name: str, found: list[Tenure], holding: list[Tenure], why: str, sure: bool) -> Linked | None:
    """The person, with the id where the whole name, state, day and office agree and nobody else is of that name."""
    if len(found) != 1:
        return None
    ids = {t.wikidata for t in holding if t.person == found[0].person}
    whole = len(fold(name).split()) > 1 or len({t.person for t in holding}) == 1 or not name.isascii()
    return Linked(found[0].person, ids.pop() if sure and whole and len(ids) == 1 else None, why)


def _by_likeness(name: str, people: tuple[str, ...]) -> tuple[str, float] | None:
    """The person whose name is most alike, clearly more than anybody else's; None where no name is alike enough."""
    from dragoman.world.match import SURE
    from dragoman.world.match.likeness import likeness

    last = fold(name).split()
    scores = sorted(((likeness(name, who, tuple(offices().spellings(who))), who) for who in people), reverse=True)
    if not scores:
        return None
    best, who = scores[0]
    if len(last) == 1 and name.isascii():  # a family name: who of the holders bears it
        bearers = [p for p in people if last[0] in {form.split()[-1] for form in _folded(p)}]
        return (bearers[0], 1.0) if len(bearers) == 1 else None
    clearly = len(scores) < 2 or best - scores[1][0] >= _CLEARLY
    return (who, best) if best >= SURE and clearly else None


def _fits(tenure: Tenure, office: str | None, qualifier: str | None, day: str | None) -> bool:
    """Whether the tenure can be what the page says: its office, and its time by the page's own qualifier."""
    if office is not None and office != office_of(tenure.role, tenure.state):
        if day is None or office not in offices_on(tenure.role, tenure.state, day):
            return False
    if day is None:
        return True
    first, last = _around(day)
    if qualifier == "former":
        return tenure.start[:10] <= last[: len(tenure.start)]
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
def _of(state: str) -> tuple[Tenure, ...]:
    return tuple(t for t in offices().of(state) if not is_rotating(t.role))


@cache
def _folded(who: str) -> frozenset[str]:
    return frozenset(map(fold, (who, *offices().spellings(who))))
