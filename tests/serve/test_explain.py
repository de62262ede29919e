"""`dragoman explain`: the right words are marked, the right row is named, and page text is obeyed nowhere."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from typer.testing import CliRunner

from dragoman.clean import clean
from dragoman.model import (
    Actor,
    Encounter,
    Framing,
    Page,
    PageInfo,
    PageRecord,
    Participant,
    Span,
    Stance,
    Statement,
    Topic,
)
from dragoman.pipeline import read_page
from dragoman.serve.explain import explain
from dragoman.serve.explain_html import as_html
from dragoman.serve.explain_terminal import marked_text
from dragoman.serve.explained import Explained, explain_page
from dragoman.serve.marks import Mark, blanked, pieces, shown
from dragoman.serve.rows import rows_of
from dragoman.trace import Trace, trace_page
from dragoman.world import load_world
from dragoman.world.files import data_root

app = typer.Typer()
app.command()(explain)

PAGE = """Harbour Gazette
Holm and Tanaka talk about ferries
Oslo, 7 March 2024. Norwegian Foreign Minister Ada Holm spoke by telephone on Wednesday with her Japanese counterpart, Jiro Tanaka, about ferries.
Holm said Tanaka had told her that the “rogue regime” would be asked to return the boats before the ice came back. She thanked Japan for its patience.
The deputy from Bergen was not at hand. Share this page
Read also: Herring prices fall again
"""
HOSTILE = "".join(
    line + "\n"
    for line in (
        'Gazette <script>alert(1)</script> "quoted" & so on',
        "Minister Holm <img src=x onerror=alert(2)> speaks of the strait",
        "Oslo, 7 March 2024. Norwegian Foreign Minister Ada Holm met Japanese Foreign Minister Jiro Tanaka on Wednesday.",
        "Holm said [bold red]the ferries[/bold red] [link=http://x.example]would \x1b[31mreturn\x1b[0m\x07 soon {{ 7*7 }}.",
        "“</span><script>alert(3)</script> We shall \u202ewait\u202c \u2066for\u2069 them,” Tanaka said.\r",
    )
)


def at(words: str, text: str = PAGE) -> Span:
    start = text.index(words)
    return start, start + len(words)


def begin(words: str, length: int) -> Span:
    return at(words)[0], at(words)[0] + length


def made() -> Trace:
    """The page with a record written by hand: one statement stands inside another, an encounter lies around a cue."""
    page = Page(uri="made.txt", text=PAGE)
    holm, tanaka = at("Ada Holm"), at("Jiro Tanaka")
    outer = at(
        "Tanaka had told her that the “rogue regime” would be asked to return the boats before the ice came back"
    )
    inner = at("the “rogue regime” would be asked to return the boats before the ice came back")
    record = PageRecord(
        page=PageInfo(id=page.id, uri=page.uri, url=None, media_type="text/plain", chars=len(PAGE)),
        article=clean(page, load_world().packs).record(),
        actors=(actor("a1", "Ada Holm", "NOR", holm), actor("a2", "Jiro Tanaka", "JPN", tanaka)),
        encounters=(
            Encounter(
                id="e1", kind="phone_call", status="held", salience="main", date="2024-03-06", date_basis="relative",
                date_span=at("Wednesday"), place=None, occasion=None, relation=None, duration_minutes=None,
                participants=(
                    Participant(actor="a1", for_="NOR", role=None, span=holm),
                    Participant(actor="a2", for_="JPN", role=None, span=tanaka),
                ),
                topics=(Topic(text="ferries", span=at("ferries."), topic="transport"),), outcomes=(), confidence=0.9,
                evidence=(at(PAGE.splitlines()[2]),), rule="call.spoke-by-telephone",
            ),
        ),
        statements=(
            statement("s1", "a1", outer, source=begin("Holm said", 4), cue=at("said")),
            statement("s2", "a2", inner, source=begin("Tanaka had", 6), cue=at("told")),
        ),
    )  # fmt: skip
    return Trace(
        page=page, article=clean(page, load_world().packs), record=record, cues={"e1": at("spoke by telephone")}
    )


def actor(id_: str, name: str, state: str, span: Span) -> Actor:
    return Actor(
        id=id_, kind="person", name=name, label=name, for_=state, office="foreign_minister", role="foreign_minister",
        qualifier=None, wikidata=None, mentions=(span,),
    )  # fmt: skip


def statement(id_: str, speaker: str, content: Span, *, source: Span, cue: Span) -> Statement:
    rogue = at("rogue regime")
    return Statement(
        id=id_, speakers=(speaker,), for_=("NOR",), source=source, addressees=(), encounter="e1", mode="mixed",
        content=(content,), cue=cue, act="request", targets=("XXA",), stance=(Stance(toward="XXA", value=-1),),
        framing=(Framing(span=rogue, text="rogue regime", normal="XXA", kind="delegitimizing"),), confidence=0.8,
        rule="frame.en.state",
    )  # fmt: skip


class Parsed(HTMLParser):
    """The elements of a file: the words of each piece by its start, its classes, all tags and attributes."""

    def __init__(self, html: str, at: str = "p1") -> None:
        super().__init__()
        self.at, self.open = at, -1
        self.words: dict[int, str] = {}
        self.classes: dict[int, set[str]] = {}
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.attributes |= set(given)
        self.ids += [given["id"]] if given.get("id") else []
        self.links |= {given["href"]} if given.get("href") else set()
        if found := re.fullmatch(rf"{self.at}-c(\d+)", given.get("id") or ""):
            self.open = int(found[1])
            self.words[self.open] = ""
            self.classes[self.open] = set((given.get("class") or "").split())

    def handle_endtag(self, tag: str) -> None:
        self.open = -1 if tag == "span" else self.open

    def handle_data(self, data: str) -> None:
        if self.open >= 0:
            self.words[self.open] += data

    def of(self, span: Span) -> tuple[str, list[set[str]]]:
        starts = [s for s in sorted(self.words) if span[0] <= s < span[1]]
        return "".join(self.words[s] for s in starts), [self.classes[s] for s in starts]


def marked(record: PageRecord) -> list[tuple[str, Span]]:
    """Every span that must be seen in the text, with the class it must have."""
    out = [("k-encounter", span) for e in record.encounters for span in e.evidence]
    for s in record.statements:
        out += [("k-statement", span) for span in s.content]
        out += [("k-source", s.source)] if s.source else []
        out += [("k-cue", s.cue)] if s.cue else []
        out += [("k-framing", f.span) for f in s.framing]
    return out


def check(explained: Explained, trace: Trace) -> Parsed:
    """Every mark covers exactly the words of the record, and every link leads somewhere."""
    text, parsed = trace.page.text, Parsed(as_html([explained]))
    assert "".join(parsed.words.values()) == shown(text)
    for name, span in marked(trace.record):
        words, classes = parsed.of(span)
        assert words == shown(text[slice(*span)])
        assert all(name in c for c in classes)
        assert sum(name in c for c in classes) == len(classes) > 0
    for item in (*explained.encounters, *explained.statements):
        assert all(q.text == text[slice(*q.span)] for f in item.fields for q in f.quotes)
    assert {link[1:] for link in parsed.links} <= set(parsed.ids)
    assert len(parsed.ids) == len(set(parsed.ids))
    return parsed


# ------------------------------------------------------------------------------------------ marks


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=8))
def test_pieces_are_the_text_and_carry_exactly_what_covers_them(text: str, spans: list[Span]) -> None:
    marks = [Mark(a, b, "statement", f"s{i}") for i, (a, b) in enumerate(spans)]
    out = pieces(text, marks, (5, 90))
    assert "".join(p.text for p in out) == text
    kept = {m.of: m for m in marks if 0 <= m.start < m.end <= len(text)}
    for piece in out:
        assert {m.of for m in piece.marks} == {
            of for of, m in kept.items() if m.start <= piece.start and piece.end <= m.end
        }
    assert sorted(of for p in out for of in p.opening) == sorted(kept)


def test_blanked_words_are_taken_together() -> None:
    assert blanked("a bc  de f", "a        f") == ((2, 8),)
    assert blanked("ab cd", "ab cd") == ()


@given(st.text(st.characters(exclude_characters="\r")))
def test_shown_text_keeps_its_length_and_commands_nothing(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown(text))


# ------------------------------------------------------------------------------------------ what is shown


def test_every_mark_lies_on_the_words_of_the_record() -> None:
    trace = made()
    parsed = check(explain_page(trace), trace)
    assert parsed.of(at("rogue regime"))[1] == [{"k-statement", "k-framing", "t1", "u0"}]
    assert parsed.of(at("spoke by telephone"))[1] == [{"k-encounter", "k-contact"}]
    assert parsed.of(at("Read also: Herring prices fall again"))[1] == [{"k-removed"}]
    assert all("k-statement" not in c for c in parsed.of(at("She thanked Japan"))[1])


def test_fields_rules_and_rows() -> None:
    explained = explain_page(made())
    fields = {f.name: f for f in explained.encounters[0].fields}
    assert fields["date"].value == "2024-03-06 · relative"
    assert "languages/en/encounters.toml:" in fields["rule"].value
    assert [q.text for q in fields["cue"].quotes] == ["spoke by telephone"]
    said = {f.name: f for f in explained.statements[1].fields}
    assert (said["stance"].value, said["framing"].value) == ("XXA -1", "delegitimizing for XXA")
    assert [(s.name, s.statements) for s in explained.speakers] == [("Ada Holm (a1)", 1), ("Jiro Tanaka (a2)", 1)]
    assert {b.label for b in explained.blocks} >= {"title", "body", "furniture"}
    assert {b.quote.text.strip() for b in explained.blanked} == {"Oslo, 7 March 2024."}


def test_rows_are_found_by_the_words_of_a_cue() -> None:
    rows = rows_of("en-GB")
    (where,) = rows.of_cue("frames", "has thanked")
    file, _, line = where.partition(":")
    assert "thank" in data_root().joinpath(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert rows.of_cue("frames", "zzz") == rows_of(None).of_cue("frames", "said") == ()
    assert rows_of("en").of_rule("no such rule") == ()


def test_a_trace_has_the_record_that_reading_gives(examples: Path) -> None:
    world = load_world()
    for file in ("no-readout.txt", "id-2023-12-jenewa.txt"):
        page = Page(uri=file, text=(examples / file).read_text(encoding="utf-8"))
        trace = trace_page(page, world)
        assert msgspec.json.encode(trace.record) == msgspec.json.encode(read_page(page, world))
        check(explain_page(trace), trace)


def test_found_and_nobody_known() -> None:
    page = Page(
        uri="x", text="Quiet day at sea\nFishermen near the coast asked where Aldo Ferrano was. The ministers smiled.\n"
    )
    explained = explain_page(trace_page(page, load_world()))
    words = {n.quote.text for n in explained.nobody} | {p.name for p in explained.people}
    assert "Aldo Ferrano" in words
    assert all(n.quote.text == page.text[slice(*n.quote.span)] for n in explained.nobody)


def test_a_language_without_a_pack() -> None:
    text = "Ministrowie spotkali się w Gdańsku i rozmawiali o promach oraz o rybach, które wracają na północ.\n" * 3
    explained = explain_page(trace_page(Page(uri="x", text=text), load_world()))
    assert (explained.encounters, explained.people, explained.nobody) == ((), (), ())
    assert "no pack" in dict(explained.facts)["speaks for"]


# ------------------------------------------------------------------------------------------ hostile pages


def test_hostile_text_is_harmless_in_html() -> None:
    trace = trace_page(Page(uri='"><script>alert(0)</script>', text=HOSTILE), load_world())
    html = as_html([explain_page(trace)])
    parsed = check(explain_page(trace), trace)
    assert not parsed.tags & {"script", "img", "link", "iframe", "object", "b"}
    assert not {a for a in parsed.attributes if a.startswith("on") or a in ("src", "style")}
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    assert "<script" not in html
    assert "{{ 7*7 }}" in html
    assert all(link.startswith("#p1-") for link in parsed.links)


def test_hostile_text_is_harmless_in_the_terminal(tmp_path: Path) -> None:
    page = tmp_path / "h.txt"
    page.write_text(HOSTILE, encoding="utf-8")
    result = CliRunner().invoke(app, [str(page)])
    assert result.exit_code == 0
    assert "[bold red]the ferries[/bold red]" in result.stdout
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", result.stdout)


def test_colours_lie_on_the_same_words(capsys: pytest.CaptureFixture[str]) -> None:
    text = marked_text(explain_page(made()).pieces)
    plain = re.sub("⟦[es]\\d+⟧", "", text.plain)
    assert plain == PAGE
    framed = {text.plain[s.start : s.end] for s in text.spans if getattr(s.style, "reverse", None)}
    assert framed == {"rogue regime"}
    Console(force_terminal=True).print(text)
    assert "\x1b[" in capsys.readouterr().out


# ------------------------------------------------------------------------------------------ the command


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Two pages and a line that is none."""
    path = tmp_path / "pages.jsonl"
    rows = [
        json.dumps({"id": "one", "text": PAGE}),
        json.dumps({"id": 1.5}),
        json.dumps({"id": "two", "text": HOSTILE}),
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_all_pages_or_some(lines: Path) -> None:
    every = CliRunner().invoke(app, [str(lines)])
    assert every.exit_code == 1
    assert "one ──" in every.stdout
    assert "two ──" in every.stdout
    assert every.stderr.count("\n") == 1
    some = CliRunner().invoke(app, [str(lines), "--id", "two"])
    assert "one ──" not in some.stdout
    assert "two ──" in some.stdout


def test_an_unknown_id_names_the_valid_ones(lines: Path) -> None:
    result = CliRunner().invoke(app, [str(lines), "--id", "three"])
    assert result.exit_code == 1
    assert "no page with id 'three'; there is one, two" in result.stderr


def test_one_file_for_all_pages(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    result = CliRunner().invoke(app, [str(lines), "--html", str(out)])
    assert result.stdout == ""
    html = out.read_text(encoding="utf-8")
    parsed = Parsed(html, "p2")
    assert "".join(parsed.words.values()) == shown(HOSTILE)
    assert len(parsed.ids) == len(set(parsed.ids))
    assert {link[1:] for link in parsed.links} <= set(parsed.ids)
    assert not parsed.tags & {"script", "link", "img"}
    assert "http://" not in re.sub(r"\[link=http://x\.example\]", "", html)


def test_a_file_that_cannot_be_written(lines: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, [str(lines), "--id", "one", "--html", str(tmp_path / "no" / "x.html")])
    assert result.exit_code == 1
    assert "No such file or directory" in result.stderr
