"""Languages whose verb opens the clause ("قال X إن …") or closes it ("X … گفت که …")."""

from __future__ import annotations

from dragoman.find.sentences import Sentence
from dragoman.identify import Mention
from dragoman.interpret.draft import Draft
from dragoman.interpret.forms import Forms
from dragoman.interpret.reading import PHRASE, Reading
from dragoman.world.pack.frames import Verb

_LED = 3  # tokens between a cue and the subject of a clause that the cue only passes on


class Orders:
    """Completes the draft of a verb that stands before its subject or behind its object."""

    def __init__(self, on: Reading, forms: Forms) -> None:
        self.on = on
        self.tokens = on.tokens
        self.cues = on.cues
        self.subjects = on.subjects
        self.forms = forms

    def verb_first(self, draft: Draft, row: Verb, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        """The subject right behind the verb; else the one before it, or whoever spoke last."""
        assert draft.cue is not None
        k = draft.cue[1]
        left = self.subjects.verb_group(draft.cue[0], sentence.first)
        if left.negated or (left.modal and row.act != "commit"):
            return None
        links = self.cues.links_of(row)
        quote = self.on.quote_ends(draft.cue[0])
        mention = self._behind(k, sentence.last)
        own = self.subjects.before(left.at, sentence.first)
        if mention is not None and mention.kind == "outlet":
            return None
        led = bool(own) and own[0].first > sentence.first and self.tokens.key[own[0].first - 1] in self.cues.link
        if led:  # "that X said": a linking word puts the subject first
            draft.subject, draft.first = own, own[0].first
            previous = drafts[-1] if drafts else None
            if previous is not None and isinstance(previous.row, Verb) and previous.row.neutral:
                if own[0].first - previous.start <= _LED:
                    drafts.pop()
            if mention is not None and "addressee" in row.takes:
                draft.start = mention.last
        elif mention is not None:
            draft.subject, draft.start = (mention,), mention.last
        elif own and own[-1].kind != "outlet" and not self.subjects.governed(own[0].first, sentence.first):
            draft.subject, draft.first = own, own[0].first
        elif k < sentence.last and (self.tokens.key[k] in links or self.on.quote_from(k, sentence.last) is not None):
            draft.inherits = True
        elif (end := self._loose_to(k, sentence, links)) > k:
            draft.loose, draft.start = (k, end), end
        elif row.neutral or not self._carries_on(draft.cue[0], sentence):
            return None
        else:
            draft.inherits = True
        draft.postposed = quote is not None and self.on.quote_from(draft.start, sentence.last) is None
        return self.forms.checked(draft, row, sentence)

    def _carries_on(self, k: int, sentence: Sentence) -> bool:
        """Whether the verb at `k` opens the sentence or is joined to what stands before."""
        return k == sentence.first or self.tokens.key[k - 1] in self.cues.conjunction

    def _behind(self, k: int, last: int) -> Mention | None:
        """The mention at token `k`, set phrases before it allowed."""
        for _ in range(3):
            if k >= last or (mention := self.subjects.starting.get(k)) is not None:
                return mention if k < last else None
            hit = self.cues.skips.at(self.tokens, k)
            if hit is None:
                return None
            k = hit.last
        return None

    def _loose_to(self, k: int, sentence: Sentence, links: frozenset[str]) -> int:
        """The end of a plain noun phrase between the verb and its linking word; `k` when there is none."""
        for j in range(k, min(k + PHRASE, sentence.last)):
            key = self.tokens.key[j]
            if key in links and key not in self.cues.preposition:
                return j
            if not key[0].isalnum() or key in self.cues.preposition:
                return k
        return k

    def verb_final(self, draft: Draft, row: Verb, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        """The subject at the start of the clause that the verb closes; the one told and the object stand between."""
        assert draft.cue is not None
        previous = drafts[-1] if drafts else None
        left = self.subjects.verb_group(draft.cue[0], sentence.first)
        if left.negated or left.modal:
            return None
        floor = sentence.first if previous is None else self.on.over_auxiliaries(previous.start, left.at)
        inner = floor + (previous is not None and floor < left.at and self.tokens.key[floor] in self.cues.link)
        own = self.subjects.before(left.at, floor)
        if not own or (self.subjects.governed(own[0].first, sentence.first) and not row.passive):
            own = self.subjects.clause_subject(left.at, inner)
        elif "object" in row.takes and not self._linked(draft, sentence):
            own = self.subjects.clause_subject(left.at, inner) or own  # what stands beside the verb is its object
        if own and own[-1].kind == "outlet":
            return None
        draft.addressee = self._told_before(row, inner, left.at)
        if previous is not None and inner > floor and isinstance(previous.row, Verb) and previous.row.neutral:
            inside = own
            if not own or own[-1].kind in ("pronoun", "group"):
                own, draft.inherits = previous.subject, not previous.subject
            elif own[-1].kind in ("state", "institution") and own[-1].states != previous.subject[-1:][0].states:
                return None
            drafts.pop()
            draft.first = inner if not inside else inside[-1].last
        elif own:
            draft.first = own[0].first
        elif previous is not None or (row.neutral and (self._linked(draft, sentence) or self._quoted(draft))):
            draft.inherits = True
            draft.first = left.at
        if own:
            draft.subject = own
        elif not draft.inherits:
            return None
        return self.forms.checked(draft, row, sentence)

    def _quoted(self, draft: Draft) -> bool:
        return draft.cue is not None and self.on.quote_ends(draft.cue[0]) is not None

    def _linked(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether a linking word follows the verb and its auxiliaries."""
        k = self.on.over_auxiliaries(draft.start, sentence.last)
        return k < sentence.last and (self.tokens.key[k] in self.cues.link or self.tokens.key[k] in ':«“"')

    def _told_before(self, row: Verb, first: int, last: int) -> Mention | None:
        for k in range(last - 1, first, -1):
            if self.tokens.key[k - 1] in row.told and (mention := self.subjects.starting.get(k)) is not None:
                return mention
        return None
