"""SQLite: how connections are set up. Write-ahead log, foreign keys, patience with other writers."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

PATIENCE_SECONDS = 60
"""How long one adder waits for another; a batch is written in well under a second."""


def sqlite_engine(path: Path | None) -> Engine:
    """An engine on the file, or in memory for None. Transactions are begun here, as sqlite3's own are too late for
    reading and too weak for writing."""
    url = URL.create("sqlite", database=str(path) if path else None)
    pool = QueuePool if path else StaticPool
    engine = create_engine(url, poolclass=pool, connect_args={"timeout": PATIENCE_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_SECONDS * 1000}")
    _write_ahead(cursor)
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """Turning the log on does not wait for others like everything else does, so we wait here."""
    for _ in range(100):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as e:
            if "locked" not in str(e):
                raise
            time.sleep(0.05)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
