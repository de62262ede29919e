"""Sentences that a question mark cut in two: "“Is it over?” X asked." is one."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.find.sentences import Sentence
from dragoman.interpret.clauses import Clauses
from dragoman.world.pack.frames import Verb

_CUTTING = frozenset("?!…")
_BEFORE_CUE = 14  # tokens that a speaker with title and office may take


class Joined:
    """The sentences of a page, a quotation and its cue in one."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.on = clauses.on
        self.tokens = clauses.tokens
        self.cues = clauses.cues

    def sentences(self) -> Iterator[tuple[int, Sentence]]:
        """The sentences with the number of their last piece."""
        held: Sentence | None = None
        for number, sentence in enumerate(self.on.found.sentences):
            if held is not None and held.paragraph == sentence.paragraph and self._asked(sentence):
                sentence = Sentence(held.first, sentence.last, sentence.paragraph)
            elif held is not None:
                yield number - 1, held
            held = sentence if self._exclaims(sentence) else None
            if held is None:
                yield number, sentence
        if held is not None:
            yield len(self.on.found.sentences) - 1, held

    def _exclaims(self, sentence: Sentence) -> bool:
        """Whether a quotation closes the sentence behind a mark that cuts it from its cue: "“Is it over?”"."""
        last = sentence.last - 1
        if last - sentence.first < 2 or self.tokens.word[last - 1] not in _CUTTING:
            return False
        quote = self.on.quote_at(self.tokens.start[last])
        return quote is not None and quote.end <= self.tokens.end[last] and not self.tokens.word[last][0].isalnum()

    def _asked(self, sentence: Sentence) -> bool:
        """Whether a sentence behind a quotation is only its cue: "X asked (on Monday)."."""
        hit = next(iter(self.clauses.hits_within(sentence.first, sentence.last)), None)
        if hit is None or not 0 < hit.first - sentence.first <= _BEFORE_CUE:
            return False
        after = self.tokens.word[hit.last] if hit.last < sentence.last else "."
        told = any(isinstance(row, Verb) and "addressee" in row.takes for row in hit.values)
        closed = not after[0].isalnum() or after.lower() in self.cues.preposition | self.cues.not_name
        return any(isinstance(row, Verb) and "clause" in row.takes for row in hit.values) and (
            (closed and after != ":") or (told and self.cues.link.isdisjoint(self.tokens.key[hit.last : sentence.last]))
        )
