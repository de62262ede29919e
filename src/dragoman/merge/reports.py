"""A page's record to its reports: what merging compares, taken out of the record once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.merge.copies import sketch
from dragoman.merge.records import Person, Report
from dragoman.model import Actor, Encounter, PageRecord, Participant, Span, content_id
from dragoman.world.rounds import round_in

_NUMBER = re.compile(r"\d+(?:[.,٬]\d{3})*")
_SMALLEST, _MOST = 10, 40
"""Numbers under ten are in every text; so many are kept, the largest first."""


def reports_of(record: PageRecord, text: str | None = None) -> tuple[Report, ...]:
    """One report an encounter, in the record's order. `text` is the page's; without it numbers, the place in a
    series and copies are not known."""
    actors = {actor.id: actor for actor in record.actors}
    story = [text[a:b] for a, b in record.article.body] if text else []
    shared = _Page(record, "\n".join(story), text or "", tuple(_numbers(story)))
    counts: Counter[str] = Counter()
    found = []
    for encounter in record.encounters:
        parties = tuple(sorted({p.for_ for p in encounter.participants if p.for_}))
        name = content_id("report", record.page.id, family(encounter.kind), ",".join(parties))
        counts[name] += 1
        found.append(shared.report(encounter, parties, actors, f"{name}{counts[name]}"))
    return tuple(found)


def family(kind: str) -> str:
    """What is one contact in the words of one page may be another kind in another's, within a family: a call by
    telephone or video; a meeting or a conference. A visit and a message are each their own."""
    return {"phone_call": "call", "video_call": "call", "conference": "meeting"}.get(kind, kind)


class _Page:
    """What all reports of a page share."""

    def __init__(self, record: PageRecord, story: str, text: str, numbers: tuple[str, ...]) -> None:
        self._record, self._text, self._numbers = record, text, numbers
        self._sketch = sketch(story)
        named = {a.for_ for a in record.actors if a.for_} | {t for s in record.statements for t in s.targets}
        self._named = named

    def report(
        self, encounter: Encounter, parties: tuple[str, ...], actors: dict[str, Actor], anchor: str
    ) -> Report:  # fmt: skip
        """The report of one encounter; background ones share neither the page's context nor its words."""
        article, main = self._record.article, encounter.salience == "main"
        topics = tuple(sorted({topic.topic for topic in encounter.topics}))
        context = {f"t:{t}" for t in topics} | {f"s:{s}" for s in self._named - set(parties)} | set(self._numbers)
        return Report(
            page=self._record.page.id, encounter=encounter.id, kind=encounter.kind, status=encounter.status,
            salience=encounter.salience, date=encounter.date,
            published=article.published.date if article.published else None, language=article.language,
            parties=parties, people=tuple(_people(encounter.participants, actors)), place=encounter.place,
            occasion=encounter.occasion, duration_minutes=encounter.duration_minutes, topics=topics,
            date_span=encounter.date_span, date_basis=encounter.date_basis, relation=encounter.relation,
            outlet=article.outlet.name if article.outlet else None, series=self._series(encounter.evidence),
            anchor=anchor, evidence=encounter.evidence, context=tuple(sorted(context)) if main else (),
            sketch=self._sketch if main else (),
        )  # fmt: skip

    def _series(self, evidence: Iterable[Span]) -> int | None:
        return round_in(" ".join(self._text[a:b] for a, b in evidence), self._record.article.language)


def _numbers(story: Iterable[str]) -> list[str]:
    """The story's numbers in any script's digits, without marks of thousands: `n:1200`."""
    found = {int(re.sub(r"\D", "", match)) for part in story for match in _NUMBER.findall(part) if len(match) < 16}
    return [f"n:{n}" for n in sorted((n for n in found if n >= _SMALLEST), reverse=True)[:_MOST]]


def _people(participants: Iterable[Participant], actors: dict[str, Actor]) -> Iterator[Person]:
    """Persons and holders of an office; a bare state or body says nothing about who sat there."""
    seen = set()
    for participant in participants:
        actor = actors.get(participant.actor or "")
        if actor is None or actor.id in seen or actor.kind not in ("person", "office"):
            continue
        seen.add(actor.id)
        name = actor.label if actor.kind == "person" else None
        yield Person(name=name, for_=participant.for_ or actor.for_, office=actor.office, wikidata=actor.wikidata)
