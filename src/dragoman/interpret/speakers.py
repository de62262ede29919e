"""Whose words they are: mentions -> actors, the state of the conversation running across clauses and paragraphs."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from dragoman.find import Found
from dragoman.identify import Identified, Mention
from dragoman.interpret.cues import CueWords
from dragoman.interpret.sides import Sides
from dragoman.world.given import given_names

RefKind: TypeAlias = Literal["person", "state", "office", "institution", "unknown"]


class Ref(msgspec.Struct, frozen=True):
    """Somebody who can act: a person by number, a state or body by code, an office or institution by its words."""

    kind: RefKind
    key: str
    code: str | None = None

    @property
    def person(self) -> int | None:
        """The number of the person in the register."""
        return int(self.key) if self.kind == "person" else None


class Contact(msgspec.Struct):
    """Who was in touch with whom, from a token on: what "the two ministers" and "both" mean afterwards."""

    at: int
    refs: tuple[Ref, ...]
    status: str = "held"
    main: bool = True


class Speakers:
    """Resolves the mentions of one page in reading order."""

    def __init__(
        self,
        found: Found,
        who: Identified,
        contacts: list[Contact],
        cues: CueWords,
    ) -> None:
        self.possessive = cues.possessive
        self.document = cues.document
        self.head_first = cues.grammar.order.state == "after"
        self.definite = cues.determiner - cues.indefinite
        self.some = cues.some
        self.states = Sides(found, who, cues)
        self.found = found
        self.who = who
        self.contacts = contacts
        self.last: tuple[Ref, ...] = ()
        self.last_single: Ref | None = None
        self.last_many: Ref | None = None  # officials, analysts: whom "they" means next
        self.named = {m.person for m in who.mentions if m.person is not None and m.kind == "name"}
        self.spots: list[tuple[Mention, tuple[Ref, ...]]] = []
        self.turns: set[int] = set()  # first tokens of the mentions that own the page's voices
        given = given_names()
        for person in who.people:
            if person.gender is None and len(person.words) > 1:
                person.gender = given.get(person.words[0])

    def of(self, mentions: tuple[Mention, ...], at: int) -> tuple[Ref, ...]:
        """The actors that the mentions of one subject mean at token `at`."""
        refs: list[Ref] = []
        for mention in mentions:
            meant = self.one(mention, at)
            self.spots.append((mention, meant))
            for ref in meant:
                if ref not in refs:
                    refs.append(ref)
        return tuple(refs)

    def one(self, mention: Mention, at: int) -> tuple[Ref, ...]:
        """The actors one mention means."""
        if mention.person is not None:
            return self._same_words(mention) or (self.person(self._office_holder(mention)),)
        if mention.kind == "pronoun":
            return self._pronoun(mention, at)
        if mention.kind == "group":
            return self._group(mention, at)
        text = self.found.text[slice(*self.found.chars(mention.first, mention.last))]
        code = mention.states[0] if mention.states else None
        if mention.kind == "office":
            code = code or self.states.around(mention)
            if not code and self.last_single is not None and self.last_single.kind == "office":
                return (self.last_single,)
            if not code and (known := self._known_institution(mention)) is not None:
                code = known.code
            return (Ref("office", text, code or (self._default(mention) if mention.role else None)),)
        if mention.kind == "institution":
            code = code or self.states.around(mention)
            if not code and self._its(mention):
                code = next((r.code for r in self.last if r.code), None) or self._latest_code(mention.first)
            if not code and self.last and self.found.tokens.key[mention.last - 1] in self.document:
                return self.last  # "The statement said": whoever issued it
            if not code and (known := self._known_institution(mention)) is not None:
                return (known,)
            return (Ref("institution", text, code or self._default(mention)),)
        if mention.kind == "state" and code:
            return (Ref("state", code, code),)
        return (Ref("unknown", text),)

    def _office_holder(self, mention: Mention) -> int:
        """Whom a bare "the President" means where several hold that office: the page's own."""
        assert mention.person is not None
        definite = self.found.tokens.key[mention.first] in self.definite
        if mention.kind != "office" or mention.name is not None or mention.states or not definite:
            return mention.person
        if mention.first in self.turns:
            return mention.person
        role = self.who.people[mention.person].role
        holders = [n for n, p in enumerate(self.who.people) if p.role == role and n in self.named]
        if len(holders) < 2:
            return mention.person
        own = [n for n in holders if self.who.home and self.who.people[n].state == self.who.home]
        return own[0] if len(own) == 1 else mention.person

    def _same_words(self, mention: Mention) -> tuple[Ref, ...]:
        """Whoever spoke last without a name, called so again: "the official said" after "a ministry official said"."""
        if mention.kind != "office" or len(self.last) != 1 or self.last[0].kind != "office":
            return ()
        same = self.last[0].key.rsplit(" ", 1)[-1] == self.found.tokens.word[mention.last - 1]
        return self.last if same and not mention.states else ()

    def _default(self, mention: Mention) -> str | None:
        """For whom officials act of whom nothing tells it: the page's own state, else that of whoever spoke last."""
        told = self.who.home or self.states.told_of(mention.first)
        return told or next((r.code for r in self.last if r.code), None) or self._latest_code(mention.first)

    def _known_institution(self, mention: Mention) -> Ref | None:
        """The one named before with the same head word: "The ministry" after "Kenya's foreign ministry", "One official"
        after "Treasury officials"."""
        return self.named_so(self._head(mention))

    def named_so(self, head: str) -> Ref | None:
        """The body or office named before with this head word ("one of the officials")."""
        for earlier, refs in reversed(self.spots):
            same = self._head(earlier) == head
            if same and earlier.kind in ("institution", "office") and refs and refs[0].code and refs[0].person is None:
                return refs[0]
        return None

    def _head(self, mention: Mention) -> str:
        """The head word of an institution's name, without the ending of the plural."""
        k = mention.first if self.head_first else mention.last - 1
        return self.found.tokens.key[k].rstrip("s")

    def _latest_code(self, at: int) -> str | None:
        """The state of the person last named before token `at`."""
        for mention in reversed(self.who.within(0, at)):
            if mention.person is not None and (state := self.who.people[mention.person].state):
                return state
        return None

    def _its(self, mention: Mention) -> bool:
        """Whether it is somebody's own ("its supreme court")."""
        return self.found.tokens.key[mention.first] in self.possessive

    def person(self, number: int) -> Ref:
        """The person with that number."""
        return Ref("person", str(number), self.who.people[number].state)

    def note(self, refs: tuple[Ref, ...]) -> None:
        """Remembers who spoke last."""
        if refs:
            plural = len(refs) == 1 and refs[0].kind in ("institution", "unknown")
            self.last_many = refs[0] if plural else None
        if refs and refs[0].kind != "unknown":
            self.last = refs
            if len(refs) == 1 and refs[0].kind in ("person", "office"):
                self.last_single = refs[0]

    def sides(self, at: int, count: int = 2) -> tuple[Ref, ...]:
        """The parties of the latest contact before token `at`, else the last people of different states."""
        before = [c for c in self.contacts if c.at <= at and len(c.refs) > 1]
        if before:
            return next((c for c in reversed(before) if c.main), before[-1]).refs
        seen: dict[str, Ref] = {}
        for mention in reversed(self.who.within(0, at)):
            if mention.person is not None and (state := self.who.people[mention.person].state):
                seen.setdefault(state, self.person(mention.person))
            if len(seen) == count:
                break
        if len(seen) < 2 and self.contacts and len(self.contacts[0].refs) > 1:
            return self.contacts[0].refs
        return tuple(reversed(seen.values())) if len(seen) > 1 else ()

    def _pronoun(self, mention: Mention, at: int) -> tuple[Ref, ...]:
        if mention.plural:
            if self.last_many is not None:
                return (self.last_many,)
            return self.last if len(self.last) > 1 else (self.sides(at) or self.last)
        if mention.gender == "n":
            thing = self.last[0] if self.last and self.last[0].kind in ("institution", "state", "office") else None
            return (
                (thing,)
                if thing
                else (Ref("unknown", self.found.text[slice(*self.found.chars(mention.first, mention.last))]),)
            )
        if self.last_single is not None and self._may_be(self.last_single, mention.gender):
            self._learn(self.last_single, mention.gender)
            return (self.last_single,)
        for earlier in reversed(self.who.within(0, mention.first)):
            if earlier.person is not None and earlier.kind in ("name", "office"):
                ref = self.person(earlier.person)
                if self._may_be(ref, mention.gender):
                    self._learn(ref, mention.gender)
                    return (ref,)
        return (self.last_single,) if self.last_single else ()

    def _may_be(self, ref: Ref, gender: str | None) -> bool:
        """Whether a pronoun of that gender can mean them, as far as the page has told."""
        known = self.who.people[ref.person].gender if ref.person is not None else None
        return gender is None or known is None or known == gender

    def _learn(self, ref: Ref, gender: str | None) -> None:
        if ref.person is not None and gender is not None:
            self.who.people[ref.person].gender = gender

    def _group(self, mention: Mention, at: int) -> tuple[Ref, ...]:
        tokens = self.found.tokens
        text = self.found.text[slice(*self.found.chars(mention.first, mention.last))]
        if len(mention.states) == 1:
            return (Ref("office", text, mention.states[0]),)  # "two Norwegian officials"
        counted = tokens.key[mention.first] in self.some and tokens.key[mention.first - 1] not in self.definite
        if counted and not mention.states:
            return (Ref("unknown", text),)  # "three diplomats"
        if len(mention.states) > 1:
            return tuple(self._of_state(code, at) for code in mention.states)
        return self.sides(at)

    def _of_state(self, code: str, at: int) -> Ref:
        """The person last named who acts for the state, else the state."""
        for mention in reversed(self.who.within(0, at)):
            if mention.person is not None and self.who.people[mention.person].state == code:
                return self.person(mention.person)
        ahead = [n for n, p in enumerate(self.who.people) if p.state == code]
        return self.person(ahead[0]) if len(ahead) == 1 else Ref("state", code, code)
