"""Engagements as the store keeps them: a view over links, made anew only where a page came in, changed or was judged.

New reports look for others by their keys; the links that are found say which reports hang together with them, and
only these are clustered again. Whatever pages came in which order, the store ends up the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, Table, delete, insert, select, update

from dragoman.merge import Engagement, Link, Report
from dragoman.merge.dates import days
from dragoman.merge.engage import of_component
from dragoman.merge.keys import keys
from dragoman.merge.link import components, rule_links
from dragoman.save import tables
from dragoman.save.chunks import chunks
from dragoman.save.corrections import amended
from dragoman.save.links import links_among, write_links
from dragoman.save.text import from_json, to_json


def blocks_of(connection: Connection, pages: Collection[str]) -> set[str]:
    """The names of the groups of reports that the pages' encounters hang together with."""
    column = tables.encounters.c
    found = (select(column.block).where(column.page_id.in_(chunk)).distinct() for chunk in chunks(pages))
    return {row.block for query in found for row in connection.execute(query)}


def remerge(connection: Connection, pages: Collection[str], blocks: Collection[str] = ()) -> None:
    """Brings the engagements in line with the reports of these new pages, and with whatever changed in the blocks."""
    new = reports_where(connection, pages)
    met = _met(connection, new)
    known = {**met, **{r.key: r for r in new}}
    write_links(connection, rule_links(_new_pairs(new, known)))
    touched = {*blocks, *blocks_of(connection, pages)}
    touched |= _joined(connection, [r.key for r in new], known)
    recluster(connection, touched)


def recluster(connection: Connection, blocks: Collection[str]) -> None:
    """Makes the engagements of these blocks anew from links, and names the blocks anew."""
    reports: dict[str, Report] = {}
    labels: dict[str, str] = {}
    column = tables.encounters.c
    for chunk in chunks(blocks):
        query = select(column.report, column.block).where(column.block.in_(chunk))
        for row in connection.execute(query):
            report = from_json(row.report, Report)
            reports[report.key], labels[report.key] = report, row.block
    links = links_among(connection, reports)
    made: list[tuple[str, Engagement]] = []
    judged: list[Link] = []
    for found in components(reports, links):
        engagements, after = of_component([reports[k] for k in found.keys], found.links)
        name = found.keys[0]
        made += [(name, e) for e in engagements]
        judged += after
        _label(connection, [k for k in found.keys if labels[k] != name], name)
    _update_links(connection, links, judged)
    _write_changes(connection, blocks, made)


def reports_where(connection: Connection, pages: Collection[str]) -> list[Report]:
    """All reports of the pages."""
    column = tables.encounters.c
    found = (select(column.report).where(column.page_id.in_(chunk)) for chunk in chunks(pages))
    return [from_json(row.report, Report) for query in found for row in connection.execute(query)]


def reports_by_key(connection: Connection, wanted: Collection[str]) -> dict[str, Report]:
    """Those of the reports that the store has."""
    pages = {key.partition("/")[0] for key in wanted}
    names = set(wanted)
    return {r.key: r for r in reports_where(connection, pages) if r.key in names}


def _met(connection: Connection, new: Iterable[Report]) -> dict[str, Report]:
    """The reports that have a key which a new one looks for."""
    sought = {key for report in new for key in keys(report).sought}
    column, found = tables.encounter_keys.c, set[str]()
    for chunk in chunks(sought):
        query = select(column.page_id, column.encounter_id).where(column.key.in_(chunk)).distinct()
        found |= {f"{row.page_id}/{row.encounter_id}" for row in connection.execute(query)}
    return reports_by_key(connection, found)


def _new_pairs(new: Sequence[Report], known: dict[str, Report]) -> list[tuple[Report, Report]]:
    having: dict[str, list[str]] = defaultdict(list)
    for report in known.values():
        for key in keys(report).own:
            having[key].append(report.key)
    pairs = {
        (min(report.key, other), max(report.key, other))
        for report in new
        for key in keys(report).sought
        for other in having.get(key, ())
        if other != report.key
    }
    return [(known[a], known[b]) for a, b in sorted(pairs)]


