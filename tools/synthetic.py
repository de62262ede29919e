"""Made-up reports of made-up contacts, with the truth, to measure merging on: `synthetic(100_000)`.

What is hard in them is what is hard in pages: spellings and scripts of names, reports without a date or people,
announcements, talks of one pair on one day after another, two pairs of officials on one day, more than one language.
"""

from __future__ import annotations

import datetime
import random
from itertools import pairwise
from typing import NamedTuple

from dragoman.merge import Person, Report
from dragoman.model import EncounterKind, Place, content_id

VARIANT, UNDATED, NOBODY, SERIES, ANNOUNCED, UNPUBLISHED = 0.15, 0.20, 0.10, 0.15, 0.10, 0.02
STARTED = 0.085
"""So many calls and meetings are the first of a series; with those that meet by chance `SERIES` of all are in one."""
STATES = 90
FIRST = datetime.date(2031, 1, 1).toordinal()
OFFICES = ("foreign_minister", "head_of_state", "deputy_foreign_minister", "other_minister", "senior_official")
KINDS: tuple[EncounterKind, ...] = ("phone_call", "meeting", "visit", "video_call", "conference")
LANGUAGES = ("en", "id", "ru", "fa")
TOPICS = ("trade", "energy", "ceasefire", "consular", "transit", "nuclear", "finance", "health", "sanctions", "cyber")
_START = ("b", "d", "f", "g", "h", "k", "kh", "l", "m", "n", "r", "s", "sh", "t", "v", "z", "zh", "ch", "j")
_VOWEL = ("a", "e", "i", "o", "u")
_LIKE = {"kh": "h", "gh": "q", "zh": "j", "ch": "tch", "sh": "ch", "v": "w", "k": "q", "i": "y", "u": "ou", "z": "s"}
_DIGRAPHS = {"kh": "хخ", "sh": "шش", "ch": "чچ", "zh": "жژ"}
_CYRILLIC = str.maketrans("abdefghijklmnoprstuvyzqwx", "абдефгхижклмнопрстувйзкву")
_ARABIC = str.maketrans("bdfghjklmnrstvyzqwpui", "بدفغهجکلمنرستویزقوپوی", "aeo")


class Contact(NamedTuple):
    """What truly happened."""

    number: int
    day: int
    kind: EncounterKind
    parties: tuple[str, ...]
    people: tuple[Person, ...]
    place: Place | None
    topics: tuple[str, ...]
    context: tuple[str, ...]


class Made(NamedTuple):
    """Reports, and of each (by its key) the number of its contact."""

    reports: list[Report]
    truth: dict[str, int]
    days: dict[int, tuple[tuple[str, ...], int]]


