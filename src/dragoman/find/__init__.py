"""Article -> what stands where: paragraphs, tokens, quotations, sentences, times."""

from __future__ import annotations

import re

import msgspec

from dragoman.find.clitics import cut_clitics, known_words
from dragoman.find.quotes import Quote, find_quotes
from dragoman.find.sentences import Sentence, find_sentences
from dragoman.find.tokens import Tokens, tokenize
from dragoman.model import Article
from dragoman.world.load import Language
from dragoman.world.pack.grammar import Grammar

__all__ = ["Found", "Quote", "Sentence", "Tokens", "find"]

_PIECE = re.compile(r"[^\s][^\n]*")


class Found(msgspec.Struct, frozen=True):
    """What stands in an article. Paragraph 0 is the title (empty span when there is none in the text)."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    tokens: Tokens
    quotes: tuple[Quote, ...]
    sentences: tuple[Sentence, ...]

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """Span of the tokens `[first, last)`."""
        return self.tokens.start[first], self.tokens.end[last - 1]


def find(article: Article, grammar: Grammar, language: Language | None = None) -> Found:
    """Paragraphs, tokens, quotations and sentences of title and story; offsets count in the page.

    language: the pack whose words tell where clitics are cut off.
    """
    text = article.reading
    title = article.title.span if article.title and article.title.span else (0, 0)
    paragraphs = [title]
    for start, end in article.body:
        for match in _PIECE.finditer(text, start, end):
            piece = (match.start(), match.start() + len(match.group().rstrip()))
            if not title[0] <= piece[0] < title[1]:  # a title glued to the story is read once, as title
                paragraphs.append(piece)
    tokens = _tokens(text, paragraphs)
    if language is not None and grammar.clitic:
        tokens = cut_clitics(tokens, grammar.clitic, known_words(language))
    body = tuple(paragraphs)
    quotes = find_quotes(text, body[1:], grammar.quotes)
    order = sorted(range(len(body)), key=lambda i: body[i])
    spans = [body[i] for i in order]
    sentences = find_sentences(tokens, spans, quotes, frozenset(grammar.words.abbreviation))
    numbered = tuple(Sentence(s.first, s.last, order[s.paragraph]) for s in sentences)
    return Found(text, body, tokens, quotes, numbered)


def _tokens(text: str, paragraphs: list[tuple[int, int]]) -> Tokens:
    """Tokens of the paragraphs alone: a run of blanked text between them gives none."""
    spans = sorted(p for p in paragraphs if p[1] > p[0])
    if not spans:
        return Tokens([], [], [], [])
    return tokenize(text, spans[0][0], spans[-1][1])
