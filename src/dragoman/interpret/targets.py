"""Whom an act is aimed at: those named in the words reported, those told, the other side of the contact."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from dragoman.find import Found
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify import Identified, Mention
from dragoman.interpret.cues import CueWords
from dragoman.interpret.deeds import Deeds
from dragoman.interpret.draft import Draft
from dragoman.model import Act
from dragoman.world.bodies import is_party
from dragoman.world.pack.frames import Aim, Verb

_AIMED = frozenset(
    {"criticize", "praise", "thank", "congratulate", "condole", "request", "commit", "support", "warn", "reject"}
)
TO_SOMEBODY = frozenset({"thank", "congratulate", "condole"})
# What is done to the other side of the talks where nobody is named.
_TO_OTHER = TO_SOMEBODY | {"praise", "warn", "addressee"}
# What is aimed at the one party spoken of before, where there is but one.
_TO_LAST = frozenset({"criticize", "condole"})
_CONDUCT = frozenset({"hope", "welcome", "concern"})
# How many tokens back a party counts as spoken of.
_BEFORE = 150


class Sides(NamedTuple):
    """Who stands around a statement: codes of the speakers, of the other side of the contact, of those told."""

    own: frozenset[str]
    other: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


class Targets:
    """Finds the targets of the statements of one page."""

    def __init__(self, found: Found, who: Identified, cues: CueWords, deeds: Deeds) -> None:
        self.tokens = found.tokens
        self.keys = found.tokens.key
        self.who = who
        self.cues = cues
        self.codes = deeds.codes

    def of(self, draft: Draft, act: Act, aim: Aim, sides: Sides) -> list[str]:
        """Codes of those the act is aimed at."""
        if aim == "none" and act in _AIMED:
            aim = "content" if act == "criticize" and self._neutral(draft) else "first"
        if aim == "none" and act not in _CONDUCT:
            return []
        if draft.doers:
            return list(draft.doers)
        first, last = self._span(draft)
        named = self._named(draft, act, first, last, sides.own)
        if act in _CONDUCT:
            return self._about_conduct(act, aim, (first, last), sides, named)
        told = [c for c in sides.told if c not in sides.own][:1]
        if told and (act in TO_SOMEBODY or aim == "addressee" or not named):
            return told
        if not named and aim == "content" and act != "criticize":
            return []
        if not named:
            return self._unnamed(draft, "addressee" if aim == "addressee" else act, (first, last), sides)
        if act == "criticize" and (blamed := self._blamed(draft, first, sides.own)):
            return blamed if aim == "first" else list(dict.fromkeys([*blamed, *named]))
        if aim == "content" and act == "criticize":
            return named
        return named[:1] if aim == "addressee" else self._joined(first, last, named)

    # ------------------------------------------------------------------------------------------ nobody named

    def _unnamed(self, draft: Draft, act: Act | Aim, span: tuple[int, int], sides: Sides) -> list[str]:
        """act: what is done, or that it is done to the addressee whatever it is."""
        first, last = span
        if grouped := self._both(draft, first, sides):
            return grouped
        elsewhere = act == "praise" and any(set(self.codes(m)) - sides.own for m in self.who.within(first, last))
        if len(sides.other) == 1 and not elsewhere:
            if act in _TO_OTHER or self._includes_other(act, first, last):
                return list(sides.other)
        you = not self.cues.second_person.isdisjoint(self.keys[first:last])
        if (
            act in _TO_LAST
            and not sides.other
            and len(sides.own) == 1
            and not you
            and len(before := self._before(draft, sides.own)) == 1
        ):
            return before
        return []

    def _includes_other(self, act: Act | Aim, first: int, last: int) -> bool:
        """Whether "you", in a promise "joint" and "ties", in a request "we" and "the two", mean the other side."""
        keys = self.keys[first:last]
        if not self.cues.second_person.isdisjoint(keys):
            return True
        if act == "commit":
            return not self.cues.mutual.isdisjoint(keys)
        if act != "request":
            return False
        return not self.cues.first_person.isdisjoint(keys) or any(map(self._both_sides, self.who.within(first, last)))

    def _both(self, draft: Draft, first: int, sides: Sides) -> list[str]:
        """ "both governments", "the two leaders" where the content begins: the two others last spoken of."""
        for mention in self.who.within(first, first + 2):
            plural = mention.kind == "group" or (mention.kind == "pronoun" and mention.plural)
            words = self.keys[mention.first : mention.last]
            if plural and not self.cues.two.isdisjoint([*words, " ".join(words)]):
                before = self._before(draft, sides.own)
                return before[:2] if len(before) > 1 else list(sides.other[:1])
        return []

    def _before(self, draft: Draft, own: frozenset[str]) -> list[str]:
        """Others spoken of shortly before, the latest first."""
        codes: dict[str, None] = {}
        for mention in reversed(self.who.within(max(0, draft.first - _BEFORE), draft.first)):
            for code in self.codes(mention):
                if not mention.place and code not in own and is_party(code):
                    codes.setdefault(code)
        return list(codes)

    def _both_sides(self, mention: Mention) -> bool:
        """Whether "the two countries" of the contact are meant, not "all parties" nor "both sides in Sudan"."""
        if mention.kind != "group" or self.cues.two.isdisjoint(self.keys[mention.first : mention.last]):
            return False
        return mention.last >= len(self.tokens) or self.keys[mention.last] not in self.cues.inside

    # ------------------------------------------------------------------------------------------ somebody named

    def _about_conduct(self, act: Act, aim: Aim, span: tuple[int, int], sides: Sides, named: list[str]) -> list[str]:
        """hope, welcome, concern are aimed at the side whose conduct they are about, not at common ties."""
        first, last = span
        opening = [m for m in self.who.within(first, first + 3) if not (m.place and m.first > first)]
        opens = [c for m in opening for c in self.codes(m) if c not in sides.own][:1]
        if act == "concern":
            return [c for m in self.who.within(first, last) if self._owns(m) for c in self.codes(m) if c in named][:1]
        within = self.who.within(first, last)
        common = any(m.kind == "group" or set(self.codes(m)) & sides.own for m in within if not m.place)
        if opens and not (common and act == "hope"):
            return opens
        if not named and len(sides.other) == 1 and not self.cues.second_person.isdisjoint(self.keys[first : first + 5]):
            return list(sides.other)
        return [] if common or aim == "none" else named[:1]

    def _owns(self, mention: Mention) -> bool:
        """Whether what follows is theirs: "China's vessels", "Chinese vessels"."""
        after = self.keys[mention.last] if mention.last < len(self.keys) else ""
        return after in POSSESSIVE or (mention.adjective and after[:1].isalpha())

    def _blamed(self, draft: Draft, first: int, own: frozenset[str]) -> list[str]:
        """Whose deed the word of blame is: the party named right before it ("Russia's brutal war")."""
        if draft.turned < 0:
            return []
        for mention in reversed(self.who.within(max(first, draft.turned - 6), draft.turned + 1)):
            codes = [c for c in self.codes(mention) if c not in own and is_party(c)]
            if codes and not mention.place:
                return codes[:1]
        return []

    def _joined(self, first: int, last: int, named: list[str]) -> list[str]:
        """The first party named with those joined to it: "from Japan, China and the G7"."""
        out = named[:1]
        end = 0
        for mention in self.who.within(first, last):
            fresh = [c for c in self.codes(mention) if c in named]
            between = self.keys[end : mention.first]
            if end and not all(k == "," or k in self.cues.conjunction or k in self.cues.determiner for k in between):
                break
            if end or (fresh and fresh[0] == out[0]):
                out += [c for c in fresh if c not in out]
                end = mention.last
        return out

    def _named(self, draft: Draft, act: Act, first: int, last: int, own: frozenset[str]) -> list[str]:
        """Codes of those named in the reported words, in order; not where something happens, no vague groups.

        A request is aimed at who is to act: somebody named before the first infinitive of the content, in the clause
        whose word turned the act. What is rejected is aimed at somebody named before the first clause in it.
        """
        codes: dict[str, None] = {}
        limit = last
        if act == "request":
            first = self._clause(draft, first)
            limit = next((k for k in range(first + 1, last) if self.keys[k] in self.cues.modal), last)
            limit = max(limit, first + 4)
        elif act in ("reject", "deny"):
            limit = next((k for k in range(first + 1, last) if self.keys[k] in self.cues.link), last)
        taken = False
        for mention in self.who.within(first, limit):
            taken = not self._aside(mention, first, act, joined=taken)
            for code in self.codes(mention) if taken else ():
                if code not in own and is_party(code):
                    codes.setdefault(code)
        return list(codes)

    def _aside(self, mention: Mention, first: int, act: Act, *, joined: bool) -> bool:
        """Whether it only tells where something happens. joined: the party before it does not."""
        if mention.text == "place":
            return True
        k = mention.first
        while k > first and self.keys[k - 1] in self.cues.determiner:
            k -= 1
        before = self.keys[k - 1] if k > first else ""
        if mention.place:
            after = self.keys[mention.last] if mention.last < len(self.keys) else ""
            acts = after in POSSESSIVE or (after in self.cues.purpose and mention.first == first)
            return not acts and not (joined and before in self.cues.conjunction)
        if act in ("warn", "concern") or mention.person is not None:
            return False
        return before in self.cues.inside

    def _clause(self, draft: Draft, first: int) -> int:
        """The token after the last linking word before the one that turned the act."""
        for k in range(draft.turned, first, -1):
            if self.keys[k] in self.cues.link:
                return k + 1
        return first

    def _span(self, draft: Draft) -> tuple[int, int]:
        if not draft.content:
            return 0, 0
        return bisect_left(self.tokens.start, draft.content[0][0]), bisect_left(self.tokens.start, draft.content[-1][1])

    def _neutral(self, draft: Draft) -> bool:
        return not isinstance(draft.row, Verb) or draft.row.neutral