def synthetic(count: int, seed: int = 5) -> Made:
    """So many reports. More reports take more days, not more contacts a day, as with pages that come in."""
    return _Maker(seed, days=max(count // 60, 20)).make(count)


class _Maker:
    def __init__(self, seed: int, days: int) -> None:
        self.random = random.Random(seed)
        self.days = days
        self.states = [f"{chr(65 + i // 26)}{chr(65 + i % 26)}Z" for i in range(STATES)]
        self.people = {
            s: [Person(name=self._name(), for_=s, office=o, wikidata=None) for o in OFFICES] for s in self.states
        }
        self.made: list[Report] = []
        self.truth: dict[str, int] = {}
        self.when: dict[int, tuple[tuple[str, ...], int]] = {}
        self.contacts = 0
        self.taken: set[tuple[tuple[str, ...], str | None, int]] = set()

    def make(self, count: int) -> Made:
        while len(self.made) < count:
            contact = self._contact()
            talks = contact.kind in ("phone_call", "meeting") and self.random.random() < STARTED
            for step in range(self.random.randint(2, 3) if talks else 1):
                following = self._next(contact, step)
                if self._free(following):
                    self._reports(following)
        return Made(self.made[:count], {r.key: self.truth[r.key] for r in self.made[:count]}, self.when)

    def _free(self, contact: Contact) -> bool:
        """Two contacts of the same people on one day nobody could tell apart."""
        key = (contact.parties, contact.people[0].name, contact.day)
        if key in self.taken:
            return False
        self.taken.add(key)
        return True

    def _next(self, contact: Contact, step: int) -> Contact:
        """The contact of the pair on the next day: the same people, some of the same topics."""
        self.contacts += 1
        if not step:
            return contact._replace(number=self.contacts)
        topics = (contact.topics[0], self.random.choice(TOPICS))
        return contact._replace(
            number=self.contacts, day=contact.day + step, topics=tuple(sorted(set(topics))), context=self._context()
        )

    def _contact(self) -> Contact:
        """Some states talk far more than others."""
        weights = [1 / (i + 10) for i in range(STATES)]
        pair = set[str]()
        while len(pair) < (2 if self.random.random() < 0.95 else 3):
            pair.add(self.random.choices(self.states, weights)[0])
        parties = tuple(sorted(pair))
        level = self.random.choices(range(len(OFFICES)), (5, 3, 1, 1, 1))[0]
        kind = self.random.choices(KINDS, (5, 5, 1, 1, 1))[0]
        place = None
        if kind in ("meeting", "visit", "conference"):
            country = self.random.choice(parties)
            place = Place(name=f"{country.title()}ville", country=country, span=None)
        people = tuple(self.people[s][level] for s in parties)
        day = FIRST + self.random.randrange(self.days)
        topics = tuple(sorted(self.random.sample(TOPICS, self.random.randint(1, 3))))
        return Contact(0, day, kind, parties, people, place, topics, self._context())

    def _context(self) -> tuple[str, ...]:
        numbers = [f"n:{self.random.randint(10, 5000)}" for _ in range(self.random.randint(0, 4))]
        return tuple(
            sorted({*numbers, *(f"s:{s}" for s in self.random.sample(self.states, self.random.randint(0, 3)))})
        )

    def _reports(self, contact: Contact) -> None:
        self.when[contact.number] = contact.parties, contact.day
        for number in range(self.random.choices((1, 2, 3, 4, 6), (30, 30, 20, 15, 5))[0]):
            report = self._report(contact, number)
            self.made.append(report)
            self.truth[report.key] = contact.number

    def _report(self, contact: Contact, number: int) -> Report:
        announced = number and self.random.random() < ANNOUNCED
        day = contact.day - self.random.randint(1, 6) if announced else contact.day + self.random.choice((0, 0, 0, 1))
        published = None if self.random.random() < UNPUBLISHED else _date(day)
        language = self.random.choice(LANGUAGES)
        people = () if self.random.random() < NOBODY else tuple(self._told(p, language) for p in contact.people)
        topics = tuple(t for t in contact.topics if self.random.random() < 0.8)
        context = (*(c for c in contact.context if self.random.random() < 0.8), *(f"t:{t}" for t in topics))
        page = content_id("made", str(contact.number), str(number))
        return Report(
            page=page, encounter="e1", kind=contact.kind, status="planned" if announced else "held", salience="main",
            date=None if self.random.random() < UNDATED else _date(contact.day), published=published,
            language=language, parties=contact.parties, people=people,
            place=contact.place if self.random.random() < 0.7 else None, occasion=None, duration_minutes=None,
            topics=topics, date_span=None, outlet=f"outlet {self.random.randrange(12)}", context=tuple(sorted(context)),
        )  # fmt: skip

    def _told(self, person: Person, language: str) -> Person:
        if self.random.random() >= VARIANT:
            return person
        return Person(
            name=self._variant(person.name or "", language), for_=person.for_, office=person.office, wikidata=None
        )

    def _variant(self, name: str, language: str) -> str:
        if language in ("ru", "fa"):
            written = name.lower()
            for letters, (cyrillic, arabic) in _DIGRAPHS.items():
                written = written.replace(letters, cyrillic if language == "ru" else arabic)
            return written.translate(_CYRILLIC).title() if language == "ru" else written.translate(_ARABIC)
        if self.random.random() < 0.4:
            return name.split()[-1]
        for letters, other in self.random.sample(sorted(_LIKE.items()), 3):
            name = name.replace(letters, other, 1)
        return name

    def _name(self) -> str:
        def word(parts: int) -> str:
            return "".join(self.random.choice(_START) + self.random.choice(_VOWEL) for _ in range(parts)).title()

        return f"{word(2)} {word(self.random.randint(2, 3))}"


def _date(day: int) -> str:
    return datetime.date.fromordinal(day).isoformat()


def pairs_in(groups: list[list[str]]) -> set[tuple[str, str]]:
    """All pairs of keys that are in one group."""
    return {(a, b) for group in groups for i, a in enumerate(sorted(group)) for b in sorted(group)[i + 1 :]}


def series_share(made: Made) -> float:
    """The share of contacts with another of the same parties on the day before or after."""
    found = sorted((parties, day, number) for number, (parties, day) in made.days.items())
    near = {n for a, b in pairwise(found) if a[0] == b[0] and b[1] - a[1] == 1 for n in (a[2], b[2])}
    return len(near) / max(len(made.days), 1)
