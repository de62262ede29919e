"""A statement in the making: tokens instead of offsets, mentions instead of actors."""

from __future__ import annotations

import msgspec

from dragoman.identify.mentions import Mention
from dragoman.world.pack.frames import Noun, Sourced, Verb


class Draft(msgspec.Struct):
    """What one cue reports.

    first, last: tokens of cue with its subject (where the clause begins and the cue ends). subject: mentions of the
    speaker; loose: tokens of a speaker that no mention covers. content: pieces as offsets. row: the frame.
    elsewhere: it is said to somebody outside ("told reporters"). resumes: the clause goes on behind the cue.
    turned: token of the word in the content that turned the act; doers: codes of those whose deed that word tells.
    """

    first: int
    cue: tuple[int, int] | None
    row: Verb | Sourced | None
    noun: Noun | None = None
    subject: tuple[Mention, ...] = ()
    loose: tuple[int, int] | None = None
    inherits: bool = False
    participle: bool = False
    postposed: bool = False
    resumes: bool = False
    content: list[tuple[int, int]] = []
    start: int = -1
    mode: str = "indirect"
    addressee: Mention | None = None
    elsewhere: bool = False
    sentence: int = -1
    paragraph: int = -1
    turned: int = -1
    doers: tuple[str, ...] = ()
    rule: str = ""

    @property
    def reports_nothing(self) -> bool:
        """A verb of contact ("discussed"): it only ends what came before and hands on its subject."""
        return isinstance(self.row, Verb) and not self.row.takes
