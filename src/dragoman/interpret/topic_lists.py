"""Lists of noun phrases: where one ends, and where it is cut into items."""

from __future__ import annotations

from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.find.tokens import POSSESSIVE
from dragoman.interpret.reports import Reports
from dragoman.interpret.topic_cuts import TopicCuts
from dragoman.world.calendar import Time
from dragoman.world.pack.encounters import TopicCue

_LONGEST = 70
_LEFT = 45
ENDS = frozenset(';:.!?“”"—')


class TopicLists:
    """Reads the lists of one page."""

    def __init__(self, reader: Reports, times: tuple[Time, ...]) -> None:
        self.reader = reader
        self.tokens = reader.found.tokens
        self.keys = reader.found.tokens.key
        self.words = reader.words
        self.cuts = TopicCuts(reader)
        self.dates = {t.start for t in times if t.first is None or t.first.month is not None or t.last is not None}

    # ------------------------------------------------------------------------------------------ extent

    def right(self, first: int, last: int) -> list[tuple[int, int]]:
        """The items of the list that begins at token `first`."""
        if self.words.sidelines.starts(self.keys, first - 1, last) or self.words.media.at(self.tokens, first - 1):
            return []
        first = self._over_partner(first, last)
        last = self._stop(first, last)
        for k in range(first, last):
            n = self.words.including.starts(self.keys, k, last)
            if n:
                head = [] if self._vague(first, k) else self._split(first, k)
                return head + self._split(k + n, last)
        return self._split(first, last)

    def _over_partner(self, first: int, last: int) -> int:
        """Over the other side, where it stands before the list: "discussed with [X] A and B"."""
        n = self.words.with_.starts(self.keys, first, last)
        mention = self.reader.slots.mention_at(first + n, last) if n else None
        if mention is None or mention.last >= last or not self.tokens.word[mention.last][0].isalnum():
            return first
        return mention.last + (self.keys[mention.last] in self.words.conjunction)

    def _verbal(self, first: int, last: int) -> bool:
        """Whether the words hold a finite verb of their own, no noun phrase."""
        keys, words = self.keys[first:last], self.words
        opening = keys[0] if keys else ""
        return opening in words.complement or opening in words.speaks or any(k in words.finite for k in keys)

    def headline(self, sentence: Sentence) -> bool:
        """A short paragraph without a final stop: it speaks of what comes after it."""
        return sentence.last - sentence.first < 16 and self.tokens.word[sentence.last - 1][0].isalnum()

    def left(self, hit: Hit[TopicCue], sentence: Sentence) -> list[tuple[int, int]]:
        """The subject of a passive cue: "X and Y were also discussed"."""
        first = max(sentence.first, hit.first - _LEFT)
        for k in range(hit.first - 1, first - 1, -1):
            if self.keys[k] in ENDS or (self.keys[k] in self.words.clause and k > first and self.keys[k - 1] == ","):
                first = k + 1
                break
        opening = self.words.opening.starts(self.keys, first, hit.first)
        if opening:
            comma = next((k for k in range(first, hit.first) if self.keys[k] == ","), first - 1)
            first = comma + 1
        return self._split(first, self.reader.slots.group(hit.first, first).at)

    def examples(self, first: int, last: int) -> list[tuple[int, int]]:
        """The items after "including" close behind the cue of a list that stands before it."""
        for k in range(first, min(first + 4, last)):
            n = self.words.including.starts(self.keys, k, last)
            if n:
                return self.right(k + n, last)
        return []

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
        if key in ENDS and not (key in '“”"' and k == first):
            return True
        if self.tokens.start[k] in self.dates and k <= first + 1:
            return True
        if k == first:
            return False
        if key in words.preposition and k + 1 < last and self.tokens.start[k + 1] in self.dates:
            return True
        if words.trailing.starts(keys, k, last):
            return True
        if key == ",":
            return self._closes(k + 1, last)
        if words.joined.starts(keys, k, last):
            return key in words.conjunction and self.clause(k + 1, last)
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
            return bool(n) and self.clause(k + n, last)
        if keys[k] in words.relative or words.stop.starts(keys, k, last) or self._participle(k):
            return True
        if any(key in words.reporting for key in keys[k : min(k + 3, last)]):
            return True
        return self.clause(k, last)

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

    def clause(self, k: int, last: int) -> bool:
        """Whether a clause with a subject of its own begins at `k`, or a verb that goes on from the subject before."""
        if k + 1 >= last:
            return False
        words, keys = self.words, self.keys
        mention = self.reader.slots.starting.get(k)
        if mention is not None and mention.kind in ("pronoun", "name", "group", "office"):
            after = keys[mention.last] if mention.last < last else ""
            noun = after in POSSESSIVE or after in words.preposition or after in words.conjunction
            return not noun and (after[:1].isalpha() or after == ",")
        if keys[k] in words.auxiliary or keys[k] in words.speaks or keys[k] in words.modal - words.infinitive:
            return True
        hit = words.topic_cues.at(self.tokens, k)
        clause = hit is not None and any(row.rank < 3 for row in hit.values)
        return clause or words.outcome_cues.at(self.tokens, k) is not None

    def _person(self, k: int, last: int) -> bool:
        mention = self.reader.slots.mention_at(k, last)
        return mention is not None and mention.person is not None

    # ------------------------------------------------------------------------------------------ items

    def _split(self, first: int, last: int) -> list[tuple[int, int]]:
        """The items: cut at commas, at "and" before the last item or a new noun phrase; vague ones are left out."""
        items, at = [], first
        for start, end in [*self.cuts.between(first, last), (last, last)]:
            items.append((at, start))
            at = end
        trimmed = (self._bare(*self._trim(*item)) for item in items)
        return [i for i in trimmed if i[1] > i[0] and not self._empty(*i)]

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """Without marks and linking words at either end."""
        words = self.tokens.word
        loose = self.words.conjunction | self.words.preposition
        while first < last and (not words[first][0].isalnum() or self.keys[first] in loose):
            first += 1
        while last > first and not words[last - 1][0].isalnum() and words[last - 1] not in (")", "%"):
            last -= 1
        return first, last

    def _bare(self, first: int, last: int) -> tuple[int, int]:
        """Without a verb in front of the noun phrase ("[strengthen] trade")."""
        hit = self.words.topic_cues.at(self.tokens, first) if first < last else None
        if hit is None or hit.last >= last or hit.values[0].rank < 3 or self.keys[hit.last] in self.words.of:
            return first, last
        return hit.last, last

    def _vague(self, first: int, last: int) -> bool:
        keys = [k for k in self.keys[first:last] if k[0].isalpha()]
        return len(keys) < 12 and any(k in self.words.vague for k in keys)

    def _empty(self, first: int, last: int) -> bool:
        """Only a vague word ("a number of issues", "it"), or a clause instead of a noun phrase."""
        keys = self.keys[first:last]
        if keys[0] in self.words.relative or keys[0] in self.words.clause or keys[0] in self.words.auxiliary:
            return True
        if len(keys) == 1 and self.words.topic_cues.at(self.tokens, first) is not None:
            return True
        return len(keys) < 6 and all(
            k in self.words.vague or k in self.words.determiner or k in self.words.of or len(k) < 3 for k in keys
        )
