"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """All tables and indexes."""
    _pages()
    _actors()
    _encounters()
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


def _number(name: str, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=null)


def _of(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["page_id", column], [f"{table}.page_id", f"{table}.id"], ondelete="CASCADE")


def _pages() -> None:
    op.create_table(
        "pages",
        _key("id"),
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
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("pages_language", "pages", ["language"])
    op.create_table(
        "captures",
        _key("id"),
        _key("page_id"),
        _text("uri"),
        _text("url", null=True),
        _text("outlet", null=True),
        _text("published", null=True),
        _text("added_at"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("captures_page", "captures", ["page_id"])
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        _key("page_id"),
        _text("statement_id", null=True),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("texts_page", "texts", ["page_id", "statement_id"])


def _actors() -> None:
    op.create_table(
        "actors",
        _key("page_id"),
        _key("id"),
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
        sa.PrimaryKeyConstraint("page_id", "id"),
    )
    op.create_index("actors_state", "actors", ["state"])


def _encounters() -> None:
    op.create_table(
        "encounters",
        _key("page_id"),
        _key("id"),
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
        sa.PrimaryKeyConstraint("page_id", "id"),
    )
    op.create_index("encounters_block", "encounters", ["block"])
    op.create_table(
        "participants",
        _key("page_id"),
        _key("encounter_id"),
        _number("position"),
        _text("actor_id", null=True),
        _text("state", null=True),
        _text("role", null=True),
        _number("span_start"),
        _number("span_end"),
        _of("encounters", "encounter_id"),
        sa.PrimaryKeyConstraint("page_id", "encounter_id", "position"),
    )
    op.create_table(
        "topics",
        _key("page_id"),
        _key("encounter_id"),
        _number("position"),
        _text("topic"),
        _text("text"),
        _number("span_start"),
        _number("span_end"),
        _of("encounters", "encounter_id"),
        sa.PrimaryKeyConstraint("page_id", "encounter_id", "position"),
    )
    op.create_index("topics_topic", "topics", ["topic"])


def _statements() -> None:
    op.create_table(
        "statements",
        _key("page_id"),
        _key("id"),
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
        sa.PrimaryKeyConstraint("page_id", "id"),
    )
    op.create_index("statements_day", "statements", ["first_day"])
    op.create_index("statements_encounter", "statements", ["page_id", "encounter_id"])


def _statement_sides() -> None:
    op.create_table(
        "statement_actors",
        _key("page_id"),
        _key("statement_id"),
        _key("actor_id"),
        _key("side"),
        _of("statements", "statement_id"),
        sa.PrimaryKeyConstraint("page_id", "statement_id", "actor_id", "side"),
    )
    op.create_table(
        "statement_states",
        _key("page_id"),
        _key("statement_id"),
        _key("state"),
        _key("side"),
        _of("statements", "statement_id"),
        sa.PrimaryKeyConstraint("page_id", "statement_id", "state", "side"),
    )
    op.create_index("statement_states_state", "statement_states", ["state", "side"])
    op.create_table(
        "statement_topics",
        _key("page_id"),
        _key("statement_id"),
        _key("topic"),
        _of("statements", "statement_id"),
        sa.PrimaryKeyConstraint("page_id", "statement_id", "topic"),
    )
    op.create_index("statement_topics_topic", "statement_topics", ["topic"])


def _events() -> None:
    op.create_table(
        "events",
        _key("page_id"),
        _key("id"),
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
        sa.PrimaryKeyConstraint("page_id", "id"),
    )
    op.create_index("events_day", "events", ["first_day"])
    op.create_index("events_type", "events", ["type"])
    op.create_table(
        "event_states",
        _key("page_id"),
        _key("event_id"),
        _key("state"),
        _key("side"),
        _of("events", "event_id"),
        sa.PrimaryKeyConstraint("page_id", "event_id", "state", "side"),
    )
    op.create_index("event_states_state", "event_states", ["state", "side"])


def _engagements() -> None:
    op.create_table(
        "engagements",
        _key("id"),
        _text("block"),
        _text("kind"),
        _text("status"),
        _text("first_day", null=True),
        _text("last_day", null=True),
        _text("facts"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("engagements_block", "engagements", ["block"])
    op.create_index("engagements_day", "engagements", ["first_day"])
    op.create_table(
        "engagement_parties",
        _key("engagement_id"),
        _key("state"),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagements.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("engagement_id", "state"),
    )
    op.create_index("engagement_parties_state", "engagement_parties", ["state"])


def _engagement_parts() -> None:
    op.create_table(
        "engagement_members",
        _key("page_id"),
        _key("encounter_id"),
        _key("engagement_id"),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagements.id"], ondelete="CASCADE"),
        _of("encounters", "encounter_id"),
        sa.PrimaryKeyConstraint("page_id", "encounter_id"),
    )
    op.create_index("engagement_members_engagement", "engagement_members", ["engagement_id"])
    op.create_table(
        "links",
        _key("a"),
        _key("b"),
        _key("by"),
        sa.Column("score", sa.Float(), nullable=False),
        _text("why"),
        _key("engagement_id"),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagements.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("a", "b", "by"),
    )
    op.create_index("links_engagement", "links", ["engagement_id"])
    op.create_table(
        "engagement_ids", _key("id"), _text("page_id"), _text("encounter_id"), sa.PrimaryKeyConstraint("id")
    )


def _fulltext() -> None:
    """The index of `save.fulltext`, for each database its own; rows are those of `texts`."""
    if op.get_bind().dialect.name == "sqlite":
        tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
        op.execute(f"CREATE VIRTUAL TABLE fulltext USING fts5 (words, content='', tokenize=\"{tokenize}\")")
