"""One page as the statement readers see it: tokens, mentions, cues, quotations, and the small questions they share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dragoman.find import Found, Quote
from dragoman.identify import Identified
from dragoman.interpret.cues import CueWords
from dragoman.interpret.subjects import Subjects

SEPARATORS = frozenset(",:;–—-")
PHRASE = 9  # tokens that a plain noun phrase may have
_DASHES = frozenset("–—-")


class Reading:
    """A page and its language. `floor`: the first token of the sentence being read."""

    def __init__(self, found: Found, who: Identified, cues: CueWords) -> None:
        self.found = found
        self.tokens = found.tokens
        self.who = who
        self.cues = cues
        self.subjects = Subjects(found, who, cues)
        self.quote_starts = [q.start for q in found.quotes]
        self.floor = 0
        self.spoken = False  # the whole story is one quotation, read like the page's own words

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that holds the character."""
        i = bisect_right(self.quote_starts, offset) - 1
        if i >= 0 and self.found.quotes[i].start <= offset < self.found.quotes[i].end:
            return self.found.quotes[i]
        return None

    def quote_ends(self, k: int) -> Quote | None:
        """The quotation of this sentence that ends right before token `k`, a comma between allowed."""
        if k <= self.floor:
            return None
        j = k - 1
        quote = self.quote_at(self.tokens.start[j])
        while quote is None and j > self.floor and k - j < 4 and self._parts(j):
            j -= 1
            quote = self.quote_at(self.tokens.start[j])
        return quote if quote is not None and quote.end <= self.tokens.start[k] else None

    def phrase_start(self, k: int) -> int:
        """Token `k`, or the start of the words of its noun phrase where a quotation ends before them ("“…,” Oslo police
        [Chief X]", "“…,” Rep. [X]")."""
        j = k
        closed = self.cues.conjunction | self.cues.ends | self.cues.auxiliary | self.cues.modal | self.cues.link
        while j > self.floor and k - j < PHRASE and (key := self.tokens.key[j - 1]) not in closed:
            if not (key[0].isalnum() or (key == "." and self.tokens.key[j - 2] in self.cues.abbreviation)):
                break
            j -= 1
        return j if j < k and self.quote_ends(j) is not None else k

    def _parts(self, j: int) -> bool:
        """Whether the mark at token `j` may stand between a quotation and its cue; a full stop only before a dash."""
        key = self.tokens.key
        return key[j] in SEPARATORS or (key[j] == "." and key[j + 1] in _DASHES)

    def after_quotes(self, k: int, first: int) -> int:
        """The token behind the last quotation that ends before token `k`, else `first`."""
        i = bisect_right(self.quote_starts, self.tokens.start[k - 1]) - 1 if k > first else -1
        if i < 0 or self.found.quotes[i].end <= self.tokens.start[first]:
            return first
        return max(first, min(k, bisect_left(self.tokens.start, self.found.quotes[i].end)))

    def quote_from(self, j: int, stop: int) -> Quote | None:
        """The quotation that opens at token `j` or right after a comma or colon there."""
        for k in (j, j + 1):
            if k >= stop:
                return None
            quote = self.quote_at(self.tokens.start[k])
            if quote is not None:
                return quote if quote.start >= self.tokens.start[j] else None
            if self.tokens.key[k] not in SEPARATORS:
                return None
        return None

    def mode(self, start: int, end: int) -> str:
        """How the words are given: `direct` inside a quotation, `mixed` with one inside them, else `indirect`."""
        i = bisect_left(self.quote_starts, start - 1)
        for quote in self.found.quotes[i : i + 4]:
            if start - 1 <= quote.start < end:
                return "direct" if quote.start <= start and quote.end >= end else "mixed"
        return "indirect"

    def over_auxiliaries(self, j: int, stop: int) -> int:
        """The token behind the auxiliaries that follow the verb where it closes its clause."""
        while j < stop and self.tokens.key[j] in self.cues.auxiliary:
            j += 1
        return j

    def who_begins(self, k: int) -> str:
        """The kind of the mention that begins at token `k`, empty when none does."""
        mention = self.subjects.starting.get(k)
        return mention.kind if mention is not None else ""
