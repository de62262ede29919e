"""One engagement with everything the pages say of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, text

from dragoman.errors import StoreError
from dragoman.merge import Engagement, Link
from dragoman.model import Actor, Encounter, PageRecord, Participant, Record, Salience
from dragoman.save import Correction, Store
from dragoman.save.corrections import of_engagements, of_pages
from dragoman.save.load import record_of
from dragoman.save.text import from_json
from dragoman.search.cite import Evidence, Sources
from dragoman.search.engagements import EngagementView, views
from dragoman.search.statements import StatementView, of_engagement

_SHORTEST = 4
"""So many characters of an id are enough where they are enough to tell it from others."""


class ParticipantView(Record):
    """Somebody who took part, as one report has it; `evidence` is where the report says so."""

    name: str
    label: str
    for_: str | None
    office: str | None
    qualifier: str | None
    role: str | None
    evidence: Evidence


class Readout(Record):
    """What one page says of the engagement. `page` is its uri."""

    page: str
    url: str | None
    outlet: str | None
    language: str | None
    title: str | None
    published: str | None
    encounter: str
    salience: Salience
    date: str | None
    place: str | None
    duration_minutes: int | None
    confidence: float
    rule: str


class Detail(Record):
    """An engagement whole. `links` are by `page id/encounter id`; `corrections` are what persons said of it and of
    the records of its pages, beside what was read."""

    engagement: EngagementView
    participants: tuple[ParticipantView, ...]
    evidence: tuple[Evidence, ...]
    topics: tuple[Evidence, ...]
    readouts: tuple[Readout, ...]
    statements: tuple[StatementView, ...]
    links: tuple[Link, ...]
    corrections: tuple[Correction, ...]


def show(store: Store, engagement_id: str) -> Detail:
    """The engagement of that id, of an id it once had, or of the beginning of an id that only one has.

    StoreError if there is none, or several.
    """
    with store.reading() as connection:
        row = find(connection, store.name, engagement_id.strip().lower())
        engagement = from_json(row.facts, Engagement)
        reports = [_report(connection, key) for key in engagement.members]
        sources = Sources(connection, {record.page.id for record, _ in reports})
        return Detail(
            engagement=views(connection, [row])[0],
            participants=tuple(p for r, e in reports for p in _participants(r, e, sources)),
            evidence=tuple(x for r, e in reports for x in sources.evidence(r.page.id, e.evidence)),
            topics=tuple(x for r, e in reports for x in sources.evidence(r.page.id, [t.span for t in e.topics])),
            readouts=tuple(x for r, e in reports for x in _readouts(r, e, sources)),
            statements=tuple(of_engagement(connection, engagement.id)),
            links=engagement.links,
            corrections=tuple(_corrections(connection, engagement)),
        )


def find(connection: Connection, store: str, wanted: str) -> Row[Any]:
    """The row `id, facts` of an engagement: by the id itself, by an id of the past, by the beginning of an id.

    StoreError if there is none, or several.
    """
    found = connection.execute(text("SELECT id, facts FROM engagements WHERE id = :id"), {"id": wanted}).first()
    if found is None:
        sql = (
            "SELECT x.id, x.facts FROM engagement_ids i JOIN engagement_members m ON m.page_id = i.page_id"
            " AND m.encounter_id = i.encounter_id JOIN engagements x ON x.id = m.engagement_id WHERE i.id = :id"
        )
        found = connection.execute(text(sql), {"id": wanted}).first()
    if found is not None:
        return found
    rows = _beginning(connection, wanted) if len(wanted) >= _SHORTEST and wanted.isalnum() else []
    if len(rows) > 1:
        raise StoreError(f"{wanted}: several engagements begin so: {', '.join(r.id for r in rows)}")
    if not rows:
        raise StoreError(f"{wanted}: no such engagement in {store}; `dragoman engagements` lists them with their ids")
    return rows[0]


def members(connection: Connection, engagement_id: str) -> Engagement:
    """The engagement of exactly that id, with the keys of its reports."""
    sql = text("SELECT facts FROM engagements WHERE id = :id")
    return from_json(str(connection.execute(sql, {"id": engagement_id}).scalar_one()), Engagement)


def _beginning(connection: Connection, wanted: str) -> list[Row[Any]]:
    sql = "SELECT id, facts FROM engagements WHERE id >= :first AND id < :last ORDER BY id LIMIT 5"
    return list(connection.execute(text(sql), {"first": wanted, "last": f"{wanted}~"}))


def _report(connection: Connection, key: str) -> tuple[PageRecord, Encounter]:
    page, _, encounter = key.partition("/")
    record = record_of(connection, page)
    return record, next(e for e in record.encounters if e.id == encounter)


def _corrections(connection: Connection, engagement: Engagement) -> Iterable[Correction]:
    """What persons said of the engagement, then of its pages' records."""
    pages = list(dict.fromkeys(key.partition("/")[0] for key in engagement.members))
    yield from of_engagements(connection, [engagement]).get(engagement.id, [])
    found = of_pages(connection, pages)
    for page in pages:
        yield from found.get(page, [])


def _participants(record: PageRecord, encounter: Encounter, sources: Sources) -> Iterable[ParticipantView]:
    actors = {actor.id: actor for actor in record.actors}
    for participant in encounter.participants:
        evidence = sources.evidence(record.page.id, [participant.span])[0]
        yield _participant(participant, actors.get(participant.actor or ""), evidence)


def _participant(participant: Participant, actor: Actor | None, evidence: Evidence) -> ParticipantView:
    return ParticipantView(
        name=actor.name if actor else evidence.text,
        label=actor.label if actor else evidence.text,
        for_=participant.for_ or (actor.for_ if actor else None),
        office=actor.office if actor else None,
        qualifier=actor.qualifier if actor else None,
        role=participant.role,
        evidence=evidence,
    )


def _readouts(record: PageRecord, encounter: Encounter, sources: Sources) -> Iterable[Readout]:
    page = sources.row(record.page.id)
    for capture in sources.captures(record.page.id):
        yield Readout(
            page=capture.uri,
            url=capture.url,
            outlet=capture.outlet,
            language=page.language,
            title=page.title,
            published=capture.published or page.published,
            encounter=encounter.id,
            salience=encounter.salience,
            date=encounter.date,
            place=encounter.place.name if encounter.place else None,
            duration_minutes=encounter.duration_minutes,
            confidence=encounter.confidence,
            rule=encounter.rule,
        )
