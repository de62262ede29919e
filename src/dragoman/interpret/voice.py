"""Pages in the first person: statements, letters, transcripts, where the page itself speaks with somebody's voice."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from dragoman.find import Found
from dragoman.find.sentences import Sentence
from dragoman.identify import Identified, Mention
from dragoman.interpret.clauses import Clauses
from dragoman.interpret.cues import CueWords
from dragoman.interpret.draft import Draft
from dragoman.interpret.turns import Turns
from dragoman.world.pack.frames import Verb

_PASSING = 18  # a longer sentence that opens with thanks says for what
_WORDS = 9  # a sentence shorter than this that opens a turn is a courtesy, not a statement
_CLAUSE = 6  # tokens before a cue that may be a clause of their own
_SALUTES = frozenset(":,")  # marks that close "Dear friends,"


class Voice:
    """The drafts of statements in paragraphs that speak with somebody's voice."""

    def __init__(self, found: Found, who: Identified, cues: CueWords, clauses: Clauses) -> None:
        self.found = found
        self.tokens = found.tokens
        self.who = who
        self.cues = cues
        self.clauses = clauses
        self.turns = Turns(found, who, cues, clauses)
        self.owners = self.turns.owners
        self._speaking()

    def _speaking(self) -> None:
        """Lets I and we be subjects where somebody's voice speaks."""
        subjects = self.clauses.subjects
        for sentence in self.found.sentences if self.owners else ():
            owner = self.owners.get(sentence.paragraph)
            for k in range(sentence.first, sentence.last) if owner is not None else ():
                if self.cues.says_i(self.tokens.key[k]) and k not in subjects.starting and owner is not None:
                    spoken = msgspec.structs.replace(owner, first=k, last=k + 1, kind="pronoun", name=None)
                    subjects.starting[k] = subjects.ending[k + 1] = spoken
                    subjects.speaking.add(k)

    def read(self, sentence: Sentence, number: int, before: Draft | None) -> list[Draft]:
        """The drafts of a sentence in somebody's voice: one a cue, and one for a run of words of a paragraph without a
        cue, which goes on with the draft `before`."""
        first = self.turns.skip.get(sentence.first, sentence.first)
        owner = self.owners[sentence.paragraph]
        if first >= sentence.last:
            return []
        own = Sentence(first, sentence.last, sentence.paragraph)
        if self.tokens.word[own.last - 1] in _SALUTES and own.last - first <= _PASSING:
            return []
        if self._courtesy(first, sentence.last):
            return self._thanks(own, owner)
        drafts = self._own(self.clauses.read(own, number), owner) or self._cue(own, owner)
        end = self._front(first, drafts[0]) if drafts else sentence.last
        run = self._run(first, end, owner, before) if end > first else None
        found = [*([run] if run is not None and run is not before else []), *drafts]
        self._marked(found, sentence)
        rest = self._rest(drafts[-1], sentence.last) if drafts else sentence.last
        if rest < sentence.last and (run := self._run(rest, sentence.last, owner, drafts[-1])) is not None:
            found.append(run)
        return self._marked(found, sentence)

    def _marked(self, drafts: list[Draft], sentence: Sentence) -> list[Draft]:
        """The drafts as first-person speech of their paragraph; somebody else's words as they are."""
        for draft in drafts:
            draft.paragraph = sentence.paragraph
            if draft.subject == (self.owners[sentence.paragraph],):
                draft.mode, draft.rule = "direct", "voice"
        return drafts

    def _own(self, drafts: list[Draft], owner: Mention) -> list[Draft]:
        """The drafts that the owner of the voice, his state or somebody named says."""
        kept: list[Draft] = []
        mine = False
        for draft in drafts:
            subject = draft.subject[-1] if draft.subject else None
            if subject is not None:
                mine = self._means(subject, owner)
                if mine:
                    draft.subject = (owner,)
            elif mine and draft.inherits:
                draft.subject = (owner,)
            if draft.content and draft.subject == (owner,):
                kept.append(draft)
        return kept or [d for d in drafts if d.content and self._named(d)]

    def _named(self, draft: Draft) -> bool:
        """Whether somebody else speaks in the sentence's own clause: "In May, President X announced …"."""
        named = bool(draft.subject) and draft.subject[-1].kind in ("name", "office", "group")
        return named and isinstance(draft.row, Verb) and draft.rule == "frame"

    def _means(self, subject: Mention, owner: Mention) -> bool:
        """Whether the subject is I, we, or the state that the owner acts for."""
        if subject.first in self.clauses.subjects.speaking:
            return True
        state = self.who.people[owner.person].state if owner.person is not None else next(iter(owner.states), None)
        return subject.kind in ("state", "institution") and state is not None and subject.states == (state,)

    def _front(self, first: int, draft: Draft) -> int:
        """The end of a clause without a cue that "…, and I thank" follows; `first` where there is none."""
        k = draft.first
        while k > first and (self.tokens.key[k - 1] in self.cues.conjunction or self.tokens.key[k - 1] in ",;–—"):
            k -= 1
        joined = any(key in self.cues.conjunction for key in self.tokens.key[k : draft.first + 1])
        fronted = self.tokens.key[first] in self.cues.preposition | self.cues.ends
        return k if joined and not fronted and k - first >= _CLAUSE else first

    def _rest(self, draft: Draft, last: int) -> int:
        """Where "…, and we will not rest" begins behind what a cue reports; `last` where nothing of that kind does."""
        k = bisect_left(self.tokens.start, draft.content[-1][1])
        while k < last and self.tokens.key[k] in ",;–—":
            k += 1
        joined = k < last and self.tokens.key[k] in self.cues.conjunction
        return k + 1 if joined and k + 1 in self.clauses.subjects.speaking and last - k >= _CLAUSE else last

    def _run(self, first: int, last: int, owner: Mention, before: Draft | None) -> Draft | None:
        """Words without a cue: added to the run before them in the paragraph, else a draft of their own."""
        paragraph = next(s.paragraph for s in self.found.sentences if s.last >= last)
        following = before is not None and before.paragraph == paragraph
        if before is not None and following and before.cue is None:
            before.content = [*before.content[:-1], (before.content[-1][0], self.tokens.end[last - 1])]
            return before
        if last - first < _WORDS and not following and not any(m.states for m in self.who.within(first, last)):
            return None
        draft = Draft(first, None, None, subject=(owner,))
        draft.content = [(self.tokens.start[first], self.tokens.end[last - 1])]
        return draft

    def _courtesy(self, first: int, last: int) -> bool:
        """A greeting or passing thanks, and no more: "Good to see you, Mr. President."."""
        key = self.tokens.key
        opens = any(tuple(key[first : first + len(words)]) == words for words in self.cues.courtesy)
        return opens and last - first <= _PASSING

    def _thanks(self, sentence: Sentence, owner: Mention) -> list[Draft]:
        """ "Thank you, Mr. President, for this welcome": thanks that say for what."""
        first, last = sentence.first, sentence.last
        hit = next(iter(self.clauses.hits_within(first, first + 1)), None)
        rows = [r for r in hit.values if isinstance(r, Verb) and r.act == "thank"] if hit is not None else []
        if hit is None or not rows or self.cues.preposition.isdisjoint(self.tokens.key[hit.last : last]):
            return []
        draft = Draft(first, (first, hit.last), rows[0], subject=(owner,), start=hit.last)
        draft.content = [(self.tokens.start[hit.last], self.tokens.end[last - 1])]
        return self._marked([draft], sentence)

    def _cue(self, sentence: Sentence, owner: Mention) -> list[Draft]:
        """A verb of speaking whose own form or wish says "I" or "we"."""
        first, last = sentence.first, sentence.last
        for hit in self.clauses.hits_within(first, last):
            for row in hit.values:
                if not isinstance(row, Verb) or not row.takes or row.needs == "quote":
                    continue
                left = self.clauses.subjects.verb_group(hit.first, first)
                at = left.at
                if at - 1 >= first and self.tokens.key[at - 1] in self.cues.wish:
                    at = self.clauses.subjects.verb_group(at - 1, first).at
                opens = at - 1 >= first and self.tokens.key[at - 1] in self.cues.first_person
                inside = self.tokens.key[hit.first] in self.cues.first_person
                if not (opens or inside) or left.negated:
                    continue
                cue_last, noun = self.clauses.noun_of(hit, last)
                draft = Draft(hit.first, (hit.first, cue_last), row, noun=noun, subject=(owner,))
                draft.start = cue_last
                begin = self.clauses.contents.starts.of(draft, last)
                if begin < last:
                    draft.content = [(self.tokens.start[begin], self.tokens.end[last - 1])]
                    return [draft]
        return []
