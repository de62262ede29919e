"""What a speaker does by saying it: from the frame, else from the words reported."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from dragoman.find import Found
from dragoman.find.lexicon import Hit, Lexicon
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify import Identified, Mention
from dragoman.interpret.cues import CueWords
from dragoman.interpret.deeds import Deeds, Speaker
from dragoman.interpret.draft import Draft
from dragoman.interpret.targets import Targets
from dragoman.model import Act
from dragoman.world.bodies import is_party
from dragoman.world.files import expand
from dragoman.world.pack.frames import Aim, Frames, Noun, Pattern, Verb

# The order in which one act wins over another under a neutral cue (annotation guide: request before warn before …).
_RANK: tuple[Act, ...] = (
    "request", "warn", "criticize", "reject", "deny", "condole", "congratulate", "thank", "commit", "praise", "concern",
    "welcome", "support", "hope", "agree",
)  # fmt: skip
# What only the speaker himself can do by the words: another's refusal, told, is a plain statement.
_OWN = frozenset({"commit", "reject", "deny", "hope", "agree", "welcome", "support", "concern"})
# What counts only in the main clause of the words.
_MAIN = _OWN | {"request", "praise"}
_HEAD = 7
_QUOTES = frozenset("\"“”«»'")


class Acts:
    """Decides acts on one page."""

    def __init__(self, found: Found, who: Identified, cues: CueWords, patterns: Lexicon[Pattern]) -> None:
        self.found = found
        self.tokens = found.tokens
        self.who = who
        self.cues = cues
        self.patterns = patterns
        self.deeds = Deeds(found, who, cues)
        self.targets = Targets(found, who, cues, self.deeds)
        # A noun before another is not the head ("support group").
        self._head_last = cues.grammar.order.state == "before"

    def decide(self, draft: Draft, speaker: Speaker) -> tuple[Act, Aim]:
        """The act of a statement and the slot that holds its target."""
        row = draft.row
        first, last = self._span(draft)
        if draft.noun is not None and (draft.noun.part == "cue" or draft.noun.act != "state"):
            if draft.noun.part == "cue" or not isinstance(row, Verb) or row.neutral:
                return draft.noun.act, draft.noun.target
        if isinstance(row, Verb) and not row.neutral:
            return row.act, row.target
        best = self._strongest(draft, first, last, speaker)
        noun = self._head(first, last) if not isinstance(row, Verb) or "object" in row.takes else None
        if noun is not None and noun[0] != "state":
            if best is None or best[0] not in ("request", "warn"):
                return noun
        elif noun is not None and best is not None and best[0] in ("commit", "support", "hope", "praise"):
            best = None
        return best or ("state", "none")

    def _strongest(self, draft: Draft, first: int, last: int, speaker: Speaker) -> tuple[Act, Aim] | None:
        """The strongest act that words in the content show; the draft keeps where, and whose deed it is."""
        best: tuple[int, Act, Aim] | None = None
        draft.turned, draft.doers = -1, ()
        for k, act, aim, doers in self._shown(first, last, speaker):
            rank = _RANK.index(act) if act in _RANK else len(_RANK)
            if best is None or rank < best[0]:
                best, draft.turned, draft.doers = (rank, act, aim), k, doers
        return best[1:] if best else None

    def _shown(self, first: int, last: int, speaker: Speaker) -> Iterator[tuple[int, Act, Aim, tuple[str, ...]]]:
        """Each act shown: the token of its word, the slot of its target, the codes of whose deed it is."""
        covered = first
        keys, opens = self.tokens.key, self._opens
        for k in [k for k in range(first, last) if opens(keys[k])]:
            hit = self.patterns.at(self.tokens, k)
            if hit is not None and covered < hit.last <= last:
                covered = hit.last
                for pattern in hit.values:
                    if self._applies(pattern, hit, first, last, speaker):
                        yield k, pattern.act, pattern.target, self._doers(pattern, hit, first, last, speaker)
            elif k >= covered and (done := self._performed(k, first, last, speaker)) is not None:
                yield k, done.act, done.target, ()

    def _opens(self, key: str) -> bool:
        """Whether a pattern or a cue begins with the word."""
        return self.patterns.opens(key) or self.cues.verbs.opens(key) or self.cues.light.opens(key)

    def _performed(self, k: int, first: int, last: int, speaker: Speaker) -> Verb | Noun | None:
        """The speaker's own act of speaking that he tells of: "we condemn …", "Kenya expresses its concern"."""
        light = self.cues.light.at(self.tokens, k)
        verb = self.cues.verbs.at(self.tokens, k) if light is None else None
        rows = [r for r in verb.values if isinstance(r, Verb) and not r.neutral and not r.passive] if verb else []
        if (not rows and light is None) or self.deeds.passive(k, first) or self.deeds.negated(k, first):
            return None
        if rows and rows[0].act == "state":
            return None
        doer = self.deeds.doer(k, first, speaker)
        if doer.whose != "own" or not doer.head or self.deeds.aside(k, first):
            return None
        if rows:
            return rows[0]
        for j in range(k + 1, min(k + 6, last)):
            if (noun := self.cues.nouns.at(self.tokens, j)) is not None:
                return noun.values[0] if noun.values[0].act != "state" else None
        return None

    def _span(self, draft: Draft) -> tuple[int, int]:
        if not draft.content:
            return 0, 0
        first = bisect_left(self.tokens.start, draft.content[0][0])
        last = bisect_left(self.tokens.start, draft.content[-1][1])
        return first, last

    def _applies(self, pattern: Pattern, hit: Hit[Pattern], first: int, last: int, speaker: Speaker) -> bool:
        """Whether the words of a pattern tell the act where they stand: "should" only behind the clause's subject."""
        if pattern.opens and hit.first > first + 1 + (self.tokens.key[first + 1] in _QUOTES):
            if not any(m.last == hit.first for m in self.who.within(first, first + 2)):
                return False
        if pattern.opens and hit.last < last and self.tokens.key[hit.last] in self.cues.auxiliary:
            return False  # "aid was flowing"
        if hit.first > first and self.tokens.key[hit.first] in self.cues.modal and self._hangs(hit.first - 1):
            return False  # "step in should it fail"
        if pattern.act in _MAIN and self.deeds.aside(hit.first, first):
            return False  # "help those who must flee"
        if pattern.but and not self._following(hit.last, last).isdisjoint(pattern.but):
            return False
        if pattern.then is not None and self._called(pattern, hit, last) is None:
            return False
        if pattern.whose is not None:
            if not self._whose(pattern, hit.first, first, speaker):
                return False
        elif pattern.act in _OWN and self._of_another(hit.first, first, speaker.codes):
            return False  # "the parliament of Libya rejected the border"
        if pattern.names_party and pattern.act == "criticize" and self._against(hit.first, first):
            return False  # "help it to resist Chad's aggression"
        if pattern.names_party:
            return any(set(self.deeds.codes(m)) - speaker.codes for m in self.who.within(first, last))
        return True

    def _against(self, k: int, first: int) -> bool:
        """Whether the noun phrase around token `k` is what somebody is up against."""
        key = self.tokens.key
        for j in range(k - 1, max(first, k - _HEAD) - 1, -1):
            if (key[j],) in self.cues.against or tuple(key[j - 1 : j + 1]) in self.cues.against:
                return True
            if key[j] in self.cues.preposition or (not key[j][0].isalpha() and key[j] not in POSSESSIVE):
                return False
        return False

    def _whose(self, pattern: Pattern, k: int, first: int, speaker: Speaker) -> bool:
        """Whether it is the deed of the one, and in the form, that the pattern asks for."""
        at = self.deeds.copula(k, first) if pattern.predicate else k
        if at is None or (not pattern.predicate and self.deeds.passive(k, first)) or self.deeds.aside(k, first):
            return False
        denied = self.deeds.negated(at, first) or (
            pattern.predicate and not self.cues.negation.isdisjoint(self.tokens.key[at:k])
        )
        doer = self.deeds.doer(at, first, speaker)
        return denied == pattern.negated and doer.whose == pattern.whose and (doer.head or pattern.whose == "other")

    def _called(self, pattern: Pattern, hit: Hit[Pattern], last: int) -> Mention | None:
        """Who, named right behind the words, is to do something, or his doing it is spoken of."""
        for mention in self.who.within(hit.last, min(hit.last + 2, last)):
            after = self.tokens.key[mention.last] if mention.last < last else ""
            if pattern.then == "to":
                fits = after in self.cues.purpose
            else:
                fits = bool(self.cues.participle) and after.endswith(self.cues.participle)
            return mention if fits else None
        return None

    def _doers(self, pattern: Pattern, hit: Hit[Pattern], first: int, last: int, speaker: Speaker) -> tuple[str, ...]:
        codes: tuple[str, ...] = ()
        if pattern.whose == "other":
            at = self.deeds.copula(hit.first, first) if pattern.predicate else None
            codes = self.deeds.doer(hit.first if at is None else at, first, speaker).codes
        elif pattern.then is not None and (called := self._called(pattern, hit, last)) is not None:
            codes = self.deeds.codes(called)
        return tuple(c for c in codes if is_party(c) and c not in speaker.codes)

    def _hangs(self, k: int) -> bool:
        """Whether token `k` is a preposition, which is no subject of the verb behind it."""
        return self.tokens.key[k] in self.cues.preposition and self.tokens.key[k] not in self.cues.adverbs

    def _following(self, k: int, last: int) -> set[str]:
        """The words from token `k` on to the first that is no adverb."""
        words: set[str] = set()
        while k < last and (
            self.tokens.key[k] in self.cues.adverbs or self.tokens.key[k].endswith(self.cues.adverb or " ")
        ):
            words.add(self.tokens.key[k])
            k += 1
        return words | {self.tokens.key[k]} if k < last else words

    def _of_another(self, k: int, first: int, own: frozenset[str]) -> bool:
        """Whether somebody else than the speaker is the subject right before token `k`."""
        while k > first and self.tokens.key[k - 1] in self.cues.auxiliary | self.cues.modal:
            k -= 1
        for mention in self.who.within(first, k):
            if mention.last == k and mention.kind not in ("group", "pronoun"):
                codes = set(self.deeds.codes(mention))
                return bool(codes) and not codes & own and bool(own)
        return False

    def _head(self, first: int, last: int) -> tuple[Act, Aim] | None:
        """The act named by the noun that heads the reported phrase: "[his support] for …", "[the need] for …"."""
        if first and self.tokens.key[first - 1] in self.cues.link:
            return None  # a clause: its first noun is no head
        for k in range(first, min(first + _HEAD, last)):
            key = self.tokens.key[k]
            if k > first and (key in self.cues.preposition or key in self.cues.link or key in self.cues.auxiliary):
                return None
            hit = self.cues.nouns.at(self.tokens, k)
            if hit is not None:
                following = self.tokens.key[hit.last] if hit.last < last else ""
                if (
                    self._head_last
                    and following[:1].isalpha()
                    and following not in self.cues.preposition | self.cues.conjunction
                ):
                    if following not in self.cues.link and following not in hit.values[0].link:
                        continue
                return hit.values[0].act, hit.values[0].target
        return None


def pattern_words(frames: Frames) -> Lexicon[Pattern]:
    """The content patterns of a language, compiled."""
    return Lexicon([(form, p, False) for p in frames.pattern for word in p.words for form in expand(word)])
