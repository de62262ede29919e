"""Topics and the types, quads and modes of the event codebooks."""

from __future__ import annotations

from functools import cache

from dragoman.world.files import Row, data_root, load_rows


class TopicRow(Row, frozen=True, kw_only=True):
    topic: str
    meaning: str


class EventType(Row, frozen=True, kw_only=True):
    """A type of an event codebook with one of its modes (None: no mode given). `quad` 1 to 4."""

    type: str
    quad: int
    meaning: str
    mode: str | None = None


@cache
def topics() -> dict[str, str]:
    """Meaning by topic id, in the order of the file."""
    return {row.topic: row.meaning for row in load_rows(data_root() / "topics.csv", TopicRow)}


@cache
def plover() -> tuple[EventType, ...]:
    """The rows of the PLOVER codebook."""
    return tuple(load_rows(data_root() / "codebooks" / "plover.csv", EventType))
