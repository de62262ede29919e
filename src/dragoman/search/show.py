"""One engagement with everything the pages say of it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection

from dragoman.merge import Engagement, Link, Stage
from dragoman.merge.relations import Related
from dragoman.model import Actor, Encounter, PageRecord, Participant, Record, Salience, Status
from dragoman.save import Correction, Store
from dragoman.save.corrections import of_engagements, of_pages
from dragoman.save.ids import find_engagement
from dragoman.save.load import record_of
from dragoman.save.text import from_json
from dragoman.search.cite import Evidence, Sources
from dragoman.search.engagements import EngagementView, views
from dragoman.search.independent import numbered
from dragoman.search.related import related
from dragoman.search.statements import StatementView, of_engagement


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
    """What one page says of the engagement. `page` is its uri; readouts of one `source` are copies, or of one outlet or
    agency."""

    page: str
    url: str | None
    outlet: str | None
    language: str | None
    title: str | None
    published: str | None
    source: int
    encounter: str
    salience: Salience
    status: Status
    date: str | None
    place: str | None
    duration_minutes: int | None
    confidence: float
    rule: str


class Detail(Record):
    """An engagement whole. `links` are by `page id/encounter id`, the rules' and those of persons; `sources` is the
    number of independent ones; `history` has each status and date by the page that first told it; `corrections` are
    what persons said of it and of the records of its pages, beside what was read."""

    engagement: EngagementView
    participants: tuple[ParticipantView, ...]
    evidence: tuple[Evidence, ...]
    topics: tuple[Evidence, ...]
    readouts: tuple[Readout, ...]
    statements: tuple[StatementView, ...]
    links: tuple[Link, ...]
    sources: int
    history: tuple[Stage, ...]
    related: tuple[Related, ...]
    corrections: tuple[Correction, ...]


def show(store: Store, engagement_id: str) -> Detail:
    """The engagement of that id, of an id it once had, or of the beginning of an id that only one has.

    StoreError if there is none, or several.
    """
    with store.reading() as connection:
        row = find_engagement(connection, store.name, engagement_id.strip().lower())
        engagement = from_json(row.facts, Engagement)
        reports = [_report(connection, key) for key in engagement.members]
        sources = Sources(connection, {record.page.id for record, _ in reports})
        source = numbered([record for record, _ in reports], engagement.copies, sources)
        return Detail(
            engagement=views(connection, [row])[0],
            participants=tuple(p for r, e in reports for p in _participants(r, e, sources)),
            evidence=tuple(x for r, e in reports for x in sources.evidence(r.page.id, e.evidence)),
            topics=tuple(x for r, e in reports for x in sources.evidence(r.page.id, [t.span for t in e.topics])),
            readouts=tuple(x for r, e in reports for x in _readouts(r, e, sources, source[r.page.id])),
            statements=tuple(of_engagement(connection, engagement.id)),
            links=engagement.links,
            sources=max(source.values(), default=0),
            history=tuple(_cited(stage, sources) for stage in engagement.history),
            related=related(connection, engagement),
            corrections=tuple(_corrections(connection, engagement)),
        )


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


def _cited(stage: Stage, sources: Sources) -> Stage:
    """With the page's uri in place of the report's key."""
    return msgspec.structs.replace(stage, report=sources.uri(stage.report.partition("/")[0]))


def _readouts(record: PageRecord, encounter: Encounter, sources: Sources, source: int) -> Iterable[Readout]:
    page = sources.row(record.page.id)
    for capture in sources.captures(record.page.id):
        yield Readout(
            page=capture.uri,
            url=capture.url,
            outlet=capture.outlet,
            language=page.language,
            title=page.title,
            published=capture.published or page.published,
            source=source,
            encounter=encounter.id,
            salience=encounter.salience,
            status=encounter.status,
            date=encounter.date,
            place=encounter.place.name if encounter.place else None,
            duration_minutes=encounter.duration_minutes,
            confidence=encounter.confidence,
            rule=encounter.rule,
        )
