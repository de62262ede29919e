"""Where a list of noun phrases is cut into items: at its commas, and at the "and"s between parallel phrases."""

from __future__ import annotations

from dragoman.find.tokens import POSSESSIVE
from dragoman.interpret.reports import Reports


class TopicCuts:
    """Finds the cuts in the lists of one page."""

    def __init__(self, reader: Reports) -> None:
        self.reader = reader
        self.keys = reader.found.tokens.key
        self.words = reader.words

    def between(self, first: int, last: int) -> list[tuple[int, int]]:
        """Tokens between the items. Where a comma stands before "and", no other "and" divides items."""
        commas: list[tuple[int, int]] = []
        words: list[tuple[int, int]] = []
        depth, serial, k = 0, False, first
        while k < last:
            key = self.keys[k]
            depth += (key == "(") - (key == ")")
            n = self.words.joined.starts(self.keys, k, last)
            if depth == 0 and key == ",":
                n = self.words.joined.starts(self.keys, k + 1, last) if k + 1 < last else 0
                if self._goes_on(first, k, k + 1 + n, last):
                    k += 1 + n
                    continue
                serial = serial or n > 0
                commas.append((k, k + 1 + n))
                k += n
            elif depth == 0 and n and not self._goes_on(first, k, k + n, last):
                words.append((k, k + n))
                k += n - 1
            k += 1
        return sorted([*commas, *self._joints(words, commas, first, last, serial)])

    def _goes_on(self, first: int, at: int, k: int, last: int) -> bool:
        """Whether the item goes on behind the mark at `at`: "steps to cut X, [boost] Y", "an Act on Ports, [Roads]"."""
        if k >= last or at <= first:
            return False
        if self.keys[k] in self.words.deed and any(j in self.words.infinitive for j in self.keys[first:at]):
            return True
        word, slots = self.reader.found.tokens.word, self.reader.slots
        named = slots.ending.get(at) is not None or slots.starting.get(k) is not None
        return not named and word[at - 1][0].isupper() and word[k][0].isupper() and word[first][0].islower()

    def _joints(
        self, words: list[tuple[int, int]], commas: list[tuple[int, int]], first: int, last: int, serial: bool
    ) -> list[tuple[int, int]]:
        """Which of the "and"s stand between items: those before a new phrase, else the last one after a comma."""
        out, begin = [], first
        for cut in words:
            begin = max([begin, *(c[1] for c in commas if c[1] <= cut[0])])
            if self.keys[cut[0]] not in self.words.conjunction or (not serial and self._divides(begin, *cut, last)):
                out.append(cut)
                begin = cut[1]
        tail = [c for c in words if commas and c[0] > commas[-1][1] and not self._within(commas[-1][1], c[0])]
        if tail and not serial and not any(c in out for c in tail):
            out.append(tail[-1])
        return out

    def _within(self, first: int, k: int) -> bool:
        """Whether the "and" at `k` joins what "between" governs ("trade between A and B")."""
        at = next((j for j in range(k - 1, first - 1, -1) if self.keys[j] in self.words.pairing), None)
        return at is not None and not any(self.keys[j] in self.words.conjunction for j in range(at, k))

    def _divides(self, begin: int, at: int, k: int, last: int) -> bool:
        """Whether a full noun phrase, parallel to the item from `begin`, begins at `k`, after the "and" at `at`.

        It has an article, a possessive, or a noun with its own "of" where the item before has its preposition too
        ("the current state and prospects of ties" is one).
        """
        if k >= last or self._within(begin, at):
            return False
        if self.keys[k] in self.words.heads:
            return at - begin > 1 and last - k > 1
        if self.keys[k] in self.words.determiner:
            return not self._possessed(k, last)
        if self.keys[k] in self.words.possessive:
            owner = self.reader.slots.ending.get(at)
            return owner is None or owner.first <= begin + 1
        complete = any(self.keys[j] in self.words.preposition for j in range(begin + 1, at))
        return complete and any(self.keys[j] in self.words.grammar.words.of[:1] for j in range(k + 1, min(k + 3, last)))

    def _possessed(self, k: int, last: int) -> bool:
        """ "the United States" after "and" is a name, no new phrase."""
        mention = self.reader.slots.starting.get(k) or self.reader.slots.starting.get(k + 1)
        return mention is not None and (mention.last >= last or self.keys[mention.last] not in POSSESSIVE)
