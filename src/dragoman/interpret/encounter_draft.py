"""An encounter in the making: mentions instead of actors, and where it is reported."""

from __future__ import annotations

import msgspec

from dragoman.identify.mentions import Mention
from dragoman.model import (
    DateBasis,
    Outcome,
    ParticipantRole,
    Place,
    Relation,
    Salience,
    Span,
    Status,
    Topic,
)
from dragoman.world.pack.encounters import ContactKind


class Party(msgspec.Struct):
    """One who takes part: a person (`person` is the index in the register), or only a state or body.

    span: the words of the page that name it, in characters. first: its first token.
    """

    code: str | None
    span: Span
    first: int
    mention: Mention | None = None
    person: int | None = None
    role: ParticipantRole | None = None

    def same(self, other: Party) -> bool:
        """Whether both are the same person, or one is only the state for which the other acts."""
        if self.person is not None and other.person is not None:
            return self.person == other.person
        return self.code is not None and self.code == other.code


class Report(msgspec.Struct):
    """One cue that reports a contact.

    sentence: number in `Found.sentences`. cue: its tokens. sides: who takes part, subject side first. open: the kind
    may still change (medium: only by words like "by phone"). taken_up: the words only point back to a contact told
    before ("the meeting"); group: the subject is "the two ministers". embedded: told inside another clause. solid: the
    words themselves name both sides ("between A and B"). apart: another one than those told of ("the previous
    meeting"), coming: the next one. scope: tokens in which its time and place stand. joins: only tells who else takes
    part. clause: the first token of its own clause; bound: no time of another clause is its own.
    """

    sentence: int
    cue: tuple[int, int]
    kind: ContactKind
    rule: str
    left: list[Party] = []
    right: list[Party] = []
    status: Status = "held"
    open: bool = False
    taken_up: bool = False
    group: bool = False
    embedded: bool = False
    medium: bool = False
    title: bool = False
    plural: bool = False
    noun: bool = False
    place: Place | None = None
    scope: tuple[int, int] = (0, 0)
    solid: bool = False
    support: bool = False
    event: bool = False
    topical: bool = False
    occasion: str | None = None
    background: bool = False
    journey: bool = False
    clause: int = 0
    bound: bool = False
    joins: bool = False
    apart: bool = False
    coming: bool = False

    @property
    def parties(self) -> list[Party]:
        """Everybody who takes part."""
        return [*self.left, *self.right]


class EncounterDraft(msgspec.Struct):
    """A contact as the page reports it; fields as in `model.Encounter`, participants as parties.

    cue: span of the words that report it first. reports: token positions of all its reports, in order, so that
    "the two ministers" later on can be resolved to the participants of the latest one.
    """

    kind: ContactKind
    status: Status
    salience: Salience
    participants: list[Party]
    cue: Span
    rule: str
    evidence: list[Span]
    reports: list[int]
    date: str | None = None
    date_basis: DateBasis | None = None
    date_span: Span | None = None
    place: Place | None = None
    occasion: str | None = None
    relation: Relation | None = None
    duration_minutes: int | None = None
    topics: list[Topic] = []
    outcomes: list[Outcome] = []
    confidence: float = 0.8
    told: list[Report] = []
    open: bool = False
    title: bool = False
    background: bool = False
    embedded: bool = False

    @property
    def sentences(self) -> list[int]:
        """Numbers of the sentences that report it, in order."""
        return list(dict.fromkeys(r.sentence for r in self.told))

    def states(self) -> set[str]:
        """The codes of the sides."""
        return {p.code for p in self.participants if p.code}
