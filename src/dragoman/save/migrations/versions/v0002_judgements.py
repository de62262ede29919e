"""Links that stand by themselves, a person's word on pairs of reports, and the keys by which reports meet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Nothing read is lost: engagements are a view and are made anew when the store is opened (`save.rebuild`)."""
    op.drop_table("links")
    _links()
    _keys()
    _judgements()
    op.create_table("versions", sa.Column("part", sa.String(), primary_key=True), _text("version"))


def downgrade() -> None:
    """Never: a person's word would be lost."""
    raise NotImplementedError("stores are only ever upgraded")


def _text(name: str, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=True)


def _links() -> None:
    op.create_table(
        "links",
        _id("a"),
        _id("b"),
        _id("by"),
        _text("judgement"),
        sa.Column("score", sa.Float(), nullable=False),
        _text("why"),
    )
    op.create_index("links_b", "links", ["b"])
    op.create_index("links_judgement", "links", ["judgement"])


def _keys() -> None:
    op.create_table(
        "encounter_keys",
        _id("page_id"),
        _id("encounter_id"),
        _id("key"),
        sa.ForeignKeyConstraint(
            ["page_id", "encounter_id"], ["encounters.page_id", "encounters.id"], ondelete="CASCADE"
        ),
    )
    op.create_index("encounter_keys_key", "encounter_keys", ["key"])


def _judgements() -> None:
    """Neither side refers to a table: a person's word outlives the reading that it was about."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        _text("said"),
        _text("a"),
        _text("b"),
        _text("judgement"),
        _text("by"),
        _text("at"),
        _text("report_a"),
        _text("report_b"),
        _text("undone_at", null=True),
        _text("undone_why", null=True),
        sqlite_autoincrement=True,
    )
    op.create_index("judgements_a", "judgements", ["a"])
    op.create_index("judgements_b", "judgements", ["b"])
    op.create_index("judgements_said", "judgements", ["said"])
