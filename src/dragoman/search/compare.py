"""The reports of one engagement, or of several that may be one, laid beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from dragoman.compare import Account, Compared
from dragoman.compare import compare as lay
from dragoman.errors import StoreError
from dragoman.merge import Engagement, reports_of
from dragoman.model import PageRecord
from dragoman.save import Store
from dragoman.save.ids import engagement_of, find_engagement, find_reports
from dragoman.save.load import record_of
from dragoman.save.text import from_json
from dragoman.search.cite import Sources


def compare(store: Store, ids: Sequence[str]) -> Compared:
    """As each side and each source reported it. Several ids: as if they were one engagement, the first one.

    An id is an engagement's, or a report's as `PAGE#e1`. StoreError for one that is not there.
    """
    with store.reading() as connection:
        keys = list(dict.fromkeys(key for wanted in ids for key in find_reports(connection, store.name, wanted)))
        if not keys:
            raise StoreError("no engagement given; `dragoman engagements` lists them with their ids")
        holders = dict.fromkeys(e for key in keys if (e := engagement_of(connection, key)))
        found = [from_json(find_engagement(connection, store.name, e).facts, Engagement) for e in holders]
        copies = [group for engagement in found for group in engagement.copies]
        return lay(found[0].id, title(found[0]), accounts(connection, keys), copies)


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
