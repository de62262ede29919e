"""Whose deed a verb in the reported words is, and whether its clause is the point of them."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from dragoman.find import Found
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify import Identified, Mention
from dragoman.interpret.cues import CueWords
from dragoman.interpret.speakers import Ref

Whose: TypeAlias = Literal["own", "other", "unknown"]
_STOPS = frozenset('.;:!?“”"')
# How far a subject reaches before its verb; how far a clause before the word that turns the act.
_SUBJECT, _CLAUSE = 9, 16
# How far a predicate may stand from its "is".
_PREDICATE = 6


class Speaker(NamedTuple):
    """Who speaks: codes spoken for; whether one person does, for whom "he" may stand."""

    codes: frozenset[str]
    person: bool
    several: bool

    @classmethod
    def of(cls, refs: tuple[Ref, ...]) -> Speaker:
        """The speaker that some actors are together."""
        codes = frozenset(r.code for r in refs if r.code)
        return cls(codes, any(r.kind in ("person", "office") for r in refs), len(refs) > 1)


class Doer(NamedTuple):
    """Whose deed: `codes` of another one; `head`: he himself is the subject, not something of his."""

    whose: Whose
    codes: tuple[str, ...] = ()
    head: bool = True


_NOBODY = Doer("unknown")


class Deeds:
    """Finds the subjects of verbs in the contents of one page."""

    def __init__(self, found: Found, who: Identified, cues: CueWords) -> None:
        self.keys = found.tokens.key
        self.who = who
        self.cues = cues
        self._verbal = cues.auxiliary | cues.modal | cues.negation

    def doer(self, k: int, first: int, speaker: Speaker) -> Doer:
        """Who does what the verb at token `k` says, in a content that begins at token `first`."""
        end = self._over_verb(k, first)
        begin = self._begin(end, first)
        if end <= begin:
            return self._carried(end, first, speaker) if k > first else _NOBODY  # "support from the villages"
        near = self.who.within(begin, end)
        ending = next((m for m in near if m.last == end), None)
        if ending is not None and (ending.kind != "institution" or ending.states):
            return self._mention(ending, first, speaker)
        head = self.keys[end - 1]
        if head in self.cues.first_person:
            return Doer("own")
        if head in self.cues.second_person:
            return Doer("other")
        if head in self.cues.own or ending is not None:
            return self._own_side(begin, end, near, speaker)
        return self._possessed(begin, end, near, speaker)

    def aside(self, k: int, first: int) -> bool:
        """Whether token `k` stands in a relative clause, a condition or an indirect question."""
        comma = False
        for j in range(k - 1, max(first, k - _CLAUSE) - 1, -1):
            key = self.keys[j]
            if key in _STOPS or key in self.cues.link:
                return False
            comma = comma or key == ","
            if key in self.cues.aside and not (comma and j <= first + 1):
                return not comma
        return False

    def negated(self, k: int, first: int) -> bool:
        """Whether the verb at token `k` is denied."""
        return not self.cues.negation.isdisjoint(self.keys[self._over_verb(k, first) : k])

    def passive(self, k: int, first: int) -> bool:
        """Whether the verb at token `k` stands behind a form of "to be": what is done to its subject."""
        before = [key for key in self.keys[self._over_verb(k, first) : k] if key in self._verbal]
        return (
            bool(before) and before[-1] in self.cues.passive and not self.keys[k].endswith(self.cues.participle or " ")
        )

    def copula(self, k: int, first: int) -> int | None:
        """The form of "to be" that says the word at token `k` of its subject ("is [a very good] friend")."""
        for j in range(k - 1, max(first, k - _PREDICATE) - 1, -1):
            key = self.keys[j]
            if key in self.cues.passive:
                return j
            if not key[0].isalpha() or key in self.cues.preposition or key in self.cues.conjunction:
                return None
        return None

    def _over_verb(self, k: int, first: int) -> int:
        """Over auxiliaries and adverbs before the verb at `k`: where its subject ends."""
        adverb = self.cues.adverb
        while k > first:
            key = self.keys[k - 1]
            loose = key in self._verbal or key in self.cues.adverbs
            if not loose and not (adverb and len(key) > 4 and key.endswith(adverb)):
                break
            k -= 1
        return k

    def _begin(self, end: int, first: int) -> int:
        """Where the subject that ends before token `end` can begin at the earliest."""
        for j in range(end - 1, max(first, end - _SUBJECT) - 1, -1):
            key = self.keys[j]
            if key in _STOPS or key == "," or key in self.cues.link or key in self._verbal or key in self.cues.aside:
                return j + 1
        return max(first, end - _SUBJECT)

    def _carried(self, end: int, first: int, speaker: Speaker) -> Doer:
        """A verb without a subject of its own goes on from the one that opens the content."""
        if end <= first:
            return Doer("own")
        opening = next((m for m in self.who.within(first, first + 5) if m.first <= first + 1), None)
        if self.keys[first] in self.cues.first_person:
            return Doer("own")
        return self._mention(opening, first, speaker) if opening is not None else _NOBODY

    def _mention(self, mention: Mention, first: int, speaker: Speaker) -> Doer:
        if mention.kind == "pronoun":
            return self._pronoun(mention, first, speaker)
        codes = self.codes(mention)
        if not codes:
            return _NOBODY
        return Doer("own", codes) if set(codes) & speaker.codes else Doer("other", codes)

    def _pronoun(self, mention: Mention, first: int, speaker: Speaker) -> Doer:
        """The speaker, unless somebody else of the kind is named before it in the reported words."""
        before = [m for m in self.who.within(first, mention.first) if m.kind != "pronoun"]
        if mention.plural:
            fits = speaker.several or not speaker.person or mention.first <= first + 1
            return Doer("own") if fits and not before else _NOBODY
        if mention.gender == "n":
            return Doer("own") if not speaker.person and not before else _NOBODY
        others = [m for m in before if m.person is not None]
        return Doer("own") if speaker.person and not others else _NOBODY

    def _own_side(self, begin: int, end: int, near: tuple[Mention, ...], speaker: Speaker) -> Doer:
        """ "his country", "our government", "the administration", "the Kenyan navy"."""
        for mention in reversed(near):
            if mention.kind != "pronoun" and (codes := self.codes(mention)):
                return Doer("own", codes) if set(codes) & speaker.codes else Doer("other", codes)
        if not self.cues.possessive:
            return Doer("own")  # the owner is written onto the noun ("negaranya")
        before = self.keys[max(begin, end - 4) : end - 1]
        if any(k in self.cues.possessive for k in before) or (before and before[-1] in self.cues.determiner):
            return Doer("own")
        return _NOBODY

    def _possessed(self, begin: int, end: int, near: tuple[Mention, ...], speaker: Speaker) -> Doer:
        """Something that somebody has or does is the subject: "China's subsidies", "the policy of Hungary"."""
        if any(k in self.cues.first_person for k in self.keys[begin:end]):
            return Doer("own", head=False)
        for mention in near:
            codes = self.codes(mention)
            after = self.keys[mention.last] if mention.last < end else ""
            before = self.keys[mention.first - 1] if mention.first > begin else ""
            owns = (
                mention.adjective
                or after in POSSESSIVE
                or before in self.cues.grammar.words.of[:1]
                or before in self.cues.agent
            )
            if codes and (owns or mention.first <= begin + 1) and not mention.place:
                whose: Whose = "own" if set(codes) & speaker.codes else "other"
                return Doer(whose, codes, head=False)
        return _NOBODY

    def codes(self, mention: Mention) -> tuple[str, ...]:
        """The codes of the state or body that somebody named acts for."""
        if mention.person is not None:
            state = self.who.people[mention.person].state
            return (state,) if state else ()
        return mention.states
