"""A page's record to its reports: what merging compares, taken out of the record once."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.merge.records import Person, Report
from dragoman.model import Actor, Encounter, PageRecord, Participant


def reports_of(record: PageRecord) -> tuple[Report, ...]:
    """One report an encounter, in the record's order."""
    actors = {actor.id: actor for actor in record.actors}
    return tuple(_report(record, encounter, actors) for encounter in record.encounters)


def _report(record: PageRecord, encounter: Encounter, actors: dict[str, Actor]) -> Report:
    published = record.article.published
    return Report(
        page=record.page.id,
        encounter=encounter.id,
        kind=encounter.kind,
        status=encounter.status,
        salience=encounter.salience,
        date=encounter.date,
        published=published.date if published else None,
        language=record.article.language,
        parties=tuple(sorted({p.for_ for p in encounter.participants if p.for_})),
        people=tuple(_people(encounter.participants, actors)),
        place=encounter.place,
        occasion=encounter.occasion,
        duration_minutes=encounter.duration_minutes,
        topics=tuple(sorted({topic.topic for topic in encounter.topics})),
        date_span=encounter.date_span,
        date_basis=encounter.date_basis,
    )


def _people(participants: Iterable[Participant], actors: dict[str, Actor]) -> Iterable[Person]:
    """Persons and holders of an office; a bare state or body says nothing about who sat there."""
    seen = set()
    for participant in participants:
        actor = actors.get(participant.actor or "")
        if actor is None or actor.id in seen or actor.kind not in ("person", "office"):
            continue
        seen.add(actor.id)
        name = actor.label if actor.kind == "person" else None
        yield Person(name=name, for_=participant.for_ or actor.for_, office=actor.office, wikidata=actor.wikidata)