def _joined(connection: Connection, new: Collection[str], known: dict[str, Report]) -> set[str]:
    """The blocks of reports that links, a rule's or a person's, join to the new ones."""
    ends = {end for link in links_among(connection, new) for end in (link.a, link.b)}
    pages = {key.partition("/")[0] for key in ends | {k for k in known if k in ends}}
    column = tables.encounters.c
    found: set[str] = set()
    for chunk in chunks(pages):
        query = select(column.page_id, column.id, column.block).where(column.page_id.in_(chunk))
        found |= {row.block for row in connection.execute(query) if f"{row.page_id}/{row.id}" in ends}
    return found


def _label(connection: Connection, changed: Sequence[str], name: str) -> None:
    column = tables.encounters.c
    for key in changed:
        page, _, encounter = key.partition("/")
        where = (column.page_id == page, column.id == encounter)
        connection.execute(update(tables.encounters).where(*where).values(block=name))


def _update_links(connection: Connection, before: Sequence[Link], after: Sequence[Link]) -> None:
    stood = {(x.a, x.b, x.by): x for x in before}
    write_links(connection, [x for x in after if x.by == "rule" and stood.get((x.a, x.b, x.by)) != x])


def _write_changes(connection: Connection, blocks: Collection[str], made: Sequence[tuple[str, Engagement]]) -> None:
    """Only engagements that changed are written."""
    table = tables.engagements
    made = list(zip([b for b, _ in made], amended(connection, [e for _, e in made]), strict=True))
    facts = {e.id: (block, to_json(e)) for block, e in made}
    there: dict[str, tuple[str, str]] = {}
    for chunk in chunks(blocks):
        query = select(table.c.id, table.c.block, table.c.facts).where(table.c.block.in_(chunk))
        there.update({row.id: (row.block, row.facts) for row in connection.execute(query)})
    for chunk in chunks(key for key, value in there.items() if facts.get(key) != value):
        connection.execute(delete(table).where(table.c.id.in_(chunk)))
    _write(connection, [(block, e) for block, e in made if there.get(e.id) != facts[e.id]], facts)


def _write(
    connection: Connection, made: Sequence[tuple[str, Engagement]], facts: dict[str, tuple[str, str]]
) -> None:  # fmt: skip
    rows: dict[Table, list[dict[str, object]]] = defaultdict(list)
    for block, engagement in made:
        key = {"engagement_id": engagement.id}
        rows[tables.engagements].append(_row(engagement, block, facts[engagement.id][1]))
        rows[tables.engagement_parties] += [{**key, "state": state} for state in engagement.parties]
        rows[tables.engagement_members] += [{**key, **_member(m)} for m in engagement.members]
        rows[tables.engagement_ids].append({"id": engagement.id, **_member(_anchor(engagement))})
    for chunk in chunks(engagement.id for _, engagement in made):
        connection.execute(delete(tables.engagement_ids).where(tables.engagement_ids.c.id.in_(chunk)))
    for table, values in rows.items():
        if values:
            connection.execute(insert(table), values)


def _anchor(engagement: Engagement) -> str:
    """The report that the id is made of: the first in its history."""
    return engagement.history[0].report


def _row(engagement: Engagement, block: str, facts: str) -> dict[str, object]:
    span = days(engagement.date)
    return {
        "id": engagement.id,
        "block": block,
        "kind": engagement.kind,
        "status": engagement.status,
        "first_day": span[0].isoformat() if span else None,
        "last_day": span[1].isoformat() if span else None,
        "facts": facts,
    }


def _member(key: str) -> dict[str, object]:
    page, _, encounter = key.partition("/")
    return {"page_id": page, "encounter_id": encounter}
