"""The note and what it is made of."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from dragoman.align import Signs
from dragoman.compare import Account, Compared
from dragoman.model import Record
from dragoman.search.cite import Evidence
from dragoman.search.engagements import EngagementView
from dragoman.search.statements import StatementView

Direction: TypeAlias = Literal["harder", "softer", "unchanged"]


class Line(Record):
    """One line. `text` says it in words; the other fields are what the words are made of, None where they are not.

    `cites` are what the line rests on, empty only for what is told of the store itself.
    """

    text: str
    date: str | None = None
    engagement: str | None = None
    by: str | None = None
    to: tuple[str, ...] = ()
    act: str | None = None
    topic: str | None = None
    direction: Direction | None = None
    cites: tuple[Evidence, ...] = ()


class Part(Record):
    """A part of the note: `key` for programs, `head` for readers, `note` where something is to be said of all of it.

    `quoted`: the words of the citations are the news, not only the place where they stand.
    """

    key: str
    head: str
    lines: tuple[Line, ...]
    note: str = ""
    quoted: bool = False


class Brief(Record):
    """The whole note; parts without lines are left out."""

    parties: tuple[str, str]
    since: str | None
    until: str | None
    pages: int
    parts: tuple[Part, ...]


class Contact(msgspec.Struct, frozen=True, eq=False):
    """An engagement with its reports laid beside each other."""

    view: EngagementView
    accounts: tuple[Account, ...]
    compared: Compared


class Said(msgspec.Struct, frozen=True, eq=False):
    """One statement, with the other places that report it. `signs` are those of its words."""

    first: StatementView
    others: tuple[StatementView, ...]
    signs: Signs
    topic: str

    @property
    def cites(self) -> tuple[Evidence, ...]:
        """The words on every page that reports them."""
        return tuple(e for view in (self.first, *self.others) for e in view.evidence)


class Material(msgspec.Struct, frozen=True, eq=False):
    """What a note is made of. Contacts in time, undated ones last; statements in time, then by page and place."""

    parties: tuple[str, str]
    contacts: tuple[Contact, ...]
    said: tuple[Said, ...]
