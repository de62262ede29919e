"""Whose voice each paragraph of a page in the first person speaks with: its author's, or a transcript's turns."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.find import Found
from dragoman.find.sentences import Sentence
from dragoman.identify import Identified, Mention
from dragoman.interpret.clauses import Clauses
from dragoman.interpret.cues import CueWords

_TURN = 18  # tokens that a speaker's name and offices may take before the colon
_LABEL = 3  # words that a turn of nobody in particular may open with: "Question:"
_SIGNED = 4  # sentences at the end among which a signature may stand
_QUOTED = 0.95  # of the story's characters inside quotation marks
_ALONE = 2  # sentences in the first person behind the only name with a colon that make it a turn


class Turns:
    """The speaker of each paragraph. owners: by paragraph; skip: first token of a turn -> token behind its colon."""

    def __init__(self, found: Found, who: Identified, cues: CueWords, clauses: Clauses) -> None:
        self.found = found
        self.tokens = found.tokens
        self.who = who
        self.cues = cues
        self.clauses = clauses
        self.owners: dict[int, Mention] = {}
        self.skip: dict[int, int] = {}
        self.author = self._author()
        self._assign()

    def _assign(self) -> None:
        author = self.author
        turns = self._turns()
        self.clauses.on.spoken = author is not None and not turns and self._quoted()
        if not turns and (author is None or not (self.clauses.on.spoken or self._first_person())):
            return
        speaker: Mention | None = None if turns else author
        for sentence in self._opening():
            turn = turns.get(sentence.first)
            if turn is not None:
                speaker, colon = turn
                self.skip[sentence.first] = colon + 1
            asked = turns and self._question(sentence)
            if speaker is not None and not asked and not (turns and turn is None and self._about(speaker, sentence)):
                self.owners[sentence.paragraph] = speaker

    def _question(self, sentence: Sentence) -> bool:
        """Whether a reporter's question stands there: "Q Mr. President, …"."""
        k = sentence.first
        return self.tokens.key[k] in self.cues.question and self.tokens.word[k][0].isupper()

    def _opening(self) -> Iterator[Sentence]:
        """The first sentence of each paragraph of the story."""
        seen = 0
        for sentence in self.found.sentences:
            if sentence.paragraph != seen:
                seen = sentence.paragraph
                yield sentence

    def _about(self, speaker: Mention, sentence: Sentence) -> bool:
        """Whether a paragraph between turns opens with the speaker's own name: the page tells of him."""
        mention = self.clauses.subjects.starting.get(sentence.first)
        return mention is not None and mention.person is not None and mention.person == speaker.person

    def _author(self) -> Mention | None:
        """The one whom the title names after "statement by", else whose signature closes a letter."""
        end = self.found.paragraphs[0][1]
        title = [s for s in self.found.sentences if s.paragraph == 0]
        if not title or not end:
            return None
        told = False
        for k in range(title[0].first, title[-1].last):
            hit = self.cues.voice.at(self.tokens, k)
            if hit is not None:
                told = True
                for mention in self.who.within(hit.last, hit.last + 3):
                    if mention.person is not None or mention.kind == "office":
                        return mention
                    if mention.kind == "institution" and mention.states:
                        return mention
        return self._signature() if told else None

    def _signature(self) -> Mention | None:
        """The name that is the whole of one of the last paragraphs."""
        for sentence in self.found.sentences[-_SIGNED:]:
            mention = self.clauses.subjects.starting.get(sentence.first)
            if mention is not None and mention.person is not None and sentence.last - mention.last <= 1:
                return mention
        return None

    def _quoted(self) -> bool:
        """Whether the whole story is one quotation: a statement given in quotation marks."""
        start, end = self.found.paragraphs[1][0] if len(self.found.paragraphs) > 1 else 0, self.found.paragraphs[-1][1]
        quoted = sum(q.end - q.start for q in self.found.quotes if q.start >= start)
        return end > start and quoted >= _QUOTED * (end - start)

    def _first_person(self) -> bool:
        """Whether the page says I or we outside quotations, or reports nobody else's words."""
        own = others = 0
        for sentence in self.found.sentences:
            if sentence.paragraph == 0:
                continue
            own += self._speaks(sentence)
            others += any(
                m.kind in ("name", "office", "pronoun") and m.first == sentence.first and not self._owns(m)
                for m in self.who.within(sentence.first, sentence.first + 1)
            )
        return own > others or own >= 2

    def _speaks(self, sentence: Sentence) -> bool:
        """Whether I or we stand in the sentence outside quotations."""
        quoted, tokens = self.clauses.on.quote_at, self.tokens
        return any(
            self.cues.says_i(tokens.key[k]) and quoted(tokens.start[k]) is None
            for k in range(sentence.first, sentence.last)
        )

    def _owns(self, mention: Mention) -> bool:
        """Whether a possessive follows: the sentence is not about what that person says."""
        return mention.last < len(self.tokens) and self.tokens.key[mention.last] == "'s"

    def _turns(self) -> dict[int, tuple[Mention | None, int]]:
        """Paragraphs that open with a name and a colon: first token -> speaker and colon. One speaker alone must speak
        in the first person; where there are turns, "Question:" is one of nobody's."""
        out: dict[int, tuple[Mention | None, int]] = {}
        for sentence in self._opening():
            colon = self._colon(sentence)
            if colon is not None and (named := self._named(sentence.first, colon)) is not None:
                out[sentence.first] = (named, colon)
        speakers = {m.person for m, _ in out.values() if m is not None}
        if not out or (len(speakers) < 2 and not self._alone(min(out))):
            return {}
        for sentence in self._opening():
            colon = self._colon(sentence)
            if colon is not None and sentence.first not in out and self._label(sentence.first, colon):
                out[sentence.first] = (None, colon)
        return out

    def _colon(self, sentence: Sentence) -> int | None:
        span = range(sentence.first, min(sentence.first + _TURN, sentence.last))
        return next((k for k in span if self.tokens.key[k] == ":"), None)

    def _named(self, first: int, colon: int) -> Mention | None:
        """Who speaks behind "President of Kenya X (retranslated):"; None where it is a cue or something else."""
        end = colon
        if self.tokens.key[end - 1] == ")":
            end = next((k for k in range(end - 1, first, -1) if self.tokens.key[k] == "("), end)
        named = [m for m in self.who.within(first, end) if m.person is not None or m.kind == "office"]
        if not named or named[0].first != first or named[-1].last < end - 1:
            return None
        if named[-1].last < end and self.clauses.hits_within(end - 1, end):  # "X said: …"
            return None
        return named[-1] if named[-1].person is not None else named[0]

    def _alone(self, first: int) -> bool:
        """Whether what follows the only turn is in the first person."""
        speaking = (self._speaks(s) for s in self.found.sentences if s.first >= first)
        return sum(speaking) >= _ALONE

    def _label(self, first: int, colon: int) -> bool:
        """Whether only a few capitalised words stand before the colon, brackets aside."""
        words = self.tokens.word[first:colon]
        words = words[: words.index("(")] if "(" in words else words
        return 0 < len(words) <= _LABEL and all(w[0].isupper() for w in words)
