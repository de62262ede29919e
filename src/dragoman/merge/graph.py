"""Groups of what hangs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Disjoint groups that can be joined. The smallest member stands for its group, whatever the order of joining."""

    def __init__(self, members: Iterable[str]) -> None:
        self._above = {member: member for member in members}

    def find(self, member: str) -> str:
        """The smallest member of the member's group."""
        root = member
        while self._above[root] != root:
            root = self._above[root]
        while self._above[member] != root:
            self._above[member], member = root, self._above[member]
        return root

    def join(self, a: str, b: str) -> None:
        """Makes one group of the two."""
        first, second = sorted((self.find(a), self.find(b)))
        self._above[second] = first


def groups(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The members that the pairs connect, each group sorted, the groups by their first member."""
    ordered = sorted(set(members))
    joined = Groups(ordered)
    for a, b in pairs:
        joined.join(a, b)
    found: dict[str, list[str]] = defaultdict(list)
    for member in ordered:
        found[joined.find(member)].append(member)
    return list(found.values())
