"""What merging reads and gives: reports (an encounter with what is compared of its page) and engagements."""

from __future__ import annotations

from dragoman.model import DateBasis, EncounterKind, Place, Record, Salience, Span, Status


class Person(Record):
    """Somebody who took part. `name` is None where the page has only the office ("the Iranian foreign minister")."""

    name: str | None
    for_: str | None
    office: str | None
    wikidata: str | None


class Report(Record):
    """One page's report of one contact. `published` is the page's date, whatever its basis; `language` the page's."""

    page: str
    encounter: str
    kind: EncounterKind
    status: Status
    salience: Salience
    date: str | None
    published: str | None
    language: str | None
    parties: tuple[str, ...]
    people: tuple[Person, ...]
    place: Place | None
    occasion: str | None
    duration_minutes: int | None
    topics: tuple[str, ...]
    date_span: Span | None
    date_basis: DateBasis | None = None

    @property
    def key(self) -> str:
        """`page id/encounter id`: the name of this report in links, and what it is sorted by."""
        return f"{self.page}/{self.encounter}"


class Comparison(Record):
    """How alike two reports are, 0..1, and why; 0 means that something tells them apart."""

    score: float
    why: str


class Link(Record):
    """An edge between two reports, by their keys. `by` is `rule` here; a person's name in a later version."""

    a: str
    b: str
    score: float
    why: str
    by: str = "rule"


class ConflictValue(Record):
    """What one report says of the field; `span` counts in that report's page."""

    value: str | int
    report: str
    span: Span | None


class Conflict(Record):
    """A field on which reports of one engagement differ. All values are kept, none is preferred."""

    field: str
    values: tuple[ConflictValue, ...]


class Engagement(Record):
    """One contact, whoever reported it. `members` are report keys, sorted; `people` are canonical names."""

    id: str
    block: str
    kind: EncounterKind
    status: Status
    date: str | None
    parties: tuple[str, ...]
    people: tuple[str, ...]
    place: Place | None
    occasion: str | None
    topics: tuple[str, ...]
    members: tuple[str, ...]
    links: tuple[Link, ...]
    conflicts: tuple[Conflict, ...]
