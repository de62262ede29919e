"""The journey of one page with what was known on the way: for a person who looks for the cause of a wrong reading."""

from __future__ import annotations

import msgspec

from dragoman.clean import clean
from dragoman.find import Found, find
from dragoman.identify import Identified, Vocabulary, identify, vocabulary_of
from dragoman.identify.names import name_run
from dragoman.interpret import interpret
from dragoman.model import Article, Page, PageRecord, Span
from dragoman.pipeline import read_page
from dragoman.world import World


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """A page, its record, and what the stages handed on; for a language without a pack there is no more than `article`.

    cues: of each encounter's id, the words that tell of it. nobody: names that stand for no person of the page.
    """

    page: Page
    article: Article
    record: PageRecord
    found: Found | None = None
    who: Identified | None = None
    cues: dict[str, Span] = {}
    nobody: tuple[Span, ...] = ()


def trace_page(page: Page, world: World) -> Trace:
    """The page with its record as `read_page` gives it, and the stages' results. Several times slower than reading."""
    record = read_page(page, world)
    article = clean(page, world.packs)
    language = world.language(article.language)
    if language is None:
        return Trace(page=page, article=article, record=record)
    found = find(article, language.grammar, language)
    who = identify(article, found, language)
    cues = interpret(article, found, who, language).cues
    nobody = _nobody(found, who, vocabulary_of(language))
    return Trace(page=page, article=article, record=record, found=found, who=who, cues=cues, nobody=nobody)


def _nobody(found: Found, who: Identified, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """Runs of capitalised words that read as a name; `identify` keeps of them only those that stand for a person."""
    tokens = found.tokens
    hits = {hit.first: hit for hit in vocabulary.lexicon.find(tokens)}
    taken = {k for m in who.mentions for k in range(m.first, m.last)}
    common = {key for key, word in zip(tokens.key, tokens.word, strict=True) if word[0].islower()}
    out: list[Span] = []
    for sentence in found.sentences:
        i = sentence.first
        while i < sentence.last:
            end = i
            if i not in taken and tokens.word[i][0].isupper():
                end = name_run(tokens, i, sentence.last, vocabulary, hits, sure=False)
            while end > i and not taken.isdisjoint(range(i, end)):
                end -= 1
            if end > i and not (end == i + 1 and tokens.key[i] in common):
                out.append(found.chars(i, end))
            i = max(end, i + 1)
    return tuple(out)
