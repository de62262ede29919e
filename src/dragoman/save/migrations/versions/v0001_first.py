"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """All tables and indexes."""
    _pages()
    _texts()
    _actors()
    _encounters()
    _encounter_parts()
    _statements()
    _statement_sides()
    _events()
    _engagements()
    _engagement_parts()
    _fulltext()


def downgrade() -> None:
    """Never: what was read would be lost."""
    raise NotImplementedError("stores are only ever upgraded")


def _text(name: str, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=True)


def _number(name: str, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=null)


def _of(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["page_id", column], [f"{table}.page_id", f"{table}.id"], ondelete="CASCADE")


def _pages() -> None:
    op.create_table(
        "pages",
        _id("id"),
        _text("text"),
        _text("language", null=True),
        _text("title", null=True),
        _text("published", null=True),
        _text("outlet", null=True),
        _text("agency", null=True),
        _text("media_type"),
        _number("chars"),
        _text("record"),
        _text("reader"),
        _text("added_at"),
    )
    op.create_index("pages_language", "pages", ["language"])
    op.create_table(
        "captures",
        _id("id"),
        _key("page_id"),
        _text("uri"),
        _text("url", null=True),
        _text("outlet", null=True),
        _text("published", null=True),
        _text("added_at"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], ondelete="CASCADE"),
    )
    op.create_index("captures_page", "captures", ["page_id"])


def _texts() -> None:
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        _key("page_id"),
        _text("statement_id", null=True),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("texts_page", "texts", ["page_id", "statement_id"])


def _actors() -> None:
    op.create_table(
        "actors",
        _id("page_id"),
        _id("id"),
        _text("kind"),
        _text("name"),
        _text("label"),
        _text("folded"),
        _text("state", null=True),
        _text("office", null=True),
        _text("role", null=True),
        _text("qualifier", null=True),
        _text("wikidata", null=True),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], ondelete="CASCADE"),
    )
    op.create_index("actors_state", "actors", ["state"])


def _encounters() -> None:
    op.create_table(
        "encounters",
        _id("page_id"),
        _id("id"),
        _text("kind"),
        _text("status"),
        _text("salience"),
        _text("date", null=True),
        _text("place", null=True),
        _text("country", null=True),
        _text("occasion", null=True),
        _number("duration_minutes", null=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        _text("rule"),
        _text("block"),
        _text("report"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], ondelete="CASCADE"),
    )
    op.create_index("encounters_block", "encounters", ["block"])


def _encounter_parts() -> None:
    op.create_table(
        "participants",
        _id("page_id"),
        _id("encounter_id"),
        sa.Column("position", sa.Integer(), primary_key=True),
        _text("actor_id", null=True),
        _text("state", null=True),
        _text("role", null=True),
        _number("span_start"),
        _number("span_end"),
        _of("encounters", "encounter_id"),
    )
    op.create_table(
        "topics",
        _id("page_id"),
        _id("encounter_id"),
        sa.Column("position", sa.Integer(), primary_key=True),
        _text("topic"),
        _text("text"),
        _number("span_start"),
        _number("span_end"),
        _of("encounters", "encounter_id"),
    )
    op.create_index("topics_topic", "topics", ["topic"])


def _statements() -> None:
    op.create_table(
        "statements",
        _id("page_id"),
        _id("id"),
        _number("position"),
        _text("encounter_id", null=True),
        _text("mode"),
        _text("act"),
        _text("first_day", null=True),
        _text("last_day", null=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        _text("rule"),
        _text("record"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], ondelete="CASCADE"),
    )
    op.create_index("statements_day", "statements", ["first_day"])
    op.create_index("statements_encounter", "statements", ["page_id", "encounter_id"])


def _statement_sides() -> None:
    op.create_table(
        "statement_actors",
        _id("page_id"),
        _id("statement_id"),
        _id("actor_id"),
        _id("side"),
        _of("statements", "statement_id"),
    )
    op.create_table(
        "statement_states",
        _id("page_id"),
        _id("statement_id"),
        _id("state"),
        _id("side"),
        _of("statements", "statement_id"),
    )
    op.create_index("statement_states_state", "statement_states", ["state", "side"])
    op.create_table(
        "statement_topics",
        _id("page_id"),
        _id("statement_id"),
        _id("topic"),
        _of("statements", "statement_id"),
    )
    op.create_index("statement_topics_topic", "statement_topics", ["topic"])


def _events() -> None:
    op.create_table(
        "events",
        _id("page_id"),
        _id("id"),
        _number("position"),
        _text("codebook"),
        _text("type"),
        _text("mode", null=True),
        _text("reality"),
        _text("of", null=True),
        _text("first_day", null=True),
        _text("last_day", null=True),
        _text("record"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], ondelete="CASCADE"),
    )
    op.create_index("events_day", "events", ["first_day"])
    op.create_index("events_type", "events", ["type"])
    op.create_table(
        "event_states",
        _id("page_id"),
        _id("event_id"),
        _id("state"),
        _id("side"),
        _of("events", "event_id"),
    )
    op.create_index("event_states_state", "event_states", ["state", "side"])


def _engagements() -> None:
    op.create_table(
        "engagements",
        _id("id"),
        _text("block"),
        _text("kind"),
        _text("status"),
        _text("first_day", null=True),
        _text("last_day", null=True),
        _text("facts"),
    )
    op.create_index("engagements_block", "engagements", ["block"])
    op.create_index("engagements_day", "engagements", ["first_day"])
    op.create_table(
        "engagement_parties",
        _id("engagement_id"),
        _id("state"),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagements.id"], ondelete="CASCADE"),
    )
    op.create_index("engagement_parties_state", "engagement_parties", ["state"])


def _engagement_parts() -> None:
    op.create_table(
        "engagement_members",
        _id("page_id"),
        _id("encounter_id"),
        _key("engagement_id"),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagements.id"], ondelete="CASCADE"),
        _of("encounters", "encounter_id"),
    )
    op.create_index("engagement_members_engagement", "engagement_members", ["engagement_id"])
    op.create_table(
        "links",
        _id("a"),
        _id("b"),
        _id("by"),
        sa.Column("score", sa.Float(), nullable=False),
        _text("why"),
        _key("engagement_id"),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagements.id"], ondelete="CASCADE"),
    )
    op.create_index("links_engagement", "links", ["engagement_id"])
    op.create_table(
        "engagement_ids",
        _id("id"),
        _text("page_id"),
        _text("encounter_id"),
    )


def _fulltext() -> None:
    """The index of `save.fulltext`, for each database its own; rows are those of `texts`."""
    if op.get_bind().dialect.name == "sqlite":
        tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
        op.execute(f"CREATE VIRTUAL TABLE fulltext USING fts5 (words, content='', tokenize=\"{tokenize}\")")
