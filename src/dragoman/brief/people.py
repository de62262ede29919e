"""Who acted for each side, in which office, as the pages have it: who is named last, and who before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.brief.contacts import words
from dragoman.brief.records import Contact, Line, Part
from dragoman.compare.records import Account
from dragoman.merge.differ import RANK
from dragoman.merge.names import same_name
from dragoman.model import Actor
from dragoman.search.cite import Evidence


class _Seen(msgspec.Struct, frozen=True, eq=False):
    """Somebody in one report of a contact."""

    name: str
    office: str
    date: str
    cite: Evidence


def people(parties: Sequence[str], contacts: Iterable[Contact]) -> Part:
    """By side and office; within an office the one named in the latest contact first."""
    told = list(contacts)
    lines = [line for state in parties for line in _of_state(state, told)]
    note = "Offices as the pages give them on the days of the contacts; “last named” is not “in office today”."
    return Part(key="people", head="Who is who", lines=tuple(lines), note=note)


def _of_state(state: str, contacts: Sequence[Contact]) -> list[Line]:
    seen = [s for c in contacts for a in c.accounts for s in _seen(state, c.view.date or "", a)]
    persons: list[list[_Seen]] = []
    for one in seen:
        same = next((p for p in persons if p[0].office == one.office and same_name(p[0].name, one.name)), None)
        persons.append([one]) if same is None else same.append(one)
    persons.sort(key=lambda p: (_rank(p[0].office), -_number(max(s.date for s in p)), p[0].name))
    latest: dict[str, str] = {}
    for person in persons:
        latest.setdefault(person[0].office, person[0].name)
    return [_line(state, person, last=latest[person[0].office] == person[0].name) for person in persons]


def _seen(state: str, date: str, account: Account) -> Iterable[_Seen]:
    actors = {actor.id: actor for actor in account.record.actors}
    for participant in account.encounter.participants:
        actor = actors.get(participant.actor or "")
        if actor is None or actor.kind != "person" or (participant.for_ or actor.for_) != state:
            continue
        yield _Seen(actor.label, actor.office or "office unknown", date, _named(account, actor))


def _named(account: Account, actor: Actor) -> Evidence:
    """Where the page has the fullest form of the name."""
    text = account.text
    spans = sorted(actor.mentions, key=lambda m: (actor.name not in text[m[0] : m[1]], m))
    span = spans[0]
    return Evidence(page=account.uri, span=span, text=text[span[0] : span[1]])


def _line(state: str, person: Sequence[_Seen], *, last: bool) -> Line:
    dated = sorted((s for s in person if s.date), key=lambda s: s.date)
    name = max((s.name for s in person), key=lambda n: (n.isascii(), len(n), n))
    office = words(person[0].office)
    when = "undated"
    if dated:
        first, end = dated[0].date, dated[-1].date
        when = first if first == end else f"{first} to {end}"
    standing = "last named" if last else "before"
    cites = tuple(dict.fromkeys((*(s.cite for s in dated[:1]), *(s.cite for s in dated[-1:])))) or (person[0].cite,)
    text = f"{state} · {office}: {name} ({when}; {standing})"
    return Line(text=text, date=dated[-1].date if dated else None, by=name, cites=cites)


def _rank(office: str) -> int:
    return RANK.index(office) if office in RANK else len(RANK)


def _number(date: str) -> int:
    return int("".join(c for c in date[:10] if c.isdigit()).ljust(8, "0") or 0)
