"""The reports of one engagement, or of several that may be one, laid beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from sqlalchemy import Connection

from dragoman.compare import Account, Compared
from dragoman.compare import compare as lay
from dragoman.compare.doubles import may_be_one
from dragoman.errors import StoreError
from dragoman.merge import Engagement, reports_of
from dragoman.merge.records import RULE
from dragoman.model import PageRecord
from dragoman.save import Store
from dragoman.save.ids import engagements_of, find_engagement, find_reports
from dragoman.save.links import links_among
from dragoman.save.load import record_of
from dragoman.save.text import from_json
from dragoman.search.cite import Sources
from dragoman.search.doubles import neighbours

Double: TypeAlias = tuple[Engagement, list[Account]]


def compare(store: Store, ids: Sequence[str]) -> Compared:
    """As each side and each source reported it. Several ids: as if they were one engagement, the first one.

    An id is an engagement's, or a report's as `PAGE#e1`. Of one engagement its double is taken in: one that differs in
    one side's people or by a day only, unless a person said that they are apart. StoreError for an unknown id.
    """
    with store.reading() as connection:
        keys = list(dict.fromkeys(key for wanted in ids for key in find_reports(connection, store.name, wanted)))
        if not keys:
            raise StoreError("no engagement given; `dragoman engagements` lists them with their ids")
        holders = dict.fromkeys(engagements_of(connection, keys).values())
        found = [from_json(find_engagement(connection, store.name, e).facts, Engagement) for e in holders]
        told = accounts(connection, keys)
        twins = doubles(connection, found[0], told) if len(ids) == 1 else []
        copies = [group for engagement in (*found, *(e for e, _ in twins)) for group in engagement.copies]
        return lay(
            found[0].id, title(found[0]), [*told, *(a for _, reports in twins for a in reports)], copies,
            [engagement.id for engagement, _ in twins],
        )  # fmt: skip


def doubles(connection: Connection, engagement: Engagement, told: Sequence[Account]) -> list[Double]:
    """The engagement that may be the same contact with other people or on another day, with its reports; none where
    there are several."""
    found: list[Double] = []
    for other in neighbours(connection, engagement):
        if not _said_apart(connection, engagement, other):
            reports = accounts(connection, other.members)
            if may_be_one(told, reports):
                found.append((other, reports))
    return found if len(found) == 1 else []


def _said_apart(connection: Connection, a: Engagement, b: Engagement) -> bool:
    """A person said that they are not one contact."""
    ends = ({*a.members}, {*b.members})
    links = links_among(connection, a.members)
    apart = [{x.a, x.b} for x in links if x.by != RULE and x.judgement == "apart"]
    return any(pair & ends[0] and pair & ends[1] for pair in apart)


def title(engagement: Engagement) -> str:
    """What it is, in one line."""
    status = "" if engagement.status == "held" else f" ({engagement.status})"
    kind = engagement.kind.replace("_", " ")
    return f"{kind}{status} · {engagement.date or 'undated'} · {' – '.join(engagement.parties)}"


def accounts(connection: Connection, keys: Sequence[str]) -> list[Account]:
    """The reports with these keys, in their order."""
    pairs = [key.partition("/")[::2] for key in keys]
    sources = Sources(connection, {page for page, _ in pairs})
    records = {page: record_of(connection, page) for page in dict.fromkeys(page for page, _ in pairs)}
    return [_account(records[page], encounter, sources) for page, encounter in pairs]


def _account(record: PageRecord, encounter: str, sources: Sources) -> Account:
    page = record.page.id
    capture = next(iter(sources.captures(page)), None)
    return Account(
        report=next(r for r in reports_of(record) if r.encounter == encounter),
        record=record,
        encounter=next(e for e in record.encounters if e.id == encounter),
        text=str(sources.row(page).text),
        uri=sources.uri(page),
        url=capture.url if capture else record.page.url,
        outlet=capture.outlet if capture else None,
    )
