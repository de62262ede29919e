"""Brings a store's tables up to date, with Alembic, from the migrations in the wheel."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from dragoman.errors import StoreError

HEAD = "0003"
"""The newest migration (a test proves it). A store that has it opens without loading Alembic, which is slow."""

_FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine, name: str) -> None:
    """Runs what is missing, all or nothing, one process at a time. StoreError if the store is not ours or newer."""
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        found = _version(connection)
        if found == HEAD:
            return
        if found is None and inspect(connection).get_table_names():
            raise StoreError(f"{name}: a database, but not one of dragoman's; nothing was changed")
        if found is not None and found not in _versions():
            raise StoreError(f"{name}: made by a newer dragoman (tables {found}, known {HEAD}); upgrade dragoman")
        _upgrade(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _versions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory(str(_FOLDER)).walk_revisions()}


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
