"""`compare` and `brief` on the shipped pages: the golden papers, and that every citation holds.

The golden files are in tests/golden/papers; `python tests/brief/test_papers.py` writes them anew after a change that was
looked at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from brief_store import example_pages, example_store

from dragoman.brief import Brief, Line, brief
from dragoman.compare import Compared
from dragoman.errors import StoreError
from dragoman.save import Store
from dragoman.save.text import to_json
from dragoman.search import Query, engagements
from dragoman.search.compare import compare
from dragoman.serve import briefing, comparison
from dragoman.serve.paper_html import as_html
from dragoman.serve.paper_text import as_markdown

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = ROOT / "examples" / "pages"
GOLDEN = ROOT / "tests" / "golden" / "papers"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with example_store(EXAMPLES) as opened:
        yield opened


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {page.uri: page.text for page in example_pages(EXAMPLES)}


def all_compared(store: Store) -> dict[str, Compared]:
    """Every engagement that several pages report, by date and kind."""
    found = [e for e in engagements(store, Query(limit=0)).items if len(e.reports) > 1]
    return {f"{e.date}-{e.kind}-{'-'.join(e.parties)}": compare(store, [e.id]) for e in found}


def papers(store: Store) -> dict[str, str]:
    """Golden file -> what should stand in it. Ids of engagements are left out: they are merging's."""
    made = {}
    for name, compared in all_compared(store).items():
        made[f"compare-{name}.json"] = _json(to_json(compared.comparison))
        made[f"compare-{name}.md"] = _md(as_markdown(comparison.paper_of(compared)))
    for since in (None, "2024-05"):
        note = brief(store, "IRN", "JPN", since=since)
        name = f"brief-IRN-JPN{'-since-' + since if since else ''}"
        made[f"{name}.json"] = _json(to_json(note))
        made[f"{name}.md"] = _md(as_markdown(briefing.paper_of(note)))
    return made


def _json(encoded: str) -> str:
    value = json.loads(re.sub(r'"engagement":"[0-9a-f]{16}"', '"engagement":"ID"', encoded))
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _md(text: str) -> str:
    return re.sub(r"engagement [0-9a-f]{16}", "engagement ID", text)


def test_golden(store: Store) -> None:
    made = papers(store)
    assert sorted(made) == sorted(path.name for path in GOLDEN.iterdir())
    for name, text in made.items():
        assert text == (GOLDEN / name).read_text(encoding="utf-8"), name


# ------------------------------------------------------------------------------------------ citations


def test_what_is_compared_stands_where_it_says(store: Store, texts: dict[str, str]) -> None:
    found = all_compared(store)
    assert len(found) >= 5
    for compared in found.values():
        for item in (*compared.comparison.only, *compared.comparison.framing):
            assert texts[item.report][item.span[0] : item.span[1]] == item.text
        for shared in (*compared.topics, *(s for part in compared.speakers for s in part.said)):
            for told in shared.told:
                assert texts[told.report][told.span[0] : told.span[1]] == told.text
        for conflict in compared.comparison.conflicts:
            for value in conflict.values:
                assert value.span is not None
                assert _says(conflict.field, value.value, texts[value.report][value.span[0] : value.span[1]])


def test_the_facts_of_a_comparison_stand_where_they_say(store: Store, texts: dict[str, str]) -> None:
    for compared in all_compared(store).values():
        for facts in compared.facts:
            for fact in facts.told:
                assert fact.span is not None
                said = texts[fact.report][fact.span[0] : fact.span[1]]
                assert said.strip()
                if facts.field in ("place", "occasion", "duration_minutes", "participants"):
                    assert _says(facts.field, fact.value, said), (facts.field, fact.value, said)


def _says(field: str, value: str | int, said: str) -> bool:
    """The words name the value: a place or occasion itself, a participant's last name or office, a number."""
    if field in ("place", "occasion"):
        return str(value) in said
    if field == "duration_minutes":
        return str(value) in said or "half" in said or "jam" in said
    if field == "participants":
        words = re.sub(r" \([A-Z]+\)$", "", str(value)).split()
        return any(word in said for word in words)
    return bool(said.strip())


@pytest.mark.parametrize("since", [None, "2024-05"])
def test_every_line_of_a_brief_cites(store: Store, texts: dict[str, str], since: str | None) -> None:
    note = brief(store, "IRN", "JPN", since=since)
    assert len(note.parts) > 8
    for part in note.parts:
        for line in part.lines:
            assert line.cites or part.key == "coverage", line
            for cite in line.cites:
                assert texts[cite.page][cite.span[0] : cite.span[1]] == cite.text != ""


def test_people_and_quoted_words_stand_in_the_citations(store: Store) -> None:
    parts = {part.key: part for part in brief(store, "IRN", "JPN").parts}
    for line in parts["people"].lines:
        assert line.by is not None
        assert any(word in cite.text for word in line.by.split() for cite in line.cites)
    for line in parts["contacts"].lines:
        assert all(len(cite.text) > 20 for cite in line.cites)


def test_since_leaves_out_what_was_before(store: Store) -> None:
    lines = [line for line in _lines(brief(store, "IRN", "JPN", since="2024-05")) if line.date]
    assert lines
    assert all((line.date or "") >= "2024-05" for line in lines)


def _lines(note: Brief) -> Iterator[Line]:
    for part in note.parts:
        yield from part.lines


# ------------------------------------------------------------------------------------------ form


def test_the_same_store_gives_the_same_note(store: Store) -> None:
    assert brief(store, "irn", "jpn") == brief(store, "IRN", "JPN")


def test_html_is_one_file_without_script(store: Store) -> None:
    made = [as_html(briefing.paper_of(brief(store, "IRN", "JPN")))]
    made += [as_html(comparison.paper_of(c)) for c in all_compared(store).values()]
    for html in made:
        assert "<script" not in html
        assert "default-src 'none'" in html
        assert not re.search(r"(?:src|href)\s*=", html)


def test_wrong_questions_are_told(store: Store) -> None:
    for codes, told in ((("IRN", "XX1"), "XX1: neither"), (("IRN", "IRN"), "give two states")):
        with pytest.raises(StoreError, match=told):
            brief(store, *codes)
    with pytest.raises(StoreError, match="no such engagement"):
        compare(store, ["ffffffff"])


def test_nothing_known_is_said_so(store: Store) -> None:
    note = brief(store, "KEN", "PER")
    assert [part.key for part in note.parts] == ["coverage"]
    assert any("no page reports" in line.text for line in note.parts[0].lines)


if __name__ == "__main__":
    with example_store(EXAMPLES) as opened:
        for name, text in papers(opened).items():
            (GOLDEN / name).write_text(text, encoding="utf-8")
