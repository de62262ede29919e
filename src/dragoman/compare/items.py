"""A report to what is laid beside other reports: its topics, each thing by itself, and its statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from dragoman.align import Signs, signs
from dragoman.align.signs import WEAK
from dragoman.compare.records import Account, Told
from dragoman.merge import Person
from dragoman.model import Actor, Span, Statement, Topic
from dragoman.world import load_world


class Item(msgspec.Struct, frozen=True, eq=False):
    """A topic or a statement of one report. A topic has no speakers and no act."""

    report: str
    text: str
    span: Span
    signs: Signs
    speakers: tuple[Person, ...] = ()
    states: tuple[str, ...] = ()
    act: str | None = None

    @property
    def told(self) -> Told:
        """The item as it is cited."""
        return Told(report=self.report, text=self.text, span=self.span)


def topics(account: Account) -> list[Item]:
    """The topics in the page's order; one that names several things is taken apart at its conjunctions."""
    parts = [part for topic in account.encounter.topics for part in _parts(topic, account.report.language)]
    return [_item(account, span) for span in dict.fromkeys(parts)]


def _item(account: Account, span: Span) -> Item:
    text = account.text[span[0] : span[1]]
    return Item(account.uri, text, span, _signs(account, text))


def _signs(account: Account, text: str) -> Signs:
    """The signs of the text; that the parties of the contact are named tells little."""
    parties = {f"={state}" for state in account.report.parties}
    return {s: WEAK if s in parties else w for s, w in signs(text, account.report.language).items()}


def _parts(topic: Topic, language: str | None) -> Iterator[Span]:
    """A part that has only names in it goes on with the one before ("flights between Jakarta | and Nairobi")."""
    start, last = topic.span[0], 0
    found: list[Span] = []
    for cut in (*_conjunction(language).finditer(topic.text), None):
        end = cut.start() if cut else len(topic.text)
        words = [s for s in signs(topic.text[last:end], language) if s[0] not in "=@"]
        if found and not words:
            found[-1] = (found[-1][0], start + end)
        elif end > last:
            found.append((start + last, start + end))
        last = cut.end() if cut else end
    yield from found


@cache
def _conjunction(language: str | None) -> re.Pattern[str]:
    pack = load_world().language(language)
    words = [re.escape(w) for w in pack.grammar.words.conjunction] if pack else []
    joined = "|".join(sorted(words, key=len, reverse=True)) or "(?!)"
    return re.compile(rf",?\s+(?:{joined})\s+|\s*[,;،]\s+", re.IGNORECASE)


def statements(account: Account) -> list[Item]:
    """What was said in the contact, in the page's order, as far as the page says so; repetitions of one page are
    left to whoever compares."""
    actors = {actor.id: actor for actor in account.record.actors}
    return [
        _statement(account, statement, actors)
        for statement in account.record.statements
        if statement.content and _in_contact(account, statement)
    ]


def _in_contact(account: Account, statement: Statement) -> bool:
    """Made in the encounter; or by its parties on a page that has no other main one."""
    if statement.encounter is not None:
        return statement.encounter == account.encounter.id
    mains = [e.id for e in account.record.encounters if e.salience == "main"]
    return mains == [account.encounter.id] and bool(set(statement.for_) & set(account.report.parties))


def _statement(account: Account, statement: Statement, actors: dict[str, Actor]) -> Item:
    span = (statement.content[0][0], statement.content[-1][1])
    text = " ".join(account.text[start:end] for start, end in statement.content)
    speakers = tuple(_person(actors[a]) for a in statement.speakers if a in actors)
    shown = account.text[span[0] : span[1]]
    return Item(account.uri, shown, span, _signs(account, text), speakers, statement.for_, statement.act)


def _person(actor: Actor) -> Person:
    name = actor.label if actor.kind == "person" else None
    return Person(name=name, for_=actor.for_, office=actor.office, wikidata=actor.wikidata)
