"""The whole comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.compare import laying
from dragoman.compare.citing import span_of
from dragoman.compare.facts import facts
from dragoman.compare.framing import loaded_names
from dragoman.compare.items import Item, statements, topics
from dragoman.compare.records import Account, Compared, Comparison, Only, Shared, SideReport, SpeakerPart
from dragoman.compare.sides import side_of
from dragoman.merge import Conflict, ConflictValue
from dragoman.merge.conflicts import conflicts
from dragoman.merge.differ import one_person


def compare(
    engagement: str, title: str, accounts: Sequence[Account], copies: Sequence[Sequence[str]] = (),
    doubles: Sequence[str] = (),
) -> Compared:  # fmt: skip
    """The reports of one engagement beside each other: sides in order, official ones first.

    copies: ids of pages whose stories are one text; of an unknown side they are one source. doubles: ids of the other
    engagements that some of the accounts are of.
    """
    accounts = sorted(accounts, key=lambda a: _order(side_of(a)))
    sides = {a.uri: side_of(a) for a in accounts}
    same = _copies(accounts, copies)
    said = laying.distinct((s for a in accounts for s in statements(a)), laying.statements_alike)
    about = laying.distinct((t for a in accounts for t in topics(a)), laying.topics_alike)
    return Compared(
        comparison=Comparison(
            engagement=engagement,
            reports=tuple(sides.values()),
            conflicts=_cited(accounts),
            only=_only(about, said, {uri: s.side or same.get(uri, uri) for uri, s in sides.items()}),
            framing=tuple(dict.fromkeys(name for a in accounts for name in loaded_names(a))),
        ),
        title=title,
        facts=facts(accounts),
        topics=_shared(about, laying.topics_alike),
        speakers=_speakers(said),
        doubles=tuple(doubles),
        copies=tuple((uri, first) for uri, first in same.items() if uri != first),
    )


def _copies(accounts: Sequence[Account], copies: Sequence[Sequence[str]]) -> dict[str, str]:
    """Of each report that is a copy, or has copies, the first of them."""
    found: dict[str, str] = {}
    for group in copies:
        uris = [a.uri for a in accounts if a.report.page in group]
        found.update(dict.fromkeys(uris, uris[0]) if len(uris) > 1 else {})
    return found


def _order(side: SideReport) -> tuple[bool, str, bool, str]:
    return side.side is None, side.side or "", not side.official, side.page


def _cited(accounts: Sequence[Account]) -> tuple[Conflict, ...]:
    """The conflicts with the page's name for its report, and the characters that say so."""
    by_key = {a.report.key: a for a in accounts}

    def cite(field: str, value: ConflictValue) -> ConflictValue:
        account = by_key[value.report]
        span = value.span or span_of(account, field, value.value)
        return msgspec.structs.replace(value, report=account.uri, span=span)

    found = conflicts([a.report for a in accounts])
    return tuple(Conflict(field=c.field, values=tuple(cite(c.field, v) for v in c.values)) for c in found)


def _only(about: Sequence[Item], said: Sequence[Item], sides: Mapping[str, str]) -> tuple[Only, ...]:
    """Topics, then statements. A topic that is the object of a one-sided statement is told once, as the statement."""
    lone = laying.one_sided(said, laying.statements_alike, sides)
    found = [
        topic
        for topic in laying.one_sided(about, laying.topics_alike, sides)
        if not laying.raised(topic, said, sides) and not any(_within(topic, s) for s in said)
    ]
    return tuple(
        Only(report=x.report, field=field, text=x.text, span=x.span)
        for field, items in (("topics", found), ("statements", lone))
        for x in items
    )


def _within(topic: Item, statement: Item) -> bool:
    return topic.report == statement.report and topic.span[0] < statement.span[1] and statement.span[0] < topic.span[1]


def _shared(items: Sequence[Item], score: laying.Score) -> tuple[Shared, ...]:
    """Contents, those of most reports first, then in the order of the pages."""
    found = sorted(laying.groups(items, score), key=lambda g: -len(g))
    return tuple(Shared(told=tuple(x.told for x in group), act=group[0].act) for group in found)


def _speakers(said: Iterable[Item]) -> tuple[SpeakerPart, ...]:
    """Speaker by speaker, in the order in which the reports let them speak; joint statements are their own."""
    parts: list[tuple[str, list[Item]]] = []
    for item in said:
        part = next((items for _, items in parts if _same_speakers(items[0], item)), None)
        if part is None:
            parts.append((_names(item), [item]))
        else:
            part.append(item)
    return tuple(
        SpeakerPart(speaker=name, for_=items[0].states, said=_shared(items, laying.statements_alike))
        for name, items in parts
    )


def _names(item: Item) -> str:
    return ", ".join(p.name or p.office or p.for_ or "?" for p in item.speakers) or " ".join(item.states) or "?"


def _same_speakers(a: Item, b: Item) -> bool:
    if len(a.speakers) != len(b.speakers) or set(a.states) != set(b.states):
        return False
    if not a.speakers:
        return True
    return all(any(one_person(x, y) or (not x.name and not y.name) for y in b.speakers) for x in a.speakers)
