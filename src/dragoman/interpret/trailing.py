"""A speaker named behind the whole of what is reported: "[Moscow rejects A and demands B], X said in talks with Y"."""

from __future__ import annotations

from dragoman.find.sentences import Sentence
from dragoman.interpret.contents import Contents
from dragoman.interpret.draft import Draft
from dragoman.interpret.reading import Reading
from dragoman.world.pack.frames import Verb

_PEOPLE = ("name", "office", "pronoun")
_BODIES = ("state", "institution")


class Trailing:
    """Tells which drafts of a sentence stand inside the words of a speaker who is named behind them."""

    def __init__(self, on: Reading, contents: Contents) -> None:
        self.on = on
        self.contents = contents

    def outermost(self, drafts: list[Draft], sentence: Sentence) -> list[Draft]:
        """The drafts without those that a later one reports whole, and without "…, the ministry reported" behind it."""
        for i in range(len(drafts) - 1, 0, -1):
            draft = drafts[i]
            if self._closes(draft, sentence) and all(self._inside(d, draft) for d in drafts[:i]):
                return [draft, *(d for d in drafts[i + 1 :] if not self._relays(d, sentence))]
        return drafts

    def _closes(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether a neutral verb with its own subject stands behind a comma, and what it reports before it."""
        row = draft.row
        if not isinstance(row, Verb) or not row.neutral or draft.participle or draft.inherits:
            return False
        if not draft.subject or draft.subject[-1].kind not in _PEOPLE or draft.postposed:
            return False
        quoted = self.on.quote_from(sentence.first, sentence.last) is not None or self.on.quote_ends(draft.first)
        return not quoted and self.contents.before.stands(draft, sentence.first, sentence)

    def _inside(self, draft: Draft, outer: Draft) -> bool:
        """Whether a draft is what a state or body does in the words of one who may speak for it."""
        if draft.reports_nothing:
            return True
        if not isinstance(draft.row, Verb) or draft.row.neutral or draft.postposed or draft.rule == "fronted":
            return False
        if not draft.subject:
            return draft.inherits and not draft.participle
        speaks = draft.subject[0]
        first_person = speaks.first in self.on.subjects.speaking
        return first_person or (speaks.kind in _BODIES and self._speaks_for(outer, speaks.states))

    def _speaks_for(self, outer: Draft, states: tuple[str, ...]) -> bool:
        mention = outer.subject[-1]
        state = self.on.who.people[mention.person].state if mention.person is not None else None
        codes = (state,) if state else mention.states
        return not codes or not states or codes[0] == states[0]

    def _relays(self, draft: Draft, sentence: Sentence) -> bool:
        """ "…, the press service reported (in a statement)": nothing follows but a phrase."""
        row, k = draft.row, draft.start
        if not isinstance(row, Verb) or not row.neutral or not draft.subject:
            return False
        closed = k >= sentence.last or not self.on.tokens.word[k][0].isalnum()
        return closed or self.on.tokens.key[k] in self.on.cues.preposition
