"""Which words a cue reports: before it, behind it or on both sides of it, and where they end."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.find import Quote
from dragoman.find.sentences import Sentence
from dragoman.interpret.content_before import Before
from dragoman.interpret.content_starts import Starts
from dragoman.interpret.draft import Draft
from dragoman.interpret.reading import SEPARATORS, Reading
from dragoman.world.pack.frames import Verb

_BETWEEN = 20  # tokens between the parts of a broken quotation, its cue's aside


class Contents:
    """Finds the reported words of drafts, once the cues and subjects of a sentence are known."""

    def __init__(self, on: Reading) -> None:
        self.on = on
        self.found = on.found
        self.tokens = on.tokens
        self.cues = on.cues
        self.subjects = on.subjects
        self.starts = Starts(on)
        self.before = Before(on, self.starts)

    def fill(self, draft: Draft, previous: Draft | None, following: Draft | None, sentence: Sentence) -> None:
        """Fills in the reported words of a draft, between those of the drafts on both sides of it."""
        stop = self._stop(draft, following, sentence)
        begin = sentence.first
        if self._inserted(draft, sentence):
            return
        if previous is not None:
            begin = draft.first if previous.rule == "fronted" else previous.start
            if previous.reports_nothing:
                begin = sentence.first
        if self.cues.verb_final and self.before.closed(draft, begin, stop):
            return
        if self.before.stands(draft, begin, sentence):
            draft.postposed = True
            self.before.take(draft, begin)
            if draft.content:
                self._resumed(draft, stop)
                return
        j = self.starts.of(draft, stop)
        if j >= stop:
            return
        quote = self.on.quote_from(j, stop)
        if quote is not None and self._only_quote(quote, stop):
            draft.content = [(quote.inner, quote.inner_end)]
            draft.mode, draft.rule = "direct", "quote.preposed"
            return
        first, last = self._trimmed(j, stop)
        if first >= last:
            return
        draft.content = [(self.tokens.start[first], self.tokens.end[last - 1])]
        draft.mode = self.on.mode(*draft.content[0])

    def _stop(self, draft: Draft, following: Draft | None, sentence: Sentence) -> int:
        """The token at which what follows the cue must end."""
        stop = following.first if following is not None else sentence.last
        if following is not None:
            while stop > draft.start and self.tokens.key[stop - 1] in self.cues.conjunction | self.cues.ends | {","}:
                stop -= 1
        if draft.rule == "fronted":
            for k in range(draft.start, stop):
                if self.tokens.key[k] == "," and (k + 1 in self.subjects.starting or k + 1 == stop):
                    return k
        for k in range(draft.start + 1, stop):
            if self.tokens.key[k] == "," and (self._inside_relative(draft) or self._turns(draft, k, stop)):
                return k
        return stop

    def _inside_relative(self, draft: Draft) -> bool:
        """ "The harvest, which he said was poor, is over": the report ends where the relative clause does."""
        k = draft.first
        return self.tokens.key[k] in self.cues.relative and k > 0 and self.tokens.key[k - 1] == ","

    def _turns(self, draft: Draft, k: int, stop: int) -> bool:
        """ ", but his counterpart was silent": somebody else begins a clause behind the comma at `k`."""
        if k + 2 >= stop or self.tokens.key[k + 1] not in self.cues.ends | self.cues.conjunction:
            return False
        if self.tokens.key[draft.start] in self.cues.link or self.on.quote_at(self.tokens.start[k]) is not None:
            return False
        mention = self.subjects.starting.get(k + 2)
        if mention is None or mention.kind not in ("name", "office", "pronoun") or mention.last >= stop:
            return False
        after = self.tokens.word[mention.last]
        closed = self.cues.conjunction | self.cues.preposition
        return after[0].islower() and self.tokens.key[mention.last] not in closed

    def _inserted(self, draft: Draft, sentence: Sentence) -> bool:
        """ "X, as President Biden made clear, was Y": both parts are reported."""
        k, j = draft.first, draft.start
        if k - 2 < sentence.first or self.tokens.key[k - 1] not in self.cues.inserted:
            return False
        if self.tokens.key[k - 2] != "," or j >= sentence.last or self.tokens.key[j] != ",":
            return False
        first, last = self._trimmed(j + 1, sentence.last)
        draft.content = [
            (self.tokens.start[sentence.first], self.tokens.end[k - 3]),
            (self.tokens.start[first], self.tokens.end[last - 1]),
        ]
        return True

    def _resumed(self, draft: Draft, stop: int) -> None:
        """ "A," he said, "B": the second part of a quotation broken by its cue."""
        j = draft.start
        if draft.mode != "direct" and j < stop and self.tokens.key[j] == "," and draft.resumes:
            first, last = self._trimmed(j + 1, stop)
            draft.content = [*draft.content, (self.tokens.start[first], self.tokens.end[last - 1])]
            return
        if draft.mode != "direct" or j >= stop:
            return
        mention = self.subjects.starting.get(j)
        if isinstance(draft.row, Verb) and "addressee" in draft.row.takes and mention is not None:
            draft.addressee = mention
            j = mention.last
        limit = min(stop, j + _BETWEEN)
        while j < limit and (self.tokens.key[j] not in SEPARATORS or self.on.quote_from(j, stop) is None):
            j += 1
        quote = self.on.quote_from(j, stop) if j < limit else None
        if quote is not None:
            draft.content = [*draft.content, (quote.inner, quote.inner_end)]

    def _only_quote(self, quote: Quote, stop: int) -> bool:
        """Nothing but the quotation stands there, or it is followed by a break."""
        k = bisect_left(self.tokens.start, quote.end)
        return (
            k >= stop
            or not self.tokens.word[k][0].isalnum()
            or self.found.text[quote.inner : quote.inner + 1].isupper()
        )

    def _trimmed(self, j: int, stop: int) -> tuple[int, int]:
        """Without marks at either end and without a closing "…, the ministry reported"."""
        while stop > j and not self.tokens.word[stop - 1][0].isalnum() and self.tokens.key[stop - 1] not in (")", "%"):
            stop -= 1
        for k in range(stop - 1, max(j, stop - 12), -1):
            if self.tokens.key[k] == "," and (self._closes(k + 1, stop) or self._dated(k + 1, stop)):
                stop = k
                break
        return j, stop

    def _closes(self, k: int, stop: int) -> bool:
        """Whether "the ministry reported (in a statement)" stands in the tokens `[k, stop)`."""
        mention = self.subjects.starting.get(k)
        if mention is None or mention.last >= stop or mention.kind not in ("institution", "state", "outlet"):
            return False
        k = mention.last
        while k + 1 < stop and self.tokens.word[k][0].isupper() and k - mention.last < 3:
            k += 1  # "Tehran Radio"
        return k + 1 == stop or self.cues.verbs.at(self.tokens, k) is not None

    def _dated(self, k: int, stop: int) -> bool:
        """Whether only a day stands there: "…, Selasa (4/3/2031)"."""
        named = k < stop and self.tokens.key[k] in self.cues.not_name and self.tokens.word[k][0].isupper()
        return named and all(w[0].isdigit() or not w[0].isalpha() for w in self.tokens.word[k + 1 : stop])
