"""What holds for the record of every page: the golden ones and the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dragoman.acquire import acquire
from dragoman.clean import clean
from dragoman.model import Actor, Article, Page, PageRecord, Span
from dragoman.pipeline import read_page
from dragoman.world import load_world

TESTS = Path(__file__).parent
FILES = sorted([*(TESTS / "golden").glob("*/page.txt"), *(p for p in (TESTS.parent / "examples" / "pages").iterdir())])
PAGES = [page for page in acquire([str(f) for f in FILES]) if isinstance(page, Page)]
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda p: "/".join(Path(p.uri).parts[-2:]))


@cache
def _article(number: int) -> Article:
    return clean(PAGES[number], load_world().packs)


@cache
def _record(number: int) -> PageRecord:
    return read_page(PAGES[number], load_world())


def article_of(page: Page) -> Article:
    return _article(PAGES.index(page))


def record_of(page: Page) -> PageRecord:
    return _record(PAGES.index(page))


def spans(read: PageRecord) -> Iterator[Span]:
    """Every span of the record."""
    article = read.article
    yield from article.body
    cited = [x.span for x in (article.outlet, article.agency) if x is not None]
    cited += [article.title.span] if article.title else []
    cited += [article.published.span] if article.published else []
    yield from (x for x in cited if x is not None)
    for actor in read.actors:
        yield from actor.mentions
    for e in read.encounters:
        yield from (
            *e.evidence,
            *(p.span for p in e.participants),
            *(t.span for t in e.topics),
            *(o.span for o in e.outcomes),
        )
        yield from (s for s in (e.date_span, e.place.span if e.place else None) if s is not None)
    for s in read.statements:
        yield from (*s.content, *(f.span for f in s.framing))
        yield from (x for x in (s.source, s.cue) if x is not None)
    for v in read.events:
        yield from v.evidence


def test_every_file_is_a_page() -> None:
    assert len(PAGES) >= len(FILES) >= 20


@every_page
def test_every_span_lies_in_the_text_and_holds_something(page: Page) -> None:
    for start, end in spans(record_of(page)):
        assert 0 <= start < end <= len(page.text)
        assert page.text[start:end].strip() == page.text[start:end], page.text[start:end]


@every_page
def test_quoted_fields_equal_their_spans(page: Page) -> None:
    read = record_of(page)
    title = read.article.title
    if title is not None and title.span is not None:
        assert page.text[slice(*title.span)] == title.text
    for e in read.encounters:
        for span, text in (*((t.span, t.text) for t in e.topics), *((o.span, o.text) for o in e.outcomes)):
            assert page.text[slice(*span)] == text
        if e.place is not None and e.place.span is not None:
            assert page.text[slice(*e.place.span)] == e.place.name
    for s in read.statements:
        for f in s.framing:
            assert page.text[slice(*f.span)] == f.text


@every_page
def test_every_name_stands_in_the_page(page: Page) -> None:
    read = record_of(page)
    assert all(actor.name in page.text for actor in read.actors)
    for source in (read.article.outlet, read.article.agency):
        if source is not None and source.span is not None:
            assert page.text[slice(*source.span)] == source.name


@every_page
def test_ids_are_unique_and_lead_somewhere(page: Page) -> None:
    read = record_of(page)
    ids = [x.id for part in (read.actors, read.encounters, read.statements, read.events) for x in part]
    assert len(ids) == len(set(ids))
    actors = {a.id for a in read.actors}
    encounters, statements = {e.id for e in read.encounters}, {s.id for s in read.statements}
    assert {p.actor for e in read.encounters for p in e.participants} - {None} <= actors
    assert {i for s in read.statements for i in (*s.speakers, *s.addressees)} <= actors
    assert {s.encounter for s in read.statements} - {None} <= encounters
    assert {v.of for v in read.events} - {None} <= encounters | statements
    assert {v.according_to for v in read.events} - {None} <= statements


@every_page
def test_every_actor_takes_part_or_is_spoken_of(page: Page) -> None:
    """Actors cite themselves, and people are named once."""
    read = record_of(page)
    people = [a for a in read.actors if a.kind == "person"]
    assert all(a.mentions == tuple(sorted(set(a.mentions))) for a in read.actors)
    assert all(a.mentions for a in read.actors)
    assert len({(a.name, a.for_) for a in people}) == len(people)


@every_page
def test_every_finding_has_a_rule_and_a_confidence(page: Page) -> None:
    read = record_of(page)
    rules = [(e.rule, e.confidence) for e in read.encounters] + [(s.rule, s.confidence) for s in read.statements]
    assert all(rule and 0 <= confidence <= 1 for rule, confidence in rules)


@every_page
def test_statements_are_made_of_the_story(page: Page) -> None:
    read = record_of(page)
    actors: dict[str, Actor] = {a.id: a for a in read.actors}
    for s in read.statements:
        assert s.content
        assert s.speakers
        assert list(s.content) == sorted(s.content)
        for start, end in (*s.content, *(x for x in (s.cue,) if x is not None)):
            assert any(a <= start and end <= b for a, b in read.article.body)
        assert not set(s.targets) & set(s.for_)
        assert not set(s.addressees) & set(s.speakers)
        assert set(s.for_) == {actors[i].for_ for i in s.speakers} - {None}
        assert s.cue is None or all(b <= s.cue[0] or s.cue[1] <= a for a, b in s.content)


@every_page
def test_encounters_have_two_sides(page: Page) -> None:
    for e in record_of(page).encounters:
        assert e.evidence
        assert len(e.participants) > 1 or e.kind == "conference"
        assert (e.date is None) == (e.date_basis is None)


@every_page
def test_the_reading_counts_like_the_page(page: Page) -> None:
    article = article_of(page)
    assert len(article.reading) == len(page.text)
    assert all(a == b or a.isspace() for a, b in zip(article.reading, page.text, strict=True))
    assert list(article.body) == sorted(article.body)


@every_page
def test_reading_again_gives_the_same(page: Page) -> None:
    assert read_page(page, load_world()) == record_of(page)


@every_page
def test_a_page_cut_off_anywhere_is_read(page: Page) -> None:
    """What a crawl cut short ends in the middle of everything, without a full stop."""
    words = (page.text or "").split(" ")
    for count in range(1, len(words), max(1, len(words) // 25)):
        cut = " ".join(words[:count]).rstrip(' .,;:!?"”')
        if cut.strip():
            read_page(Page(uri="cut", text=cut), load_world())
