"""The contacts, one a line, and in short what there was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.brief.records import Contact, Line, Part
from dragoman.compare.records import Account
from dragoman.search.cite import Evidence


def in_short(contacts: Sequence[Contact]) -> Part:
    """How many contacts were held, and the last of them."""
    held = [c for c in contacts if c.view.status == "held"]
    lines = []
    if held:
        kinds = Counter(words(c.view.kind) for c in held)
        told = ", ".join(
            f"{n} {kind}{'s' if n > 1 else ''}" for kind, n in sorted(kinds.items(), key=lambda k: (-k[1], k[0]))
        )
        dated = [c for c in held if c.view.date]
        cites = tuple(_report(c) for c in held)
        lines.append(Line(text=f"{len(held)} contacts held: {told}", cites=cites))
        if dated:
            last = max(dated, key=lambda c: (c.view.date or "", c.view.id))
            lines.append(_line(last, f"latest: {_described(last)}"))
    return Part(key="summary", head="In short", lines=tuple(lines))


def held(contacts: Iterable[Contact]) -> Part:
    """Every contact that took place, in time."""
    lines = tuple(_line(c, _described(c)) for c in contacts if c.view.status == "held")
    return Part(
        key="contacts",
        head="Contacts",
        lines=lines,
        note="In time; the reports' own words stand at the cited characters.",
    )


def not_held(contacts: Iterable[Contact]) -> Part:
    """What was planned, proposed or called off, and of which no page says that it took place."""
    lines = tuple(_line(c, f"{c.view.status}: {_described(c)}") for c in contacts if c.view.status != "held")
    return Part(key="not_held", head="Planned, proposed or cancelled", lines=lines)


def _line(contact: Contact, text: str) -> Line:
    view = contact.view
    return Line(text=text, date=view.date, engagement=view.id, cites=tuple(reports(contact)))


def _described(contact: Contact) -> str:
    """Kind, people, place, occasion, topics, as the reports have them."""
    view = contact.view
    parts = [words(view.kind), ", ".join(view.people) or " – ".join(view.parties)]
    if view.place is not None:
        parts.append(view.place.name + (f" ({view.place.country})" if view.place.country else ""))
    if view.occasion:
        parts.append(view.occasion)
    topics = [words(t) for t in view.topics if t != "other"]
    return " · ".join(parts) + (f" · on {', '.join(topics)}" if topics else "")


def reports(contact: Contact) -> list[Evidence]:
    """The sentence of each page that reports the contact, pages that tell it as their news first."""
    accounts = sorted(contact.accounts, key=lambda a: (a.encounter.salience != "main", a.uri))
    return [e for a in accounts if (e := evidence(a)) is not None]


def _report(contact: Contact) -> Evidence:
    return reports(contact)[0]


def evidence(account: Account) -> Evidence | None:
    """The first sentence that reports the contact."""
    span = next(iter(account.encounter.evidence), None)
    return Evidence(page=account.uri, span=span, text=account.text[span[0] : span[1]]) if span else None


def words(value: str) -> str:
    """An id as words."""
    return value.replace("_", " ")
