"""A brief as a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.serve.paper import Cite, Entry, Paper, Section

if TYPE_CHECKING:
    from dragoman.brief import Brief, Line, Part


def paper_of(brief: Brief) -> Paper:
    """The whole note."""
    time = " ".join(x for x in (brief.since and f"since {brief.since}", brief.until and f"until {brief.until}") if x)
    title = f"{brief.parties[0]} – {brief.parties[1]}: contacts and positions{', ' + time if time else ''}"
    note = (
        f"Made by dragoman from {brief.pages} pages. Every line cites page and characters; it says what pages report, "
        "not what happened."
    )
    return Paper(title=title, note=note, sections=tuple(_section(part) for part in brief.parts))


def _section(part: Part) -> Section:
    return Section(head=part.head, entries=tuple(_entry(line, part.quoted) for line in part.lines), note=part.note)


def _entry(line: Line, quoted: bool) -> Entry:
    cites = tuple(Cite(page=e.page, span=e.span, text=e.text) for e in line.cites)
    return Entry(label=line.date or ("undated" if line.engagement else ""), text=line.text, cites=cites, quoted=quoted)
