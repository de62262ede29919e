"""Coded events by filters, with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row

from dragoman.model import Event, Reality, Record
from dragoman.save import Store
from dragoman.save.text import from_json
from dragoman.search.cite import Evidence, Sources
from dragoman.search.filters import PAGE_LANGUAGE, Filter, Source, choose, first_day, last_day, like
from dragoman.search.query import Found, Query

_STATE = "(x.page_id, x.id) IN (SELECT page_id, event_id FROM event_states WHERE state = {value}{side})"
_OF = "(x.page_id, x.of) IN (SELECT {columns} WHERE {condition})"
_NAMED = "JOIN actors a ON a.page_id = s.page_id AND a.id = s.actor_id"
_LIKE = "a.folded LIKE :person ESCAPE '\\'"
_SPOKE = f"s.side = 'speaker' AND {_LIKE}"

FILTERS = (
    Filter("state", _STATE.format(value=":state", side=""), "with {value} as actor or recipient", str.upper),
    Filter("with_", _STATE.format(value=":with_", side=""), "with {value} as actor or recipient", str.upper),
    Filter(
        "person",
        _OF.format(columns=f"s.page_id, s.encounter_id FROM participants s {_NAMED}", condition=_LIKE) + " OR "
        + _OF.format(columns=f"s.page_id, s.statement_id FROM statement_actors s {_NAMED}", condition=_SPOKE),
        "in which somebody named like {value} took part or spoke",
        like,
    ),
    Filter("kind", "x.type = :kind", "of type {value}", str.upper),
    Filter(
        "act",
        _OF.format(columns="page_id, id FROM statements", condition="act = :act"),
        "that are statements with act {value}",
        str.lower,
    ),
    Filter(
        "topic",
        _OF.format(columns="page_id, encounter_id FROM topics", condition="topic = :topic") + " OR "
        + _OF.format(columns="page_id, statement_id FROM statement_topics", condition="topic = :topic"),
        "on topic {value}",
        str.lower,
    ),
    Filter("target", _STATE.format(value=":target", side=" AND side = 'recipient'"), "aimed at {value}", str.upper),
    Filter("since", "x.last_day >= :since", "on or after {value}", first_day),
    Filter("until", "x.first_day <= :until", "on or before {value}", last_day),
    Filter(
        "text",
        "x.page_id IN (SELECT t.page_id FROM texts t WHERE {match} AND t.statement_id IS NULL)",
        "on a page with {value}",
    ),
    PAGE_LANGUAGE,
)  # fmt: skip

SOURCE = Source(
    noun="events",
    rows="events x",
    columns="x.page_id, x.id, x.record",
    filters=FILTERS,
    order="x.first_day IS NULL, x.first_day DESC, x.page_id, x.position",
)


class EventView(Record):
    """A coded event with its page and the text of its evidence.

    `id`, `of` and `according_to` are `page id/record id`.
    """

    id: str
    page: str
    outlet: str | None
    language: str | None
    codebook: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    reality: Reality
    according_to: str | None
    of: str | None
    evidence: tuple[Evidence, ...]


def events(store: Store, query: Query) -> Found[EventView]:
    """Events that satisfy the query, the latest first, in a page's order; those without a date last.

    `query.kind` is the type in the codebook (CONSULT, ACCUSE, ...).
    """
    with store.reading() as connection:
        chosen = choose(store, connection, SOURCE, query)
        return Found(tuple(_views(connection, chosen.rows)), chosen.total, chosen.why)


def _views(connection: Connection, rows: Sequence[Row[Any]]) -> list[EventView]:
    sources = Sources(connection, {row.page_id for row in rows})
    return [_view(row.page_id, from_json(row.record, Event), sources) for row in rows]


def _view(page: str, event: Event, sources: Sources) -> EventView:
    return EventView(
        id=f"{page}/{event.id}",
        page=sources.uri(page),
        outlet=sources.outlet(page),
        language=sources.row(page).language,
        codebook=event.codebook,
        type=event.type,
        mode=event.mode,
        actors=event.actors,
        recipients=event.recipients,
        date=event.date,
        reality=event.reality,
        according_to=f"{page}/{event.according_to}" if event.according_to else None,
        of=f"{page}/{event.of}" if event.of else None,
        evidence=sources.evidence(page, event.evidence),
    )
