"""What comparing reads and gives."""

from __future__ import annotations

from dragoman.merge import Conflict, Report
from dragoman.model import Encounter, FramingKind, PageRecord, Record, Span


class Account(Record):
    """One page's report of the contact, with all that is needed to cite it. `uri` is what citations call the page."""

    report: Report
    record: PageRecord
    encounter: Encounter
    text: str
    uri: str
    url: str | None
    outlet: str | None


class Told(Record):
    """Characters of a page and what stands there."""

    report: str
    text: str
    span: Span


class SideReport(Record):
    """A report's source: the state it belongs to, if that is known, and whether it is that state's own voice."""

    page: str
    outlet: str | None
    side: str | None
    official: bool


class Only(Record):
    """A topic or statement (`field`) that one side reports and no other does."""

    report: str
    field: str
    text: str
    span: Span


class LoadedName(Record):
    """A loaded or contested name that a report uses, and what it stands for."""

    report: str
    text: str
    normal: str
    kind: FramingKind
    span: Span


class Comparison(Record):
    """The answer of `dragoman compare --format json`, as the record format fixes it."""

    engagement: str
    reports: tuple[SideReport, ...]
    conflicts: tuple[Conflict, ...]
    only: tuple[Only, ...]
    framing: tuple[LoadedName, ...]


class Fact(Record):
    """What one report says of a field of the contact. `span` is None where the page says it by its own date only."""

    report: str
    value: str
    span: Span | None


class Facts(Record):
    """A field with what each report says of it; reports that leave it out are not in it."""

    field: str
    told: tuple[Fact, ...]


class Shared(Record):
    """One content: the places where reports have it, at most one a report, and the act where it is a statement."""

    told: tuple[Told, ...]
    act: str | None = None


class SpeakerPart(Record):
    """What the reports attribute to one speaker, contents that several have first."""

    speaker: str
    for_: tuple[str, ...]
    said: tuple[Shared, ...]


class Compared(Record):
    """The comparison with what all report as well: what a person reads. `copies`: reports that are the same text as
    an earlier one, with that one; `doubles`: engagements that may be this one with other people or on another day."""

    comparison: Comparison
    title: str
    facts: tuple[Facts, ...]
    topics: tuple[Shared, ...]
    speakers: tuple[SpeakerPart, ...]
    copies: tuple[tuple[str, str], ...] = ()
    doubles: tuple[str, ...] = ()
