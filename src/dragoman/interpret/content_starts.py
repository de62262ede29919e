"""Where the reported words begin behind a cue: over the one told, a time or place, and "that"."""

from __future__ import annotations

from dragoman.interpret.draft import Draft
from dragoman.interpret.reading import Reading
from dragoman.world.pack.frames import Sourced, Verb

_PHRASE = 28  # tokens of times, places and occasions between a cue and "that"


class Starts:
    """Finds the first reported word behind a cue: "told X in Y on Monday that [the talks …]"."""

    def __init__(self, on: Reading) -> None:
        self.on = on
        self.tokens = on.tokens
        self.cues = on.cues
        self.subjects = on.subjects

    def of(self, draft: Draft, stop: int) -> int:
        """The token at which the reported words begin: after the one told, a time or place, "that"."""
        j = draft.start
        row = draft.row
        key = self.tokens.key
        if isinstance(row, Sourced):
            return j + (j < stop and key[j] == ",")
        links = self._links(draft, row)
        if row is not None and "addressee" in row.takes:
            told = self.over_addressee(draft, j, stop, links)
            j = told if any(w[0].isalnum() for w in self.tokens.word[told:stop]) else j
        if self.cues.verb_final:
            j = self.on.over_auxiliaries(j, stop)
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

    def _links(self, draft: Draft, row: Verb | None) -> frozenset[str]:
        """The words that may link the cue to what it reports: those of the noun it ends in ("expressed concern at"),
        else those of the verb."""
        if row is None:
            return self.cues.link
        noun = draft.noun
        within = noun is not None and noun.part == "cue" and draft.cue is not None and draft.cue[1] > draft.cue[0] + 1
        within = within or draft.rule == "impersonal"
        return self.cues.links_of(noun if noun is not None and within else row)

    def _skip_length(self, j: int, stop: int) -> int:
        """How many tokens of a set phrase stand at `j` before a linking word or preposition: "said [also] that"."""
        hit = self.cues.skips.at(self.tokens, j)
        if hit is None or hit.last >= stop:
            return 0
        follows = self.tokens.key[hit.last] in self.cues.link | self.cues.preposition
        return hit.last - j if follows or hit.last - j > 1 else 0

    def over_addressee(self, draft: Draft, j: int, stop: int, links: frozenset[str]) -> int:
        """The token behind the one who is told: "told [the emir] that …"; notes that one in the draft."""
        if self.cues.told:
            if j >= stop or self.tokens.key[j] not in self.cues.told:
                return j
            j += 1
        if j >= stop or self.tokens.key[j] in self.cues.modal | self.cues.preposition:
            return j
        k = j + (self.tokens.key[j] in self.cues.determiner)
        mention = self.subjects.starting.get(j) or self.subjects.starting.get(k)
        if mention is not None and mention.kind == "outlet" and self._part_of_noun(mention.last, stop, links):
            mention = None
        if mention is not None and mention.kind != "pronoun":
            draft.addressee = mention if mention.kind != "outlet" else None
            draft.elsewhere = mention.kind == "outlet"
            return mention.last
        for k in range(j, min(j + 6, stop)):
            draft.elsewhere = k > j
            if self.tokens.key[k] in links or not self.tokens.word[k][0].isalnum():
                return k
            if k > j and (self._somebody(k) or self.on.quote_at(self.tokens.start[k]) is not None):
                return k
            if k > j and self.tokens.key[k] in self.cues.preposition:
                taken = isinstance(draft.row, Verb) and "object" in draft.row.takes
                return j if taken else k  # "promised more aid to X": nobody is told
        return j

    def _somebody(self, k: int) -> bool:
        mention = self.subjects.starting.get(k)
        return mention is not None and mention.kind != "outlet"

    def _part_of_noun(self, k: int, stop: int, links: frozenset[str]) -> bool:
        """ "told a news conference": the word for an outlet goes on in another noun."""
        closed = links | self.cues.preposition | self.cues.modal | self.cues.conjunction
        if self.tokens.word[k - 1][0].isupper():
            return False  # "told TASS ships had sailed"
        return k < stop and self.tokens.word[k][0].islower() and self.tokens.key[k] not in closed

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
        for k in range(j, min(j + _PHRASE, stop)):
            if k >= j + 14 and self.tokens.key[k] in self.cues.auxiliary | self.cues.modal:
                return j
            if self.tokens.key[k] in self.cues.link or (to and j < k < j + 4 and self.tokens.key[k] in self.cues.modal):
                return k
            if k > j and self.tokens.key[k] == "," and k + 1 < stop and self.on.who_begins(k + 1) == "pronoun":
                return k + 1
            if k > j and self.tokens.key[k] in ",:" and self.on.quote_from(k, stop) is not None:
                return k
        return j

    def over_time(self, j: int, stop: int) -> int:
        """Over "here", "on Monday", "earlier" right behind a cue."""
        key, word = self.tokens.key, self.tokens.word
        while j < stop:
            hit = self.cues.skips.at(self.tokens, j)
            dated = key[j] in self.cues.not_name and (word[j][0].isupper() or key[j] == "here")
            if hit is None and not (dated and j not in self.subjects.starting):
                break
            j = hit.last if hit is not None else j + 1
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
