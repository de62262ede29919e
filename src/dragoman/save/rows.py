"""A page and its record to rows of tables. Pure; `pages.py` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import msgspec
from sqlalchemy import Table

from dragoman.merge import Report, reports_of
from dragoman.merge.dates import days
from dragoman.merge.keys import keys
from dragoman.model import Actor, Encounter, Event, Page, PageRecord, Span, Statement, Topic, content_id
from dragoman.save import tables
from dragoman.save.fulltext import fold
from dragoman.save.text import to_json

Row: TypeAlias = dict[str, Any]


def page_row(page: Page, record: PageRecord, *, reader: str, added_at: str) -> Row:
    """The row of `pages`. The record is kept whole, without the text, which has its own column."""
    article = record.article
    bare = msgspec.structs.replace(record, page=msgspec.structs.replace(record.page, text=msgspec.UNSET))
    return {
        "id": page.id,
        "text": page.text,
        "language": article.language,
        "title": article.title.text if article.title else None,
        "published": article.published.date if article.published else None,
        "outlet": article.outlet.name if article.outlet else None,
        "agency": article.agency.name if article.agency else None,
        "media_type": page.media_type,
        "chars": len(page.text),
        "record": to_json(bare),
        "reader": reader,
        "added_at": added_at,
    }


def capture_row(page: Page, record: PageRecord, *, added_at: str) -> Row:
    """One place where the text stood. What its carrier does not state is taken from the record where the text
    itself states it, never from another capture's carrier."""
    outlet, published = record.article.outlet, record.article.published
    row: Row = {
        "page_id": page.id,
        "uri": page.uri,
        "url": page.url,
        "outlet": page.given.outlet or (outlet.name if outlet and outlet.span else None),
        "published": page.given.published or (published.date if published and published.basis != "metadata" else None),
    }
    key = content_id("capture", *(v or "" for v in row.values()))
    return {"id": key, **row, "added_at": added_at}


def child_rows(record: PageRecord, text: str) -> dict[Table, list[Row]]:
    """All rows that hang on the page but captures and full text, in the order in which they can be inserted."""
    found: dict[Table, list[Row]] = {tables.actors: [_actor(a) for a in record.actors]}
    reports = reports_of(record, text)
    found[tables.encounters] = [
        {**_encounter(e), **row} for e, row in zip(record.encounters, encounter_rows(reports), strict=True)
    ]
    found[tables.encounter_keys] = key_rows(reports)
    found[tables.participants] = [row for e in record.encounters for row in _participants(e)]
    found[tables.topics] = [row for e in record.encounters for row in _topics(e)]
    found.update(_statement_rows(record))
    found[tables.events] = [_event(e, i) for i, e in enumerate(record.events)]
    found[tables.event_states] = [row for e in record.events for row in _event_states(e)]
    return {table: [{"page_id": record.page.id, **row} for row in rows] for table, rows in found.items() if rows}


def encounter_rows(reports: Iterable[Report]) -> list[Row]:
    """What merging keeps of each encounter. Before it is merged a report hangs together with itself."""
    return [{"id": r.encounter, "block": r.key, "report": to_json(r)} for r in reports]


def key_rows(reports: Iterable[Report]) -> list[Row]:
    """The keys by which each report can be found."""
    return [{"encounter_id": r.encounter, "key": key} for r in reports for key in sorted(keys(r).own)]


def _actor(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "kind": actor.kind,
        "name": actor.name,
        "label": actor.label,
        "folded": "\n".join(sorted({fold(actor.label), fold(actor.name)})),
        "state": actor.for_,
        "office": actor.office,
        "role": actor.role,
        "qualifier": actor.qualifier,
        "wikidata": actor.wikidata,
    }


def _encounter(encounter: Encounter) -> Row:
    return {
        "id": encounter.id,
        "kind": encounter.kind,
        "status": encounter.status,
        "salience": encounter.salience,
        "date": encounter.date,
        "place": encounter.place.name if encounter.place else None,
        "country": encounter.place.country if encounter.place else None,
        "occasion": encounter.occasion,
        "duration_minutes": encounter.duration_minutes,
        "confidence": encounter.confidence,
        "rule": encounter.rule,
    }


