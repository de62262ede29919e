"""Every table. One row a page in `pages`; every other table hangs on it. What is a list of spans is JSON text.

The migrations make these tables; a test proves that both say the same. The full-text table is the dialect's own
(`fulltext.py`) and stands in the migrations only.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()


def _page(primary_key: bool = True) -> Column[str]:
    page = ForeignKey("pages.id", ondelete="CASCADE")
    return Column("page_id", String, page, primary_key=primary_key, nullable=False)


def _child(name: str) -> Column[str]:
    """A part of the key of a row that hangs on a page's encounter, statement or event."""
    return Column(name, String, primary_key=True)


def _of(table: str, column: str) -> ForeignKeyConstraint:
    """The rows of a page's encounter, statement, ... go with it."""
    return ForeignKeyConstraint(["page_id", column], [f"{table}.page_id", f"{table}.id"], ondelete="CASCADE")


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _texts(*names: str, null: bool = False) -> list[Column[str]]:
    return [_text(name, null=null) for name in names]


pages = Table(
    "pages",
    metadata,
    Column("id", String, primary_key=True, comment="content hash of the text"),
    _text("text"),
    *_texts("language", "title", "published", "outlet", "agency", null=True),
    _text("media_type"),
    Column("chars", Integer, nullable=False),
    *_texts("record", "reader", "added_at"),
    Index("pages_language", "language"),
)

captures = Table(
    "captures",
    metadata,
    Column("id", String, primary_key=True),
    _page(primary_key=False),
    _text("uri"),
    *_texts("url", "outlet", "published", null=True),
    _text("added_at"),
    Index("captures_page", "page_id"),
)

actors = Table(
    "actors",
    metadata,
    _page(),
    Column("id", String, primary_key=True),
    *_texts("kind", "name", "label", "folded"),
    *_texts("state", "office", "role", "qualifier", "wikidata", null=True),
    Index("actors_state", "state"),
)

encounters = Table(
    "encounters",
    metadata,
    _page(),
    Column("id", String, primary_key=True),
    *_texts("kind", "status", "salience"),
    *_texts("date", "place", "country", "occasion", null=True),
    Column("duration_minutes", Integer),
    Column("confidence", Float, nullable=False),
    *_texts("rule", "block", "report"),
    Index("encounters_block", "block"),
)

participants = Table(
    "participants",
    metadata,
    _child("page_id"),
    _child("encounter_id"),
    Column("position", Integer, primary_key=True),
    *_texts("actor_id", "state", "role", null=True),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    _of("encounters", "encounter_id"),
)

topics = Table(
    "topics",
    metadata,
    _child("page_id"),
    _child("encounter_id"),
    Column("position", Integer, primary_key=True),
    *_texts("topic", "text"),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    _of("encounters", "encounter_id"),
    Index("topics_topic", "topic"),
)

statements = Table(
    "statements",
    metadata,
    _page(),
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    _text("encounter_id", null=True),
    *_texts("mode", "act"),
    *_texts("first_day", "last_day", null=True),
    Column("confidence", Float, nullable=False),
    *_texts("rule", "record"),
    Index("statements_encounter", "page_id", "encounter_id"),
    Index("statements_day", "first_day"),
)

statement_actors = Table(
    "statement_actors",
    metadata,
    _child("page_id"),
    _child("statement_id"),
    Column("actor_id", String, primary_key=True),
    Column("side", String, primary_key=True, comment="speaker or addressee"),
    _of("statements", "statement_id"),
)

statement_states = Table(
    "statement_states",
    metadata,
    _child("page_id"),
    _child("statement_id"),
    Column("state", String, primary_key=True),
    Column("side", String, primary_key=True, comment="speaker, addressee or target"),
    _of("statements", "statement_id"),
    Index("statement_states_state", "state", "side"),
)

statement_topics = Table(
    "statement_topics",
    metadata,
    _child("page_id"),
    _child("statement_id"),
    Column("topic", String, primary_key=True),
    _of("statements", "statement_id"),
    Index("statement_topics_topic", "topic"),
)

events = Table(
    "events",
    metadata,
    _page(),
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    *_texts("codebook", "type"),
    _text("mode", null=True),
    _text("reality"),
    *_texts("of", "first_day", "last_day", null=True),
    _text("record"),
    Index("events_type", "type"),
    Index("events_day", "first_day"),
)

event_states = Table(
    "event_states",
    metadata,
    _child("page_id"),
    _child("event_id"),
    Column("state", String, primary_key=True),
    Column("side", String, primary_key=True, comment="actor or recipient"),
    _of("events", "event_id"),
    Index("event_states_state", "state", "side"),
)

engagements = Table(
    "engagements",
    metadata,
    Column("id", String, primary_key=True),
    *_texts("block", "kind", "status"),
    *_texts("first_day", "last_day", null=True),
    _text("facts"),
    Index("engagements_block", "block"),
    Index("engagements_day", "first_day"),
)

engagement_parties = Table(
    "engagement_parties",
    metadata,
    Column("engagement_id", String, ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String, primary_key=True),
    Index("engagement_parties_state", "state"),
)

engagement_members = Table(
    "engagement_members",
    metadata,
    _child("page_id"),
    _child("encounter_id"),
    Column("engagement_id", String, ForeignKey("engagements.id", ondelete="CASCADE"), nullable=False),
    _of("encounters", "encounter_id"),
    Index("engagement_members_engagement", "engagement_id"),
)

encounter_keys = Table(
    "encounter_keys",
    metadata,
    _child("page_id"),
    _child("encounter_id"),
    Column("key", String, primary_key=True, comment="merge.keys: what it can be found by"),
    _of("encounters", "encounter_id"),
    Index("encounter_keys_key", "key"),
)

links = Table(
    "links",
    metadata,
    Column("a", String, primary_key=True, comment="page id/encounter id; the smaller of the two"),
    Column("b", String, primary_key=True),
    Column("by", String, primary_key=True),
    _text("judgement"),
    Column("score", Float, nullable=False),
    _text("why"),
    Index("links_b", "b"),
    Index("links_judgement", "judgement"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    *_texts("said", "a", "b", "judgement", "by", "at", "report_a", "report_b"),
    *_texts("undone_at", "undone_why", null=True),
    Index("judgements_a", "a"),
    Index("judgements_b", "b"),
    Index("judgements_said", "said"),
    sqlite_autoincrement=True,
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _text("part"),
    _text("page_id", null=True),
    _text("target"),
    _text("field"),
    _text("value"),
    _text("read"),
    _text("anchor"),
    _text("by"),
    _text("at"),
    _text("undone_by", null=True),
    _text("undone_at", null=True),
    Index("corrections_page", "page_id"),
    Index("corrections_target", "target"),
    sqlite_autoincrement=True,
)

versions = Table(
    "versions",
    metadata,
    Column("part", String, primary_key=True, comment="merge: by which rules the engagements were made"),
    _text("version"),
)

engagement_ids = Table(
    "engagement_ids",
    metadata,
    Column("id", String, primary_key=True, comment="every id ever given"),
    *_texts("page_id", "encounter_id"),
)

texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True, comment="row of the full-text index; never reused"),
    _page(primary_key=False),
    _text("statement_id", null=True),
    Index("texts_page", "page_id", "statement_id"),
    sqlite_autoincrement=True,
)
