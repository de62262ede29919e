"""PLOVER events: an encounter is a CONSULT, an act of speaking is the event that its act stands for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dragoman.model import Act, Encounter, Event, Reality, Span, Statement, Status
from dragoman.world.files import Row, data_root, load_rows

CODEBOOK = "plover"
_REALITY: dict[Status, Reality] = {
    "held": "reported", "planned": "planned", "cancelled": "denied", "proposed": "hypothetical",
}  # fmt: skip


class ActType(Row):
    """The event type that an act of speaking stands for."""

    act: Act
    type: str


@cache
def act_types() -> dict[Act, str]:
    """Event type by act; acts that are no events (state, hope, concern) are left out."""
    return {row.act: row.type for row in load_rows(data_root() / "codebooks" / "plover_acts.csv", ActType)}


def label(
    encounters: tuple[Encounter, ...],
    statements: tuple[Statement, ...],
    cues: Mapping[str, Span],
) -> tuple[Event, ...]:
    """The events of a page, numbered, encounters first. cues: by encounter id, the words that report it.

    Everything here is the page's own narration; what is asserted inside a statement gives no event yet.
    """
    events = [_consult(e, cues.get(e.id)) for e in encounters if len(_sides(e)) > 1]
    dates = {e.id: e.date for e in encounters}
    types = act_types()
    events += [_act(s, types[s.act], dates) for s in statements if s.act in types and s.for_]
    return tuple(_numbered(event, number) for number, event in enumerate(events, 1))


def _numbered(event: Event, number: int) -> Event:
    fields = {name: getattr(event, name) for name in Event.__struct_fields__ if name != "id"}
    return Event(id=f"v{number}", **fields)


# ------------------------------------------------------------------------------------------ encounters


def _sides(encounter: Encounter) -> tuple[str, ...]:
    """The states and bodies that take part, in order."""
    return tuple(dict.fromkeys(p.for_ for p in encounter.participants if p.for_ and p.role != "mediator"))


def _consult(encounter: Encounter, cue: Span | None) -> Event:
    actors, recipients = _direction(encounter)
    return Event(
        id="", codebook=CODEBOOK, type="CONSULT", mode=_mode(encounter), actors=actors, recipients=recipients,
        date=encounter.date, reality=_REALITY[encounter.status], according_to=None, of=encounter.id,
        evidence=(cue,) if cue is not None else encounter.evidence,
    )  # fmt: skip


def _direction(encounter: Encounter) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts on whom: the initiator or the guest on the others, else the first named side on the rest."""
    sides = _sides(encounter)
    host = _host(encounter)
    first = next((p.for_ for p in encounter.participants if p.role in ("initiator", "guest") and p.for_), None)
    if first is None and host is not None and encounter.kind in ("visit", "meeting"):
        first = next((side for side in sides if side != host), None)
    first = first or sides[0]
    return (first,), tuple(side for side in sides if side != first)


def _host(encounter: Encounter) -> str | None:
    """The side that received the others: named as host, else the one in whose country they met."""
    sides = _sides(encounter)
    named = next((p.for_ for p in encounter.participants if p.role == "host" and p.for_ in sides), None)
    if named is not None:
        return named
    country = encounter.place.country if encounter.place else None
    return country if country in sides and encounter.relation != "sidelines" else None


def _mode(encounter: Encounter) -> str | None:
    if encounter.kind in ("phone_call", "video_call"):
        return "phone"
    if encounter.kind == "conference":
        return "multilateral"
    if encounter.kind == "visit":
        return "visit"
    if encounter.kind == "message":
        return None
    if any(p.role == "mediator" for p in encounter.participants):
        return "third-party"
    if encounter.relation == "sidelines" or len(_sides(encounter)) > 2:
        return "multilateral"
    if _host(encounter) is not None:
        return "visit"
    return "third-party" if encounter.place is not None and encounter.place.country else None


# ------------------------------------------------------------------------------------------ statements


def _act(statement: Statement, event_type: str, dates: Mapping[str, str | None]) -> Event:
    return Event(
        id="", codebook=CODEBOOK, type=event_type, mode=None, actors=statement.for_,
        recipients=tuple(t for t in statement.targets if t not in statement.for_),
        date=dates.get(statement.encounter) if statement.encounter else None, reality="reported", according_to=None,
        of=statement.id, evidence=(statement.cue,) if statement.cue is not None else statement.content,
    )  # fmt: skip
