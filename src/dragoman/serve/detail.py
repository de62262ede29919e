"""One engagement as a person reads it in the terminal: facts, then everything quoted with page and characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from dragoman.serve.columns import SHORT_ID, act, cited, kind, place, who, words
from dragoman.serve.correct import COLUMNS as CORRECTIONS
from dragoman.serve.output import Column, console, write_table
from dragoman.serve.safe import excerpt, plain

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.merge import Stage
    from dragoman.search.cite import Evidence
    from dragoman.search.show import Detail, ParticipantView, Readout
    from dragoman.search.statements import StatementView

_QUOTE = 600
"""Longest quotation, in characters; the span says where the rest stands."""

READOUTS: tuple[Column[Readout], ...] = (
    Column("page", lambda x: f"{x.page}#{x.encounter}", style="cyan"),
    Column("source", lambda x: str(x.source), firm=True, least=84),
    Column("outlet", lambda x: x.outlet or ""),
    Column("language", lambda x: x.language or "", least=76),
    Column("published", lambda x: x.published or "", firm=True, least=64),
    Column("date", lambda x: x.date or "undated", firm=True),
    Column("place", lambda x: x.place or ""),
    Column("minutes", lambda x: str(x.duration_minutes or ""), least=90),
    Column("salience", lambda x: x.salience, least=76),
)


def write_detail(detail: Detail) -> None:
    """The whole engagement to standard output."""
    to = console()
    _write_facts(to, detail)
    _head(to, "Participants")
    for name, found in _participants(detail.participants):
        to.print(_hanging(Text(name, style="bold"), 2))
        _quotes(to, found, 4)
    _head(to, "Evidence")
    _quotes(to, detail.evidence, 2)
    if detail.topics:
        _head(to, "Topics")
        _quotes(to, detail.topics, 2)
    _head(to, "Readouts")
    write_table(to, detail.readouts, READOUTS)
    _write_conflicts(to, detail)
    if detail.corrections:
        _head(to, "Corrected by persons")
        write_table(to, detail.corrections, CORRECTIONS)
    _head(to, f"Statements ({len(detail.statements)})" if detail.statements else "Statements: none on these pages")
    for statement in detail.statements:
        _write_statement(to, statement)


def _write_facts(to: Console, detail: Detail) -> None:
    found = detail.engagement
    title = f"{kind(found)} · {found.date or 'undated'} · {' – '.join(found.parties)}"
    to.print(Text(plain(title), style="bold"))
    rows = (
        ("people", ", ".join(found.people)),
        ("place", place(found)),
        ("occasion", found.occasion or ""),
        ("topics", ", ".join(words(t) for t in found.topics)),
        ("reports", f"{len(found.reports)} of {detail.sources} independent source{'s' * (detail.sources != 1)}"),
        ("history", _history(detail.history)),
        *(("part of", f"{x.engagement[:SHORT_ID]} ({x.why})") for x in detail.related if x.relation == "part_of"),
        *(("contains", f"{x.engagement[:SHORT_ID]} ({x.why})") for x in detail.related if x.relation == "contains"),
        ("id", found.id),
    )
    for name, value in rows:
        if value:
            to.print(Text.assemble((f"{name:<10}", "dim"), plain(value)))


def _history(stages: Sequence[Stage]) -> str:
    """Told where it is more than one step: `planned 2031-03 (told 2031-02-20) → held 2031-03-05 (...)`."""
    if len({s.status for s in stages}) < 2:
        return ""
    told = [f"{s.status} {s.date or 'without date'} (told {s.published or 'without date'}, {s.report})" for s in stages]
    return " → ".join(told)


def _participants(found: Iterable[ParticipantView]) -> list[tuple[str, list[Evidence]]]:
    """One entry a person, with all places that say so."""
    persons: dict[str, list[Evidence]] = {}
    for p in sorted(found, key=lambda p: (p.for_ or "~", p.label)):
        office = " ".join(words(x) for x in (p.qualifier, p.office) if x)
        told = [p.for_ or "?", p.label, office, p.role or ""]
        persons.setdefault(plain(" · ".join(x for x in told if x)), []).append(p.evidence)
    return list(persons.items())


def _write_conflicts(to: Console, detail: Detail) -> None:
    if not detail.engagement.conflicts:
        return
    _head(to, "Reports differ")
    for conflict in detail.engagement.conflicts:
        to.print(_hanging(Text(words(conflict.field), style="bold"), 2))
        for value in conflict.values:
            where = f" [{value.span[0]},{value.span[1]})" if value.span else ""
            to.print(_hanging(Text.assemble(plain(str(value.value)), (f"  {plain(value.report)}{where}", "cyan")), 4))


def _write_statement(to: Console, statement: StatementView) -> None:
    to.print(_hanging(Text.assemble((plain(who(statement)), "bold"), f" · {plain(act(statement))}"), 2))
    _quotes(to, statement.evidence, 4)


def _quotes(to: Console, found: Sequence[Evidence], indent: int) -> None:
    for evidence in found:
        quoted = f"“{excerpt(evidence.text, _QUOTE)}”"
        to.print(_hanging(Text.assemble(quoted, (f"  {plain(cited(evidence))}", "cyan")), indent))


def _head(to: Console, title: str) -> None:
    to.print()
    to.print(Text(title, style="bold underline"))


def _hanging(text: Text, indent: int) -> Padding:
    return Padding(text, (0, 0, 0, indent), expand=False)
