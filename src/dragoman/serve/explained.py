"""A trace as what a person is shown of it, in the terminal and in HTML: facts, tables, items, marked text."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.model import Block, Span, Statement
from dragoman.serve.explained_items import Item, Labels, Quote, encounter_item, facts, statement_item
from dragoman.serve.explained_people import Somebody, Unresolved, everybody, unresolved
from dragoman.serve.marks import Mark, Piece, blanked, pieces
from dragoman.serve.rows import Rows, rows_of
from dragoman.trace import Trace

_KEPT = frozenset({"title", "body"})


class BlockRow(msgspec.Struct, frozen=True):
    """A labelled piece of the page. read: later stages see it; rows: where its rule stands."""

    label: str
    rule: str
    rows: tuple[str, ...]
    quote: Quote
    read: bool


class Speaker(msgspec.Struct, frozen=True):
    """A line of the legend: a colour's number and whose statements have it."""

    tone: int
    name: str
    statements: int


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """All that is shown of one page. blanked: what `reading` leaves out inside title and story, by which rule."""

    uri: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[BlockRow, ...]
    blanked: tuple[BlockRow, ...]
    people: tuple[Somebody, ...]
    others: tuple[Somebody, ...]
    encounters: tuple[Item, ...]
    statements: tuple[Item, ...]
    nobody: tuple[Unresolved, ...]
    speakers: tuple[Speaker, ...]
    pieces: tuple[Piece, ...]


def explain_page(trace: Trace) -> Explained:
    """What is shown of a page. Every quoted span begins a piece of the marked text."""
    rows = rows_of(trace.article.language)
    labels = Labels(trace)
    tones = _tones(trace.record.statements)
    blocks = tuple(_block(b, trace, rows) for b in trace.article.blocks)
    inside = tuple(_inside(trace, rows))
    people, others = everybody(trace)
    nobody = unresolved(trace)
    encounters = tuple(encounter_item(e, trace, labels, rows) for e in trace.record.encounters)
    statements = tuple(statement_item(s, labels, rows, tones[s.speakers]) for s in trace.record.statements)
    quoted = [q for item in (*encounters, *statements) for field in item.fields for q in field.quotes]
    quoted += [q for somebody in (*people, *others) for q in somebody.quotes]
    quoted += [row.quote for row in (*blocks, *inside)] + [row.quote for row in nobody]
    marks = [*_block_marks(blocks, inside), *_encounter_marks(trace), *_statement_marks(trace, tones)]
    marks += [
        Mark(n.quote.span[0], n.quote.span[1], "nobody", note=f"{n.kind}, nobody known")
        for n in nobody if n.kind != "pronoun"
    ]  # fmt: skip
    return Explained(
        uri=trace.page.uri, facts=facts(trace), blocks=blocks, blanked=inside, people=people, others=others,
        encounters=encounters, statements=statements, nobody=nobody, speakers=_speakers(trace, tones, labels),
        pieces=pieces(trace.page.text, marks, (q.span[0] for q in quoted)),
    )  # fmt: skip


# ------------------------------------------------------------------------------------------ blocks


def _block(block: Block, trace: Trace, rows: Rows) -> BlockRow:
    span = (block.start, block.end)
    quote = Quote(trace.page.text[slice(*span)], span)
    read = block.label in _KEPT
    return BlockRow(block.label, block.rule, () if read else rows.of_rule(block.rule), quote, read)


def _inside(trace: Trace, rows: Rows) -> Iterable[BlockRow]:
    """What is blanked inside title and story: datelines by their blocks; the rest is hover text."""
    text, reading = trace.page.text, trace.article.reading
    cut = [b for b in trace.article.blocks if b.label not in _KEPT]
    seen = 0
    for block in trace.article.blocks:
        if block.label not in _KEPT or block.end <= seen:
            continue
        start = max(block.start, seen)
        seen = block.end
        for a, b in blanked(text[start : block.end], reading[start : block.end]):
            span = (start + a, start + b)
            by = next((c for c in cut if c.start <= span[0] and span[1] <= c.end), None)
            label, rule = (by.label, by.rule) if by else ("hover text", "hover")
            yield BlockRow(label, rule, rows.of_rule(rule), Quote(text[slice(*span)], span), read=False)


def _block_marks(blocks: Iterable[BlockRow], inside: Iterable[BlockRow]) -> Iterable[Mark]:
    for row in blocks:
        if row.label != "body":
            note = f"{row.label}, by {row.rule}"
            yield Mark(*row.quote.span, "title" if row.label == "title" else "removed", note=note)
    for row in inside:
        yield Mark(*row.quote.span, "blanked", note=f"not read: {row.label}, by {row.rule}")


# ------------------------------------------------------------------------------------------ records


def _tones(statements: Iterable[Statement]) -> dict[tuple[str, ...], int]:
    """A number for each speaker, or speakers together, in the order in which they are heard."""
    out: dict[tuple[str, ...], int] = {}
    for statement in statements:
        out.setdefault(statement.speakers, len(out))
    return out


def _speakers(trace: Trace, tones: dict[tuple[str, ...], int], labels: Labels) -> tuple[Speaker, ...]:
    said = [s.speakers for s in trace.record.statements]
    return tuple(Speaker(tone, labels.names(who) or "nobody", said.count(who)) for who, tone in tones.items())


def _encounter_marks(trace: Trace) -> Iterable[Mark]:
    for encounter in trace.record.encounters:
        note = f"{encounter.id} {encounter.kind}, by {encounter.rule}"
        for span in encounter.evidence:
            yield Mark(*span, "encounter", of=encounter.id, note=note)
        cue: Span | None = trace.cues.get(encounter.id)
        if cue is not None:
            yield Mark(*cue, "contact", of=encounter.id, note=f"{encounter.id} cue")


def _statement_marks(trace: Trace, tones: dict[tuple[str, ...], int]) -> Iterable[Mark]:
    for statement in trace.record.statements:
        tone, of = tones[statement.speakers], statement.id
        for span in statement.content:
            yield Mark(*span, "statement", of, tone, f"{of} {statement.act}, by {statement.rule}")
        if statement.source is not None:
            yield Mark(*statement.source, "source", of, tone, f"{of} source")
        if statement.cue is not None:
            yield Mark(*statement.cue, "cue", of, tone, f"{of} cue")
        for framing in statement.framing:
            yield Mark(*framing.span, "framing", of, None, f"{framing.kind} for {framing.normal}")
