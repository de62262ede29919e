"""How many sources really stand behind an engagement: what is one text, of one outlet or of one agency counts once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.merge.graph import groups
from dragoman.model import PageRecord
from dragoman.save.fulltext import fold
from dragoman.search.cite import Sources


def numbered(
    records: Iterable[PageRecord], copies: Iterable[Sequence[str]], sources: Sources
) -> Mapping[str, int]:  # fmt: skip
    """By page id the number of its source, 1, 2, ...; pages of one source have the same."""
    pages = {record.page.id: record for record in records}
    pairs = [(group[0], page) for group in copies for page in group if group[0] in pages and page in pages]
    told: dict[str, list[str]] = defaultdict(list)
    for page, record in pages.items():
        for name in _names(record, sources):
            told[name].append(page)
    pairs += [(same[0], page) for same in told.values() for page in same]
    found = groups(pages, pairs)
    return {page: number for number, group in enumerate(found, 1) for page in group}


def _names(record: PageRecord, sources: Sources) -> set[str]:
    """Who published the page, wherever it stood, and the agency it credits."""
    outlets = {fold(c.outlet) for c in sources.captures(record.page.id) if c.outlet}
    if record.article.agency:
        outlets.add(fold(record.article.agency.name))
    return outlets - {""}
