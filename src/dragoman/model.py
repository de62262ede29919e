"""Every record of dragoman, field by field as the record format (docs/record.md) has it.

Spans are half-open code-point ranges `(start, end)` into `Page.text`. Dates are EDTF level 0 strings. States are
ISO 3166-1 alpha-3 codes, bodies the ids of `world/data/bodies.csv`. A value the page does not give is None or empty.
"""

from __future__ import annotations

import hashlib
from typing import Literal, TypeAlias, dataclass_transform

import msgspec

SCHEMA = "dragoman/1"

Span: TypeAlias = tuple[int, int]
Basis: TypeAlias = Literal["stated", "relative", "metadata"]
DateBasis: TypeAlias = Literal["stated", "relative", "article"]
ActorKind: TypeAlias = Literal["person", "state", "organisation", "office"]
Qualifier: TypeAlias = Literal["acting", "elect", "former", "designate"]
EncounterKind: TypeAlias = Literal["phone_call", "video_call", "meeting", "visit", "conference", "message"]
Status: TypeAlias = Literal["held", "planned", "cancelled", "proposed"]
Salience: TypeAlias = Literal["main", "background"]
Relation: TypeAlias = Literal["sidelines", "at"]
ParticipantRole: TypeAlias = Literal["initiator", "host", "guest", "mediator"]
OutcomeKind: TypeAlias = Literal["agreement", "signing", "next_contact", "statement"]
Mode: TypeAlias = Literal["direct", "indirect", "mixed"]
Act: TypeAlias = Literal[
    "state", "praise", "thank", "congratulate", "condole", "welcome", "support", "hope", "concern", "commit",
    "request", "criticize", "reject", "deny", "warn", "agree",
]  # fmt: skip
FramingKind: TypeAlias = Literal["affirming", "critical", "contested", "delegitimizing"]
Reality: TypeAlias = Literal["reported", "claimed", "planned", "denied", "hypothetical"]
Office: TypeAlias = Literal[
    "head_of_state", "head_of_government", "deputy_head", "foreign_minister", "deputy_foreign_minister",
    "defence_minister", "other_minister", "senior_official", "ambassador", "spokesperson", "legislator", "military",
    "royal", "supreme_leader", "chief_executive", "party_figure", "other",
]  # fmt: skip


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record(msgspec.Struct, frozen=True, kw_only=True, rename={"for_": "for", "from_": "from"}):
    """Base of all records: immutable, slotted; fields are written in the order in which they are declared."""


# ------------------------------------------------------------------------------------------ what comes in


class Given(Record, kw_only=True):
    """What the carrier of a page states about it (a JSONL line, HTML metadata). Dates are `YYYY-MM-DD`."""

    published: str | None = None
    fetched: str | None = None
    outlet: str | None = None
    language: str | None = None
    title: str | None = None


class Page(Record, kw_only=True):
    """One page as acquired. `text` is what every span counts in."""

    uri: str
    text: str
    url: str | None = None
    media_type: str = "text/plain"
    given: Given = Given()

    @property
    def id(self) -> str:
        """Content hash of the text: 16 hexadecimal digits."""
        return content_id(self.text)


def content_id(*parts: str) -> str:
    """16 hexadecimal digits: the 8-byte BLAKE2b of the parts joined by U+001F; the same on every machine and run."""
    data = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=8).hexdigest()


# ------------------------------------------------------------------------------------------ the record of a page


class PageInfo(Record):
    id: str
    uri: str
    url: str | None
    media_type: str
    chars: int
    text: str | msgspec.UnsetType = msgspec.UNSET


class Title(Record):
    text: str
    span: Span | None


class Published(Record):
    date: str
    span: Span | None
    basis: Basis


class Source(Record):
    """An outlet or an agency, by the name the page gives it."""

    name: str
    span: Span | None


class ArticleRecord(Record):
    language: str | None
    title: Title | None
    published: Published | None
    outlet: Source | None
    agency: Source | None
    body: tuple[Span, ...]


class Actor(Record):
    id: str
    kind: ActorKind
    name: str
    label: str
    for_: str | None
    office: Office | None
    role: str | None
    qualifier: Qualifier | None
    wikidata: str | None
    mentions: tuple[Span, ...]


class Place(Record):
    name: str
    country: str | None
    span: Span | None


class Participant(Record):
    actor: str | None
    for_: str | None
    role: ParticipantRole | None
    span: Span


class Topic(Record):
    text: str
    span: Span
    topic: str


class Outcome(Record):
    kind: OutcomeKind
    text: str
    span: Span


class Encounter(Record):
    """A contact as this page reports it."""

    id: str
    kind: EncounterKind
    status: Status
    salience: Salience
    date: str | None
    date_basis: DateBasis | None
    date_span: Span | None
    place: Place | None
    occasion: str | None
    relation: Relation | None
    duration_minutes: int | None
    participants: tuple[Participant, ...]
    topics: tuple[Topic, ...]
    outcomes: tuple[Outcome, ...]
    confidence: float
    evidence: tuple[Span, ...]
    rule: str


class Stance(Record):
    toward: str
    value: Literal[-1, 0, 1]


class Framing(Record):
    span: Span
    text: str
    normal: str
    kind: FramingKind


class Statement(Record):
    id: str
    speakers: tuple[str, ...]
    for_: tuple[str, ...]
    source: Span | None
    addressees: tuple[str, ...]
    encounter: str | None
    mode: Mode
    content: tuple[Span, ...]
    cue: Span | None
    act: Act
    targets: tuple[str, ...]
    stance: tuple[Stance, ...]
    framing: tuple[Framing, ...]
    confidence: float
    rule: str


class Event(Record):
    id: str
    codebook: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    reality: Reality
    according_to: str | None
    of: str | None
    evidence: tuple[Span, ...]


class PageRecord(Record, kw_only=True):
    """The whole record of one page: one line of `dragoman read`."""

    schema: str = SCHEMA
    page: PageInfo
    article: ArticleRecord
    actors: tuple[Actor, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()


# ------------------------------------------------------------------------------------------ between the stages


class Block(Record):
    """A labelled piece of a page. `rule` names what gave the label; nothing is ever deleted."""

    start: int
    end: int
    label: Literal["title", "body", "dateline", "byline", "caption", "repeat", "furniture"]
    rule: str


class Article(Record):
    """What `clean` makes of a page.

    `reading` has the length of `Page.text`: everything that is neither title nor story (and text glued into it) is
    blanked with spaces, so that later stages read only these and every offset still counts in the page. `anchor` is
    the date (YYYY-MM-DD) that "on Wednesday" counts from; `anchor_stated` says that the page's own text gives it.
    """

    page: Page
    language: str | None
    title: Title | None
    published: Published | None
    outlet: Source | None
    agency: Source | None
    blocks: tuple[Block, ...]
    reading: str
    anchor: str | None
    anchor_stated: bool

    @property
    def body(self) -> tuple[Span, ...]:
        """Spans of the story's paragraphs, in order."""
        return tuple((b.start, b.end) for b in self.blocks if b.label == "body")

    def record(self) -> ArticleRecord:
        """This article as the record format has it."""
        return ArticleRecord(
            language=self.language, title=self.title, published=self.published, outlet=self.outlet,
            agency=self.agency, body=self.body,
        )  # fmt: skip
