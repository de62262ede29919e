"""A comparison as a paper: sources, where they differ, what only one has, then by field and by speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.serve.paper import Cite, Entry, Paper, Section

if TYPE_CHECKING:
    from dragoman.compare import Compared, Comparison, Facts, Shared, SpeakerPart
    from dragoman.compare.records import Only, SideReport, Told
    from dragoman.merge import Conflict


def paper_of(compared: Compared) -> Paper:
    """The whole comparison, the news first."""
    found = compared.comparison
    names = _names(found)
    sections = [_sources(found, dict(compared.copies)), _conflicts(found, names), *_only(found, names)]
    sections += [_facts(compared.facts, names)]
    if compared.topics:
        sections.append(Section(head="Topics", entries=tuple(_shared(compared.topics, names))))
    sections += [_speaker(part, names) for part in compared.speakers]
    sections.append(_framing(found, names))
    return Paper(title=f"Compared: {compared.title}", note=_note(compared), sections=tuple(sections))


def _note(compared: Compared) -> str:
    note = f"engagement {compared.comparison.engagement}"
    if compared.doubles:
        others = ", ".join(compared.doubles)
        note += f"; with {others}, which differs in people or by a day: perhaps another contact (link or unlink says)"
    return note


def _names(found: Comparison) -> dict[str, str]:
    """What each report is called; with its page where two would be called the same."""
    names = {r.page: _name(found, r.page) for r in found.reports}
    taken = Counter(names.values())
    return {page: f"{name}, {page}" if taken[name] > 1 else name for page, name in names.items()}


def _name(found: Comparison, page: str) -> str:
    """How a report is called in the text: by its side where that is known and only one has it, else by its outlet."""
    report = next(r for r in found.reports if r.page == page)
    outlet = report.outlet or report.page
    if report.side is None:
        return outlet
    alone = sum((r.side, r.official) == (report.side, report.official) for r in found.reports) == 1
    return _voice(report) if alone else f"{_voice(report)}, {outlet}"


def _voice(report: SideReport) -> str:
    return f"{report.side} {'official' if report.official else 'press'}" if report.side else "side unknown"


def _sources(found: Comparison, copies: dict[str, str]) -> Section:
    entries = [
        Entry(label=_voice(r), text=_outlet(r, copies), cites=(Cite(page=r.page, span=None),)) for r in found.reports
    ]
    note = "Only one report: nothing to compare it with." if len(entries) < 2 else ""
    return Section(head=f"Sources ({len(entries)})", entries=tuple(entries), note=note)


def _outlet(report: SideReport, copies: dict[str, str]) -> str:
    name = report.outlet or "outlet unknown"
    return f"{name}, the same text as {copies[report.page]}" if report.page in copies else name


def _conflicts(found: Comparison, names: dict[str, str]) -> Section:
    if not found.conflicts:
        return Section(head="They differ: in nothing that both report")
    return Section(head="They differ", entries=tuple(e for c in found.conflicts for e in _conflict(c, names)))


def _conflict(conflict: Conflict, names: dict[str, str]) -> Iterator[Entry]:
    for value in conflict.values:
        cite = Cite(page=value.report, span=value.span)
        text = f"{value.value} – {names[value.report]}"
        yield Entry(label=conflict.field.replace("_", " "), text=text, cites=(cite,))


def _only(found: Comparison, names: dict[str, str]) -> Iterator[Section]:
    for name in dict.fromkeys(names.values()):
        entries = [
            Entry(label=item.field.removesuffix("s"), cites=(_cite(item),), quoted=True)
            for item in found.only
            if names[item.report] == name
        ]
        if entries:
            yield Section(head=f"Only {name} has", entries=tuple(entries))


def _facts(facts: Sequence[Facts], names: dict[str, str]) -> Section:
    """One entry a value, with all reports that have it."""
    entries = []
    for field in facts:
        values = dict.fromkeys(fact.value for fact in field.told)
        for value in values:
            told = [f for f in field.told if f.value == value]
            who = ", ".join(dict.fromkeys(names[f.report] for f in told))
            who = "all" if len({f.report for f in told}) == len(names) > 1 else who
            cites = tuple(Cite(page=f.report, span=f.span) for f in told)
            shown = value.replace("_", " ") if field.field in ("kind", "status") else value
            entries.append(Entry(label=field.field.replace("_", " "), text=f"{shown} – {who}", cites=cites))
    return Section(head="The contact as each has it", entries=tuple(entries))


def _shared(shared: Iterable[Shared], names: dict[str, str]) -> Iterator[Entry]:
    for content in shared:
        who = " = ".join(names[t.report] for t in content.told)
        label = f"{content.act}: {who}" if content.act else who
        yield Entry(label=label, cites=tuple(_cite(t) for t in content.told), quoted=True)


def _cite(told: Told | Only) -> Cite:
    return Cite(page=told.report, span=told.span, text=told.text)


def _speaker(part: SpeakerPart, names: dict[str, str]) -> Section:
    states = f" ({', '.join(part.for_)})" if part.for_ else ""
    return Section(head=f"Attributed to {part.speaker}{states}", entries=tuple(_shared(part.said, names)))


def _framing(found: Comparison, names: dict[str, str]) -> Section:
    entries = tuple(
        Entry(
            label=names[f.report], text=f"{f.kind}, for {f.normal}:",
            cites=(Cite(page=f.report, span=f.span, text=f.text),), quoted=True,
        )
        for f in found.framing
    )  # fmt: skip
    return Section(head="Loaded names" if entries else "Loaded names: none", entries=entries)
