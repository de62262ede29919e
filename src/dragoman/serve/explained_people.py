"""Who is on a page, by which words; and what was taken for somebody and stands for nobody."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.find import Found
from dragoman.identify import Mention, Person
from dragoman.model import Actor, Span
from dragoman.serve.explained_items import Quote
from dragoman.trace import Trace

_REFERRING = frozenset({"name", "office", "group", "institution", "pronoun"})


class Somebody(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of the record, or (id empty) a person found whom the record does not need.

    state_by, office_by: the words that first say so, or in words where it comes from when no mention does.
    """

    id: str
    kind: str
    name: str
    state: str = ""
    office: str = ""
    role: str = ""
    qualifier: str = ""
    mentions: int = 0
    first: Quote | None = None
    state_by: Quote | str = ""
    office_by: Quote | str = ""

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All words quoted for this row."""
        return tuple(q for q in (self.first, self.state_by, self.office_by) if isinstance(q, Quote))


class Unresolved(msgspec.Struct, frozen=True):
    """Words that refer to somebody whom the reader could not name."""

    kind: str
    states: str
    role: str
    quote: Quote


def everybody(trace: Trace) -> tuple[tuple[Somebody, ...], tuple[Somebody, ...]]:
    """People (those of the record first), then states, organisations and bare offices."""
    numbers = _numbers(trace)
    rows = [_actor(actor, numbers.get(actor.id), trace) for actor in trace.record.actors]
    people = tuple(r for r in rows if r.kind == "person")
    unused: tuple[Somebody, ...] = ()
    if trace.who is not None and trace.found is not None:
        used = set(numbers.values())
        unused = tuple(_person(n, trace) for n in range(len(trace.who.people)) if n not in used)
    return people + unused, tuple(r for r in rows if r.kind != "person")


def unresolved(trace: Trace) -> tuple[Unresolved, ...]:
    """Mentions without a person that no actor of the record has among its own, and names of nobody; in page order."""
    if trace.who is None or trace.found is None:
        return ()
    known = {span for actor in trace.record.actors for span in actor.mentions}
    known |= {s.source for s in trace.record.statements if s.source and s.speakers}
    known |= {p.span for e in trace.record.encounters for p in e.participants}
    out = []
    for mention in trace.who.mentions:
        span = trace.found.chars(mention.first, mention.last)
        if mention.kind in _REFERRING and mention.person is None and span not in known:
            role = " ".join(x for x in (mention.modifier, mention.role) if x)
            out.append(Unresolved(mention.kind, ", ".join(mention.states), role, _quote(span, trace)))
    out += [Unresolved("name", "", "", _quote(span, trace)) for span in trace.nobody if span not in known]
    return tuple(sorted(out, key=lambda u: u.quote.span))


def _numbers(trace: Trace) -> dict[str, int]:
    """The person in the register behind each actor: the one most of whose mentions the actor has."""
    if trace.who is None or trace.found is None:
        return {}
    shared: dict[tuple[str, int], int] = {}
    by_span: dict[Span, int] = {}
    for mention in trace.who.mentions:
        if mention.person is not None:
            by_span[_named(mention, trace.found)] = mention.person
    for actor in trace.record.actors:
        for number in (by_span[s] for s in actor.mentions if actor.kind == "person" and s in by_span):
            shared[actor.id, number] = shared.get((actor.id, number), 0) + 1
    return {actor: number for (actor, number), _ in sorted(shared.items(), key=lambda x: x[1])}


def _named(mention: Mention, found: Found) -> Span:
    return found.chars(*(mention.name or (mention.first, mention.last)))


def _actor(actor: Actor, number: int | None, trace: Trace) -> Somebody:
    first = _quote(actor.mentions[0], trace) if actor.mentions else None
    state_by: Quote | str = ""
    office_by: Quote | str = ""
    if number is not None:
        first, state_by, office_by = _evidence(number, trace)
    return Somebody(
        id=actor.id, kind=actor.kind, name=actor.name, state=actor.for_ or "", office=actor.office or "",
        role=actor.role or "", qualifier=actor.qualifier or "", mentions=len(actor.mentions), first=first,
        state_by=state_by, office_by=office_by,
    )  # fmt: skip


def _person(number: int, trace: Trace) -> Somebody:
    assert trace.who is not None
    assert trace.found is not None
    person: Person = trace.who.people[number]
    first, state_by, office_by = _evidence(number, trace)
    name = trace.page.text[slice(*trace.found.chars(person.first, person.last))]
    return Somebody(
        id="", kind="person", name=name, state=person.state or "", role=person.role or "",
        qualifier=person.modifier or "", mentions=len(_mentions(number, trace)), first=first,
        state_by=state_by, office_by=office_by,
    )  # fmt: skip


def _mentions(number: int, trace: Trace) -> Sequence[Mention]:
    return [m for m in trace.who.mentions if m.person == number] if trace.who else []


def _evidence(number: int, trace: Trace) -> tuple[Quote | None, Quote | str, Quote | str]:
    """The first mention; then what first states the person's state and office, else where else they come from."""
    assert trace.who is not None
    assert trace.found is not None
    person, mentions, found = trace.who.people[number], _mentions(number, trace), trace.found

    def words(mention: Mention | None) -> Quote | None:
        return _quote(found.chars(mention.first, mention.last), trace) if mention else None

    state = words(next((m for m in mentions if person.state in m.states), None)) if person.state else ""
    office = words(next((m for m in mentions if m.role == person.role), None)) if person.role else ""
    home = " or the page's own state" if person.state == trace.who.home else ""
    return (
        words(mentions[0] if mentions else None),
        f"no mention says so: table of office-holders, a reference{home}" if state is None else state,
        "no mention says so: table of office-holders or a reference" if office is None else office,
    )


def _quote(span: Span, trace: Trace) -> Quote:
    return Quote(trace.page.text[slice(*span)], span)
