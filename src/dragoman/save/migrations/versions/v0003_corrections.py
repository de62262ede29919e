"""What persons corrected, beside what was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """A correction refers to no table: it outlives the reading that it was about."""
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
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
        sqlite_autoincrement=True,
    )
    op.create_index("corrections_page", "corrections", ["page_id"])
    op.create_index("corrections_target", "corrections", ["target"])


def downgrade() -> None:
    """Never: a person's word would be lost."""
    raise NotImplementedError("stores are only ever upgraded")


def _text(name: str, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)
