"""Asking the table of office-holders: who is meant by this name on this day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

import msgspec

from dragoman.world.fold import fold
from dragoman.world.offices import Offices, Tenure, offices
from dragoman.world.roles import office_of
from dragoman.world.states import family_name_first

_TOP = frozenset({"head_of_state", "head_of_government", "foreign_minister", "supreme_leader", "chief_executive"})


class Holder(msgspec.Struct, frozen=True):
    """What the table tells: state or body, finer role, and the modifier that the day gives (former, acting, elect)."""

    state: str
    role: str
    modifier: str | None


class Holders:
    """The table with an index of last names, asked in the words of a page."""

    def __init__(self, table: Offices) -> None:
        self._table = table

    def find(
        self,
        words: Sequence[str],
        *,
        on: str | None,
        role: str | None,
        state: str | None,
        named: Collection[str],
        ranks: Collection[str | None] = (),
    ) -> Holder | None:
        """The holder that these folded name words mean, None where the table knows none or more than one.

        `role` and `state`: what the page says itself; `named`: the states that the page names,
        `ranks`: the offices; both are preferred.
        """
        found = self._table.by_name(" ".join(words))
        if not found and len(words) > 2:
            found = self._table.by_name(f"{words[0]} {words[-1]}") or self._table.by_name(f"{words[0]} {words[1]}")
        if not found and len(words) == 1:
            found = [t for t in _by_last(words[0]) if self._certain(t, on, role, named)]
        if state is not None:
            found = [t for t in found if t.state == state]
        if role is not None:
            found = [t for t in found if office_of(t.role, t.state) == office_of(role, t.state)] or (
                [] if len(words) == 1 else found
            )
        if not found or (len(words) == 1 and len({t.person for t in found}) > 1):
            return None
        best = max(found, key=lambda t: self._worth(t, on, named, ranks))
        return Holder(best.state, best.role, self._modifier(best, on))

    def other_names(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """The folded words of all names by which who goes by this one is recorded ("Jokowi", "Joko Widodo")."""
        persons = {t.person for t in self._table.by_name(" ".join(words))}
        if len(persons) != 1:
            return []
        person = persons.pop()
        return [tuple(fold(name).split()) for name in (person, *self._table.spellings(person))]

    def _certain(self, tenure: Tenure, on: str | None, role: str | None, named: Collection[str]) -> bool:
        """A last name alone counts only for somebody in high office on that day; on a page without a day for somebody
        whose state and office it names."""
        if on is None:
            return role is not None and tenure.state in named
        return tenure.holds(on) and (role is not None or office_of(tenure.role, tenure.state) in _TOP)

    def _worth(
        self, tenure: Tenure, on: str | None, named: Collection[str], ranks: Collection[str | None]
    ) -> tuple[bool, bool, bool, bool, str]:
        holds = on is None or tenure.holds(on)
        office = office_of(tenure.role, tenure.state)
        return tenure.state in named, holds, on is None and office in ranks, office in _TOP, tenure.start

    @staticmethod
    def _modifier(tenure: Tenure, on: str | None) -> str | None:
        if on is not None and tenure.end is not None and on[: len(tenure.end)] > tenure.end:
            return "former"
        return tenure.status if tenure.status != "full" else None


@cache
def _last_names() -> dict[str, list[Tenure]]:
    index: dict[str, list[Tenure]] = {}
    for name in offices().names():
        first, _, last = name.partition(" ")
        for tenure in offices().by_name(name) if last else ():
            index.setdefault(last.rsplit(" ", 1)[-1], []).append(tenure)
            if family_name_first(tenure.state):
                index.setdefault(first, []).append(tenure)
    return index


def _by_last(word: str) -> list[Tenure]:
    return _last_names().get(word, [])


def holder_names(words: Collection[str]) -> list[str]:
    """The names of two words and more by which holders are known in the script of these words."""
    script = {word[0] for word in words if not word.isascii()}
    return [name for name in offices().names() if name[0] in script and " " in name]


def is_last_name(word: str) -> bool:
    """Whether a holder has this folded last name."""
    return word in _last_names()


@cache
def holders() -> Holders:
    """The shipped table."""
    return Holders(offices())
