"""Links between reports, and clusters as a view over them.

A person's word comes first and stands. Then the rule's links, the surest first: two clusters become one unless
something tells a report of one from a report of the other. A report that fits two contacts equally well joins
neither. The order is that of the reports' own content, so the result does not depend on who came first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.merge.compare import REVIEW, THRESHOLD, compare
from dragoman.merge.features import OTHERS
from dragoman.merge.graph import groups
from dragoman.merge.keys import pairs
from dragoman.merge.records import RULE, Comparison, Judgement, Link, Report
from dragoman.merge.times import NEIGHBOURS

MARGIN = 0.06
"""Scores no further apart are equally good."""
_MANY = 3
"""So many times more reports on one side decide for it all the same."""


class Cluster:
    """Reports of one contact, sorted by key, and the links that made them one."""

    def __init__(self, members: Sequence[Report], links: Sequence[Link]) -> None:
        self.members = tuple(sorted(members, key=lambda r: r.key))
        self.links = tuple(sorted(links, key=lambda x: (x.a, x.b, x.by)))


def rule_links(found: Iterable[tuple[Report, Report]]) -> list[Link]:
    """The pairs that may be one contact, compared; those that are surely not give no link."""
    links = []
    for a, b in found:
        said = compare(a, b)
        if said.score >= REVIEW and not said.apart:
            links.append(_link(a.key, b.key, said))
    return links


def all_links(reports: Iterable[Report]) -> list[Link]:
    """The rule's links among the reports."""
    return rule_links(pairs(reports))


def _link(a: str, b: str, said: Comparison) -> Link:
    judgement: Judgement = "same" if said.score >= THRESHOLD else "unsure"
    return Link(a=a, b=b, score=said.score, why=said.why, judgement=judgement)


class Component(NamedTuple):
    """Keys of reports that have to be looked at together, sorted, and all links among them."""

    keys: list[str]
    links: list[Link]


def components(keys: Iterable[str], links: Iterable[Link]) -> list[Component]:
    """What hangs together: joined by a link that may count, or by a person."""
    known = set(keys)
    among = [x for x in links if x.a in known and x.b in known]
    counted = [(x.a, x.b) for x in among if x.by != RULE or x.score >= THRESHOLD - MARGIN]
    found = [Component(group, []) for group in groups(known, counted)]
    of = {key: number for number, component in enumerate(found) for key in component.keys}
    for link in among:
        if of[link.a] == of[link.b]:
            found[of[link.a]].links.append(link)
    return found


def cluster(reports: Sequence[Report], links: Sequence[Link]) -> tuple[list[Cluster], list[Link]]:
    """The clusters of one component, and its links with the judgement that came of them (all that were given)."""
    return _Clustering(reports, links).result()


class _Clustering:
    def __init__(self, reports: Sequence[Report], links: Sequence[Link]) -> None:
        self._reports = {r.key: r for r in reports}
        self._said: dict[tuple[str, str], Comparison] = {}
        self._apart = {frozenset((x.a, x.b)) for x in links if x.by != RULE and x.judgement == "apart"}
        self._persons = [x for x in links if x.by != RULE]
        self._rules = sorted((x for x in links if x.by == RULE), key=lambda x: (-x.score, x.a, x.b))
        self._atoms: dict[str, tuple[str, ...]] = {}
        self._of = {key: [key] for key in self._reports}
        self._near: dict[str, list[Link]] = defaultdict(list)
        for link in self._rules:
            if link.score >= THRESHOLD - MARGIN:
                self._near[link.a].append(link)
                self._near[link.b].append(link)

    def result(self) -> tuple[list[Cluster], list[Link]]:
        judged = [self._person(link) for link in sorted(self._persons, key=lambda x: (x.a, x.b, x.by))]
        self._make_atoms()
        judged += [self._rule(link) for link in self._rules]
        found: dict[int, list[str]] = {id(members): members for members in self._of.values()}
        used = [x for x in judged if x.judgement == "same"]
        clusters = [Cluster([self._reports[k] for k in members], _within(used, members)) for members in found.values()]
        return sorted(clusters, key=lambda c: c.members[0].key), judged

    def _person(self, link: Link) -> Link:
        """A word that another one forbids (told when it was given) has no effect."""
        if link.judgement == "same" and not self._forbidden(self._of[link.a], self._of[link.b]):
            self._join(link)
        return link

    def _make_atoms(self) -> None:
        """What a person has joined counts as one report that has the dates and people of all."""
        self._atoms = {key: tuple(members) for key, members in self._of.items()}

    def _rule(self, link: Link) -> Link:
        left, right = self._of[link.a], self._of[link.b]
        if left is right:
            return link if link.judgement == "same" else _unsure(link, "")
        if link.score < THRESHOLD:
            return link
        reason = self._obstacle(link, left, right)
        if reason:
            return _unsure(link, reason)
        self._join(link)
        return link

    def _obstacle(self, link: Link, left: list[str], right: list[str]) -> str:
        """Why the link cannot hold; empty if it can."""
        if self._forbidden(left, right):
            return "a person tells them apart"
        if any(words in link.why for words in (NEIGHBOURS, OTHERS)) and min(len(left), len(right)) > 1:
            return "several reports of each of two contacts"
        if self._told_apart(left, right):
            return "other reports tell them apart"
        if self._ambiguous(link.a, link.b) or self._ambiguous(link.b, link.a):
            return "fits two contacts"
        return ""

    def _forbidden(self, left: list[str], right: list[str]) -> bool:
        return bool(self._apart) and any(frozenset((a, b)) in self._apart for a in left for b in right)

    def _told_apart(self, left: list[str], right: list[str]) -> bool:
        """Some report of one is surely not of the other; of those joined by a person one that fits is enough."""
        return any(
            self._atoms_apart(p, q)
            for p in {self._atoms[k] for k in left}
            for q in {self._atoms[k] for k in right}
        )  # fmt: skip

    def _atoms_apart(self, p: tuple[str, ...], q: tuple[str, ...]) -> bool:
        said = [self._compare(a, b) for a in p for b in q]
        return all(s.score < THRESHOLD for s in said) and any(s.apart for s in said)

    def _ambiguous(self, report: str, other: str) -> bool:
        """The report is as near to others that are surely not of `other`'s contact."""
        score = self._compare(report, other).score
        near = [x for x in self._near[report] if x.score >= score - MARGIN]
        ends = {x.b if x.a == report else x.a for x in near} | {other}
        rivals = [e for e in ends if e != other and self._rival(other, e)]
        if not rivals:
            return False
        friends = ends - set(rivals)
        return len(friends) < _MANY * len(rivals)

    def _rival(self, a: str, b: str) -> bool:
        if self._of[a] is self._of[b]:
            return False
        return frozenset((a, b)) in self._apart or self._compare(a, b).apart

    def _compare(self, a: str, b: str) -> Comparison:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._said:
            self._said[pair] = compare(self._reports[pair[0]], self._reports[pair[1]])
        return self._said[pair]

    def _join(self, link: Link) -> None:
        left, right = self._of[link.a], self._of[link.b]
        if left is not right:
            left += right
            for key in right:
                self._of[key] = left


def _unsure(link: Link, reason: str) -> Link:
    why = f"{link.why}; but {reason}" if reason else link.why
    return Link(a=link.a, b=link.b, score=link.score, why=why, by=link.by, judgement="unsure")


def _within(links: Iterable[Link], members: Sequence[str]) -> list[Link]:
    inside = set(members)
    return [x for x in links if x.a in inside and x.b in inside]
