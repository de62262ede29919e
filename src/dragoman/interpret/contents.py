"""Which words a cue reports: before it, after it, on both sides of it, and where they end."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.find import Quote
from dragoman.find.sentences import Sentence
from dragoman.interpret.draft import Draft
from dragoman.interpret.reading import SEPARATORS, Reading
from dragoman.world.pack.frames import Sourced, Verb


class Contents:
    """Finds the reported words of drafts, once the cues and subjects of a sentence are known."""

    def __init__(self, on: Reading) -> None:
        self.on = on
        self.found = on.found
        self.tokens = on.tokens
        self.cues = on.cues
        self.subjects = on.subjects

    def fill(self, draft: Draft, previous: Draft | None, following: Draft | None, sentence: Sentence) -> None:
        stop = self._stop(draft, following, sentence)
        begin = sentence.first
        if self._inserted(draft, sentence):
            return
        if previous is not None:
            begin = draft.first if previous.rule == "fronted" else previous.start
            if previous.reports_nothing:
                begin = sentence.first
        if self.cues.verb_final and self._closed(draft, begin, stop):
            return
        if self._is_postposed(draft, begin, sentence):
            draft.postposed = True
            self._left_content(draft, begin, previous, sentence)
            if draft.content:
                self._resumed(draft, stop)
                return
        j = self.skip_to_content(draft, stop)
        if j >= stop:
            return
        quote = self.on.quote_from(j, stop)
        if quote is not None and self._only_quote(quote, stop):
            self._quoted(draft, quote, stop)
            return
        first, last = self._trimmed(j, stop)
        if first >= last:
            return
        draft.content = [(self.tokens.start[first], self.tokens.end[last - 1])]
        draft.mode = self._mode(*draft.content[0])

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
        """Whether behind the comma at `k` somebody else begins a clause of the page's own: ", but his counterpart …"."""
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

    def _is_postposed(self, draft: Draft, begin: int, sentence: Sentence) -> bool:
        """Whether the reported words stand before the cue."""
        if draft.postposed:
            return True
        if isinstance(draft.row, Verb) and draft.row.subject is None and self.cues.verb_first:
            return False
        if isinstance(draft.row, Verb) and draft.cue is not None and self.cues.verb_final:
            return self.on.quote_ends(draft.cue[0]) is not None or self.on.quote_ends(draft.first) is not None
        if draft.participle or (draft.inherits and draft.row is not None and not self._clitic(draft)):
            return False
        first = draft.first
        if self._interrupts(draft, begin, sentence):
            draft.resumes = True
            return True
        if self.on.quote_from(draft.start, sentence.last) is not None and self.on.quote_ends(first) is None:
            return False
        if first - begin < 3:
            return False
        if self.on.quote_ends(first) is not None:
            return True
        if self._clitic(draft):
            return True
        if self.subjects.verb_group(first, begin).at <= begin:
            return False
        if self.tokens.key[first - 1] != "," or not (isinstance(draft.row, Verb) and "clause" in draft.row.takes):
            return False
        start = draft.start
        if "addressee" in draft.row.takes:
            start = self._over_addressee(draft, start, sentence.last, self.cues.links_of(draft.row))
        after = self.tokens.key[start] if start < sentence.last else "."
        if after in self.cues.links_of(draft.row):
            return False
        if start >= sentence.last or after in (".", "!", "?"):
            return True
        fronted = self.tokens.key[begin] in self.cues.preposition | self.cues.ends
        return not fronted and (not after[0].isalnum() or after in self.cues.preposition)

    def _interrupts(self, draft: Draft, begin: int, sentence: Sentence) -> bool:
        """ "Iran, he said, has no such plans": the cue stands between commas inside the clause it reports."""
        first, after = draft.first, draft.start
        if not (isinstance(draft.row, Verb) and "clause" in draft.row.takes) or after + 3 >= sentence.last:
            return False
        if first <= begin or self.tokens.key[first - 1] != "," or self.tokens.key[after] != ",":
            return False
        key, word = self.tokens.key[after + 1], self.tokens.word[after + 1]
        closed = self.cues.conjunction | self.cues.ends | self.cues.relative | self.cues.preposition
        apart = (
            self.subjects.verb_group(first - 1, begin).at <= begin or self.tokens.key[begin] in self.cues.preposition
        )
        return (
            word[0].islower()
            and key not in closed
            and after + 1 not in self.subjects.starting
            and not apart
            and (not (self.cues.participle and key.endswith(self.cues.participle)))
        )

    def _closed(self, draft: Draft, begin: int, stop: int) -> bool:
        """Takes the object of a verb that closes its clause: before the cue, or between the parts of the verb."""
        row = draft.row
        if not isinstance(row, Verb) or "object" not in row.takes or draft.cue is None:
            return False
        key = self.tokens.key
        j = self._over_auxiliaries(draft.start, stop)
        if row.content == "right":
            end = next((k for k in range(j + 1, stop) if key[k] in row.closes), j)
            return self._take(draft, j, end)
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
        return self._take(draft, first, end)

    def _take(self, draft: Draft, first: int, last: int) -> bool:
        if first >= last:
            return False
        draft.content = [(self.tokens.start[first], self.tokens.end[last - 1])]
        draft.mode = self._mode(*draft.content[0])
        draft.rule = "frame.postposed"
        return True

    def _over_auxiliaries(self, j: int, stop: int) -> int:
        while j < stop and self.tokens.key[j] in self.cues.auxiliary:
            j += 1
        return j

    def _clitic(self, draft: Draft) -> bool:
        return isinstance(draft.row, Verb) and draft.row.subject == "clitic" and draft.first > 0

    def _left_content(self, draft: Draft, begin: int, previous: Draft | None, sentence: Sentence) -> None:
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
                first = max(quote.inner, 0)
                draft.content = [(first, quote.inner_end)]
                draft.mode, draft.rule = "direct", "quote.postposed"
                return
        if begin < end:
            draft.content = [(self.tokens.start[begin], self.tokens.end[end - 1])]
            draft.mode = self._mode(*draft.content[0])
            draft.rule = "frame.postposed"

    def _free_standing(self, quote: Quote, begin: int) -> bool:
        """A quotation that does not grow out of the words before it."""
        k = bisect_left(self.tokens.start, quote.start)
        head = self.found.text[quote.inner : quote.inner + 1]
        return (
            k == 0
            or k <= begin
            or (self.tokens.key[k - 1] in (",", ":", ".") and not head.islower())
            or (self.tokens.key[k - 1] in (".", "!", "?", "”"))
        )

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
        limit = min(stop, j + 12)
        while j < limit and self.tokens.key[j] not in SEPARATORS:
            j += 1
        quote = self.on.quote_from(j, stop)
        if quote is not None:
            draft.content = [*draft.content, (quote.inner, quote.inner_end)]

    def skip_to_content(self, draft: Draft, stop: int) -> int:
        """The token at which the reported words begin: after the one told, a time or place, "that"."""
        j = draft.start
        row = draft.row
        key = self.tokens.key
        if isinstance(row, Sourced):
            return j + (j < stop and key[j] == ",")
        links = (
            self.cues.links_of(draft.noun)
            if draft.noun is not None
            and draft.noun.part == "cue"
            and row
            and (draft.cue and draft.cue[1] > draft.cue[0] + 1)
            else (self.cues.links_of(row) if row else self.cues.link)
        )
        if row is not None and "addressee" in row.takes:
            told = self._over_addressee(draft, j, stop, links)
            j = told if any(w[0].isalnum() for w in self.tokens.word[told:stop]) else j
        if self.cues.verb_final:
            j = self._over_auxiliaries(j, stop)
        linked = self.cues.verb_first and j < stop and key[j] in links
        if row is not None and ("clause" in row.takes or "infinitive" in row.takes) and not linked:
            j = self._over_phrase(j, stop, to="infinitive" in row.takes)
        for _ in range(3):
            if j + 1 < stop and key[j] in self.cues.link and key[j + 1] in self.cues.passive:
                break  # "said that was unlikely": no linking word
            if j < stop and (
                key[j] in links or (key[j] in ",:" and self.on.quote_from(j, stop) is not None) or key[j] == ":"
            ):
                j += 1
            elif j < stop and (n := self._skip_length(j, stop)):
                j += n
        return j

    def _skip_length(self, j: int, stop: int) -> int:
        hit = self.cues.skips.at(self.tokens, j)
        if hit is None or hit.last >= stop:
            return 0
        return hit.last - j if self.tokens.key[hit.last] in self.cues.link | {"on", "in"} or hit.last - j > 1 else 0

    def _over_addressee(self, draft: Draft, j: int, stop: int, links: frozenset[str]) -> int:
        if self.cues.told:
            if j >= stop or self.tokens.key[j] not in self.cues.told:
                return j
            j += 1
        if j >= stop or self.tokens.key[j] in self.cues.modal | self.cues.preposition:
            return j
        k = j + (self.tokens.key[j] in self.cues.determiner)
        mention = self.subjects.starting.get(j) or self.subjects.starting.get(k)
        if mention is not None and mention.kind != "pronoun":
            draft.addressee = mention if mention.kind != "outlet" else None
            draft.elsewhere = mention.kind == "outlet"
            return mention.last
        for k in range(j, min(j + 6, stop)):
            draft.elsewhere = k > j
            if self.tokens.key[k] in links or not self.tokens.word[k][0].isalnum():
                return k
            if k > j and (k in self.subjects.starting or self.on.quote_at(self.tokens.start[k]) is not None):
                return k
            if k > j and self.tokens.key[k] in self.cues.preposition:
                return k
        return j

    def _over_phrase(self, j: int, stop: int, *, to: bool) -> int:
        """Over "on Tuesday", "in a statement", ", in Tehran," when a linking word, an infinitive (`to`) or a quotation
        comes after it."""
        if j >= stop:
            return j
        j = self._over_adjunct(j, stop)
        if j >= stop:
            return j
        if not (self.tokens.key[j] in self.cues.preposition or self.tokens.key[j] == ","):
            dated = self.tokens.word[j][0].isupper() or self.cues.verb_first  # "noted Friday that"
            dated = dated and j not in self.subjects.starting
            ends = self.cues.link | {":"} if self.cues.verb_first else self.cues.link
            return next((k for k in range(j, min(j + 4, stop)) if self.tokens.key[k] in ends), j) if dated else j
        if self.on.quote_from(j, stop) is not None:
            return j
        for k in range(j, min(j + 14, stop)):
            if self.tokens.key[k] in self.cues.link or (to and j < k < j + 4 and self.tokens.key[k] in self.cues.modal):
                return k
            if k > j and self.tokens.key[k] == "," and k + 1 < stop and self.on.who_begins(k + 1) == "pronoun":
                return k + 1
            if k > j and self.tokens.key[k] in ",:" and self.on.quote_from(k, stop) is not None:
                return k
        return j

    def _over_adjunct(self, j: int, stop: int) -> int:
        """Over "Friday", "on Sunday", "in a statement" right behind the cue, when the reported clause follows."""
        key, word = self.tokens.key, self.tokens.word
        k = j + (key[j] in self.cues.preposition)
        if k < stop and key[k] in self.cues.not_name and word[k][0].isupper():
            k += 1
        elif k > j and k < stop and key[k] in self.cues.determiner:
            k += 1
            if k >= stop or key[k] not in self.cues.document:
                return j
            k += 1
        else:
            return j
        begins = k < stop and (k in self.subjects.starting or key[k] in self.cues.determiner)
        return k if begins else j

    def _only_quote(self, quote: Quote, stop: int) -> bool:
        """Nothing but the quotation stands there, or it is followed by a break."""
        k = bisect_left(self.tokens.start, quote.end)
        return (
            k >= stop
            or not self.tokens.word[k][0].isalnum()
            or self.found.text[quote.inner : quote.inner + 1].isupper()
        )

    def _quoted(self, draft: Draft, quote: Quote, stop: int) -> None:
        draft.content = [(quote.inner, quote.inner_end)]
        draft.mode, draft.rule = "direct", "quote.preposed"

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

    def _mode(self, start: int, end: int) -> str:
        i = bisect_left(self.on.quote_starts, start - 1)
        for quote in self.found.quotes[i : i + 4]:
            if start - 1 <= quote.start < end:
                return "direct" if quote.start <= start and quote.end >= end else "mixed"
        return "indirect"
