"""Words that name a source instead of reporting with a verb: "according to X, …", "…, menurut X"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify import Mention
from dragoman.interpret.cues import Cue
from dragoman.interpret.draft import Draft
from dragoman.interpret.reading import PHRASE, Reading
from dragoman.world.pack.frames import Sourced, Verb

_SPEAKERS = ("name", "office", "institution", "outlet")


class Sources:
    """Completes the draft of a preposition of source. hits_within: the cues that begin in a stretch of tokens."""

    def __init__(self, on: Reading, hits_within: Callable[[int, int], list[Hit[Cue]]]) -> None:
        self.on = on
        self.found = on.found
        self.tokens = on.tokens
        self.who = on.who
        self.cues = on.cues
        self.subjects = on.subjects
        self.hits_within = hits_within

    def draft(self, hit: Hit[Cue], row: Sourced, sentence: Sentence) -> Draft | None:
        """ "According to X, …", "…, menurut X", "Menurutnya, …"."""
        draft = Draft(hit.first, (hit.first, hit.last), row, rule="source")
        if row.clitic:
            draft.inherits = True
            draft.start = hit.last
        else:
            mention = self.subjects.starting.get(hit.last) or self.subjects.starting.get(hit.last + 1)
            if mention is not None and (mention.kind == "outlet" or mention.last > sentence.last):
                return None
            if mention is None or mention.place:
                if not self._described(draft, hit.last, sentence.last):
                    return None
            else:
                mention = self._issuer_behind(mention, sentence.last) or mention
                draft.subject = (mention,)
                draft.start = mention.last
        if row.before:
            return self._sentence_before(draft, sentence)
        draft.postposed = hit.first > sentence.first + 2 and self.tokens.key[hit.first - 1] in (",", "—", "–")
        if draft.postposed and self.tokens.key[hit.first - 2] in self.cues.relative:
            if draft.start < sentence.last and self.tokens.key[draft.start] == ",":  # ", which, according to X, …"
                draft.postposed, draft.first = False, hit.first - 2
                return draft
        if draft.postposed and draft.start + 1 < sentence.last and self.tokens.key[draft.start] == ",":
            if self.tokens.key[draft.start + 1] in self.cues.link:
                return None  # "X told Y, according to Z, that …"
        if not draft.postposed and not (draft.start < sentence.last and self.tokens.key[draft.start] == ","):
            return None if hit.first > sentence.first else draft
        return draft

    def _issuer_behind(self, mention: Mention, stop: int) -> Mention | None:
        """Who issued the text that is the source: "according to a statement by [the ministry]"."""
        if self.tokens.key[mention.last - 1] not in self.cues.document:
            return None
        for k in range(mention.last, min(mention.last + 3, stop - 1)):
            if self.tokens.key[k] in self.cues.preposition:
                issuer = self.subjects.starting.get(k + 1) or self.subjects.starting.get(k + 2)
                known = issuer is not None and issuer.last <= stop and issuer.kind != "outlet"
                return issuer if known else None
            if not self.tokens.word[k][0].isalpha():
                break
        return None

    def _described(self, draft: Draft, first: int, stop: int) -> bool:
        """ "according to [people familiar with the matter]": a source that no mention begins; of "a statement by X" X
        speaks. False where nothing of a source stands there."""
        end = first
        while (
            end < stop
            and end - first < 2 * PHRASE
            and (self.tokens.word[end][0].isalnum() or self.tokens.key[end] in POSSESSIVE)
        ):
            end += 1
        issuer = [m for m in self.who.within(first, end) if m.last <= end and m.kind in _SPEAKERS]
        if end == first or any(m.kind == "outlet" for m in issuer) or self.tokens.word[first][0].isdigit():
            return False
        named = first + (self.tokens.key[first] in self.cues.determiner)
        if named < end and self.tokens.word[named][0].isupper() and self._reported_again(draft, stop):
            return False  # a name that nobody knows is an outlet's, where somebody else speaks too
        document = not self.cues.document.isdisjoint(self.tokens.key[first:end])
        if document and issuer:
            draft.subject = (issuer[0],)
        else:
            draft.loose = (first, end)
        draft.start = end
        return True

    def _reported_again(self, draft: Draft, stop: int) -> bool:
        """Whether another cue that can report follows in the sentence."""
        hits = self.hits_within(draft.start if draft.start > 0 else draft.first + 1, stop)
        return any(isinstance(row, Verb) and row.takes for hit in hits for row in hit.values)

    def _sentence_before(self, draft: Draft, sentence: Sentence) -> Draft | None:
        """ "Об этом сообщил X": what the sentence before it tells, where nobody else says it."""
        i = bisect_left([s.first for s in self.found.sentences], sentence.first) - 1
        before = self.found.sentences[i] if i >= 0 else sentence
        if draft.first > sentence.first + 1 or i < 0 or before.paragraph == 0:
            return None
        if self.hits_within(before.first, before.last):
            return None
        draft.content, draft.rule = [self.found.chars(before.first, before.last)], "source.before"
        return draft
