"""What merging reads and gives: reports (an encounter with what is compared of its page), links, engagements."""

from __future__ import annotations

from typing import Literal, TypeAlias

from dragoman.model import DateBasis, EncounterKind, Place, Record, Relation, Salience, Span, Status

RULE = "rule"
"""`by` of a link that no person drew."""

Judgement: TypeAlias = Literal["same", "unsure", "apart"]


class Person(Record):
    """Somebody who took part. `name` is None where the page has only the office ("the Iranian foreign minister")."""

    name: str | None
    for_: str | None
    office: str | None
    wikidata: str | None


class Report(Record):
    """One page's report of one contact. `published` is the page's date, whatever its basis; `language` the page's.

    `anchor` names the report in ids and outlives a change of the encounter's number when the page is read again.
    `series` is its number in a series of talks ("the third round"). `context` are signs of what the page is about
    that need no translation: topics `t:`, third parties `s:`, numbers `n:`. `sketch` samples the story's words
    (`copies.sketch`); it is empty where the text was not at hand.
    """

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
    relation: Relation | None = None
    outlet: str | None = None
    anchor: str = ""
    series: int | None = None
    evidence: tuple[Span, ...] = ()
    context: tuple[str, ...] = ()
    sketch: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """`page id/encounter id`: the name of this report in links, and what it is sorted by."""
        return f"{self.page}/{self.encounter}"


class Comparison(Record):
    """How alike two reports are, 0..1, and why. `apart`: something tells them apart, whatever else agrees."""

    score: float
    why: str
    apart: bool = False


class Link(Record):
    """An edge between two reports, by their keys, `a` before `b`. `by` is `rule` or who said so."""

    a: str
    b: str
    score: float
    why: str
    by: str = RULE
    judgement: Judgement = "same"


class ConflictValue(Record):
    """What one report says of the field; `span` counts in that report's page."""

    value: str | int
    report: str
    span: Span | None


class Conflict(Record):
    """A field on which reports of one engagement differ. All values are kept, none is preferred."""

    field: str
    values: tuple[ConflictValue, ...]


class Stage(Record):
    """One step in an engagement's history: how a report of that day speaks of it."""

    status: Status
    date: str | None
    published: str | None
    report: str


class Engagement(Record):
    """One contact, whoever reported it. `members` are report keys, sorted; `people` are canonical names.

    `history` has the earliest report of each status and date, in the order of publication. `copies` are groups of
    pages whose stories are one text; a page that is nobody's copy is not in it.
    """

    id: str
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
    history: tuple[Stage, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
