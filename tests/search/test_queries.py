"""The query API: every filter, what an empty answer says, and that every citation holds."""

from __future__ import annotations

from collections.abc import Iterator

import made
import msgspec
import pytest

from dragoman import search
from dragoman.errors import StoreError
from dragoman.save import Store, add_pages, open_store
from dragoman.search import Query, QueryError
from dragoman.search.cite import Evidence
from dragoman.search.engagements import FILTERS as ENGAGEMENT_FILTERS
from dragoman.search.events import FILTERS as EVENT_FILTERS
from dragoman.search.statements import FILTERS as STATEMENT_FILTERS


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store("sqlite://") as opened:
        add_pages(opened, made.usual())
        yield opened


BOTH, CALL, MET = ["meeting", "phone_call"], ["phone_call"], ["meeting"]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        (Query(), BOTH),
        (Query(state="irn"), BOTH),
        (Query(state="IRN", with_="JPN"), BOTH),
        (Query(state="IRN", with_="FRA"), []),
        (Query(person="mizuno"), BOTH),
        (Query(person="MIZUNO haruko"), []),
        (Query(person="水野"), CALL),
        (Query(person="نوابی"), CALL),
        (Query(person="100%"), []),
        (Query(kind="meeting"), MET),
        (Query(status="held"), BOTH),
        (Query(status="planned"), []),
        (Query(act="thank"), CALL),
        (Query(topic="energy"), MET),
        (Query(target="ISR"), CALL),
        (Query(since="2031-04"), MET),
        (Query(until="2031-03-05"), CALL),
        (Query(until="2031"), BOTH),
        (Query(since="2031-03-06", until="2031-04-10"), []),
        (Query(text="shipping strait"), CALL),
        (Query(text='"Minister to travel"'), MET),
        (Query(text="電話会談"), CALL),
        (Query(language="fa"), CALL),
        (Query(language="EN"), BOTH),
        (Query(state="IRN", person="Navabi", kind="phone_call", act="criticize", topic="transit", target="ISR", text="raids", language="en", since="2031", until="2031"), CALL),
    ],
    ids=str,
)  # fmt: skip
def test_engagements(store: Store, query: Query, kinds: list[str]) -> None:
    assert [e.kind for e in search.engagements(store, query).items] == kinds


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Query(), ["s1", "s2", "s3", "s1"]),
        (Query(state="IRN"), ["s1", "s2"]),
        (Query(state="JPN", language="ja"), ["s1"]),
        (Query(state="IRN", with_="JPN"), ["s1", "s2"]),
        (Query(with_="ISR"), ["s1"]),
        (Query(person="navabi"), ["s1", "s2"]),
        (Query(kind="meeting"), []),
        (Query(kind="phone_call", act="thank", language="en"), ["s3"]),
        (Query(topic="transit"), ["s1", "s2", "s3"]),
        (Query(target="ISR"), ["s1"]),
        (Query(since="2031-03-06"), []),
        (Query(text="door"), ["s2"]),
        (Query(text="strait"), []),
        (Query(text="謝意"), ["s1"]),
        (Query(language="ja"), ["s1"]),
    ],
    ids=str,
)
def test_statements(store: Store, query: Query, ids: list[str]) -> None:
    assert sorted(s.id.partition("/")[2] for s in search.statements(store, query).items) == sorted(ids)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Query(), ["v1", "v2"]),
        (Query(state="JPN"), ["v1"]),
        (Query(state="IRN", with_="ISR"), ["v2"]),
        (Query(kind="consult"), ["v1"]),
        (Query(act="criticize"), ["v2"]),
        (Query(person="mizuno"), ["v1"]),
        (Query(person="navabi"), ["v1", "v2"]),
        (Query(topic="transit"), ["v1", "v2"]),
        (Query(target="JPN"), ["v1"]),
        (Query(text="harbour"), ["v1", "v2"]),
        (Query(language="id"), []),
        (Query(until="2030"), []),
    ],
    ids=str,
)
def test_events(store: Store, query: Query, ids: list[str]) -> None:
    assert [e.id.partition("/")[2] for e in search.events(store, query).items] == ids


def test_every_option_is_a_filter_with_a_sentence() -> None:
    options = set(Query.__struct_fields__) - {"limit"}
    assert {f.option for f in ENGAGEMENT_FILTERS} == options
    assert {f.option for f in STATEMENT_FILTERS} == options
    assert {f.option for f in EVENT_FILTERS} == options - {"status"}
    for row in (*ENGAGEMENT_FILTERS, *STATEMENT_FILTERS, *EVENT_FILTERS):
        assert "{value}" in row.sentence
        assert f":{row.option}" in row.sql or "{match}" in row.sql


def test_the_shape_of_an_engagement(store: Store) -> None:
    found = search.engagements(store, Query(kind="meeting")).items[0]
    assert msgspec.json.decode(msgspec.json.encode(found)) == {
        "id": found.id,
        "kind": "meeting",
        "status": "held",
        "date": "2031-04-11",
        "parties": ["IRN", "JPN"],
        "people": ["Darius Navabi", "Haruko Mizuno"],
        "place": {"name": "Tokyo", "country": "JPN"},
        "occasion": None,
        "topics": ["energy"],
        "reports": [
            {
                "page": "made/visit.txt",
                "outlet": "Harbour Gazette",
                "language": "en",
                "encounter": "e1",
                "salience": "main",
            }
        ],
        "conflicts": [],
    }


