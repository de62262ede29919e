"""The name tables: every code exists, every UN member is named, and the loader refuses what it does not know."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import WorldError
from dragoman.world import names as names_module
from dragoman.world.bodies import bodies
from dragoman.world.files import data_root
from dragoman.world.names import NameTables, languages, load_names
from dragoman.world.regions import regions
from dragoman.world.roles import roles_to_offices
from dragoman.world.states import states

LANGUAGES = languages()
NO_DEMONYM_OF_ITS_OWN = {
    "DMA": "Dominican is understood of the Dominican Republic",
    "COG": "Congolese is understood of the Democratic Republic",
    "NZL": "the adjective is the name",
    "LIE": "the adjective is the name",
    "SLB": "the adjective is the name",
}


@pytest.fixture(scope="module", params=LANGUAGES)
def tables(request: pytest.FixtureRequest) -> NameTables:
    return load_names(request.param)


def test_every_code_exists(tables: NameTables) -> None:
    known = states().keys() | bodies().keys() | regions().keys()
    assert {row.iso3 for row in tables.states} <= states().keys()
    assert {row.iso3 for row in tables.places} <= states().keys()
    assert {row.target for row in tables.metonyms if row.target} <= known
    assert {row.body for row in tables.bodies} <= bodies().keys()
    assert {row.role for row in tables.roles} <= roles_to_offices().keys()
    assert {row.target for row in tables.metonyms if row.type == "capital"} <= {*states(), "EU"}


def test_no_text_stands_twice_in_a_table(tables: NameTables) -> None:
    lists = [
        [row.text for row in tables.states],
        [row.text for row in tables.metonyms if row.type != "capital"],
        [row.text for row in tables.metonyms if row.type == "capital"],
        [row.text for row in tables.bodies],
        [row.text for row in tables.roles],
        [row.text for row in tables.places],
    ]
    for texts in lists:
        assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_texts_are_clean(tables: NameTables) -> None:
    texts = [row.text for row in tables.states]
    texts += [row.text for row in tables.metonyms] + [row.text for row in tables.places]
    texts += [row.text for row in tables.bodies] + [row.text for row in tables.roles]
    for text in [*texts, *(row.text for row in tables.modifiers)]:
        assert text == " ".join(text.split())
        assert "\u2019" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_of_the_un_has_a_name(language: str) -> None:
    named = {row.iso3 for row in load_names(language).states if row.kind == "name"}
    assert {code for code, state in states().items() if state.kind in ("member", "observer")} - named == set()


def test_every_member_of_the_un_has_an_english_demonym() -> None:
    known = {row.iso3 for row in load_names("en").states if row.kind == "demonym"}
    members = {code for code, state in states().items() if state.kind == "member"}
    assert members - known == NO_DEMONYM_OF_ITS_OWN.keys()


def test_every_state_has_a_capital_in_english_and_indonesian() -> None:
    no_capital_of_their_own = {"BEL", "SGP", "MCO", "SMR", "DJI", "LUX", "KWT", "PAN", "GTM", "VAT", "AND"}
    members = {code for code, state in states().items() if state.kind in ("member", "observer", "partial")}
    for language in ("en", "id"):
        capitals = {row.target for row in load_names(language).metonyms if row.type == "capital"}
        assert members - capitals <= no_capital_of_their_own


@pytest.mark.parametrize(
    ("language", "table", "text", "code"),
    [
        ("en", "states", "Chilean", "CHL"),
        ("en", "states", "Kazakhstani", "KAZ"),
        ("en", "states", "U.S.", "USA"),
        ("en", "states", "Islamic Republic of Iran", "IRN"),
        ("en", "states", "Czech Republic", "CZE"),
        ("en", "states", "Burma", "MMR"),
        ("id", "states", "Korsel", "KOR"),
        ("id", "states", "Perancis", "FRA"),
        ("id", "states", "AS", "USA"),
        ("fa", "states", "ژاپن", "JPN"),
        ("ru", "states", "Япония", "JPN"),
        ("en", "bodies", "Asian Cooperation Dialogue", "ACD"),
        ("en", "bodies", "Security Council", "UNSC"),
        ("en", "bodies", "Houthis", "HOUTHI"),
        ("id", "bodies", "Organisasi Kerja Sama Islam", "OIC"),
        ("id", "bodies", "Dewan Keamanan PBB", "UNSC"),
        ("en", "metonyms", "No 10", "GBR"),
        ("en", "metonyms", "Elysée", "FRA"),
        ("en", "metonyms", "European court", "EU"),
        ("en", "metonyms", "Persian Gulf", "PERSIAN_GULF"),
        ("id", "metonyms", "Kemlu RI", "IDN"),
        ("id", "metonyms", "Teheran", "IRN"),
        ("en", "roles", "foreign secretary", "foreign_secretary"),
        ("en", "roles", "Chairman of the State Affairs Commission", "chairman_state_affairs"),
        ("id", "roles", "sekretaris kabinet", "cabinet_secretary"),
        ("id", "roles", "wamenlu", "deputy_foreign_minister"),
        ("en", "places", "Geneva", "CHE"),
        ("en", "places", "St. Petersburg", "RUS"),
        ("id", "places", "Jenewa", "CHE"),
        ("id", "places", "Jakarta Pusat", "IDN"),
    ],
)
def test_spot(language: str, table: str, text: str, code: str) -> None:
    rows = [row for row in getattr(load_names(language), table) if row.text == text]
    codes = [
        getattr(row, "iso3", None) or getattr(row, "target", None) or getattr(row, "body", None) or row.role
        for row in rows
    ]
    assert codes == [code]


def test_short_tokens_count_in_their_own_case_only() -> None:
    english, indonesian = load_names("en"), load_names("id")
    assert {"US", "UK", "Polish"} <= {row.text for row in english.states if row.case}
    assert {"EU", "UN"} <= {row.text for row in english.bodies if row.case}
    assert {"PM", "FM"} <= {row.text for row in english.roles if row.case}
    assert {"AS", "RI"} <= {row.text for row in indonesian.states if row.case}
    assert "PBB" in {row.text for row in indonesian.bodies if row.case}


def test_a_language_with_a_region_and_one_without_tables() -> None:
    assert load_names("en-GB").language == "en"
    with pytest.raises(WorldError, match="no names in 'xx'; there are ar, de, en"):
        load_names("xx")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("text,iso3,kind,colour\nChile,CHL,name,red\n", r"states\.csv: row 2: .*unknown field `colour`"),
        ("text,iso3,kind\nChile,CHL,name\nPeru,PER,nickname\n", r"states\.csv: row 3: .*'nickname'"),
        ("text,kind\nChile,name\n", r"states\.csv: row 2: .*`iso3`"),
        ("text,iso3,kind\nChile,CHL,name,,surplus\n", r"states\.csv: row 2: "),
    ],
)
def test_a_row_with_an_unknown_column_or_value_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, complaint: str
) -> None:
    folder = tmp_path / "names" / "en"
    folder.mkdir(parents=True)
    (folder / "states.csv").write_text(content, encoding="utf-8")
    monkeypatch.setattr(names_module, "data_root", lambda: tmp_path)
    with pytest.raises(WorldError, match=complaint):
        load_names("en")


def test_the_data_is_read_from_the_package() -> None:
    assert (data_root() / "names" / "en" / "states.csv").is_file()
