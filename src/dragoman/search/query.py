"""What can be asked, checked before any database is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.errors import DragomanError
from dragoman.merge.dates import days
from dragoman.model import Record

T = TypeVar("T")

_PARTY = re.compile(r"[A-Z0-9][A-Z0-9+_]{1,31}")


class QueryError(DragomanError):
    """A question that cannot be asked: names the option, the value and what would do."""


class Query(Record):
    """Conditions that must all hold; None asks for nothing. `limit` 0 gives all.

    States are ISO 3166-1 alpha-3 codes or ids of bodies, in any case. `since` and `until` are EDTF dates and count
    from their first and to their last day; what has no date is left out by either. `text` is words that must all be
    there, "phrases in quotation marks" and beginnings (diplom*). `language` `zh` takes in `zh-Hant`.
    """

    state: str | None = None
    with_: str | None = None
    person: str | None = None
    kind: str | None = None
    status: str | None = None
    act: str | None = None
    topic: str | None = None
    target: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    language: str | None = None
    limit: int = 100

    def __post_init__(self) -> None:
        for option, value in (("--state", self.state), ("--with", self.with_), ("--target", self.target)):
            if value is not None and not _PARTY.fullmatch(value.upper()):
                raise QueryError(f"{option} {value}: give an ISO 3166-1 alpha-3 code such as IRN, or the id of a body")
        for option, value in (("--since", self.since), ("--until", self.until)):
            if value is not None and days(value) is None:
                raise QueryError(f"{option} {value}: give a date as 2023, 2023-12 or 2023-12-13")
        if self.limit < 0:
            raise QueryError(f"--limit {self.limit}: give a number, 0 for all")


@dataclass(frozen=True)
class Found(Generic[T]):
    """What was found: at most `limit` items of `total`; `why` says for an empty list what left nothing."""

    items: tuple[T, ...]
    total: int
    why: str = ""
