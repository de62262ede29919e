"""Pages in the first person: statements, letters, transcripts, where the page itself speaks with somebody's voice."""

from __future__ import annotations

from dragoman.find import Found
from dragoman.find.sentences import Sentence
from dragoman.identify import Identified, Mention
from dragoman.interpret.clauses import Clauses
from dragoman.interpret.cues import CueWords
from dragoman.interpret.draft import Draft
from dragoman.world.pack.frames import Verb

_TURN = 14  # tokens that a speaker's name may take before its colon
_PASSING = 18  # a longer sentence that opens with thanks says for what
_WORDS = 9  # a sentence shorter than this that opens a turn is a courtesy, not a statement


class Voice:
    """Whose voice each paragraph speaks with, and the drafts of statements in it."""

    def __init__(self, found: Found, who: Identified, cues: CueWords, clauses: Clauses) -> None:
        self.found = found
        self.tokens = found.tokens
        self.who = who
        self.cues = cues
        self.clauses = clauses
        self.owners: dict[int, Mention] = {}
        self.skip: dict[int, int] = {}
        self._assign()

    # ------------------------------------------------------------------------------------------ whose voice

    def _assign(self) -> None:
        author = self._author()
        turns = self._turns()
        if not turns and (author is None or not self._first_person()):
            return
        speaker: Mention | None = None if turns else author
        for sentence in self.found.sentences:
            if sentence.paragraph == 0:
                continue
            turn = turns.get(sentence.first)
            if turn is not None:
                speaker, colon = turn
                self.skip[sentence.first] = colon + 1
            if speaker is not None:
                self.owners[sentence.paragraph] = speaker

    def _author(self) -> Mention | None:
        """The one whom the title names after "statement by"."""
        end = self.found.paragraphs[0][1]
        title = [s for s in self.found.sentences if s.paragraph == 0]
        if not title or not end:
            return None
        for k in range(title[0].first, title[-1].last):
            hit = self.cues.voice.at(self.tokens, k)
            if hit is not None:
                for mention in self.who.within(hit.last, hit.last + 3):
                    if mention.person is not None or mention.kind == "office":
                        return mention
        return None

    def _first_person(self) -> bool:
        """Whether the page says I or we outside quotations, or reports nobody else's words."""
        quoted = self.clauses.on.quote_at
        own = others = 0
        for sentence in self.found.sentences:
            if sentence.paragraph == 0:
                continue
            for k in range(sentence.first, sentence.last):
                if self.tokens.key[k] in self.cues.speaks and quoted(self.tokens.start[k]) is None:
                    own += 1
                    break
            others += any(
                m.kind in ("name", "office", "pronoun") and m.first == sentence.first and not self._owns(m)
                for m in self.who.within(sentence.first, sentence.first + 1)
            )
        return own > others or own >= 2

    def _owns(self, mention: Mention) -> bool:
        """Whether a possessive follows: the sentence is not about what that person says."""
        return mention.last < len(self.tokens) and self.tokens.key[mention.last] == "'s"

    def _turns(self) -> dict[int, tuple[Mention, int]]:
        """Paragraphs that open with a name and a colon, at least two of different speakers: first token -> speaker."""
        out: dict[int, tuple[Mention, int]] = {}
        seen = -1
        for sentence in self.found.sentences:
            if sentence.paragraph in (0, seen):
                continue
            seen = sentence.paragraph
            for k in range(sentence.first, min(sentence.first + _TURN, sentence.last)):
                if self.tokens.key[k] == ":":
                    named = [
                        m for m in self.who.within(sentence.first, k) if m.person is not None or m.kind == "office"
                    ]
                    cue = named and named[-1].last < k and self.clauses.hits_within(k - 1, k)  # "X said: …"
                    if named and not cue and named[0].first == sentence.first and named[-1].last >= k - 1:
                        out[sentence.first] = (named[-1] if named[-1].person is not None else named[0], k)
                    break
        speakers = {m.person for m, _ in out.values()}
        return out if len(speakers) > 1 else {}

    # ------------------------------------------------------------------------------------------ what is said

    def read(self, sentence: Sentence, number: int, before: Draft | None) -> list[Draft]:
        """The drafts of a sentence in somebody's voice. One without a cue goes on with the draft `before` of the same
        paragraph; the words before a cue are no statement."""
        first = self.skip.get(sentence.first, sentence.first)
        owner = self.owners[sentence.paragraph]
        if self._courtesy(first, sentence.last):
            return []
        cue = self._cue(first, sentence.last)
        if cue is None:
            if before is not None and before.paragraph == sentence.paragraph:
                start = before.content[-1][0]
                before.content = [*before.content[:-1], (start, self.tokens.end[sentence.last - 1])]
                return []
            if sentence.last - first < _WORDS and not any(m.states for m in self.who.within(first, sentence.last)):
                return []
            begin, words, row = first, None, None
        else:
            begin, words, row = cue
        if begin >= sentence.last:
            return []
        draft = Draft(first, words, row, subject=(owner,), mode="direct", rule="voice", sentence=number)
        draft.content = [(self.tokens.start[begin], self.tokens.end[sentence.last - 1])]
        draft.paragraph = sentence.paragraph
        return [draft]

    def _courtesy(self, first: int, last: int) -> bool:
        """A greeting or passing thanks, and no more: "Good to see you, Mr. President."."""
        key = self.tokens.key
        opens = any(tuple(key[first : first + len(words)]) == words for words in self.cues.courtesy)
        return opens and last - first <= _PASSING

    def _cue(self, first: int, last: int) -> tuple[int, tuple[int, int], Verb] | None:
        """A verb of speaking with "I" or "we" as subject: where its words begin, its tokens, its frame."""
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
                draft = Draft(hit.first, (hit.first, cue_last), row, noun=noun)
                draft.start = cue_last
                begin = self.clauses.contents.starts.of(draft, last)
                if begin < last:
                    return begin, (hit.first, cue_last), row
        return None
