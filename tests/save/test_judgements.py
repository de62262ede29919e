"""A person's word: it wins, it stays, it can be taken back, and what makes no sense is told and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator

import made
import msgspec
import pytest
from sqlalchemy import text

from dragoman import search
from dragoman.errors import StoreError
from dragoman.save import Store, add_pages, open_store
from dragoman.save.judgements import judge, undo, words_on
from dragoman.search import Query

GAZETTE, WIND, BAD, VISIT = "made/gazette.txt", "made/umikaze.txt", "made/bad.txt", "made/visit.txt"


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store("sqlite://") as opened:
        add_pages(opened, made.usual())
        yield opened


def groups(store: Store) -> list[list[str]]:
    found = search.engagements(store, Query(limit=0)).items
    return sorted(sorted({r.page for r in e.reports} - {"made/reprint.txt"}) for e in found)


def words(store: Store) -> list[tuple[str, str | None]]:
    with store.reading() as connection:
        keys = [
            row.k for row in connection.execute(text("SELECT a AS k FROM judgements UNION SELECT b FROM judgements"))
        ]
        return [(row.judgement, row.undone_why) for row in words_on(connection, keys)]


ALL = [[BAD, GAZETTE, WIND], [VISIT]]


def test_two_are_one_and_both_ids_lead_to_it(store: Store) -> None:
    assert groups(store) == ALL
    ids = [e.id for e in search.engagements(store, Query()).items]
    done = judge(store, (ids[0], ids[1][:6]), "same", "ada")
    assert groups(store) == [sorted([BAD, GAZETTE, WIND, VISIT])]
    assert len(done.engagements) == 1
    assert {search.show(store, i).engagement.id for i in ids} == set(done.engagements)
    detail = search.show(store, ids[0])
    assert {link.by for link in detail.links} == {"rule", "ada"}
    assert "ada on" in undo(store)
    assert groups(store) == ALL
    assert {e.id for e in search.engagements(store, Query()).items} == set(ids)


def test_one_report_is_taken_out_and_stays_out(store: Store) -> None:
    call = next(e.id for e in search.engagements(store, Query()).items if e.kind == "phone_call")
    judge(store, (f"{BAD}#e1", call), "apart", "ada")
    assert groups(store) == sorted([[BAD], [GAZETTE, WIND], [VISIT]])
    add_pages(store, made.usual(), again=True)
    add_pages(store, [made.read(made.ENGLISH + "More.\n", "made/more.txt")])
    assert [BAD] in groups(store)


def test_a_word_follows_its_report_when_the_page_is_read_again(store: Store) -> None:
    judge(store, (WIND, GAZETTE), "apart", "ada")
    page, record = made.read(made.JAPANESE, WIND)
    moved = msgspec.structs.replace(record.encounters[0], id="e9")
    statements = tuple(msgspec.structs.replace(s, encounter="e9") for s in record.statements)
    before = search.show(store, _engagement(store, WIND)).engagement.id
    add_pages(store, [(page, msgspec.structs.replace(record, encounters=(moved,), statements=statements))], again=True)
    assert not any({WIND, GAZETTE} <= set(g) for g in groups(store))
    assert search.show(store, before).engagement.id == _engagement(store, WIND)


def test_a_word_waits_while_its_contact_is_not_read(store: Store) -> None:
    judge(store, (WIND, GAZETTE), "apart", "ada")
    page, record = made.read(made.JAPANESE, WIND)
    add_pages(store, [(page, msgspec.structs.replace(record, encounters=(), statements=()))], again=True)
    assert words(store) == [("apart", None)]
    add_pages(store, [(page, record)], again=True)
    assert not any({WIND, GAZETTE} <= set(g) for g in groups(store))


def test_a_later_word_contradicts_an_earlier_one(store: Store) -> None:
    judge(store, (WIND, GAZETTE), "apart", "ada")
    done = judge(store, (GAZETTE, WIND), "same", "ben")
    assert len(done.notes) == 1
    assert "ada" in done.notes[0]
    assert any({WIND, GAZETTE} <= set(g) for g in groups(store))
    assert words(store)[0][1]
    assert "contradicted by ben" in str(words(store)[0][1])
    undo(store)
    assert not any({WIND, GAZETTE} <= set(g) for g in groups(store)), "ada's word counts again"
    assert len(words(store)) == 2, "nothing said is lost"


def test_parting_what_was_joined_by_way_of_others(store: Store) -> None:
    judge(store, (WIND, VISIT), "same", "ada")
    judge(store, (VISIT, BAD), "same", "ada")
    done = judge(store, (VISIT, BAD), "apart", "ben")
    assert done.notes
    assert not any({VISIT, BAD} <= set(g) for g in groups(store))


@pytest.mark.parametrize(
    ("ends", "message"),
    [
        (("ffffffff", GAZETTE), "ffffffff: no such engagement or page"),
        ((GAZETTE, f"{WIND}#e7"), "no encounter e7"),
        ((GAZETTE, ""), "no such engagement"),
        (("nowhere#e1", GAZETTE), "no such engagement or page"),
        ((GAZETTE, GAZETTE), "same report"),
    ],
)
def test_what_cannot_be_said(store: Store, ends: tuple[str, str], message: str) -> None:
    for judgement in ("same", "apart"):
        with pytest.raises(StoreError, match=message):
            judge(store, ends, judgement, "ada")  # type: ignore[arg-type]
    assert groups(store) == ALL
    assert words(store) == []


def test_undo_without_a_word(store: Store) -> None:
    for said in (None, "zzzz", "%", ""):
        with pytest.raises(StoreError, match="no such word"):
            undo(store, said)


def test_ids_cannot_lead_in_a_circle(store: Store) -> None:
    """A former id names a report, never another id; rows that make no sense end in a message."""
    with store.writing() as connection:
        rows = [{"id": "aaaa0000", "page": "aaaa0001", "e": "x"}, {"id": "aaaa0001", "page": "aaaa0000", "e": "x"}]
        connection.execute(text("INSERT INTO engagement_ids VALUES (:id, :page, :e)"), rows)
    for wanted in ("aaaa0000", "aaaa0001"):
        with pytest.raises(StoreError, match="no such engagement"):
            search.show(store, wanted)
        with pytest.raises(StoreError, match="no such engagement"):
            judge(store, (wanted, GAZETTE), "same", "ada")


def _engagement(store: Store, page: str) -> str:
    return next(e.id for e in search.engagements(store, Query()).items if page in {r.page for r in e.reports})
