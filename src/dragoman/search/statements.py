"""Statements by filters: who said what, to whom, of whom, with the characters that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row

from dragoman.model import Act, Framing, Mode, Record, Stance, Statement
from dragoman.save import Store
from dragoman.save.text import from_json
from dragoman.search.cite import Evidence, Sources, in_chunks
from dragoman.search.filters import PAGE_LANGUAGE, Filter, Source, choose, first_day, last_day, like
from dragoman.search.query import Found, Query

_SIDE = "SELECT page_id, statement_id FROM statement_states WHERE state = {value} AND side {side}"
_STATE = f"(x.page_id, x.id) IN ({_SIDE})"
_ENCOUNTER = "(x.page_id, x.encounter_id) IN (SELECT {columns} WHERE {condition})"

FILTERS = (
    Filter("state", _STATE.format(value=":state", side="= 'speaker'"), "by a speaker for {value}", str.upper),
    Filter(
        "with_",
        _STATE.format(value=":with_", side="IN ('addressee', 'target')") + " OR "
        + _ENCOUNTER.format(columns="page_id, encounter_id FROM participants", condition="state = :with_"),
        "to, of or in a contact with {value}",
        str.upper,
    ),
    Filter(
        "person",
        "(x.page_id, x.id) IN (SELECT s.page_id, s.statement_id FROM statement_actors s"
        " JOIN actors a ON a.page_id = s.page_id AND a.id = s.actor_id"
        " WHERE s.side = 'speaker' AND a.folded LIKE :person ESCAPE '\\')",
        "by a speaker named like {value}",
        like,
    ),
    Filter(
        "kind",
        _ENCOUNTER.format(columns="page_id, id FROM encounters", condition="kind = :kind"),
        "made in a contact of kind {value}",
        str.lower,
    ),
    Filter(
        "status",
        _ENCOUNTER.format(columns="page_id, id FROM encounters", condition="status = :status"),
        "made in a contact with status {value}",
        str.lower,
    ),
    Filter("act", "x.act = :act", "with act {value}", str.lower),
    Filter(
        "topic",
        "(x.page_id, x.id) IN (SELECT page_id, statement_id FROM statement_topics WHERE topic = :topic)",
        "on topic {value}",
        str.lower,
    ),
    Filter("target", _STATE.format(value=":target", side="= 'target'"), "aimed at {value}", str.upper),
    Filter("since", "x.last_day >= :since", "on or after {value}", first_day),
    Filter("until", "x.first_day <= :until", "on or before {value}", last_day),
    Filter(
        "text",
        "(x.page_id, x.id) IN (SELECT t.page_id, t.statement_id FROM texts t WHERE {match})",
        "in which {value} is said",
    ),
    PAGE_LANGUAGE,
)  # fmt: skip

SOURCE = Source(
    noun="statements",
    rows="statements x",
    columns="x.page_id, x.id, x.record, x.first_day, x.last_day",
    filters=FILTERS,
    order="x.first_day IS NULL, x.first_day DESC, x.page_id, x.position",
)


class StatementView(Record):
    """A statement with names for actors and text for spans.

    `id` is `page id/statement id`. `date` is that of the contact in which it was made, else of the page. `topics`
    are those that stand in what was said, else those of the contact.
    """

    id: str
    page: str
    outlet: str | None
    language: str | None
    date: str | None
    speakers: tuple[str, ...]
    for_: tuple[str, ...]
    act: Act
    mode: Mode
    text: str
    targets: tuple[str, ...]
    addressees: tuple[str, ...]
    topics: tuple[str, ...]
    stance: tuple[Stance, ...]
    framing: tuple[Framing, ...]
    engagement: str | None
    encounter: str | None
    source: Evidence | None
    evidence: tuple[Evidence, ...]
    confidence: float
    rule: str


def statements(store: Store, query: Query) -> Found[StatementView]:
    """Statements that satisfy the query, the latest first, in a page's order; those without a date last."""
    with store.reading() as connection:
        chosen = choose(store, connection, SOURCE, query)
        return Found(tuple(views(connection, chosen.rows)), chosen.total, chosen.why)


def of_engagement(connection: Connection, engagement: str) -> list[StatementView]:
    """The statements made in the engagement, page by page."""
    sql = (
        f"SELECT {SOURCE.columns} FROM statements x JOIN engagement_members m"
        " ON m.page_id = x.page_id AND m.encounter_id = x.encounter_id WHERE m.engagement_id IN :ids"
        " ORDER BY x.page_id, x.position"
    )
    return views(connection, list(in_chunks(connection, sql, [engagement])))


class _Context:
    """What statements of some pages need besides their own rows."""

    def __init__(self, connection: Connection, pages: Sequence[str]) -> None:
        self.sources = Sources(connection, pages)
        self.names: dict[tuple[str, str], str] = {}
        self.topics: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.engagements: dict[tuple[str, str], str] = {}
        for row in in_chunks(connection, "SELECT page_id, id, label FROM actors WHERE page_id IN :ids", pages):
            self.names[row.page_id, row.id] = row.label
        sql = "SELECT page_id, statement_id, topic FROM statement_topics WHERE page_id IN :ids ORDER BY topic"
        for row in in_chunks(connection, sql, pages):
            self.topics[row.page_id, row.statement_id].append(row.topic)
        sql = "SELECT page_id, encounter_id, engagement_id FROM engagement_members WHERE page_id IN :ids"
        for row in in_chunks(connection, sql, pages):
            self.engagements[row.page_id, row.encounter_id] = row.engagement_id


def views(connection: Connection, rows: Sequence[Row[Any]]) -> list[StatementView]:
    """Rows of `SOURCE.columns` as a person gets them, in their order."""
    context = _Context(connection, sorted({row.page_id for row in rows}))
    return [_view(row, from_json(row.record, Statement), context) for row in rows]


def _view(row: Row[Any], statement: Statement, context: _Context) -> StatementView:
    page, sources = row.page_id, context.sources
    evidence = sources.evidence(page, statement.content)
    return StatementView(
        id=f"{page}/{statement.id}",
        page=sources.uri(page),
        outlet=sources.outlet(page),
        language=sources.row(page).language,
        date=edtf(row.first_day, row.last_day),
        speakers=tuple(context.names.get((page, a), a) for a in statement.speakers),
        for_=statement.for_,
        act=statement.act,
        mode=statement.mode,
        text=" … ".join(e.text for e in evidence),
        targets=statement.targets,
        addressees=tuple(context.names.get((page, a), a) for a in statement.addressees),
        topics=tuple(context.topics[page, statement.id]),
        stance=statement.stance,
        framing=statement.framing,
        engagement=context.engagements.get((page, statement.encounter or "")),
        encounter=statement.encounter,
        source=sources.evidence(page, [statement.source])[0] if statement.source else None,
        evidence=evidence,
        confidence=statement.confidence,
        rule=statement.rule,
    )


def edtf(first: str | None, last: str | None) -> str | None:
    """Two days as one date: a day, or an interval."""
    return first if first == last or last is None else f"{first}/{last}"