def test_a_page_in_two_places_gives_two_reports(store: Store) -> None:
    found = search.engagements(store, Query(kind="phone_call")).items[0]
    assert [(r.page, r.outlet) for r in found.reports] == [
        ("made/bad.txt", "روزنامه باد"),
        ("made/gazette.txt", "Harbour Gazette"),
        ("made/reprint.txt", "The Reprint"),
        ("made/umikaze.txt", "海風新聞"),
    ]


def test_limit_and_total(store: Store) -> None:
    found = search.statements(store, Query(limit=2))
    assert (len(found.items), found.total) == (2, 4)
    found = search.statements(store, Query(limit=0))
    assert (len(found.items), found.total) == (4, 4)


@pytest.mark.parametrize(
    ("query", "why"),
    [
        (Query(state="IRN", with_="FRA"), "2 engagements from 4 page(s) in store in memory; 2 with IRN as a party; none of these with FRA as a party"),
        (Query(text="zeppelin"), "2 engagements from 4 page(s) in store in memory; none reported on a page with zeppelin"),
        (Query(person="Nobody {x} %"), "2 engagements from 4 page(s) in store in memory; none with a participant named like Nobody {x} %"),
    ],
    ids=str,
)  # fmt: skip
def test_empty_answers_say_why(store: Store, query: Query, why: str) -> None:
    assert search.engagements(store, query).why == why


def test_an_empty_store_says_so() -> None:
    with open_store("sqlite://") as empty:
        assert "holds no pages yet" in search.events(empty, Query(state="IRN")).why


@pytest.mark.parametrize(
    "given",
    [
        {"state": "Iran (Islamic Republic)"},
        {"with_": ""},
        {"target": "';--"},
        {"since": "yesterday"},
        {"until": "2031-02-30"},
        {"limit": -1},
    ],
    ids=str,
)
def test_questions_that_cannot_be_asked(given: dict[str, object]) -> None:
    with pytest.raises(QueryError):
        Query(**given)  # type: ignore[arg-type]


def test_options_that_an_answer_has_not(store: Store) -> None:
    with pytest.raises(QueryError, match="events have none"):
        search.events(store, Query(status="held"))
    with pytest.raises(QueryError, match="no word"):
        search.events(store, Query(text="--"))


@pytest.mark.parametrize(
    "option", sorted(set(Query.__struct_fields__) - {"limit", "since", "until", "state", "with_", "target"})
)
@pytest.mark.parametrize("value", ["'", "x' OR '1'='1", "%", "_", "\\", "\x00", "{match}", ":state", "水"])
def test_values_are_never_sql(store: Store, option: str, value: str) -> None:
    for ask in (search.engagements, search.statements, search.events):
        try:
            assert ask(store, Query(**{option: value})).total in (0, 1, 2)  # type: ignore[arg-type]
        except QueryError:
            assert option in ("text", "status")


def test_every_citation_holds(store: Store) -> None:
    texts = {page.uri: page.text for page, _ in made.usual()}

    def holds(evidence: Evidence) -> bool:
        return texts[evidence.page][evidence.span[0] : evidence.span[1]] == evidence.text != ""

    for statement in search.statements(store, Query(limit=0)).items:
        assert statement.evidence
        assert all(map(holds, statement.evidence))
        assert statement.source is not None
        assert holds(statement.source)
    assert all(holds(x) for event in search.events(store, Query(limit=0)).items for x in event.evidence)
    for engagement in search.engagements(store, Query(limit=0)).items:
        detail = search.show(store, engagement.id)
        assert detail.engagement == engagement
        assert detail.evidence
        assert all(map(holds, (*detail.evidence, *detail.topics, *(p.evidence for p in detail.participants))))


def test_show(store: Store) -> None:
    found = search.engagements(store, Query(kind="phone_call")).items[0]
    detail = search.show(store, found.id[:6].upper())
    assert detail.engagement == found
    assert [s.act for s in detail.statements if s.language == "en"] == ["criticize", "state", "thank"]
    assert {r.page for r in detail.readouts} == {r.page for r in found.reports}
    assert {p.label for p in detail.participants if p.for_ == "JPN"} == {"Haruko Mizuno", "هاروکو میزونو"}
    assert len(detail.links) == 3


@pytest.mark.parametrize("wanted", ["", "abc", "zzzz", "0000000000000000", "%%%%", "'; DROP TABLE pages"])
def test_show_of_nothing(store: Store, wanted: str) -> None:
    with pytest.raises(StoreError, match="no such engagement"):
        search.show(store, wanted)


def test_an_id_once_given_is_found_for_ever() -> None:
    with open_store("sqlite://") as store:
        page, record = made.read(made.PERSIAN, "made/bad.txt")
        add_pages(store, [(page, record)])
        alone = search.engagements(store, Query()).items[0].id
        add_pages(store, made.usual())
        assert alone not in {e.id for e in search.engagements(store, Query()).items}
        found = search.show(store, alone).engagement
        assert "made/bad.txt" in {r.page for r in found.reports}
        assert len(found.reports) == 4


def test_timeline(store: Store) -> None:
    assert [e.kind for e in search.timeline(store, ["IRN", "JPN"]).items] == ["phone_call", "meeting"]
    assert [e.kind for e in search.timeline(store, ["jpn"]).items] == ["phone_call", "meeting"]
    found = search.timeline(store, ["IRN", "FRA"])
    assert not found.items
    assert "none of these with FRA" in found.why
