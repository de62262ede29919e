"""Engagements by filters, and timelines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from dragoman.merge import Conflict, ConflictValue, Engagement
from dragoman.model import EncounterKind, Record, Salience, Status
from dragoman.save import Store
from dragoman.save.text import from_json
from dragoman.search.cite import Sources, in_chunks
from dragoman.search.filters import Filter, Source, choose, first_day, language, last_day, like
from dragoman.search.query import Found, Query

_MEMBERS = "x.id IN (SELECT m.engagement_id FROM engagement_members m"
_ENCOUNTERS = f"{_MEMBERS} JOIN {{table}} t ON t.page_id = m.page_id AND t.encounter_id = m.encounter_id"
_STATEMENTS = _ENCOUNTERS.format(table="statements")
_PARTY = "x.id IN (SELECT engagement_id FROM engagement_parties WHERE state = {value})"

FILTERS = (
    Filter("state", _PARTY.format(value=":state"), "with {value} as a party", str.upper),
    Filter("with_", _PARTY.format(value=":with_"), "with {value} as a party", str.upper),
    Filter(
        "person",
        f"{_ENCOUNTERS.format(table='participants')} JOIN actors a ON a.page_id = t.page_id AND a.id = t.actor_id"
        " WHERE a.folded LIKE :person ESCAPE '\\')",
        "with a participant named like {value}",
        like,
    ),
    Filter("kind", "x.kind = :kind", "of kind {value}", str.lower),
    Filter("status", "x.status = :status", "with status {value}", str.lower),
    Filter("act", f"{_STATEMENTS} WHERE t.act = :act)", "in which a statement with act {value} was made", str.lower),
    Filter("topic", f"{_ENCOUNTERS.format(table='topics')} WHERE t.topic = :topic)", "on topic {value}", str.lower),
    Filter(
        "target",
        f"{_STATEMENTS} JOIN statement_states s ON s.page_id = t.page_id AND s.statement_id = t.id"
        " WHERE s.side = 'target' AND s.state = :target)",
        "in which a statement aimed at {value} was made",
        str.upper,
    ),
    Filter("since", "x.last_day >= :since", "on or after {value}", first_day),
    Filter("until", "x.first_day <= :until", "on or before {value}", last_day),
    Filter(
        "text",
        f"{_MEMBERS} JOIN texts t ON t.page_id = m.page_id WHERE {{match}} AND t.statement_id IS NULL)",
        "reported on a page with {value}",
    ),
    Filter(
        "language",
        f"{_MEMBERS} JOIN pages g ON g.id = m.page_id WHERE {language('g.language')})",
        "reported in language {value}",
        str.lower,
    ),
)

SOURCE = Source(
    noun="engagements",
    rows="engagements x",
    columns="x.id, x.facts",
    filters=FILTERS,
    order="x.first_day IS NULL, x.first_day DESC, x.id",
)
_IN_TIME = "x.first_day IS NULL, x.first_day, x.last_day, x.id"


class PlaceView(Record):
    """A place by its commonest name; the country's ISO 3166-1 alpha-3 code where a page tells it."""

    name: str
    country: str | None


class ReportView(Record):
    """One page's report; a page that stood in two places gives two. `page` is its uri."""

    page: str
    outlet: str | None
    language: str | None
    encounter: str
    salience: Salience


class EngagementView(Record):
    """An engagement as the record format has it. In `conflicts`, `report` is the page's uri."""

    id: str
    kind: EncounterKind
    status: Status
    date: str | None
    parties: tuple[str, ...]
    people: tuple[str, ...]
    place: PlaceView | None
    occasion: str | None
    topics: tuple[str, ...]
    reports: tuple[ReportView, ...]
    conflicts: tuple[Conflict, ...]


def engagements(store: Store, query: Query) -> Found[EngagementView]:
    """Engagements that satisfy the query, the latest first, those without a date last."""
    return _engagements(store, query, order="")


def timeline(store: Store, states: Sequence[str], *, limit: int = 0) -> Found[EngagementView]:
    """The contacts of a state, or of two with each other, in time; those without a date last."""
    state, other = (*states, None, None)[:2]
    return _engagements(store, Query(state=state, with_=other, limit=limit), order=_IN_TIME)


def _engagements(store: Store, query: Query, *, order: str) -> Found[EngagementView]:
    with store.reading() as connection:
        chosen = choose(store, connection, SOURCE, query, order=order)
        return Found(tuple(views(connection, chosen.rows)), chosen.total, chosen.why)


def views(connection: Connection, rows: Sequence[Row[Any]]) -> list[EngagementView]:
    """Rows `id, facts` as a person gets them, in their order."""
    sql = (
        "SELECT m.engagement_id, m.page_id, m.encounter_id, e.salience FROM engagement_members m"
        " JOIN encounters e ON e.page_id = m.page_id AND e.id = m.encounter_id WHERE m.engagement_id IN :ids"
    )
    members: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in in_chunks(connection, sql, [r.id for r in rows]):
        members[row.engagement_id].append(row)
    pages = {m.page_id for found in members.values() for m in found}
    sources = Sources(connection, pages, texts=False)
    return [_view(from_json(r.facts, Engagement), members[r.id], sources) for r in rows]


def _view(engagement: Engagement, members: Sequence[Row[Any]], sources: Sources) -> EngagementView:
    place = engagement.place
    return EngagementView(
        id=engagement.id,
        kind=engagement.kind,
        status=engagement.status,
        date=engagement.date,
        parties=engagement.parties,
        people=engagement.people,
        place=PlaceView(name=place.name, country=place.country) if place else None,
        occasion=engagement.occasion,
        topics=engagement.topics,
        reports=tuple(sorted(_reports(members, sources), key=lambda r: (r.salience != "main", r.page, r.encounter))),
        conflicts=tuple(_cited(conflict, sources) for conflict in engagement.conflicts),
    )


def _reports(members: Sequence[Row[Any]], sources: Sources) -> list[ReportView]:
    return [
        ReportView(
            page=capture.uri,
            outlet=capture.outlet,
            language=sources.row(member.page_id).language,
            encounter=member.encounter_id,
            salience=member.salience,
        )
        for member in members
        for capture in sources.captures(member.page_id)
    ]


def _cited(conflict: Conflict, sources: Sources) -> Conflict:
    def cite(value: ConflictValue) -> ConflictValue:
        return msgspec.structs.replace(value, report=sources.uri(value.report.partition("/")[0]))

    return Conflict(field=conflict.field, values=tuple(cite(v) for v in conflict.values))
