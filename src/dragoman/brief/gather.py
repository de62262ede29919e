"""Everything the store holds on two states with each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from dragoman.align import signs
from dragoman.brief.records import Contact, Material, Said
from dragoman.compare import compare
from dragoman.compare.items import Item
from dragoman.compare.laying import groups, statements_alike
from dragoman.interpret.topic_words import TopicLexicon
from dragoman.merge import Engagement, Person
from dragoman.save import Store
from dragoman.save.ids import find_engagement
from dragoman.save.text import from_json
from dragoman.search.compare import accounts, title
from dragoman.search.engagements import EngagementView, engagements
from dragoman.search.query import Query
from dragoman.search.statements import StatementView, statements
from dragoman.world import load_world


def gather(store: Store, parties: tuple[str, str], since: str | None, until: str | None) -> Material:
    """Contacts in which both took part, and what either said in them, to the other or of it."""
    asked = Query(state=parties[0], with_=parties[1], since=since, until=until, limit=0)
    views = sorted(engagements(store, asked).items, key=lambda v: (v.date is None, v.date or "", v.id))
    return Material(
        parties=parties, contacts=tuple(_contacts(store, views)), said=tuple(_said(store, parties, since, until))
    )


def _contacts(store: Store, views: Iterable[EngagementView]) -> list[Contact]:
    found = []
    with store.reading() as connection:
        for view in views:
            engagement = from_json(find_engagement(connection, store.name, view.id).facts, Engagement)
            reports = accounts(connection, engagement.members)
            found.append(Contact(view, tuple(reports), compare(view.id, title(engagement), reports, engagement.copies)))
    return found


def _said(store: Store, parties: tuple[str, str], since: str | None, until: str | None) -> list[Said]:
    found: dict[str, StatementView] = {}
    for one, other in (parties, parties[::-1]):
        asked = Query(state=one, with_=other, since=since, until=until, limit=0)
        found.update((view.id, view) for view in statements(store, asked).items if view.evidence)
    ordered = sorted(found.values(), key=lambda v: (v.date or "9999", v.page, v.evidence[0].span))
    together: dict[str, list[StatementView]] = {}
    for view in ordered:
        together.setdefault(view.engagement or view.page, []).append(view)
    merged = [said for views in together.values() for said in _merged(views)]
    return sorted(merged, key=lambda s: (s.first.date or "9999", s.first.page, s.first.evidence[0].span))


def _merged(views: Sequence[StatementView]) -> list[Said]:
    """Statements of one contact, those of several pages with one content made one."""
    items = [_item(view) for view in views]
    of = {id(item): view for item, view in zip(items, views, strict=True)}
    out = []
    for group in groups(items, statements_alike):
        first, *others = (of[id(item)] for item in group)
        out.append(Said(first, tuple(others), group[0].signs, topic_of(first)))
    return out


def _item(view: StatementView) -> Item:
    state = view.for_[0] if view.for_ else None
    speakers = tuple(Person(name=name, for_=state, office=None, wikidata=None) for name in view.speakers)
    return Item(
        view.page, view.text, view.evidence[0].span, signs(view.text, view.language), speakers, view.for_, view.act
    )


def topic_of(view: StatementView) -> str:
    """The topic of the words themselves: that of the contact would say more than the page does."""
    return _lexicon(view.language).classify(view.text)


@cache
def _lexicon(language: str | None) -> TopicLexicon:
    pack = load_world().language(language)
    return TopicLexicon(pack.topics if pack else None)
