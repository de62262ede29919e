"""The store: idempotent, whole or not at all, exact, and clear about what it cannot open."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import made
import msgspec
import pytest
from sqlalchemy import inspect, text

from dragoman.errors import StoreError
from dragoman.save import StoreUrlError, add_pages, default_url, known_pages, open_store
from dragoman.save.load import record_of, text_of
from dragoman.save.migrate import HEAD
from dragoman.save.tables import metadata


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(sql).fetchall()


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is saved, without times and numbers given by the order of saving."""
    found = {}
    for table in metadata.sorted_tables:
        columns = [c.name for c in table.columns if c.name != "added_at" and (table.name, c.name) != ("texts", "id")]
        if table.name != "engagement_ids":
            wanted = ", ".join(f'"{c}"' for c in columns)
            found[table.name] = sorted(rows(path, f'SELECT {wanted} FROM "{table.name}"'), key=repr)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "d.db"


def test_a_record_comes_back_exactly(path: Path) -> None:
    with open_store(str(path)) as store:
        add_pages(store, made.usual())
        with store.reading() as connection:
            for page, record in made.usual()[:4]:
                assert record_of(connection, page.id) == record
                assert text_of(connection, page.id) == page.text
            with pytest.raises(StoreError, match="no page nothing"):
                record_of(connection, "nothing")


def test_one_row_a_page_and_a_capture_for_every_place(path: Path) -> None:
    with open_store(str(path)) as store:
        saved = add_pages(store, made.usual())
    assert (saved.pages, saved.captures, saved.known, saved.refused) == (4, 1, 0, [])
    assert rows(path, "SELECT count(*) FROM pages") == [(4,)]
    found = rows(
        path, f"SELECT uri, outlet, published FROM captures WHERE page_id = '{made.page(made.ENGLISH).id}' ORDER BY uri"
    )
    assert found == [("made/gazette.txt", "Harbour Gazette", None), ("made/reprint.txt", "The Reprint", "2031-03-07")]


def test_adding_again_changes_nothing(path: Path) -> None:
    with open_store(str(path)) as store:
        add_pages(store, made.usual())
        before = content(path)
        saved = add_pages(store, made.usual())
        assert (saved.pages, saved.captures, saved.known) == (0, 0, 5)
        assert content(path) == before
        add_pages(store, [(page, None) for page, _ in made.usual()])
        assert content(path) == before
        add_pages(store, made.usual(), again=True)
        after = content(path)
    assert {k: len(v) for k, v in after.items()} == {k: len(v) for k, v in before.items()}
    for table in ("engagements", "engagement_members", "links", "captures", "statements"):
        assert after[table] == before[table]


@pytest.mark.parametrize("turn", range(5))
def test_order_and_batches_change_nothing(tmp_path: Path, turn: int) -> None:
    usual = made.usual()
    turned = usual[turn:] + usual[:turn]
    with open_store(str(tmp_path / "a.db")) as a, open_store(str(tmp_path / "b.db")) as b:
        add_pages(a, usual)
        for one in reversed(turned):
            add_pages(b, [one])
        if turn in (0, 1, 2):  # the page's own row is that of the copy that came first
            add_pages(b, usual[:1], again=True)
    left, right = content(tmp_path / "a.db"), content(tmp_path / "b.db")
    for table in (
        "engagements",
        "engagement_parties",
        "engagement_members",
        "links",
        "captures",
        "statements",
        "events",
    ):
        assert left[table] == right[table]


def test_reading_again_replaces_what_was_read(path: Path) -> None:
    page, record = made.read(made.ENGLISH, made.GAZETTE)
    poorer = msgspec.structs.replace(record, statements=(), events=(), encounters=())
    with open_store(str(path)) as store:
        add_pages(store, [(page, record)])
        add_pages(store, [(page, poorer)], again=True)
        with store.reading() as connection:
            assert record_of(connection, page.id) == poorer
    for table in ("encounters", "statements", "events", "engagements", "engagement_members", "statement_states"):
        assert rows(path, f"SELECT count(*) FROM {table}") == [(0,)]
    assert rows(path, "SELECT count(*) FROM captures") == [(1,)]


def test_a_record_that_contradicts_itself_costs_only_itself(path: Path) -> None:
    page, record = made.read(made.ENGLISH, made.GAZETTE)
    twice = msgspec.structs.replace(record, encounters=record.encounters * 2)
    with open_store(str(path)) as store:
        saved = add_pages(store, [(page, twice), made.read(made.VISIT)])
        assert [uri for uri, _ in saved.refused] == [made.GAZETTE]
        assert saved.pages == 1
        assert known_pages(store, {page.id}) == set()
        assert add_pages(store, [(page, record)]).pages == 1


