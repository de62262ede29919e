"""Who stands as subject of a reporting verb: the mention before it, a chain of mentions, or the one before."""

from __future__ import annotations

import msgspec

from dragoman.find import Found
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify import Identified, Mention
from dragoman.interpret.cues import CueWords

_CHAIN = 6


class Left(msgspec.Struct):
    """What stands before a verb: `at`: token where its group begins; the flags say what was passed on the way.
    passive: the auxiliary right before the verb makes it one."""

    at: int
    passive: bool = False
    modal: bool = False
    negated: bool = False


class Subjects:
    """Finds subjects in one page."""

    def __init__(self, found: Found, who: Identified, cues: CueWords) -> None:
        self.found = found
        self.tokens = found.tokens
        self.cues = cues
        self.ending = {m.last: m for m in who.mentions if not m.adjective}
        self.starting = {m.first: m for m in who.mentions if not m.adjective}
        self.who = who
        self.speaking: set[int] = set()  # tokens of "I" and "we" where somebody's voice speaks

    def verb_group(self, k: int, first: int) -> Left:
        """Walks left from token `k` over auxiliaries, adverbs and set phrases."""
        left = Left(k)
        aided = False
        key = self.tokens.key
        while left.at > first:
            word = key[left.at - 1]
            if word in self.cues.negation:
                left.negated = True
            elif word in self.cues.modal:
                left.modal = True
            elif word in self.cues.passive and not left.modal:
                left.passive = left.passive or not aided
                aided = True
            elif word in self.cues.auxiliary:
                aided = True
            elif not self._adverb(left.at - 1):
                phrase = self._phrase(left.at, first)
                if not phrase and word == "," and (phrase := self._phrase(left.at - 1, first)):
                    left.at -= 1
                if not phrase:
                    break
                left.at -= phrase
                if left.at > first and key[left.at - 1] == "," and self.ending.get(left.at - 1):
                    left.at -= 1
                continue
            left.at -= 1
        return left

    def _adverb(self, k: int) -> bool:
        key = self.tokens.key[k]
        ending = self.cues.adverb
        return bool(ending) and len(key) > 4 and key.endswith(ending) and self.tokens.word[k][0].islower()

    def _phrase(self, k: int, first: int) -> int:
        """Length of the set phrase ("for his part") that ends before token `k`."""
        if k <= first:
            return 0
        for words in self.cues.skip_ends.get(self.tokens.key[k - 1], ()):
            n = len(words)
            if k - n >= first and tuple(self.tokens.key[k - n : k]) == words and (k not in self.ending or n > 1):
                return n
        return 0

    def head(self, k: int, first: int) -> int:
        """Token `k`, or the article before it."""
        before = self.cues.determiner | self.cues.two | self.cues.indefinite
        while k > first and self.tokens.key[k - 1] in before:
            k -= 1
        return k

    def governed(self, k: int, first: int) -> bool:
        """Whether a preposition stands right before the noun phrase at token `k`: "with [his counterpart]"."""
        return k > first and self.tokens.key[k - 1] in self.cues.preposition - self.cues.ends

    def before(self, at: int, first: int) -> tuple[Mention, ...]:
        """The mentions joined by commas and "and" that end at token `at`, in reading order."""
        mention = self.ending.get(at)
        if mention is None or mention.first < first:
            return ()
        if mention.kind == "pronoun" and mention.plural and (named := self.ending.get(mention.first)) is not None:
            mention = named  # "X and Y both condemned …"
        chain = [mention]
        for _ in range(_CHAIN):
            k = self.head(chain[0].first, first)
            if k - 1 <= first or self.tokens.key[k - 1] not in self.cues.conjunction | {","}:
                break
            k -= 1
            if self.tokens.key[k] == "," and not (len(chain) > 1 and self._listed(chain)):
                break
            if self.tokens.key[k - 1] == ",":
                k -= 1
            joined = self.ending.get(k)
            if joined is None or joined.kind in ("pronoun", "outlet") or joined.first < first:
                break
            if not self._one_kind([joined, *chain]) and not self._both(joined, chain, first):
                break
            chain.insert(0, joined)
        return tuple(chain)

    def _both(self, joined: Mention, chain: list[Mention], first: int) -> bool:
        """Whether a person and a body, joined by "and", begin the clause ("Prime Minister X and the EU agreed")."""
        person = joined.kind in ("name", "office") and chain[0].kind == "institution" and len(chain) == 1
        head = self.head(joined.first, first)
        return person and not chain[0].place and (head == first or self._opens(head, first))

    def _listed(self, chain: list[Mention]) -> bool:
        return all(m.kind in ("name", "office", "state") for m in chain)

    def _one_kind(self, chain: list[Mention]) -> bool:
        kinds = {"state" if m.kind in ("state", "institution") else "person" for m in chain}
        return len(kinds) == 1

    def clause_subject(self, at: int, first: int) -> tuple[Mention, ...]:
        """The subject that a clause began with when something stands between it and the verb at `at`."""
        for mention in self.who.within(first, at):
            if mention.adjective or mention.kind == "outlet" or mention.place or mention.last > at:
                continue
            begin = self.head(mention.first, first)
            before = self.tokens.key[begin - 1] if begin > first else ""
            if before in self.cues.preposition or before in POSSESSIVE:
                continue
            if begin > first and not self._opens(begin, first):
                continue
            last = mention.last
            joined: list[Mention] = [mention]
            listed: list[Mention] = []
            while last + 1 < at and last + 1 in self.starting:
                if self.tokens.key[last] in self.cues.conjunction:
                    joined += [*listed, self.starting[last + 1]]
                    listed = []
                elif self.tokens.key[last] == ",":
                    listed.append(self.starting[last + 1])
                else:
                    break
                last = self.starting[last + 1].last
            return tuple(joined) if self._one_kind(joined) else (mention,)
        return ()

    def _opens(self, k: int, first: int) -> bool:
        """Whether a clause can begin at token `k`."""
        before = self.tokens.key[k - 1]
        return (
            not before[0].isalnum()
            or before in self.cues.ends
            or bool(self._phrase(k, first))
            or (before in self.cues.conjunction)
        )
