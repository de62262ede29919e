"""The journey of a page on one screen: acquire -> clean -> find -> identify -> interpret -> label."""

from __future__ import annotations

from dragoman.clean import clean
from dragoman.find import find
from dragoman.identify import identify
from dragoman.interpret import interpret
from dragoman.label import label
from dragoman.model import Page, PageInfo, PageRecord
from dragoman.world import World


def read_page(page: Page, world: World) -> PageRecord:
    """The record of one page. Pure: the same page and world give the same record.

    A page in a language without a pack gives its article (language, title, dates, story) and nothing else.
    """
    article = clean(page, world.packs)
    info = PageInfo(id=page.id, uri=page.uri, url=page.url, media_type=page.media_type, chars=len(page.text))
    language = world.language(article.language)
    if language is None:
        return PageRecord(page=info, article=article.record())
    found = find(article, language.grammar, language)
    who = identify(article, found, language)
    read = interpret(article, found, who, language)
    events = label(read.encounters, read.statements, read.cues)
    return PageRecord(
        page=info, article=article.record(), actors=read.actors, encounters=read.encounters,
        statements=read.statements, events=events,
    )  # fmt: skip