def _participants(encounter: Encounter) -> Iterable[Row]:
    for position, p in enumerate(encounter.participants):
        row = {"encounter_id": encounter.id, "position": position, "actor_id": p.actor, "state": p.for_, "role": p.role}
        yield {**row, "span_start": p.span[0], "span_end": p.span[1]}


def _topics(encounter: Encounter) -> Iterable[Row]:
    for position, t in enumerate(encounter.topics):
        row = {"encounter_id": encounter.id, "position": position, "topic": t.topic, "text": t.text}
        yield {**row, "span_start": t.span[0], "span_end": t.span[1]}


def _statement_rows(record: PageRecord) -> Mapping[Table, list[Row]]:
    published = record.article.published
    fallback = published.date if published else None
    encounters = {e.id: e for e in record.encounters}
    actors = {a.id: a for a in record.actors}
    found: dict[Table, list[Row]] = {
        tables.statements: [], tables.statement_actors: [], tables.statement_states: [], tables.statement_topics: [],
    }  # fmt: skip
    for position, statement in enumerate(record.statements):
        made_in = encounters.get(statement.encounter or "")
        date = (made_in.date if made_in else None) or fallback
        found[tables.statements].append({**_statement(statement, date), "position": position})
        key = {"statement_id": statement.id}
        found[tables.statement_actors] += [{**key, **row} for row in _statement_actors(statement)]
        found[tables.statement_states] += [{**key, **row} for row in _statement_states(statement, actors)]
        topics = sorted(_statement_topics(statement, made_in, record.encounters))
        found[tables.statement_topics] += [{**key, "topic": topic} for topic in topics]
    return found


def _statement(statement: Statement, date: str | None) -> Row:
    return {
        "id": statement.id,
        "encounter_id": statement.encounter,
        "mode": statement.mode,
        "act": statement.act,
        **_days(date),
        "confidence": statement.confidence,
        "rule": statement.rule,
        "record": to_json(statement),
    }


def _statement_actors(statement: Statement) -> list[Row]:
    sides = {(a, "speaker") for a in statement.speakers} | {(a, "addressee") for a in statement.addressees}
    return [{"actor_id": actor, "side": side} for actor, side in sorted(sides)]


def _statement_states(statement: Statement, actors: Mapping[str, Actor]) -> list[Row]:
    sides = {(s, "speaker") for s in statement.for_} | {(s, "target") for s in statement.targets}
    for addressee in statement.addressees:
        actor = actors.get(addressee)
        if actor and actor.for_:
            sides.add((actor.for_, "addressee"))
    return [{"state": state, "side": side} for state, side in sorted(sides)]


def _statement_topics(statement: Statement, made_in: Encounter | None, on_page: Iterable[Encounter]) -> set[str]:
    """The topics that stand in what was said; where none does, those of the contact in which it was said."""
    said = {t.topic for e in on_page for t in e.topics if any(_overlap(t, span) for span in statement.content)}
    return said or ({t.topic for t in made_in.topics} if made_in else set())


def _overlap(topic: Topic, span: Span) -> bool:
    return topic.span[0] < span[1] and span[0] < topic.span[1]


def _event(event: Event, position: int) -> Row:
    row = {"id": event.id, "position": position, "codebook": event.codebook, "type": event.type, "mode": event.mode}
    return {**row, "reality": event.reality, "of": event.of, **_days(event.date), "record": to_json(event)}


def _event_states(event: Event) -> Iterable[Row]:
    sides = {(s, "actor") for s in event.actors} | {(s, "recipient") for s in event.recipients}
    for state, side in sorted(sides):
        yield {"event_id": event.id, "state": state, "side": side}


def _days(date: str | None) -> Row:
    span = days(date)
    return {"first_day": span[0].isoformat() if span else None, "last_day": span[1].isoformat() if span else None}
