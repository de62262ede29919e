"""One sentence -> drafts of the statements in it: which cue, whose, and which words are reported."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dragoman.find import Found, Quote
from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.identify import Identified, Mention
from dragoman.interpret.cues import Cue, CueWords
from dragoman.interpret.draft import Draft
from dragoman.interpret.subjects import Left, Subjects
from dragoman.world.pack.frames import Noun, Sourced, Verb

_SEPARATORS = frozenset(",:;–—-")
_NP = 9


class Clauses:
    """Reads the statements of one page, sentence by sentence."""

    def __init__(self, found: Found, who: Identified, cues: CueWords) -> None:
        self.found = found
        self.tokens = found.tokens
        self.who = who
        self.cues = cues
        self.subjects = Subjects(found, who, cues)
        self.hits = cues.verbs.find(found.tokens)
        self.hit_starts = [h.first for h in self.hits]
        self.light = {h.first: h for h in cues.light.find(found.tokens)}
        self.nouns = {h.first: h for h in cues.nouns.find(found.tokens)}
        self.quote_starts = [q.start for q in found.quotes]
        self.floor = 0

    # ------------------------------------------------------------------------------------------ sentence

    def read(self, sentence: Sentence, number: int) -> list[Draft]:
        """The drafts of one sentence, in order, with speaker mentions and content."""
        drafts: list[Draft] = []
        self.floor = sentence.first
        floor = sentence.first
        for hit in self.hits_within(sentence.first, sentence.last):
            if hit.first < floor or not self._narrated(hit.first):
                continue
            draft = self._draft(hit, sentence, drafts)
            if draft is not None:
                draft.sentence = number
                drafts.append(draft)
                floor = draft.cue[1] if draft.cue else hit.last
        for i, draft in enumerate(drafts):
            if draft.rule == "passive" or (isinstance(draft.row, Verb) and not draft.row.takes):
                continue  # a verb of contact: it reports no words, it only ends what came before
            self._content(draft, drafts[i - 1] if i else None, drafts[i + 1] if i + 1 < len(drafts) else None, sentence)
        return [d for d in drafts if d.content]

    def hits_within(self, first: int, last: int) -> list[Hit[Cue]]:
        """Reporting words that begin in the tokens `[first, last)`."""
        return self.hits[bisect_left(self.hit_starts, first) : bisect_left(self.hit_starts, last)]

    def _narrated(self, k: int) -> bool:
        """Whether the word at token `k` is the page's own, not quoted; a quotation may begin with the page's own verb
        (Mr Sunak "stressed the importance …")."""
        quote = self.quote_at(self.tokens.start[k])
        return quote is None or (quote.inner == self.tokens.start[k] and k >= 2 and k - 1 in self.subjects.ending)

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that holds the character."""
        i = bisect_right(self.quote_starts, offset) - 1
        if i >= 0 and self.found.quotes[i].start <= offset < self.found.quotes[i].end:
            return self.found.quotes[i]
        return None

    def _draft(self, hit: Hit[Cue], sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        for row in hit.values:
            draft = self._source(hit, row, sentence) if isinstance(row, Sourced) else self._verb(hit, row, sentence, drafts)
            if draft is not None:
                return draft
        return None

    # ------------------------------------------------------------------------------------------ sources

    def _source(self, hit: Hit[Cue], row: Sourced, sentence: Sentence) -> Draft | None:
        """ "According to X, …", "…, menurut X", "Menurutnya, …"."""
        draft = Draft(hit.first, (hit.first, hit.last), row, rule="source")
        if row.clitic:
            draft.inherits = True
            draft.start = hit.last
        else:
            mention = self.subjects.starting.get(hit.last) or self.subjects.starting.get(hit.last + 1)
            if mention is None or mention.kind == "outlet" or mention.last > sentence.last:
                return None
            draft.subject = (mention,)
            draft.start = mention.last
        draft.postposed = hit.first > sentence.first + 2 and self.tokens.key[hit.first - 1] in (",", "—", "–")
        if not draft.postposed and not (draft.start < sentence.last and self.tokens.key[draft.start] == ","):
            return None if hit.first > sentence.first else draft
        return draft

    # ------------------------------------------------------------------------------------------ verbs

    def _verb(self, hit: Hit[Cue], row: Verb, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        key = self.tokens.key
        cue_last, noun = self.noun_of(hit, sentence.last)
        if not row.cue and row.takes and noun is None:
            return None
        draft = Draft(hit.first, (hit.first, cue_last), row, noun=noun, rule="frame")
        draft.start = cue_last
        draft.participle = self.cues.is_participle(self.tokens, hit)
        subject = row.subject or self.cues.grammar.order.subject
        if subject == "clitic" or subject == "none":
            draft.inherits = True
            left = self.subjects.verb_group(hit.first, sentence.first)
            draft.first = left.at
            own = self.subjects.before(left.at, sentence.first) if subject == "none" else ()
            if own and own[-1].kind in ("institution", "office", "name"):
                draft.subject, draft.inherits = own[-1:], False
            return None if left.modal or left.negated else self._checked(draft, row, sentence)
        quote_before = self._quote_ends(hit.first)
        if subject == "right" or (quote_before and not draft.participle and self._right_subject(cue_last, sentence)):
            return self._inverted(draft, row, sentence, quote_before)
        left = self.subjects.verb_group(hit.first, sentence.first)
        if left.negated or (left.modal and row.act != "commit"):
            return None
        before = key[left.at - 1] if left.at > sentence.first else ""
        if left.at == hit.first and before in self.cues.determiner | {"'s", "'", "’"}:
            return None
        if (row.passive or (left.passive and row.subject is None)) and not draft.participle:
            return self._passive(draft, left, sentence)
        if draft.participle:
            return self._participle(draft, left, before, sentence, drafts)
        return self._finite(draft, row, left, before, sentence, drafts)

    def noun_of(self, hit: Hit[Cue], last: int) -> tuple[int, Noun | None]:
        """A light verb's noun that belongs to the cue: "expressed (deep) concern"."""
        if hit.first not in self.light:
            return hit.last, None
        adjoining = True
        for k in range(hit.last, min(last, hit.last + 8)):
            noun = self.nouns.get(k)
            if noun is not None:
                row = noun.values[0]
                bare = adjoining and not any(self.tokens.key[m] in self.cues.determiner for m in range(hit.last, k))
                return (noun.last if row.part == "cue" and bare else hit.last), row
            key = self.tokens.key[k]
            if key in self.cues.preposition or not (key[0].isalnum() or key in ("'s", "'", "’")):
                break
            adjoining = adjoining and key in self.cues.between
        return hit.last, None

    def _checked(self, draft: Draft, row: Verb, sentence: Sentence) -> Draft | None:
        if row.needs == "quote" and not self._beside_quote(draft, sentence):
            return None
        if row.needs in ("person", "actor") and draft.loose is not None:
            return None
        if row.needs == "person" and draft.subject and all(m.kind in ("state", "institution") for m in draft.subject):
            return None
        if row.needs == "actor" and draft.subject and draft.subject[0].kind == "name":
            return draft
        return draft

    def _beside_quote(self, draft: Draft, sentence: Sentence) -> bool:
        assert draft.cue is not None
        if self._quote_ends(draft.first) or self._quote_ends(draft.cue[0]):
            return True
        at = draft.start
        if isinstance(draft.row, Verb) and "object" in draft.row.takes:
            return any(self.quote_at(self.tokens.start[k]) is not None for k in range(at, sentence.last))
        while at < sentence.last and self.tokens.key[at] in _SEPARATORS:
            at += 1
        return at < sentence.last and self.quote_at(self.tokens.start[at]) is not None

    def _quote_ends(self, k: int) -> Quote | None:
        """The quotation of this sentence that ends right before token `k`, a comma between allowed."""
        if k <= self.floor:
            return None
        quote = self.quote_at(self.tokens.start[k - 1])
        if quote is None and self.tokens.key[k - 1] in _SEPARATORS and k - 1 > self.floor:
            quote = self.quote_at(self.tokens.start[k - 2])
        return quote if quote is not None and quote.end <= self.tokens.start[k] else None

    def _right_subject(self, k: int, sentence: Sentence) -> bool:
        return k < sentence.last and (k in self.subjects.starting or self.tokens.word[k][0].isupper())

    def _inverted(self, draft: Draft, row: Verb, sentence: Sentence, quote: Quote | None) -> Draft | None:
        """ "…," said Trump; kata Prabowo."""
        assert draft.cue is not None
        k = draft.cue[1]
        mention = self._mention_from(k, sentence.last) if quote is not None else self.subjects.starting.get(k)
        if mention is not None and mention.kind != "outlet":
            chain = [mention]
            while (k := chain[-1].last) + 1 < sentence.last and self.tokens.key[k] in self.cues.conjunction:
                joined = self.subjects.starting.get(k + 1)
                if joined is None:
                    break
                chain.append(joined)
            draft.subject = tuple(chain)
            draft.start = chain[-1].last
        elif quote is not None and k < sentence.last and (end := self._loose_right(k, sentence)) > k:
            draft.loose, draft.start = (k, end), end
        elif quote is None:
            return None
        else:
            draft.inherits = True
        draft.postposed = draft.cue[0] > sentence.first
        return self._checked(draft, row, sentence)

    def _mention_from(self, k: int, last: int) -> Mention | None:
        """The mention at token `k`, or one that a short noun phrase there ends in ("said a statement of Japan's …")."""
        for j in range(k, min(k + 4, last)):
            mention = self.subjects.starting.get(j)
            if mention is not None and not mention.place:
                return mention
            if not self.tokens.word[j][0].isalpha() or self.tokens.word[j][0].isupper():
                return None
        return None

    def _loose_right(self, k: int, sentence: Sentence) -> int:
        end = k
        while end < sentence.last and self.tokens.word[end][0].isalnum() and end - k < _NP:
            if self.tokens.key[end] in self.cues.preposition and end > k:
                break
            end += 1
        return end

    def _passive(self, draft: Draft, left: Left, sentence: Sentence) -> Draft | None:
        """ "The attack was claimed by X": the agent speaks, what stands before is reported. None without an agent."""
        k = draft.start
        if k >= sentence.last or self.tokens.key[k] not in self.cues.agent:
            return None
        k += 1
        mention = self.subjects.starting.get(k) or self.subjects.starting.get(k + 1)
        if mention is None or mention.kind == "outlet" or mention.last > sentence.last:
            return None
        begin = left.at
        while begin > sentence.first and self.tokens.word[begin - 1][0].isalnum() and left.at - begin < 14:
            if self.tokens.key[begin - 1] in self.cues.conjunction | self.cues.link | self.cues.ends:
                break
            begin -= 1
        if begin == left.at:
            return None
        draft.subject, draft.first, draft.start, draft.rule = (mention,), begin, mention.last, "passive"
        draft.content = [(self.tokens.start[begin], self.tokens.end[left.at - 1])]
        return draft

    def _participle(
        self, draft: Draft, left: Left, before: str, sentence: Sentence, drafts: list[Draft]
    ) -> Draft | None:
        """ "…, adding that", "Reaffirming …, he said", "with both expressing …"."""
        draft.first = left.at
        own = self.subjects.before(left.at, sentence.first)
        if own and own[-1].kind in ("pronoun", "group", "name", "office"):
            starts = own[0].first
            opener = self.tokens.key[starts - 1] if starts > sentence.first else ""
            if opener in self.cues.ends:
                draft.subject, draft.first = own, starts - 1
                return draft
        if left.at == sentence.first:
            draft.inherits = True
            draft.rule = "fronted"
            return draft
        if before in self.cues.document and not drafts:
            subject = self.subjects.clause_subject(left.at, sentence.first)
            if subject and subject[0].kind != "outlet":
                draft.subject = subject
                return draft
        if before == "," or before in self.cues.ends or (before in self.cues.conjunction and drafts and drafts[-1].participle):
            if before in self.cues.preposition and before not in ("while", "as"):
                if before not in self.cues.ends or before in ("before", "after", "since", "with", "until"):
                    return None
            draft.inherits = True
            if not drafts:
                subject = self.subjects.clause_subject(left.at, sentence.first)
                if subject:
                    draft.subject, draft.inherits = subject, False
            return draft
        return None

    def _finite(
        self, draft: Draft, row: Verb, left: Left, before: str, sentence: Sentence, drafts: list[Draft]
    ) -> Draft | None:
        own = self.subjects.before(left.at, sentence.first)
        previous = drafts[-1] if drafts else None
        if own and own[-1].kind != "outlet":
            if own[-1].place:
                return None
            if previous is not None and not self._new_clause(own[0].first, previous, sentence):
                if not self._relayed(own, previous):
                    return None
                drafts.pop()
                previous = None
            elif previous is not None and own[-1].kind in ("institution", "state") and self._closing(draft, sentence):
                return None
            draft.subject, draft.first = own, own[0].first
            self._relative(draft, sentence)
            if not (self._object_of_preposition(own[0], sentence) and previous is None):
                return self._checked(draft, row, sentence)
            draft.subject = ()
        if own and own[-1].kind == "outlet":
            return None
        draft.first = left.at
        if before in self.cues.relative:
            mention = self.subjects.ending.get(left.at - 1) or (
                self.subjects.ending.get(left.at - 2) if self.tokens.key[left.at - 2] == "," else None
            )
            if mention is not None and not mention.place and (previous is None or mention.last < left.at - 1):
                draft.subject, draft.first = (mention,), left.at - 1
                return self._checked(draft, row, sentence)
            return None
        if before in self.cues.conjunction or before == ",":
            return self._coordinated(draft, row, left, before, sentence, previous)
        return self._distant(draft, row, left, sentence, previous)

    def _relayed(self, own: tuple[Mention, ...], previous: Draft) -> bool:
        """ "The ministry said that the minister conveyed …": the inner speaker counts, and "he said he reiterated"."""
        if not (isinstance(previous.row, Verb) and previous.row.neutral) or previous.postposed:
            return False
        if own[0].first - previous.start > 2 or own[-1].kind in ("state", "institution"):
            return False
        outer = previous.subject[-1].kind if previous.subject else ""
        return outer in ("institution", "state", "office") or own[-1].kind == "pronoun"

    def _closing(self, draft: Draft, sentence: Sentence) -> bool:
        """ "…, the ministry reported." at the end of a sentence that is somebody's statement already."""
        return draft.start >= sentence.last or not self.tokens.word[draft.start][0].isalnum()

    def _relative(self, draft: Draft, sentence: Sentence) -> None:
        """ "…, which he said took place …": the clause begins at the relative word."""
        k = draft.first
        if k - 1 > sentence.first and self.tokens.key[k - 1] in self.cues.relative:
            draft.first = k - 1

    def _object_of_preposition(self, mention: Mention, sentence: Sentence) -> bool:
        k = mention.first
        return k > sentence.first and self.tokens.key[k - 1] in self.cues.preposition - self.cues.ends

    def _new_clause(self, k: int, previous: Draft, sentence: Sentence) -> bool:
        """Whether a subject at token `k` begins a clause beside the one already reported, not inside it."""
        before = self.tokens.key[k - 1]
        assert previous.cue is not None
        if self._quote_ends(k) is not None:
            return True
        if before in self.cues.link or not any(w[0].isalnum() for w in self.tokens.word[previous.start : k]):
            return False
        phrase = self.subjects.verb_group(k, sentence.first)
        before = self.tokens.key[phrase.at - 1] if phrase.at > sentence.first else before
        state = self.who_begins(k) in ("state", "institution")
        if state and (before in self.cues.ends or self._that_clause(previous)):
            return False
        return before in (",", ";", "—", "–") or before in self.cues.ends or before in self.cues.conjunction or (
            before in self.cues.relative
        )

    def who_begins(self, k: int) -> str:
        """The kind of the mention that begins at token `k`, empty when none does."""
        mention = self.subjects.starting.get(k)
        return mention.kind if mention is not None else ""

    def _that_clause(self, draft: Draft) -> bool:
        """Whether a linking word opens what the cue reports."""
        return draft.start < len(self.tokens) and self.tokens.key[draft.start] in self.cues.link

    def _coordinated(
        self, draft: Draft, row: Verb, left: Left, before: str, sentence: Sentence, previous: Draft | None
    ) -> Draft | None:
        at = left.at - 1
        if before in self.cues.conjunction and at > sentence.first and self.tokens.key[at - 1] == ",":
            at -= 1
        draft.first = at
        draft.inherits = True
        if previous is None:
            subject = self.subjects.clause_subject(at, sentence.first)
            if not subject:
                return None
            draft.subject, draft.inherits = subject, False
            if row.act in ("agree", "state") and not row.neutral:
                return self._checked(draft, row, sentence)
        elif previous.participle and before in self.cues.conjunction and previous.rule != "fronted":
            return None
        return self._checked(draft, row, sentence)

    def _distant(
        self, draft: Draft, row: Verb, left: Left, sentence: Sentence, previous: Draft | None
    ) -> Draft | None:
        """A subject with something between it and the verb, or one that no mention covers."""
        floor = previous.start if previous is not None else sentence.first
        if previous is None:
            subject = self.subjects.clause_subject(left.at, sentence.first)
            if subject and self._plain_gap(subject[-1].last, left.at):
                draft.subject, draft.first = subject, subject[0].first
                return self._checked(draft, row, sentence)
        start = self._loose_left(left.at, floor)
        mention = self.subjects.starting.get(start)
        if mention is not None and mention.kind in ("name", "office", "pronoun", "institution") and mention.last < left.at and (
            (mention.kind == "institution" or self.tokens.key[mention.last] in self.cues.conjunction) and (previous is None or self._new_clause(start, previous, sentence))
        ):
            draft.subject, draft.first = (mention,), start
            return self._checked(draft, row, sentence)
        if start < left.at and (previous is None or self._new_clause(start, previous, sentence)):
            draft.loose, draft.first = (start, left.at), start
            return self._checked(draft, row, sentence) if "clause" in row.takes and row.neutral else None
        return None

    def _plain_gap(self, first: int, last: int) -> bool:
        """Between subject and verb stands an insertion between marks, or a short phrase of time or place."""
        word, before = self.tokens.key[first], self.tokens.word[last - 1]
        if word in (",", "("):
            return last - first <= 30 and before in (",", ")")
        if word not in self.cues.preposition or last - first > 10:
            return False
        if any(k in self.cues.auxiliary for k in self.tokens.key[first:last]):
            return False
        return before[0].isupper() or before[0].isdigit() or not before[0].isalnum() or last - first <= 4

    def _loose_left(self, at: int, floor: int) -> int:
        """Start of a plain noun phrase that ends at token `at`."""
        k = at
        while k > floor and at - k < _NP:
            word, key = self.tokens.word[k - 1], self.tokens.key[k - 1]
            if not (word[0].isalnum() or word in ("'s", "’s")) or key in self.cues.link or key in self.cues.ends:
                break
            if key in self.cues.auxiliary or key in self.cues.modal:
                return at
            k -= 1
        return k

    # ------------------------------------------------------------------------------------------ content

    def _content(self, draft: Draft, previous: Draft | None, following: Draft | None, sentence: Sentence) -> None:
        stop = self._stop(draft, following, sentence)
        begin = sentence.first
        if self._inserted(draft, sentence):
            return
        if previous is not None:
            begin = draft.first if previous.rule == "fronted" else previous.start
        if self._is_postposed(draft, begin, sentence):
            draft.postposed = True
            self._left_content(draft, begin, previous, sentence)
            if draft.content:
                self._resumed(draft, stop)
                return
        j = self.skip_to_content(draft, stop)
        if j >= stop:
            return
        quote = self._quote_from(j, stop)
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
        return stop

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
        if draft.participle or draft.inherits and draft.row is not None and not self._clitic(draft):
            return False
        first = draft.first
        if self._quote_from(draft.start, sentence.last) is not None and self._quote_ends(first) is None:
            return False
        if first - begin < 3:
            return False
        if self._quote_ends(first) is not None:
            return True
        if self._clitic(draft):
            return True
        if self.subjects.verb_group(first, begin).at <= begin:
            return False
        if self.tokens.key[first - 1] != "," or not (isinstance(draft.row, Verb) and "clause" in draft.row.takes):
            return False
        after = self.tokens.key[draft.start] if draft.start < sentence.last else "."
        if after in self.cues.links_of(draft.row):
            return False
        fronted = self.tokens.key[begin] in self.cues.preposition | self.cues.ends
        return not fronted and (not after[0].isalnum() or after in self.cues.preposition)

    def _clitic(self, draft: Draft) -> bool:
        return isinstance(draft.row, Verb) and draft.row.subject == "clitic" and draft.first > 0

    def _left_content(self, draft: Draft, begin: int, previous: Draft | None, sentence: Sentence) -> None:
        end = draft.first
        while end > begin and self.tokens.key[end - 1] in _SEPARATORS:
            end -= 1
        while begin < end and not self.tokens.word[begin][0].isalnum() and self.quote_at(self.tokens.start[begin]) is None:
            begin += 1
        quote = self._quote_ends(draft.first)
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
        return k == 0 or k <= begin or (self.tokens.key[k - 1] in (",", ":", ".") and not head.islower()) or (
            self.tokens.key[k - 1] in (".", "!", "?", "”")
        )

    def _resumed(self, draft: Draft, stop: int) -> None:
        """ "A," he said, "B": the second part of a quotation broken by its cue."""
        j = draft.start
        if draft.mode != "direct" or j >= stop:
            return
        mention = self.subjects.starting.get(j)
        if isinstance(draft.row, Verb) and "addressee" in draft.row.takes and mention is not None:
            draft.addressee = mention
            j = mention.last
        limit = min(stop, j + 12)
        while j < limit and self.tokens.key[j] not in _SEPARATORS:
            j += 1
        quote = self._quote_from(j, stop)
        if quote is not None:
            draft.content = [*draft.content, (quote.inner, quote.inner_end)]

    def skip_to_content(self, draft: Draft, stop: int) -> int:
        """The token at which the reported words begin: after the one told, a time or place, "that"."""
        j = draft.start
        row = draft.row
        key = self.tokens.key
        if isinstance(row, Sourced):
            return j + (j < stop and key[j] == ",")
        links = self.cues.links_of(draft.noun) if draft.noun is not None and draft.noun.part == "cue" and row and (
            draft.cue and draft.cue[1] > draft.cue[0] + 1
        ) else (self.cues.links_of(row) if row else self.cues.link)
        if row is not None and "addressee" in row.takes:
            told = self._over_addressee(draft, j, stop, links)
            j = told if any(w[0].isalnum() for w in self.tokens.word[told:stop]) else j
        if row is not None and "clause" in row.takes:
            j = self._over_phrase(j, stop)
        for _ in range(3):
            if j < stop and (key[j] in links or (key[j] in ",:" and self._quote_from(j, stop) is not None) or key[j] == ":"):
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
        mention = self.subjects.starting.get(j)
        if mention is not None and mention.kind != "pronoun":
            draft.addressee = mention
            j = mention.last
            return j
        for k in range(j, min(j + 6, stop)):
            if self.tokens.key[k] in links or self.tokens.key[k] in _SEPARATORS:
                return k
            if k > j and (k in self.subjects.starting or self.quote_at(self.tokens.start[k]) is not None):
                return k
            if k > j and self.tokens.key[k] in self.cues.preposition:
                return k
        return j

    def _over_phrase(self, j: int, stop: int) -> int:
        """Over "on Tuesday", "in a statement", ", in Tehran," when a linking word or a quotation comes after it."""
        if j >= stop or not (self.tokens.key[j] in self.cues.preposition or self.tokens.key[j] == ","):
            return j
        if self._quote_from(j, stop) is not None:
            return j
        for k in range(j, min(j + 14, stop)):
            if self.tokens.key[k] in self.cues.link:
                return k
            if k > j and self.tokens.key[k] == "," and k + 1 < stop and self.who_begins(k + 1) == "pronoun":
                return k + 1
            if k > j and self.tokens.key[k] in ",:" and self._quote_from(k, stop) is not None:
                return k
        return j

    def _quote_from(self, j: int, stop: int) -> Quote | None:
        """The quotation that opens at token `j` or right after a comma or colon there."""
        for k in (j, j + 1):
            if k >= stop:
                return None
            quote = self.quote_at(self.tokens.start[k])
            if quote is not None:
                return quote if quote.start >= self.tokens.start[j] else None
            if self.tokens.key[k] not in _SEPARATORS:
                return None
        return None

    def _only_quote(self, quote: Quote, stop: int) -> bool:
        """Nothing but the quotation stands there, or it is followed by a break."""
        k = bisect_left(self.tokens.start, quote.end)
        return k >= stop or not self.tokens.word[k][0].isalnum() or self.found.text[quote.inner : quote.inner + 1].isupper()

    def _quoted(self, draft: Draft, quote: Quote, stop: int) -> None:
        draft.content = [(quote.inner, quote.inner_end)]
        draft.mode, draft.rule = "direct", "quote.preposed"

    def _trimmed(self, j: int, stop: int) -> tuple[int, int]:
        """Without marks at either end and without a closing "…, the ministry reported"."""
        while stop > j and not self.tokens.word[stop - 1][0].isalnum() and self.tokens.key[stop - 1] not in (")", "%"):
            stop -= 1
        for k in range(stop - 1, max(j, stop - 12), -1):
            if self.tokens.key[k] == "," and (mention := self.subjects.starting.get(k + 1)) and mention.last + 1 >= stop:
                if mention.last < stop and mention.kind in ("institution", "state", "outlet"):
                    stop = k
                    break
        return j, stop

    def _mode(self, start: int, end: int) -> str:
        i = bisect_left(self.quote_starts, start - 1)
        for quote in self.found.quotes[i : i + 4]:
            if start - 1 <= quote.start < end:
                return "direct" if quote.start <= start and quote.end >= end else "mixed"
        return "indirect"
