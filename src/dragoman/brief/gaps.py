"""What the note rests on, and what it cannot know: told of the store, not of the world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.brief.contacts import reports, words
from dragoman.brief.records import Contact, Line, Material, Part
from dragoman.search.coverage import Coverage, gap_in_words


def gaps(material: Material) -> Part:
    """Contacts that a side's own pages do not report, those without a date or without anything said."""
    lines = [line for contact in material.contacts for line in _of_contact(material.parties, contact)]
    note = "What these pages do not tell; it may have been told elsewhere."
    return Part(key="gaps", head="Gaps", lines=tuple(lines), note=note)


def _of_contact(parties: Sequence[str], contact: Contact) -> list[Line]:
    if contact.view.status != "held":
        return []
    sides = {r.side for r in contact.compared.comparison.reports}
    missing = [state for state in parties if state not in sides]
    told = []
    if missing:
        told.append(f"no page known to be from {' or '.join(missing)}")
    if contact.view.date is None:
        told.append("no date")
    if not contact.compared.speakers:
        told.append("nothing said is reported")
    if not told:
        return []
    who = ", ".join(contact.view.people) or " – ".join(contact.view.parties)
    text = f"{words(contact.view.kind)}, {who}: {'; '.join(told)}"
    cites = tuple(reports(contact)[:1])
    return [Line(text=text, date=contact.view.date, engagement=contact.view.id, cites=cites)]


def basis(material: Material, found: Coverage, store: Coverage) -> Part:
    """The pages the note rests on, by side, outlet and language, and how many the store holds in all."""
    sides = Counter(
        "side unknown" if r.side is None else f"{r.side} {'official' if r.official else 'press'}"
        for r in {r.page: r for c in material.contacts for r in c.compared.comparison.reports}.values()
    )
    span = f", {found.first} to {found.last}" if found.first else ""
    lines = [
        Line(text=f"{found.pages} of the store's {store.pages} pages{span}"),
        Line(text="reports by side: " + (", ".join(f"{k} {n}" for k, n in sorted(sides.items())) or "none")),
        *(Line(text=_outlet(o.outlet, o.language, o.pages, o.first, o.last)) for o in found.outlets),
    ]
    if not found.pages:
        lines.append(Line(text="no page reports a contact of the two, or words of one to the other, in this time"))
    lines += [Line(text=f"no pages: {gap_in_words(gap)}") for gap in store.gaps]
    lines += [
        Line(text=f"{n} pages in {tag} are held, not read beyond title and date") for tag, n in store.unread.items()
    ]
    note = "Silence of a page that is not here is not absence."
    return Part(key="coverage", head="What this rests on", lines=tuple(lines), note=note)


def _outlet(name: str | None, language: str | None, pages: int, first: str | None, last: str | None) -> str:
    when = first or "undated"
    if first and last and first != last:
        when = f"{first} to {last}"
    return f"{name or 'outlet unknown'} ({language or '?'}): {pages} page{'s' if pages > 1 else ''}, {when}"
