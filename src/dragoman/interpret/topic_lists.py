"""Lists of noun phrases: where one ends, and where it is cut into items."""

from __future__ import annotations

from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.interpret.encounter_words import POSSESSIVE
from dragoman.interpret.reports import Reports
from dragoman.world.calendar import Time
from dragoman.world.pack.encounters import TopicCue

_LONGEST = 70
_LEFT = 45
_ENDS = frozenset(';:.!?“”"—')


class TopicLists:
    """Reads the lists of one page."""

    def __init__(self, reader: Reports, times: tuple[Time, ...]) -> None:
        self.reader = reader
        self.tokens = reader.found.tokens
        self.keys = reader.found.tokens.key
        self.words = reader.words
        self.dates = {t.start for t in times}

    # ------------------------------------------------------------------------------------------ extent

    def right(self, first: int, last: int) -> list[tuple[int, int]]:
        """The items of the list that begins at token `first`."""
        if self.words.sidelines.starts(self.keys, first - 1, last) or self.words.media.at(self.tokens, first - 1):
            return []
        last = self._stop(first, last)
        for k in range(first, last):
            n = self.words.including.starts(self.keys, k, last)
            if n:
                head = [] if self._vague(first, k) else self._split(first, k)
                return head + self._split(k + n, last)
        return self._split(first, last)

    def headline(self, sentence: Sentence) -> bool:
        """A short paragraph without a final stop: it speaks of what comes after it."""
        return sentence.last - sentence.first < 16 and self.tokens.word[sentence.last - 1][0].isalnum()

    def left(self, hit: Hit[TopicCue], sentence: Sentence) -> list[tuple[int, int]]:
        """The subject of a passive cue: "X and Y were also discussed"."""
        first = max(sentence.first, hit.first - _LEFT)
        for k in range(hit.first - 1, first - 1, -1):
            if self.keys[k] in _ENDS or (self.keys[k] in self.words.clause and k > first and self.keys[k - 1] == ","):
                first = k + 1
                break
        opening = self.words.opening.starts(self.keys, first, hit.first)
        if opening:
            comma = next((k for k in range(first, hit.first) if self.keys[k] == ","), first - 1)
            first = comma + 1
        return self._split(first, self.reader.slots.group(hit.first, first).at)

    def _stop(self, first: int, last: int) -> int:
        """Where the list that begins at `first` ends."""
        end = min(last, first + _LONGEST)
        depth = 0
        for k in range(first, end):
            depth += (self.keys[k] == "(") - (self.keys[k] == ")")
            if depth == 0 and self._ends(k, first, last):
                return k
        return end

    def _ends(self, k: int, first: int, last: int) -> bool:
        words, keys, key = self.words, self.keys, self.keys[k]
        if key in _ENDS and not (key in '“”"' and k == first):
            return True
        if self.tokens.start[k] in self.dates and k <= first + 1:
            return True
        if k == first:
            return False
        if key in words.preposition and k + 1 < last and self.tokens.start[k + 1] in self.dates:
            return True
        if key == ",":
            return self._closes(k + 1, last)
        if words.joined.starts(keys, k, last):
            return key in words.conjunction and self._clause(k + 1, last)
        if key in words.clause and key not in words.preposition:
            return True
        return key in words.data.with_ and self._person(k + 1, last)

    def _closes(self, k: int, last: int) -> bool:
        """Whether what follows a comma is no item of the list."""
        if k >= last:
            return True
        words, keys = self.words, self.keys
        if words.joined.starts(keys, k, last) or words.including.starts(keys, k, last):
            n = words.joined.starts(keys, k, last)
            return bool(n) and self._clause(k + n, last)
        if keys[k] in words.relative or words.stop.starts(keys, k, last) or self._participle(k):
            return True
        return self._clause(k, last)

    def _participle(self, k: int) -> bool:
        ending, words = self.words.participle, self.words
        if not ending or not self.keys[k].endswith(ending) or len(self.keys[k]) < 6 or k + 1 >= len(self.keys):
            return False
        after = self.keys[k + 1]
        return (
            after in words.determiner
            or after in words.possessive
            or after in words.preposition
            or bool(words.topic_cues.at(self.tokens, k) or self.reader.slots.starting.get(k + 1))
        )

    def _clause(self, k: int, last: int) -> bool:
        """Whether a clause with a subject of its own begins at `k`, or a verb that goes on from the subject before."""
        if k + 1 >= last:
            return False
        words, keys = self.words, self.keys
        mention = self.reader.slots.starting.get(k)
        if mention is not None and mention.kind in ("pronoun", "name", "group", "office"):
            after = keys[mention.last] if mention.last < last else ""
            noun = after in POSSESSIVE or after in words.preposition or after in words.conjunction
            return not noun and (after[:1].isalpha() or after == ",")
        if keys[k] in words.auxiliary or keys[k] in words.modal - {"to"}:
            return True
        hit = words.topic_cues.at(self.tokens, k) or words.outcome_cues.at(self.tokens, k)
        return hit is not None

    def _person(self, k: int, last: int) -> bool:
        mention = self.reader.slots.mention_at(k, last)
        return mention is not None and mention.person is not None

    # ------------------------------------------------------------------------------------------ items

    def _split(self, first: int, last: int) -> list[tuple[int, int]]:
        """The items: cut at commas, at "and" before the last item or a new noun phrase; vague ones are left out."""
        items, at = [], first
        for start, end in [*self._cuts(first, last), (last, last)]:
            items.append((at, start))
            at = end
        trimmed = (self._trim(*item) for item in items)
        return [i for i in trimmed if i[1] > i[0] and not self._empty(*i)]

    def _cuts(self, first: int, last: int) -> list[tuple[int, int]]:
        """Tokens between the items. Where a comma stands before "and", no other "and" divides items."""
        cuts: list[tuple[int, int]] = []
        depth, commas, serial, k = 0, 0, False, first
        while k < last:
            key = self.keys[k]
            depth += (key == "(") - (key == ")")
            n = self.words.joined.starts(self.keys, k, last)
            if depth == 0 and key == ",":
                commas += 1
                n = self.words.joined.starts(self.keys, k + 1, last) if k + 1 < last else 0
                serial = serial or n > 0
                cuts.append((k, k + 1 + n))
                k += n
            elif depth == 0 and n and (n > 1 or self._new_phrase(k + n, last) or self._last(k, last, commas)):
                cuts.append((k, k + n))
                k += n - 1
            k += 1
        return [c for c in cuts if not serial or self.keys[c[0]] == "," or c[1] - c[0] > 1]

    def _last(self, k: int, last: int, commas: int) -> bool:
        """Whether the "and" at `k` stands before the last item of a list with commas."""
        return commas > 0 and all(self.keys[j] != "," for j in range(k, last))

    def _new_phrase(self, k: int, last: int) -> bool:
        """Whether a full noun phrase begins at `k`: an article, a possessive, or a noun with its own "of"."""
        if k >= last:
            return False
        if self.keys[k] in self.words.determiner or self.keys[k] in self.words.possessive:
            return self.keys[k - 1] not in self.words.conjunction or not self._possessed(k, last)
        return any(self.keys[j] in self.words.grammar.words.of[:1] for j in range(k + 1, min(k + 3, last)))

    def _possessed(self, k: int, last: int) -> bool:
        """ "the United States" after "and" is a name, no new phrase."""
        mention = self.reader.slots.starting.get(k) or self.reader.slots.starting.get(k + 1)
        return mention is not None and (mention.last >= last or self.keys[mention.last] not in POSSESSIVE)

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """Without marks and linking words at either end."""
        words = self.tokens.word
        loose = self.words.conjunction | self.words.preposition
        while first < last and (not words[first][0].isalnum() or self.keys[first] in loose):
            first += 1
        while last > first and not words[last - 1][0].isalnum() and words[last - 1] not in (")", "%"):
            last -= 1
        return first, last

    def _vague(self, first: int, last: int) -> bool:
        keys = [k for k in self.keys[first:last] if k[0].isalpha()]
        return len(keys) < 12 and any(k in self.words.vague for k in keys)

    def _empty(self, first: int, last: int) -> bool:
        """Only a vague word ("a number of issues", "it"), or a clause instead of a noun phrase."""
        keys = self.keys[first:last]
        if keys[0] in self.words.relative or keys[0] in self.words.clause or keys[0] in self.words.auxiliary:
            return True
        return len(keys) < 6 and all(
            k in self.words.vague or k in self.words.determiner or k in self.words.of or len(k) < 3 for k in keys
        )