def test_nothing_of_a_failed_batch_is_saved(path: Path) -> None:
    with open_store(str(path)) as store:

        def fails() -> None:
            with store.writing() as connection:
                connection.execute(text("INSERT INTO engagement_ids VALUES ('a', 'b', 'c')"))
                raise RuntimeError

        with pytest.raises(RuntimeError):
            fails()
        assert rows(path, "SELECT count(*) FROM engagement_ids") == [(0,)]


def test_what_no_database_can_hold_keeps_its_place(path: Path) -> None:
    page, record = made.read(made.HOSTILE, "made/\ud800.txt")
    with open_store(str(path)) as store:
        add_pages(store, [(page, record)])
        with store.reading() as connection:
            stored = text_of(connection, page.id)
            assert len(stored) == len(page.text)
            assert [i for i, c in enumerate(stored) if c != page.text[i]] == [page.text.index(c) for c in "\x00\ud800"]
            assert record_of(connection, page.id) == record


def test_pragmas(path: Path) -> None:
    with open_store(str(path)) as store, store.reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert int(connection.execute(text("PRAGMA busy_timeout")).scalar() or 0) >= 10_000


def test_migrations_make_the_tables(path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(_object: object, name: str | None, kind: str, _reflected: bool, _to: object) -> bool:
        return kind != "table" or not str(name).startswith("fulltext")

    with open_store(str(path)) as store, store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert context.get_current_revision() == HEAD
        assert compare_metadata(context, metadata) == []
        found = inspect(connection)
        for table in metadata.sorted_tables:
            key = found.get_pk_constraint(table.name)["constrained_columns"]
            assert sorted(key) == sorted(c.name for c in table.primary_key), table.name
            assert sorted(tuple(k["constrained_columns"]) for k in found.get_foreign_keys(table.name)) == sorted(
                tuple(c.column_keys) for c in table.foreign_key_constraints
            )


def test_head_is_the_newest_migration() -> None:
    from alembic.script import ScriptDirectory

    from dragoman.save.migrate import _FOLDER

    assert ScriptDirectory(str(_FOLDER)).get_heads() == [HEAD]


def test_stores_that_cannot_be_opened(tmp_path: Path) -> None:
    noise = tmp_path / "noise.db"
    noise.write_bytes(b"this is no database at all" * 100)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    newer = tmp_path / "newer.db"
    open_store(str(newer)).close()
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    cases = {
        str(noise): "not a dragoman store",
        str(other): "not one of dragoman's",
        str(newer): "newer dragoman",
        str(tmp_path): "is a directory",
        str(tmp_path / "no" / "d.db"): "no such directory",
    }
    for url, message in cases.items():
        with pytest.raises(StoreError, match=message):
            open_store(url)
    assert noise.read_bytes().startswith(b"this is no")
    assert rows(other, "SELECT name FROM sqlite_master") == [("mine",)]
    with pytest.raises(StoreError, match=r"no store here; `dragoman add"):
        open_store(str(tmp_path / "none.db"), create=False)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://me:secret@host/db", "mysql://host/db: unknown kind of store"),
        ("postgresql://me:secret@host/db", "PostgreSQL stores are not supported yet"),
        ("postgresql+psycopg://me:secret@host/db", "PostgreSQL"),
        ("sqlite://d.db", "three slashes"),
    ],
)
def test_addresses_that_are_wrong(url: str, message: str) -> None:
    with pytest.raises(StoreUrlError) as raised:
        open_store(url)
    assert message in str(raised.value)
    assert "secret" not in str(raised.value)


def test_where_the_store_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DRAGOMAN_STORE", raising=False)
    assert default_url() == "sqlite:///dragoman.db"
    monkeypatch.setenv("DRAGOMAN_STORE", "sqlite:///env.db")
    assert default_url() == "sqlite:///env.db"
    assert default_url("sqlite:///given.db") == "sqlite:///given.db"
    for url in (f"sqlite:///{tmp_path}/a b.db", str(tmp_path / "ü?%20.db")):
        open_store(url).close()
    assert {p.name for p in tmp_path.glob("*.db")} == {"a b.db", "ü?%20.db"}
    with open_store("sqlite://") as store:
        assert add_pages(store, made.usual()).pages == 4
        assert known_pages(store, {made.page(made.VISIT).id})


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    with open_store(str(path), create=False) as store:
        assert known_pages(store, {"x"}) == set()


def test_damage_is_told_not_thrown(path: Path) -> None:
    with open_store(str(path)) as store:
        add_pages(store, made.usual())
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(bytes(data))

    def adds() -> None:
        with open_store(str(path)) as store:
            add_pages(store, made.usual())

    with pytest.raises(StoreError, match=r"d\.db"):
        adds()
