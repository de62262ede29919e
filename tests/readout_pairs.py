"""Pairs of readouts of one contact, with what differs between them and what only one has.

All of it is made up: people, contacts, outlets. Half of the pairs were used in tuning, half were kept aside.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import msgspec

from dragoman.compare import Account, Comparison, compare
from dragoman.merge import reports_of
from dragoman.model import Given, Page, Span
from dragoman.pipeline import read_page
from dragoman.save import add_pages, open_store
from dragoman.search import Query, engagements
from dragoman.search.compare import compare as ask
from dragoman.world import load_world

FOLDER = Path(__file__).parent / "compare" / "pairs"


class PairPage(msgspec.Struct, kw_only=True):
    """One readout, with what a carrier would state of it."""

    id: str
    outlet: str
    text: str
    published: str
    url: str | None = None
    language: str | None = None


class WantedConflict(msgspec.Struct):
    """A field on which the two differ, with the value of each."""

    field: str
    values: list[str | int]


class WantedOnly(msgspec.Struct):
    """A topic or statement that only one of them has; the words stand in its page."""

    report: str
    field: str
    text: str


class WantedFraming(msgspec.Struct):
    """A loaded name that one of them uses."""

    report: str
    text: str
    normal: str


class Pair(msgspec.Struct, kw_only=True):
    """Two pages of one contact and what `compare` should find."""

    name: str
    note: str
    half: str
    page: list[PairPage]
    conflict: list[WantedConflict] = []
    only: list[WantedOnly] = []
    framing: list[WantedFraming] = []


def pairs(half: str | None = None) -> list[Pair]:
    """All pairs, or those of one half (`tune`, `aside`), by name."""
    found = [
        msgspec.convert({"name": path.stem, **tomllib.loads(path.read_text(encoding="utf-8"))}, Pair)
        for path in sorted(FOLDER.glob("*.toml"))
    ]
    return [pair for pair in found if half in (None, pair.half)]


def accounts(pair: Pair) -> list[Account]:
    """Both pages read, each with its main encounter as a report of the contact."""
    found = []
    for number, given in enumerate(pair.page):
        carrier = Given(published=given.published, outlet=given.outlet, language=given.language)
        page = Page(uri=given.id, text=given.text, url=given.url, given=carrier)
        record = read_page(page, load_world())
        reports = {r.encounter: r for r in reports_of(record)}
        mains = [e for e in record.encounters if e.salience == "main"]
        main = next((e for e in mains if e.kind != "visit"), next(iter(mains), None))  # a visit holds the meeting
        if main is None:
            continue
        found.append(
            Account(
                report=msgspec.structs.replace(reports[main.id], page=f"p{number}"), record=record, encounter=main,
                text=given.text, uri=given.id, url=given.url, outlet=given.outlet,
            )
        )  # fmt: skip
    return found


def compared(pair: Pair) -> Comparison:
    """What `compare` says of the pair."""
    return compare(pair.name, pair.name, accounts(pair)).comparison


def compared_in_store(pair: Pair) -> Comparison:
    """What `compare` says when the pages are added to a store: of the main contact that most of them report."""
    with open_store("sqlite://") as store:
        read = []
        for given in pair.page:
            carrier = Given(published=given.published, outlet=given.outlet, language=given.language)
            page = Page(uri=given.id, text=given.text, url=given.url, given=carrier)
            read.append((page, read_page(page, load_world())))
        add_pages(store, read)
        found = [e for e in engagements(store, Query(limit=0)).items if any(r.salience == "main" for r in e.reports)]
        first = min(found, key=lambda e: (-len({r.page for r in e.reports}), e.kind == "visit", e.id))
        return ask(store, [first.id]).comparison


def score(pair: Pair, found: Comparison) -> tuple[Counter[str], list[str]]:
    """Counts (`conflicts right`, `given`, `wanted`, `found`, ...) and what is wrong, in words."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    wanted = {(c.field, tuple(sorted(str(v).casefold() for v in c.values))) for c in pair.conflict}
    given = {(c.field, tuple(sorted(str(v.value).casefold() for v in c.values))) for c in found.conflicts}
    _count("conflicts", {w: w in given for w in wanted}, {g: g in wanted for g in given}, counts, wrong)
    texts = {page.id: page.text for page in pair.page}
    for part in ("topics", "statements"):
        asked = [(o.report, _span(texts[o.report], o.text)) for o in pair.only if o.field == part]
        told = [(o.report, o.span) for o in found.only if o.field == part]
        _overlaps(part, asked, told, texts, counts, wrong)
    asked = [(f.report, _span(texts[f.report], f.text)) for f in pair.framing]
    named = [(f.report, f.text) for f in pair.framing]
    told = [(f.report, _first(f.text, f.span, f.report, named, texts)) for f in found.framing]
    _overlaps("framing", asked, list(dict.fromkeys(told)), texts, counts, wrong)
    return counts, wrong


Place: TypeAlias = tuple[str, Span]


def _first(words: str, span: Span, report: str, named: list[tuple[str, str]], texts: dict[str, str]) -> Span:
    """A name that a page uses twice is wanted once: where it first stands."""
    same = next((n for r, n in named if r == report and (n in words or words in n)), None)
    return _span(texts[report], same) if same else span


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return at, at + len(words)


def _overlaps(
    part: str, asked: list[Place], told: list[Place], texts: dict[str, str], counts: Counter[str], wrong: list[str]
) -> None:
    def shown(place: Place) -> str:
        return f"{place[0]} “{texts[place[0]][place[1][0] : place[1][1]]}”"

    wanted = {shown(a): any(_meet(a, t) for t in told) for a in asked}
    given = {shown(t): any(_meet(a, t) for a in asked) for t in told}
    _count(part, wanted, given, counts, wrong)


def _meet(a: Place, b: Place) -> bool:
    """In one page, and at least half of the shorter is in both."""
    shared = min(a[1][1], b[1][1]) - max(a[1][0], b[1][0])
    return a[0] == b[0] and shared * 2 >= min(a[1][1] - a[1][0], b[1][1] - b[1][0])


def _count(
    part: str, wanted: Mapping[object, bool], given: Mapping[object, bool], counts: Counter[str], wrong: list[str]
) -> None:
    counts[f"{part} wanted"] += len(wanted)
    counts[f"{part} found"] += sum(wanted.values())
    counts[f"{part} given"] += len(given)
    counts[f"{part} right"] += sum(given.values())
    wrong += [f"{part} missed: {w}" for w, ok in wanted.items() if not ok]
    wrong += [f"{part} too many: {g}" for g, ok in given.items() if not ok]


Figures: TypeAlias = dict[str, float]


def measure(
    half: str | None = None, misses: list[str] | None = None, by: Callable[[Pair], Comparison] = compared
) -> Figures:
    """`conflicts precision` and so on -> value, over one half of the pairs or all; what is wrong goes into `misses`."""
    total: Counter[str] = Counter()
    for pair in pairs(half):
        counts, wrong = score(pair, by(pair))
        total.update(counts)
        if misses is not None:
            misses += [f"{pair.name}: {line}" for line in wrong]
    return figures(total)


def figures(total: Counter[str]) -> Figures:
    """Precision and recall of what was counted; 1 where nothing was asked or given."""
    out: Figures = {}
    for part in ("conflicts", "topics", "statements", "framing"):
        right, given, wanted = (total[f"{part} {x}"] for x in ("right", "given", "wanted"))
        out[f"{part} precision"] = right / given if given else 1.0
        out[f"{part} recall"] = total[f"{part} found"] / wanted if wanted else 1.0
    return out
