"""What stands around a contact's cue: its subject, its object, the other side after "with", possessors."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from dragoman.find import Found
from dragoman.find.sentences import Sentence
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify import Identified, Mention
from dragoman.interpret.encounter_words import EncounterWords, Phrases

_GAP = 24
_ADJECTIVES = 4
_LONG = 40
_FAR = 12


class Group(msgspec.Struct):
    """What stands before a verb. at: token where its group begins; the flags tell what was passed."""

    at: int
    modal: bool = False
    negated: bool = False


def pieces(found: Found) -> tuple[Sentence, ...]:
    """The sentences, those inside one quotation told apart."""
    out: list[Sentence] = []
    words = found.tokens.word
    for sentence in found.sentences:
        first = sentence.first
        if sentence.last - first > _LONG:
            for k in range(first + 3, sentence.last - 2):
                full = words[k - 1][-1:].islower() and len(words[k - 1]) > 2
                if full and words[k] in ".!?" and words[k + 1][0].isupper():
                    out.append(Sentence(first, k + 1, sentence.paragraph))
                    first = k + 1
        out.append(Sentence(first, sentence.last, sentence.paragraph))
    return tuple(out)


class Slots:
    """Finds mentions around cues in one page."""

    def __init__(self, found: Found, who: Identified, words: EncounterWords) -> None:
        self.found = found
        self.tokens = found.tokens
        self.keys = found.tokens.key
        self.who = who
        self.words = words
        actors = [m for m in who.mentions if m.kind != "outlet" and not m.adjective]
        self.sentences = pieces(found)
        self._firsts = [s.first for s in self.sentences]
        self.events: list[
            tuple[int, int]
        ] = []  # names of occasions in the sentence that is read: who is in them acts not
        self.starting = {m.first: m for m in actors}
        self.ending = {m.last: m for m in actors}
        self.named = frozenset(k for m in who.mentions if m.person is not None for k in range(m.first, m.last))

    def sentence_start(self, k: int) -> int:
        """The first token of the sentence in which token `k` stands."""
        at = bisect_right(self._firsts, k)
        return self._firsts[at - 1] if at else 0

    # ------------------------------------------------------------------------------------------ before

    def group(self, k: int, first: int) -> Group:
        """Walks left from token `k` over auxiliaries, modals, adverbs and set phrases."""
        group = Group(k)
        words = self.words
        while group.at > first:
            key = self.keys[group.at - 1]
            if key in words.negation:
                group.negated = True
            elif key in words.modal:
                group.modal = True
            elif key not in words.auxiliary and not self._adverb(group.at - 1):
                n = words.skip.ends(self.keys, group.at, first) or words.retinue.ends(self.keys, group.at, first)
                if not n or group.at in self.ending:
                    break
                group.at -= n
                continue
            group.at -= 1
        return group

    def _adverb(self, k: int) -> bool:
        key, ending = self.keys[k], self.words.adverb
        return bool(ending) and len(key) > 4 and key.endswith(ending) and k not in self.starting

    def subject(self, at: int, first: int) -> list[Mention]:
        """The subject of a verb whose group begins at token `at`."""
        chain = self._chain_to(at, first)
        if chain and self.words.invited.ends(self.keys, chain[0].first, first):
            return self.clause_subject(chain[0].first, first)
        if not chain and self._stranger(at - 1, first):
            return []
        if chain and (self.infinitive(chain[0], at, first) or self.words.led.ends(self.keys, chain[0].first, first)):
            return chain
        if chain and not (self.governed(chain[0], first) and self.clause_subject(chain[0].first, first)):
            return chain
        k = at - 1
        if k > first and self.keys[k] in self.words.relative:
            owner = self._antecedent(k)
            if owner is not None and owner.kind == "state":  # "X, who went to Iraq, where met with Y"
                earlier = (self._antecedent(j) for j in range(k - 1, first, -1))
                owner = next((o for o in earlier if o is not None and o.person is not None), owner)
            return [owner] if owner is not None and not owner.place else []
        return self.clause_subject(at, first)

    def _stranger(self, k: int, first: int) -> bool:
        """Whether a name of nobody known stands at token `k` behind a verb of saying ("X said [Smith] left")."""
        word, said = self.tokens.word[k] if k > first else "", self.words.reporting | self.words.complement
        return word[:1].isupper() and word[1:].islower() and k + 1 not in self.ending and self.keys[k - 1] in said

    def infinitive(self, mention: Mention, at: int, first: int) -> bool:
        """Whether the mention is the subject of an infinitive at `at` ("plans for [X] to visit")."""
        before = self.keys[mention.first - 1] if mention.first > first else ""
        return self.keys[at] in self.words.infinitive and before in self.words.concerning

    def _antecedent(self, k: int) -> Mention | None:
        """The mention that the relative word at token `k` takes up."""
        if self.keys[k] not in self.words.relative:
            return None
        return self.ending.get(k) or (self.ending.get(k - 1) if self.keys[k - 1] == "," else None)

    def governed(self, mention: Mention, first: int) -> bool:
        """Whether a preposition or a possessor stands before the mention."""
        k = mention.first
        before = self.keys[k - 1] if k > first else ""
        return (before in self.words.preposition and before not in self.words.clause) or before in POSSESSIVE

    def _chain_to(self, at: int, first: int) -> list[Mention]:
        mention = self.ending.get(at)
        if mention is None and at > first and self.keys[at - 1] == ",":
            mention = self.ending.get(at - 1) if self.keys[at - 1] == "," and self._inserted(at - 1) else None
        if mention is None or mention.first < first or mention.place:
            return []
        return self.chain_before(mention, first)

    def chain_before(self, mention: Mention, first: int) -> list[Mention]:
        """The mention and those joined to it on its left ("[A and B] in a meeting …")."""
        chain = [mention]
        while (k := chain[0].first) - 1 > first:
            if self.keys[k - 1] in self.words.conjunction:
                k -= 1
            elif not (self.keys[k - 1] == "," and len(chain) > 1):
                break
            k -= self.keys[k - 1] == ","
            joined = self.ending.get(k)
            if joined is None or joined.first < first or joined.kind == "pronoun" or joined.place:
                break
            chain.insert(0, joined)
        return chain

    def joined(self, mention: Mention, first: int) -> list[Mention]:
        """The mention with those that "and" joins to it before it."""
        return self._chain_to(mention.last, first)

    def _inserted(self, k: int) -> bool:
        """Whether the comma at `k` closes something set beside a mention ("X, the minister, met")."""
        mention = self.ending.get(k)
        return mention is not None and mention.first > 0 and self.keys[mention.first - 1] == ","

    def clause_subject(self, at: int, first: int) -> list[Mention]:
        """The first mentions of the sentence before `at` that no preposition governs, of the clause of `at` if it has
        any."""
        if self._stranger(at - 1, first):
            return []
        for k in range(at - 1, first, -1):
            if self.keys[k] in self.words.subordinate and (inner := self._clause_subject(at, k)):
                return inner
        return self._clause_subject(at, first)

    def _clause_subject(self, at: int, first: int) -> list[Mention]:
        companion: list[Mention] = []
        for mention in self.who.within(first, at):
            if self.starting.get(mention.first) is not mention or mention.place or mention.last > at:
                continue
            if any(a <= mention.first < b for a, b in self.events):
                continue
            if self.words.company.ends(self.keys, mention.first, first) and not companion:
                companion = [mention]
            if self.governed(mention, first) or self.keys[mention.last : mention.last + 1] in (["'s"], ["’s"]):
                continue
            return [m for m in self.chain_from(mention, at) if not m.place]
        return companion

    def possessor(self, k: int, first: int) -> tuple[list[Mention], int, str]:
        """What opens the noun phrase of the noun at `k`: its possessor's mentions, its start, its opening word."""
        words = self.words
        start = k
        while start > first and k - start < _ADJECTIVES + 2:
            key = self.keys[start - 1]
            if key in POSSESSIVE:
                owner = self.ending.get(start - 1)
                return ([owner] if owner else []), (owner.first if owner else start - 1), "'s"
            if key in words.determiner or key in words.possessive:
                return [], start - 1, key
            if not self._may_modify(start - 1):
                break
            start -= 1
        return [], start, ""

    def nominal(self, k: int, first: int) -> bool:
        """Whether the word at `k`, which may be a verb or a noun, stands where a noun does."""
        _, start, opener = self.possessor(k, first)
        return start < k or bool(opener) or bool(self.words.light.ends(self.keys, k, first))

    def _may_modify(self, k: int) -> bool:
        words, key = self.words, self.keys[k]
        closed = words.preposition | words.conjunction | words.auxiliary | words.modal | words.clause | words.relative
        if key in closed or not key[0].isalnum() or words.light.ends(self.keys, k + 1, max(k - 1, 0)):
            return False
        mention = self.ending.get(k + 1)
        return mention is None or mention.adjective or mention.kind == "state"

    # ------------------------------------------------------------------------------------------ after

    def following(self, k: int, last: int) -> Mention | None:
        """The next mention that nothing governs, over marks, times and titles, within the clause."""
        words = self.words
        j, stop = k, min(k + _FAR, last)
        while j < stop:
            key, mention = self.keys[j], self.starting.get(j)
            if mention is not None and not mention.place:
                return mention if mention.last <= last else None
            if key in words.relative or key in words.clause or key in ";:" or words.with_.starts(self.keys, j, last):
                return None
            if key in words.preposition:
                governed = self.starting.get(j + 1)
                j = governed.last if governed is not None else j + 2
            else:
                j += 1
        return None

    def closing_object(self, first: int, k: int) -> Mention | None:
        """The last mention between a subject and the verb at `k` that nothing governs, in a clause its verb closes."""
        within = [m for m in self.who.within(first, k) if self.starting.get(m.first) is m and not m.place]
        return next((m for m in reversed(within) if m.last <= k and not self.governed(m, first)), None)

    def mention_at(self, k: int, last: int, skip: int = _ADJECTIVES, *, plain: bool = False) -> Mention | None:
        """The mention that begins at `k`, small words and adjectives before it allowed; `plain`: also "envoys of X"."""
        words = self.words
        for j in range(k, min(k + skip + 1, last)):
            mention = self.starting.get(j)
            if mention is not None:
                return mention if mention.last <= last else None
            key = self.keys[j]
            if plain and j > k and key in words.of:
                return self._whose(k, j, last)
            if not key[0].isalnum() or key in words.preposition or key in words.conjunction or key in words.clause:
                return None
        return None

    def _whose(self, first: int, k: int, last: int) -> Mention | None:
        """Plain nouns with the state or body they act for: "foreign ministers from [ASEAN]"."""
        if any(m.adjective and m.states for m in self.who.within(first, k)):
            return None
        for j in range(k + 1, min(k + 3, last)):
            mention = self.starting.get(j)
            if mention is not None:
                known = mention.kind in ("state", "institution") and mention.states and not mention.place
                return Mention(first, mention.last, "group", states=mention.states) if known else None
            if self.keys[j] not in self.words.determiner:
                return None
        return None

    def named_among(self, k: int, last: int) -> Mention | None:
        """The first of those whom a clause names after "including"."""
        at = self.words.including.within(self.keys, k, min(k + _FAR, last))
        if at is None or any(m.person is not None for m in self.who.within(k, at)):
            return None
        return self.mention_at(at + self.words.including.starts(self.keys, at, last), last, 1)

    def of_many(self, k: int, first: int) -> bool:
        """Whether who begins at `k` is only one of those named before ("including [X]")."""
        return self.words.including.ends(self.keys, k, first) > 0

    def chain_from(self, mention: Mention, last: int) -> list[Mention]:
        """The mention and those joined to it by "and", after commas too when the list ends in "and"."""
        chain, sure = [mention], 1
        while (k := chain[-1].last) + 1 < last:
            k += self.keys[k] in POSSESSIVE and self.keys[k + 1] in self.words.conjunction
            comma = self.keys[k] == ","
            k += comma
            conjunction = k < last and self.keys[k] in self.words.conjunction
            k += conjunction
            if not (comma or conjunction):
                break
            joined = self.mention_at(k, last, 1)
            if joined is None or joined.kind in ("pronoun", "outlet") or joined.place:
                break
            chain.append(joined)
            if conjunction:
                sure = len(chain)
                if not comma and not (joined.last < last and self.keys[joined.last] in self.words.conjunction | {","}):
                    break
        return chain[:sure]

    def partner(self, k: int, last: int, links: Phrases) -> tuple[list[Mention], int]:
        """The other side after one of the words `links`, and the token of that word; -1 if there is none."""
        for j in range(k, min(k + _GAP, last)):
            key = self.keys[j]
            if key in ';:“”"' or key in self.words.relative:
                break
            n = links.starts(self.keys, j, last)
            if not n and key in self.words.clause & self.words.preposition and self.keys[j - 1] != ",":
                break
            if n:
                mention = self.mention_at(j + n, last, plain=True)
                if mention is not None and not mention.place:
                    return self.chain_from(mention, last), j
        return [], -1
