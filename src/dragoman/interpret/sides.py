"""For which state an official, an institution or a phrase that nobody knows speaks, told by the words around it."""

from __future__ import annotations

from dragoman.find import Found
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify import Identified, Mention
from dragoman.interpret.cues import CueWords

_NEAR = 5  # tokens before an official in which his state may stand


class Sides:
    """Finds the state of speakers that no mention gives one."""

    def __init__(self, found: Found, who: Identified, cues: CueWords) -> None:
        self.tokens = found.tokens
        self.sentences = found.sentences
        self.who = who
        self.cues = cues
        words = cues.grammar.words
        self.public = {p.split()[-1] for p in (*words.institution, *words.official, *words.document, *words.public)}

    def around(self, mention: Mention) -> str | None:
        """The state of "[X]'s spokesman", "[Turkish] Finance Ministry officials", "officials in [Ankara]"."""
        told = self._owner(mention) or self._before(mention.first) or self._place(mention.last)
        return told or self._house(mention.last)

    def of_phrase(self, first: int, last: int) -> str | None:
        """The one state that a phrase such as "the head of the Turkish delegation" names, if it speaks of officials."""
        if self.public.isdisjoint(self.tokens.key[first:last]):
            return None
        named = {m.states for m in self.who.within(first, last) if m.states and not m.place and m.kind != "outlet"}
        codes = {code for states in named for code in states}
        return codes.pop() if len(codes) == 1 else None

    def told_of(self, at: int) -> str | None:
        """The state of which the page tells where only "the ministry" speaks: the last before token `at` in its
        sentence, else the only one of the first paragraphs."""
        sentence = next((s for s in self.sentences if s.first <= at < s.last), None)
        near = self._states(sentence.first, at) if sentence is not None else []
        lead = self._states(0, next((s.last for s in self.sentences if s.paragraph >= 1), 0))
        return near[-1] if near else lead[0] if len(set(lead)) == 1 else None

    def _states(self, first: int, last: int) -> list[str]:
        return [m.states[0] for m in self.who.within(first, last) if len(m.states) == 1 and m.kind != "outlet"]

    def issuer(self, first: int, last: int) -> Mention | None:
        """Who issued a text that is named at token `first`: "a statement by [the ministry] (said)"."""
        for mention in self.who.within(first, last):
            if mention.kind in ("institution", "office", "name") and (mention.states or mention.person is not None):
                return mention if mention.last <= last and not mention.place else None
        return None

    def _owner(self, mention: Mention) -> str | None:
        k = mention.first - 1
        if k < 1 or self.tokens.key[k] not in POSSESSIVE:
            return None
        owner = next((m for m in self.who.within(max(0, k - 12), k) if m.last == k), None)
        if owner is None:
            return None
        if owner.person is not None:
            return self.who.people[owner.person].state
        return owner.states[0] if len(owner.states) == 1 else None

    def _before(self, k: int) -> str | None:
        first = k
        while first > 0 and k - first < _NEAR and self.tokens.word[first - 1][0].isupper():
            first -= 1
        named = [m for m in self.who.within(first, k) if len(m.states) == 1]
        return named[-1].states[0] if named else None

    def _house(self, k: int) -> str | None:
        """The state of the house or person behind the preposition at `k`: "an official [at Qatar's ministry]"."""
        key = self.tokens.key
        if k + 1 >= len(key) or key[k] not in self.cues.house:
            return None
        j = k + 1 + (key[k + 1] in self.cues.determiner)
        house = next((m for m in self.who.within(k + 1, j + 1) if not m.adjective and m.kind != "outlet"), None)
        if house is None:
            return None
        if house.person is not None:
            return self.who.people[house.person].state
        inner = next(iter(self.who.within(house.last, house.last + 2)), None)
        owned = house.kind == "state" and inner is not None and inner.kind == "institution"
        states = house.states or (inner.states if owned and inner is not None else ())
        return states[0] if len(states) == 1 else None

    def _place(self, k: int) -> str | None:
        if k + 1 >= len(self.tokens) or self.tokens.key[k] not in self.cues.inside:
            return None
        place = next(iter(self.who.within(k + 1, k + 2)), None)
        return place.states[0] if place is not None and len(place.states) == 1 else None
