"""What a speaker does by saying it, and whom it is aimed at: from the frame, else from the words reported."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.find import Found
from dragoman.find.lexicon import Hit, Lexicon
from dragoman.identify import Identified, Mention
from dragoman.interpret.cues import CueWords
from dragoman.interpret.draft import Draft
from dragoman.model import Act
from dragoman.world.files import expand
from dragoman.world.pack.frames import Aim, Frames, Pattern, Verb

# The order in which one act wins over another under a neutral cue (annotation guide: request before warn before …).
_RANK: tuple[Act, ...] = (
    "request", "warn", "criticize", "reject", "deny", "condole", "congratulate", "thank", "commit", "praise", "concern",
    "welcome", "support", "hope", "agree",
)  # fmt: skip
_AIMED = frozenset({"criticize", "praise", "thank", "congratulate", "condole", "request", "commit", "support", "warn", "reject"})
_HEAD = 7


class Acts:
    """Decides acts and targets on one page."""

    def __init__(self, found: Found, who: Identified, cues: CueWords, patterns: Lexicon[Pattern]) -> None:
        self.found = found
        self.tokens = found.tokens
        self.who = who
        self.cues = cues
        self.patterns = patterns

    def decide(self, draft: Draft, own: frozenset[str]) -> tuple[Act, Aim]:
        """The act of a statement and the slot that holds its target. own: codes of the speaker."""
        row = draft.row
        first, last = self._span(draft)
        if draft.noun is not None and (draft.noun.part == "cue" or draft.noun.act != "state"):
            if draft.noun.part == "cue" or not isinstance(row, Verb) or row.neutral:
                return draft.noun.act, draft.noun.target
        if isinstance(row, Verb) and not row.neutral:
            return row.act, row.target
        hits = [h for k in range(first, last) if (h := self.patterns.at(self.tokens, k)) and h.last <= last]
        best: tuple[int, Act, Aim] | None = None
        for hit in hits:
            for pattern in hit.values:
                if self._applies(pattern, hit, first, last, own):
                    rank = _RANK.index(pattern.act) if pattern.act in _RANK else len(_RANK)
                    if best is None or rank < best[0]:
                        best = (rank, pattern.act, pattern.target)
        noun = self._head(first, last) if not isinstance(row, Verb) or "object" in row.takes else None
        if noun is not None and noun[0] != "state":
            rank = _RANK.index(noun[0]) if noun[0] in _RANK else len(_RANK)
            if best is None or rank <= best[0] or best[0] > 4:
                return noun
        elif noun is not None and best is not None and best[1] in ("commit", "support", "hope", "praise"):
            best = None
        return (best[1], best[2]) if best else ("state", "none")

    def _span(self, draft: Draft) -> tuple[int, int]:
        if not draft.content:
            return 0, 0
        first = bisect_left(self.tokens.start, draft.content[0][0])
        last = bisect_left(self.tokens.start, draft.content[-1][1])
        return first, last

    def _applies(self, pattern: Pattern, hit: Hit[Pattern], first: int, last: int, own: frozenset[str]) -> bool:
        if pattern.opens and hit.first > first + 1:
            return False
        if pattern.names_party:
            return any(set(self._codes(m)) - own for m in self.who.within(first, last))
        return True

    def _head(self, first: int, last: int) -> tuple[Act, Aim] | None:
        """The act named by the noun that heads the reported phrase: "[his support] for …", "[the need] for …"."""
        for k in range(first, min(first + _HEAD, last)):
            key = self.tokens.key[k]
            if k > first and (key in self.cues.preposition or key in self.cues.link or key in self.cues.auxiliary):
                return None
            hit = self.cues.nouns.at(self.tokens, k)
            if hit is not None:
                following = self.tokens.key[hit.last] if hit.last < last else ""
                if following[:1].isalpha() and following not in self.cues.preposition | self.cues.conjunction | {"to"}:
                    if following not in self.cues.link and following not in hit.values[0].link:
                        continue
                return hit.values[0].act, hit.values[0].target
        return None

    # ------------------------------------------------------------------------------------------ targets

    def targets(self, draft: Draft, act: Act, aim: Aim, own: frozenset[str], other: tuple[str, ...]) -> list[str]:
        """Codes of those the act is aimed at. other: the other side of a two-sided encounter."""
        if aim == "none" and act in _AIMED:
            aim = "first"
        if aim == "none" and act not in ("hope", "welcome"):
            return []
        first, last = self._span(draft)
        named = self._named(first, last, own)
        told = [c for c in (draft.addressee.states if draft.addressee else ()) if c not in own]
        if aim == "addressee":
            return told[:1] or named[:1] or list(other)
        if act in ("hope", "welcome"):
            both = any(set(m.states) & own for m in self.who.within(first, last)) or any(
                m.kind == "group" for m in self.who.within(first, last)
            )
            opens = self._opens_with_party(first, own)
            return opens if opens and not (both and act == "hope") else ([] if both or aim == "none" else named[:1])
        if aim == "content":
            return named if act == "criticize" else named[:2]
        return named[:1]

    def _opens_with_party(self, first: int, own: frozenset[str]) -> list[str]:
        for mention in self.who.within(first, first + 3):
            codes = [c for c in mention.states if c not in own]
            if codes:
                return codes[:1]
        return []

    def _named(self, first: int, last: int, own: frozenset[str]) -> list[str]:
        """Codes named in the reported words, in order: states, bodies and people's states; not where something is."""
        codes: dict[str, None] = {}
        for mention in self.who.within(first, last):
            if mention.place or mention.text == "place":
                continue
            for code in self._codes(mention):
                if code not in own:
                    codes.setdefault(code)
        return list(codes)

    def _codes(self, mention: Mention) -> tuple[str, ...]:
        if mention.person is not None:
            state = self.who.people[mention.person].state
            return (state,) if state else ()
        return mention.states


def pattern_words(frames: Frames) -> Lexicon[Pattern]:
    """The content patterns of a language, compiled."""
    return Lexicon([(form, p, False) for p in frames.pattern for word in p.words for form in expand(word)])
