"""The note, part by part."""

from __future__ import annotations

from dragoman.brief import contacts, differences, gaps, positions
from dragoman.brief.gather import gather
from dragoman.brief.people import people
from dragoman.brief.records import Brief, Material
from dragoman.errors import StoreError
from dragoman.save import Store
from dragoman.search.coverage import Asked, of_rows, rows
from dragoman.world.bodies import bodies
from dragoman.world.states import states


def brief(store: Store, one: str, other: str, *, since: str | None = None, until: str | None = None) -> Brief:
    """The note on two states or bodies. The same store gives the same note.

    StoreError for a code that is none, or twice the same.
    """
    parties = (one.upper(), other.upper())
    for code in parties:
        if code not in states() and code not in bodies():
            raise StoreError(f"{code}: neither an ISO 3166-1 alpha-3 code nor the id of a body")
    if parties[0] == parties[1]:
        raise StoreError(f"{parties[0]}: give two states, such as IRN JPN")
    material = gather(store, parties, since, until)
    used = frozenset(_pages(material))
    with store.reading() as connection:
        found = of_rows(rows(connection, Asked(pages=used)))
        whole = of_rows(rows(connection, Asked(since=since, until=until)))
    parts = (
        contacts.in_short(material.contacts),
        contacts.held(material.contacts),
        contacts.not_held(material.contacts),
        people(parties, material.contacts),
        *(positions.positions(state, material.said) for state in parties),
        positions.asked(material.said),
        positions.blame(material.said),
        positions.praise(material.said),
        positions.third_parties(parties, material.said),
        differences.conflicts(material.contacts),
        differences.one_sided(material.contacts),
        gaps.gaps(material),
        gaps.basis(material, found, whole),
    )
    return Brief(parties=parties, since=since, until=until, pages=len(used), parts=tuple(p for p in parts if p.lines))


def _pages(material: Material) -> set[str]:
    """Ids of the pages that some line can cite."""
    told = {a.report.page for c in material.contacts for a in c.accounts}
    return told | {view.id.partition("/")[0] for s in material.said for view in (s.first, *s.others)}
