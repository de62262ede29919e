"""Reported words that stand before their cue: "[The talks go on], X said", "[that the talks go on] X گفت"."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.find import Quote
from dragoman.find.sentences import Sentence
from dragoman.interpret.content_starts import Starts
from dragoman.interpret.draft import Draft
from dragoman.interpret.reading import SEPARATORS, Reading
from dragoman.world.pack.frames import Verb


class Before:
    """Tells whether the reported words stand before the cue, and takes them."""

    def __init__(self, on: Reading, starts: Starts) -> None:
        self.on = on
        self.found = on.found
        self.tokens = on.tokens
        self.cues = on.cues
        self.subjects = on.subjects
        self.starts = starts

    def stands(self, draft: Draft, begin: int, sentence: Sentence) -> bool:
        """Whether the reported words stand before the cue."""
        if draft.postposed:
            draft.resumes = draft.resumes or self._interrupts(draft, begin, sentence)
            return True
        if isinstance(draft.row, Verb) and draft.row.subject is None and self.cues.verb_first:
            return False
        if isinstance(draft.row, Verb) and draft.cue is not None and self.cues.verb_final:
            return self.on.quote_ends(draft.cue[0]) is not None or self.on.quote_ends(draft.first) is not None
        if draft.participle or (draft.inherits and draft.row is not None and not self._clitic(draft)):
            return False
        if draft.subject and self.on.quote_ends(draft.first) is None:
            draft.first = self.on.phrase_start(draft.first)
        first = draft.first
        if self._interrupts(draft, begin, sentence):
            draft.resumes = True
            return True
        if self.on.quote_from(draft.start, sentence.last) is not None and self.on.quote_ends(first) is None:
            return False
        if first - begin < 3:
            return False
        if self.on.quote_ends(first) is not None or self._clitic(draft):
            return True
        if self.subjects.verb_group(first, begin).at <= begin:
            return False
        if self.tokens.key[first - 1] != "," or not (isinstance(draft.row, Verb) and "clause" in draft.row.takes):
            return False
        start = draft.start
        if "addressee" in draft.row.takes:
            start = self.starts.over_addressee(draft, start, sentence.last, self.cues.links_of(draft.row))
        start = self.starts.over_time(start, sentence.last)
        after = self.tokens.key[start] if start < sentence.last else "."
        if after in self.cues.links_of(draft.row):
            return False
        if after in (".", "!", "?"):
            return True
        key, ending = self.tokens.key[begin], self.cues.participle
        fronted = key in self.cues.preposition | self.cues.ends or bool(ending and key.endswith(ending))
        if "infinitive" in draft.row.takes and after in self.cues.infinitive:
            return False
        return not fronted and (not after[0].isalnum() or after in self.cues.preposition)

    def _interrupts(self, draft: Draft, begin: int, sentence: Sentence) -> bool:
        """ "Iran, he said, has no such plans": the cue stands between commas inside the clause it reports."""
        first, after = draft.first, draft.start
        if not (isinstance(draft.row, Verb) and "clause" in draft.row.takes) or after + 3 >= sentence.last:
            return False
        if first <= begin or self.tokens.key[first - 1] != "," or self.tokens.key[after] != ",":
            return False
        if self.subjects.verb_group(first - 1, begin).at <= begin:
            return False
        key, word = self.tokens.key[after + 1], self.tokens.word[after + 1]
        closed = self.cues.conjunction | self.cues.relative | self.cues.beside | self.cues.preposition
        participle = bool(self.cues.participle) and key.endswith(self.cues.participle)
        if participle or key in closed:
            return False
        mention = self.subjects.starting.get(after + 1)
        if mention is None:
            return word[0].islower()
        return self.cues.verbs.at(self.tokens, mention.last) is None  # "…, X said, Y added"

    def _clitic(self, draft: Draft) -> bool:
        """Whether the cue holds its own subject and does not open the page: "…, ujarnya"."""
        return isinstance(draft.row, Verb) and draft.row.subject == "clitic" and draft.first > 0

    def closed(self, draft: Draft, begin: int, stop: int) -> bool:
        """Takes the object of a verb that closes its clause: before the cue, or between the parts of the verb."""
        row = draft.row
        if not isinstance(row, Verb) or "object" not in row.takes or draft.cue is None:
            return False
        key = self.tokens.key
        j = self.on.over_auxiliaries(draft.start, stop)
        if row.content == "right":
            end = next((k for k in range(j + 1, stop) if key[k] in row.closes), j)
            return self._span(draft, j, end)
        ahead = key[j] if j < stop else ""
        if ahead in self.cues.links_of(row) or ahead == ":" or self.on.quote_from(j, stop) is not None:
            return False
        end = draft.cue[0]
        first = max([begin, *(m.last for m in draft.subject if m.last <= end)])
        first = draft.first if first < draft.first < end else first
        end = max(first, self.subjects.verb_group(end, first).at)
        comma = next((k + 1 for k in range(end - 3, first, -1) if key[k] == "," and key[end - 1] in row.link), first)
        first = next((k + 1 for k in range(comma, end) if key[k] in row.opens), comma)
        if (row.opens or row.link) and first == comma and not (end > first and key[end - 1] in row.link):
            if not any(key[k] in row.link for k in range(first, end)):
                return False
        while first < end and key[first] in self.cues.conjunction:
            first += 1
        while first < end and (hit := self.cues.skips.at(self.tokens, first)) is not None:
            first = hit.last
        while end > first and (key[end - 1] in row.link or not key[end - 1][0].isalnum()):
            end -= 1
        return self._span(draft, first, end)

    def _span(self, draft: Draft, first: int, last: int) -> bool:
        """Takes the tokens `[first, last)`; whether there are any."""
        if first >= last:
            return False
        draft.content = [(self.tokens.start[first], self.tokens.end[last - 1])]
        draft.mode = self.on.mode(*draft.content[0])
        draft.rule = "frame.postposed"
        return True

    def take(self, draft: Draft, begin: int) -> None:
        """Takes the words from token `begin` up to the cue's clause, or the quotation that ends there."""
        end = draft.first
        while end > begin and self.tokens.key[end - 1] in SEPARATORS:
            end -= 1
        while (
            begin < end
            and not self.tokens.word[begin][0].isalnum()
            and self.on.quote_at(self.tokens.start[begin]) is None
        ):
            begin += 1
        quote = self.on.quote_ends(draft.first)
        if quote is not None:
            if quote.start <= self.tokens.start[begin] or self._free_standing(quote, begin):
                draft.content = [(quote.inner, quote.inner_end)]
                draft.mode, draft.rule = "direct", "quote.postposed"
                return
        self._span(draft, begin, end)

    def _free_standing(self, quote: Quote, begin: int) -> bool:
        """A quotation that does not grow out of the words before it."""
        k = bisect_left(self.tokens.start, quote.start)
        head = self.found.text[quote.inner : quote.inner + 1]
        return (
            k <= begin
            or (self.tokens.key[k - 1] in (",", ":", ".") and not head.islower())
            or (self.tokens.key[k - 1] in (".", "!", "?", "”"))
        )
