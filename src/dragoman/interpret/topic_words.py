"""Which topic of the codebook a phrase names."""

from __future__ import annotations

from dragoman.find.lexicon import Hit, Lexicon
from dragoman.find.tokens import Tokens, tokenize
from dragoman.world.files import expand
from dragoman.world.pack.topics import TopicPack

OTHER = "other"


class TopicLexicon:
    """The topic words of one language."""

    def __init__(self, pack: TopicPack | None) -> None:
        entries: list[tuple[str, tuple[int, str], bool]] = []
        for row in pack.topic if pack else ():
            for force, patterns in enumerate((row.weak, row.words, row.strong)):
                entries += [(form, (force, row.topic), False) for p in patterns for form in expand(p)]
        self._lexicon: Lexicon[tuple[int, str]] = Lexicon(entries)

    def classify(self, phrase: str) -> str:
        """The topic id of a noun phrase."""
        return self.of(tokenize(phrase, 0, len(phrase)))

    def within(self, tokens: Tokens, first: int, last: int) -> str:
        """The topic id of some of the tokens of a page."""
        start, end, word, key = tokens.start, tokens.end, tokens.word, tokens.key
        return self.of(Tokens(start[first:last], end[first:last], word[first:last], key[first:last]))

    def hits(self, tokens: Tokens) -> list[Hit[tuple[int, str]]]:
        """The topic words of a page, but for the weak ones."""
        return [h for h in self._lexicon.find(tokens) if max(force for force, _ in h.values) > 0]

    def of(self, tokens: Tokens) -> str:
        """The topic id of the words: by strong words first, then the longest, then the first of them."""
        best, score = OTHER, (-1, 0, 0)
        for hit in self._lexicon.find(tokens):
            force, topic = max(hit.values, key=lambda v: v[0])
            found = (force, min(hit.last, len(tokens)) - hit.first, -hit.first)
            if found > score:
                best, score = topic, found
        return best
