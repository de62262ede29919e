"""What stands between a subject and its verb, and where a noun phrase that no mention covers begins."""

from __future__ import annotations

from dragoman.interpret.reading import PHRASE, Reading

_RELATIVE = 10  # tokens of a relative clause between a subject and its verb


class Gaps:
    """Judges the words between a verb and the subject before it, in one page."""

    def __init__(self, on: Reading) -> None:
        self.on = on
        self.tokens = on.tokens
        self.cues = on.cues
        self.subjects = on.subjects

    def plain(self, first: int, last: int) -> bool:
        """Between subject and verb stands an insertion between marks, or a short phrase of time or place."""
        word, before = self.tokens.key[first], self.tokens.word[last - 1]
        if word in (",", "("):
            return last - first <= 30 and before in (",", ")")
        if word in self.cues.relative:
            return last - first <= _RELATIVE and not any(
                m.kind in ("name", "office") for m in self.on.who.within(first, last)
            )
        described = self.tokens.word[first].islower() and self.tokens.key[first + 1] in self.cues.preposition
        if not (word in self.cues.preposition or described) or last - first > 10:
            return False  # "officials [familiar with the matter] said"
        if any(k in self.cues.auxiliary for k in self.tokens.key[first:last]):
            return False
        return before[0].isupper() or before[0].isdigit() or not before[0].isalnum() or last - first <= 4

    def many(self, start: int, at: int) -> bool:
        """Whether the phrase has a plural head: "observers in Oslo", "two of his aides", "those near him"."""
        key = self.tokens.key
        head = next((k for k in range(start + 1, at) if key[k] in self.cues.preposition), at)
        plural = any(key[k - 1].endswith(self.cues.plural) for k in (head, at) if k > start)
        return plural or key[start] in self.cues.many or key[head - 1] in self.cues.many

    def loose_left(self, at: int, floor: int) -> int:
        """Start of a plain noun phrase that ends at token `at`."""
        k = at
        while k > floor and at - k < PHRASE:
            word, key = self.tokens.word[k - 1], self.tokens.key[k - 1]
            if word == "." and k < at and self.tokens.word[k][0].isupper() and k - 2 >= floor:
                if self.tokens.key[k - 2] in self.cues.abbreviation:  # "Mr. Morgan"
                    k -= 2
                    continue
            if not (word[0].isalnum() or key == "'s") or key in self.cues.link:
                break
            if key in self.cues.ends and key not in self.cues.preposition:
                break
            if key in self.cues.auxiliary or (key in self.cues.modal and key not in self.cues.preposition):
                return at
            k -= 1
        return k
