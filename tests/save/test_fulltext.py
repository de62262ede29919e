"""Full text in scripts with and without spaces, and nothing typed is ever an operator."""

from __future__ import annotations

from collections.abc import Iterator

import made
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from dragoman.save import Store, add_pages, open_store
from dragoman.save.fulltext import fold, full_text, indexed, terms

TEXTS = {
    "ja": "水野春子外務大臣は、ナヴァービー・イラン外務大臣と電話会談を行った。ｶﾅも。𠮷野大臣。",
    "zh": "外交部长王海在北京会见了伊朗外长。双方讨论了核问题。",
    "ko": "외교부 장관은 테헤란에서 회담을 가졌다.",
    "ar": "أعرب وزيرُ الخارجيّة عن قلقه إزاء الهجمات على المدينة",
    "fa": "وزیر امور خارجهٔ ایران گفت‌وگو کرد و کتاب مقدس",
    "ru": "Министр иностранных дел Ёлкин заявил о поддержке",
    "en": "Minister's AS-2 café talks: state_of_play, COVID-19 naïve NOT AND OR",
    "tr": "Dışişleri Bakanı İstanbul'da görüştü",
    "hi": "विदेश मंत्री ने नमस्ते कहा",
    "th": "รัฐมนตรีต่างประเทศหารือ",
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store("sqlite://") as opened:
        add_pages(opened, [made.read(f"x\ny\n{value}", f"made/{key}") for key, value in TEXTS.items()])
        yield opened


def find(store: Store, typed: str) -> list[str]:
    query = store.fulltext.query(typed)
    if query is None:
        return []
    sql = f"SELECT c.uri FROM captures c JOIN texts t ON t.page_id = c.page_id WHERE {store.fulltext.condition('t.id', 'q')}"
    with store.reading() as connection:
        return sorted(row.uri.removeprefix("made/") for row in connection.execute(text(sql), {"q": query}))


@pytest.mark.parametrize(
    ("typed", "languages"),
    [
        ("外務大臣", ["ja"]),
        ("電話会談", ["ja"]),
        ("会談", ["ja"]),
        ("談", ["ja"]),
        ("行った", ["ja"]),
        ("大臣 イラン", ["ja"]),
        ("臣外", []),
        ("カナ", ["ja"]),
        ("𠮷野", ["ja"]),
        ("核问题", ["zh"]),
        ("外", ["ja", "zh"]),
        ("题", ["zh"]),
        ("테헤란", ["ko"]),
        ("장관", ["ko"]),
        ("الخارجية", ["ar"]),
        ("اعرب", ["ar"]),
        ("وزير", ["ar", "fa"]),
        ("كتاب", ["fa"]),
        ("گفت وگو", ["fa"]),
        ("خارجه", ["fa"]),
        ("министр елкин", ["ru"]),
        ("МИНИСТР ИНОСТРАННЫХ", ["ru"]),
        ("cafe", ["en"]),
        ("CAFÉ", ["en"]),
        ("as-2", ["en"]),
        ("state_of_play", ["en"]),
        ('"of play"', ["en"]),
        ('"play of"', []),
        ("“cafe talks”", ["en"]),
        ("talk*", ["en"]),
        ("talk", []),
        ("not and or", ["en"]),
        ("istanbul", ["tr"]),
        ("नमस्ते", ["hi"]),
        ("विदेश मंत्री", ["hi"]),
        ("ต่างประเทศ", ["th"]),
        ("minister café", ["en"]),
    ],
)
def test_finds(store: Store, typed: str, languages: list[str]) -> None:
    assert find(store, typed) == languages


def test_indexed() -> None:
    assert indexed("外務大臣 met") == "外務 務大 大臣 臣 met"
    assert indexed("臣") == "臣"
    assert indexed("ABC") == "abc"
    assert fold("Ｃａｆé が") == "cafe が"


def test_no_words_no_query(store: Store) -> None:
    assert store.fulltext.query(' "" * -- ؟ ') is None
    assert terms("") == []


@pytest.mark.parametrize(
    "typed", ['"', "a OR", "NEAR(a b)", "words:x", "a*b*", "^a", "-a", "a'--", "(", "\x00", "\ud800"]
)
def test_nothing_is_an_operator(store: Store, typed: str) -> None:
    find(store, typed)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
@example("İ")
@example("ſ ﬁ ㍿")
def test_whatever_is_typed_can_be_asked(store: Store, typed: str) -> None:
    find(store, typed)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="外務大臣カナ가나abé ــُ۱1.ิก", min_size=1, max_size=12))
def test_a_text_is_found_by_any_piece_between_spaces(value: str) -> None:
    with open_store("sqlite://") as store:
        add_pages(store, [made.read(f"x\ny\n{value}", "made/x")])
        for piece in value.split():
            if store.fulltext.query(piece):
                assert find(store, piece) == ["x"]


def test_an_unknown_database_has_none() -> None:
    from dragoman.errors import StoreError

    with pytest.raises(StoreError, match="oracle"):
        full_text("oracle")
