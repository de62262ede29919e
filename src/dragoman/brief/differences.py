"""Where readouts of one contact differ, and what only one side's readout has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.brief.contacts import words
from dragoman.brief.records import Contact, Line, Part
from dragoman.compare.records import Account, SideReport
from dragoman.merge import Conflict
from dragoman.model import Span
from dragoman.search.cite import Evidence


def conflicts(contacts: Iterable[Contact]) -> Part:
    """Values that contradict each other, each with the page that has it."""
    lines = tuple(_conflict(c, conflict) for c in contacts for conflict in c.compared.comparison.conflicts)
    return Part(key="disagreements", head="Disagreements between readouts", lines=lines)


def _conflict(contact: Contact, conflict: Conflict) -> Line:
    voices = {r.page: voice(r) for r in contact.compared.comparison.reports}
    told = "; ".join(f"{value.value} ({voices[value.report]})" for value in conflict.values)
    cites = tuple(_evidence(contact.accounts, v.report, v.span) for v in conflict.values if v.span)
    return Line(
        text=f"{words(contact.view.kind)} · {words(conflict.field)}: {told}", date=contact.view.date,
        engagement=contact.view.id, cites=cites,
    )  # fmt: skip


def one_sided(contacts: Iterable[Contact]) -> Part:
    """What one readout has and the others leave out, of contacts with reports of several sources."""
    lines = [line for contact in contacts for line in _one_sided(contact)]
    note = "Topics and acts that one source of a contact has and the others leave out; all of it: dragoman compare ID."
    return Part(key="one_sided", head="Told by one side only", lines=tuple(lines), note=note, quoted=True)


def _one_sided(contact: Contact) -> Iterable[Line]:
    voices = {r.page: voice(r) for r in contact.compared.comparison.reports}
    said = {
        (t.report, t.span): (part.speaker, s.act)
        for part in contact.compared.speakers
        for s in part.said
        for t in s.told
    }
    for item in contact.compared.comparison.only:
        speaker, act = said.get((item.report, item.span), ("", None))
        if act == "state":
            continue
        what = f"{speaker}: {act}" if act else item.field.removesuffix("s")
        cite = Evidence(page=item.report, span=item.span, text=item.text)
        yield Line(
            text=f"only {voices[item.report]} · {what}", date=contact.view.date, engagement=contact.view.id, act=act,
            by=speaker or None, cites=(cite,),
        )  # fmt: skip


def voice(report: SideReport) -> str:
    """A source in words: `JPN official`, `IRN press`, or its outlet."""
    if report.side is None:
        return report.outlet or report.page
    return f"{report.side} {'official' if report.official else 'press'}"


def _evidence(accounts: Sequence[Account], page: str, span: Span) -> Evidence:
    text = next(a.text for a in accounts if a.uri == page)
    return Evidence(page=page, span=span, text=text[span[0] : span[1]])
