"""Where a page says what its record has without a span: kind, status, length, occasion, participants."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.compare.records import Account
from dragoman.model import Span
from dragoman.world import load_world
from dragoman.world.timereader import reader


def span_of(account: Account, field: str, value: str | int) -> Span | None:
    """The characters that say that the field has this value; the reporting sentence where no words of it do."""
    encounter = account.encounter
    found: Span | None = None
    if field == "date":
        found = encounter.date_span
    elif field == "place":
        found = encounter.place.span if encounter.place else None
    elif field == "duration_minutes":
        found = _duration(account)
    elif field == "occasion":
        found = _words(account, str(value))
    elif field == "participants":
        found = participant_span(account, str(value))
    elif field == "kind":
        found = _told_as(account)
    return found or next(iter(encounter.evidence), None)


def participant_span(account: Account, name: str) -> Span | None:
    """Where the page says that this person took part."""
    actors = {actor.id: actor for actor in account.record.actors}
    for participant in account.encounter.participants:
        actor = actors.get(participant.actor or "")
        if actor is not None and actor.label == name:
            return participant.span
    return None


def _places(account: Account) -> Iterator[Span]:
    """The reporting sentences, then the paragraphs of the story."""
    yield from account.encounter.evidence
    yield from account.record.article.body


def _words(account: Account, words: str) -> Span | None:
    for start, end in _places(account):
        at = account.text.find(words, start, end)
        if at >= 0:
            return at, at + len(words)
    return None


def _duration(account: Account) -> Span | None:
    pack = load_world().language(account.report.language)
    if pack is None:
        return None
    times = reader(pack.times)
    for start, end in _places(account):
        for time in times.read(account.text, start, end):
            if time.kind == "duration" and time.minutes == account.encounter.duration_minutes:
                return time.start, time.end
    return None


def _told_as(account: Account) -> Span | None:
    """The words by which the contact is coded as an event."""
    for event in account.record.events:
        if event.of == account.encounter.id and event.evidence:
            return event.evidence[0]
    return None
