"""Transcripts and statements in the first person: whom "I", "we" and "you" mean as sides of a contact."""

from __future__ import annotations

from dragoman.find import Found
from dragoman.identify import Identified, Mention
from dragoman.interpret.contact_quotes import quoted_pronouns
from dragoman.interpret.encounter_words import EncounterWords

# How many tokens the name of a speaker may take before its colon, and what may stand between ("(retranslated)").
_LABEL, _NOTE = 20, 4


class Voices:
    """Who speaks in each paragraph of a page that is spoken by somebody; empty for all other pages.

    pronouns: mentions of the speakers and of those whom they address, for each "I", "we" and "you".
    """

    def __init__(self, found: Found, who: Identified, words: EncounterWords) -> None:
        self.found = found
        self.who = who
        self.words = words
        self.keys = found.tokens.key
        self.owners: dict[int, int] = {}
        turns = self._turns()
        author = None if turns else self._author()
        if turns or author is not None:
            self._assign(turns, author)
        self.others = self._others()
        self.pronouns = self._pronouns() if self.owners else quoted_pronouns(found, who, words)

    def owner(self, paragraph: int) -> int | None:
        """The person who speaks in the paragraph."""
        return self.owners.get(paragraph)

    def addressed(self, paragraph: int) -> int | None:
        """The person whom "you" means in the paragraph."""
        owner = self.owners.get(paragraph)
        return None if owner is None else self.others.get(owner)

    def _turns(self) -> dict[int, int]:
        """Paragraphs that open with a name and a colon."""
        out: dict[int, int] = {}
        seen = 0
        for sentence in self.found.sentences:
            if sentence.paragraph <= seen:
                continue
            seen = sentence.paragraph
            stop = min(sentence.first + _LABEL, sentence.last)
            colon = next((k for k in range(sentence.first, stop) if self.keys[k] == ":"), None)
            named = [m for m in self.who.within(sentence.first, colon or 0) if m.person is not None]
            if named and colon and named[0].first == sentence.first and named[-1].last >= colon - _NOTE:
                person = named[-1].person
                if person is not None and (named[-1].last == colon or self.keys[named[-1].last] == "("):
                    out[sentence.paragraph] = person
        return out

    def _author(self) -> int | None:
        """The one whom the title names after "statement by", if the page says "I" or "we"."""
        title = [s for s in self.found.sentences if s.paragraph == 0]
        k = self.words.voice.within(self.keys, title[0].first, title[-1].last) if title else None
        if k is None:
            return None
        first = k + self.words.voice.starts(self.keys, k, title[-1].last)
        named = (m.person for m in self.who.within(first, first + 3) if m.person is not None)
        author = next(named, None)
        spoken = (k for k in range(title[-1].last, len(self.keys)) if self.keys[k] in self.words.speaks)
        return author if author is not None and any(not self._quoted(k) for k in spoken) else None

    def _assign(self, turns: dict[int, int], author: int | None) -> None:
        speaker = author
        for paragraph in range(1, len(self.found.paragraphs)):
            speaker = turns.get(paragraph, speaker)
            if speaker is not None:
                self.owners[paragraph] = speaker

    def _others(self) -> dict[int, int]:
        """For each speaker the one of another state who speaks too or is named in the title, if only one is."""
        title_end = self.found.paragraphs[0][1]
        titled = [
            m.person for m in self.who.mentions
            if m.person is not None and self.found.tokens.start[m.first] < title_end
        ]  # fmt: skip
        out: dict[int, int] = {}
        for owner in set(self.owners.values()):
            for group in (set(self.owners.values()), set(titled)):
                found = {n for n in group if self._state(n) and self._state(n) != self._state(owner)}
                if len(found) == 1 and owner not in out:
                    out[owner] = found.pop()
        return out

    def _state(self, person: int) -> str | None:
        return self.who.people[person].state

    def _quoted(self, k: int) -> bool:
        at = self.found.tokens.start[k]
        return any(q.start <= at < q.end for q in self.found.quotes)

    def _pronouns(self) -> list[Mention]:
        out = []
        for sentence in self.found.sentences:
            owner = self.owners.get(sentence.paragraph)
            if owner is None:
                continue
            for k in range(sentence.first, sentence.last):
                meant = owner if self.keys[k] in self.words.speaks else None
                meant = self.others.get(owner) if self.keys[k] in self.words.addressed else meant
                if meant is not None and not self._quoted(k):
                    states = (self._state(meant) or "",)
                    out.append(Mention(k, k + 1, "pronoun", states=states, person=meant, text="voice"))
        return out
