"""Reports of one block to clusters with links.

Complete linkage: a report joins a cluster only if nothing tells it from any member. Reports with a date and many
people come first, so that a poor report cannot bridge two contacts; one that fits two clusters equally stays alone.
The order is that of the reports' own content, so the result does not depend on who came first.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.merge.candidates import dated_candidates
from dragoman.merge.compare import THRESHOLD, compare
from dragoman.merge.records import Link, Report


class Cluster:
    """Reports of one contact while it is being put together. The first member is the richest."""

    def __init__(self, first: Report) -> None:
        self.members = [first]
        self.links: list[Link] = []

    def best_link(self, report: Report) -> Link | None:
        """The strongest link from the report into this cluster; None if any member is told apart from it."""
        best: Link | None = None
        for member in self.members:
            found = compare(member, report)
            if found.score < THRESHOLD:
                return None
            if best is None or found.score > best.score:
                best = Link(a=member.key, b=report.key, score=found.score, why=found.why)
        return best

    def add(self, report: Report, link: Link) -> None:
        """Takes the report in, by that link."""
        self.members.append(report)
        self.links.append(link)


def cluster(reports: Iterable[Report]) -> list[Cluster]:
    """The clusters of one block's reports."""
    by_date: dict[str, list[Cluster]] = {}
    undated: list[Cluster] = []
    found: list[Cluster] = []
    for report in sorted(reports, key=_richest_first):
        candidates = [c for date in dated_candidates(report, by_date) for c in by_date[date]]
        if report.date is None:
            candidates += undated
        if _join(report, candidates):
            continue
        made = Cluster(report)
        found.append(made)
        (undated if report.date is None else by_date.setdefault(report.date, [])).append(made)
    return found


def _richest_first(report: Report) -> tuple[bool, int, str]:
    return report.date is None, -len(report.people), report.key


def _join(report: Report, candidates: list[Cluster]) -> bool:
    fits = [(link.score, c, link) for c in candidates if (link := c.best_link(report)) is not None]
    if not fits:
        return False
    top = max(score for score, _, _ in fits)
    best = [(c, link) for score, c, link in fits if score == top]
    if len(best) > 1:
        return False
    best[0][0].add(report, best[0][1])
    return True
