"""What refers to somebody: one record for names, offices, groups, institutions, states, pronouns."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

MentionKind: TypeAlias = Literal["name", "office", "group", "institution", "state", "pronoun", "outlet"]


class Mention(msgspec.Struct):
    """Tokens `[first, last)` refer to somebody.

    name: tokens of the personal name in it. states: codes it names (in order). role: finer role id; modifier: acting,
    former … person: index in the register of people once known. plural: stands for more than one. of_other: role is
    the antecedent's ("counterpart"). own: as a bare adjective ("Iranian" in "Iranian oil") it names no actor.
    """

    first: int
    last: int
    kind: MentionKind
    states: tuple[str, ...] = ()
    name: tuple[int, int] | None = None
    role: str | None = None
    modifier: str | None = None
    person: int | None = None
    plural: bool = False
    framing: str | None = None
    adjective: bool = False
    place: bool = False
    text: str = ""
    gender: str | None = None

    @property
    def counterpart(self) -> bool:
        """Whether it takes its office from somebody else ("his Japanese counterpart")."""
        return self.role == "counterpart"


def take(mention: Mention, first: int, taken: list[bool]) -> Mention:
    """The mention, with its tokens marked as taken in the sentence that begins at `first`."""
    for k in range(mention.first, min(mention.last, first + len(taken))):
        taken[k - first] = True
    return mention
