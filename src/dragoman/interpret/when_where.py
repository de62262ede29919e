"""When and where: dates and durations of a report, its place, the occasion on which it took place."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.find import Found
from dragoman.find.sentences import Sentence
from dragoman.find.times import find_times
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify import Identified, Mention
from dragoman.interpret.encounter_draft import EncounterDraft, Party, Report
from dragoman.interpret.encounter_words import EncounterWords, Phrases
from dragoman.model import Article, Place, Relation, Span
from dragoman.world.calendar import Time
from dragoman.world.pack.encounters import ContactNoun
from dragoman.world.pack.times import Times as TimesPack

_EVENT = 14
_PLACE = 12
# How many plain nouns in the name of an event are passed.
_DESCRIBED = 5
_WHERE = 5
# A date before a cue counts as so many characters farther away: "…, spoke on Monday".
_BEFORE = 5
_DATELINE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")


def event_at(found: Found, words: EncounterWords, k: int, last: int) -> tuple[int, int] | None:
    """Tokens of the named event that begins at `k` ("the 19th meeting of the ACD ministers"); None if there is none."""
    keys, tokens = found.tokens.key, found.tokens
    while k < last and keys[k] in words.determiner:
        k += 1
    noun = None
    for j in range(k, min(k + _EVENT, last)):
        skipped = words.cues.at(tokens, j)
        if skipped is not None and any(isinstance(v, ContactNoun) and v.skip for v in skipped.values):
            return None
        key = keys[j]
        if words.event.starts(keys, j, last):
            noun = noun or j
        if not (key[0].isalnum() or key in "'’()-–&+’s") or key in words.clause or key in words.relative:
            break
        if j > k and noun is None and (key in words.preposition and key not in words.grammar.words.of):
            break
    if noun is None:
        return None
    stop = next((j for j in range(noun, min(noun + 6, last)) if keys[j] in ",;:"), min(noun + 6, last))
    named = any(tokens.word[j][0].isupper() or tokens.word[j][0].isdigit() for j in range(k, stop))
    return (k, _event_end(found, words, k, noun, last)) if named else None


def _event_end(found: Found, words: EncounterWords, first: int, noun: int, last: int) -> int:
    """Where the name of an event ends: its capitalised words, "of" phrases, and nouns after a possessor."""
    keys, word = found.tokens.key, found.tokens.word
    links = words.grammar.words.of
    closed = words.preposition | words.conjunction | words.auxiliary | words.modal | words.clause | words.relative
    end, inner = noun + 1, False
    while end < last and end - first < _EVENT + 6:
        key, before = keys[end], keys[end - 1]
        if key in links[:2] or key in POSSESSIVE or key in "()":
            end += 1
            continue
        inner = key not in closed and key[0].isalpha() and (inner or before == ")" or before in POSSESSIVE)
        after_link = before in links[:1] or before in words.determiner
        if key in words.auxiliary or not (word[end][0].isupper() or word[end][0].isdigit() or after_link or inner):
            ahead = _described(found, words, end, last)
            if not ahead:
                break
            end = ahead
        end += 1
    while end > noun + 1 and (keys[end - 1] in closed or keys[end - 1] in words.determiner or keys[end - 1] == "("):
        end -= 1
    return end


def _described(found: Found, words: EncounterWords, k: int, last: int) -> int:
    """The capitalised word behind plain nouns that describe the one before ("pertemuan [menteri luar negeri] G20"); 0
    where there is none, or where such words stand in front of a noun."""
    closed = words.preposition | words.conjunction | words.auxiliary | words.modal | words.clause | words.relative
    for j in range(k, min(k + _DESCRIBED, last) if words.possessor_after else k):
        if found.tokens.word[j][0].isupper():
            return j
        if (
            found.tokens.key[j] in closed
            or not found.tokens.key[j][0].isalpha()
            or words.happened.starts(found.tokens.key, j, last)
        ):
            break
    return 0


class Places:
    """Places and occasions of contacts in one page."""

    def __init__(self, found: Found, who: Identified, words: EncounterWords, base: Place | None = None) -> None:
        self.found = found
        self.base = base
        self.keys = found.tokens.key
        self.words = words
        self.who = who
        self.at = {m.first: m for m in who.mentions if m.kind == "state" and m.states}
        offices = [m for m in who.mentions if m.kind == "office"]
        self.titled = {k for m in offices for k in range(m.first, m.last)}

    def make(self, span: Span, code: str | None) -> Place:
        """A place by its words in the page."""
        if self.base is not None and span == self.base.span:
            return self.base
        return Place(name=self.found.text[span[0] : span[1]], country=code, span=span)

    def visited(self, k: int, last: int) -> tuple[Span, str, int] | None:
        """The state or city that begins at `k`, determiners allowed: its span, code and first token. "Here" is the
        place of the dateline."""
        base = self.base
        if base is not None and base.span and base.country and k < last and self.keys[k] in self.words.here:
            return base.span, base.country, k
        mention = self._phrase(k, last)
        if mention is None:
            code = self.words.dyads.one(self.keys[k]) if k in self.titled else None
            return (self.found.chars(k, k + 1), code, k) if code else None
        return self.found.chars(mention.first, mention.last), mention.states[0], mention.first

    def end(self, first: int) -> int:
        """Where the place that begins at a token ends."""
        mention = self.at.get(first)
        return mention.last if mention is not None else first + 1

    def before(self, k: int, known: list[Party]) -> tuple[Span, str, int] | None:
        """The state that "the country" at `k` means: the last one named that is none of those known."""
        if k >= len(self.keys) or not self.words.country.starts(self.keys, k, len(self.keys)):
            return None
        codes = {p.code for p in known}
        for mention in reversed(self.who.within(0, k)):
            if mention.kind == "state" and len(mention.states) == 1 and mention.states[0] not in codes:
                return self.found.chars(mention.first, mention.last), mention.states[0], mention.first
        return None

    def _phrase(self, k: int, last: int) -> Mention | None:
        """The place in the phrase that begins at `k`, at once or at the end of a name ("Changi Airport, Singapore")."""
        passed = -1
        for j in range(k, min(k + _PLACE, last)):
            mention = self.at.get(j)
            if mention is not None:
                after = self.keys[mention.last] if mention.last < last else ""
                known = not mention.adjective and after not in POSSESSIVE and len(mention.states) == 1
                if mention.text == "metonym" and self._goes_on(mention, last):
                    passed = mention.last
                    continue
                if j == passed:
                    continue
                if known and mention.last <= last and (mention.place or mention.text != "body"):
                    return mention
                if not mention.adjective:
                    return None
            word, key = self.found.tokens.word[j], self.keys[j]
            inner = word[0].isupper() or word[0].isdigit() or word in ",()" or key in self.words.determiner
            inner = inner or key in self.words.conjunction
            if not inner and key not in self.words.grammar.words.of and key not in self.words.inside and j - k > 1:
                return None
        return None

    def _goes_on(self, mention: Mention, last: int) -> bool:
        """Whether a name goes on after the mention ("Istana Konstantinus")."""
        k = mention.last
        other = self.at.get(k)
        return k < last and self.found.tokens.word[k][0].isupper() and (other is None or other.states != mention.states)

    def near(self, first: int, last: int) -> Mention | None:
        """The first place in the tokens."""
        for mention in self.who.within(first, last):
            if mention.states and (mention.place or mention.text in ("metonym", "capital")):
                return mention
        return None

    def of_event(self, first: int, last: int) -> Place | None:
        """The city by which an event is named ("the [Oslo] summit")."""
        for mention in self.who.within(first, last):
            if mention.states and (mention.place or mention.text in ("metonym", "capital")):
                return self.make(self.found.chars(mention.first, mention.last), mention.states[0])
        return None

    def bodies(self, first: int, last: int) -> list[Party]:
        """States and bodies in the name of an event."""
        out = []
        for mention in self.who.within(first, last):
            if mention.kind == "state" and mention.states and not mention.place:
                span = self.found.chars(mention.first, mention.last)
                out += [Party(code, span, mention.first, mention) for code in mention.states]
            elif mention.kind in ("office", "group") and mention.person is None:  # "the meeting of [ASEAN] ministers"
                span = self.found.chars(mention.first, mention.last)
                known = (code for code in mention.states if not self.words.is_state(code))
                out += [Party(code, span, mention.first, mention) for code in known]
        return out

    def find(self, report: Report) -> Place | None:
        """The place after "in" nearest to the cue, in the same sentence."""
        there: Mention | None = None
        for named in self.who.within(max(report.clause - _WHERE, 0), report.clause) if report.clause else ():
            there = named if named.place and named.last + 1 == report.clause else there
        if there is not None and self.keys[report.clause] in self.words.subordinate:  # "went to [Paris], where he met"
            return self.make(self.found.chars(there.first, there.last), self._country(there))
        best: tuple[int, Place] | None = None
        for k in range(*report.scope):
            if self.keys[k] not in self.words.inside:
                continue
            mention = self._phrase(k + 1, report.scope[1])
            if mention is None or self._elsewhere(report, mention, k):
                continue
            gap = k - report.cue[1] if k >= report.cue[1] else (report.cue[0] - k) * 2
            place = self.make(self.found.chars(mention.first, mention.last), self._country(mention))
            if gap <= 40 and (best is None or gap < best[0]):
                best = (gap, place)
        return best[1] if best else None

    def _country(self, mention: Mention) -> str:
        """The country of a place, also of one whose name stands for a body ("in Brussels")."""
        start, end = self.found.chars(mention.first, mention.last)
        here = self.words.places.get(self.found.text[start:end].casefold()) if mention.text == "metonym" else None
        return here or mention.states[0]

    def _elsewhere(self, report: Report, mention: Mention, k: int) -> bool:
        """Whether a third country belongs to another clause ("met X to voice support for those in [Chad]")."""
        if mention.text != "state" or any(p.code in mention.states for p in report.parties):
            return False
        ends = [p.mention.last for p in report.right if p.mention is not None]
        barred = self.words.infinitive | self.words.conjunction
        return any(self.keys[j] in barred for j in range(max([report.cue[1], *ends]), k))

    def events(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Tokens of the names of occasions: nouns in them report no contact of their own."""
        out = []
        k = sentence.first
        while k < sentence.last:
            if self.keys[k] not in self.words.occasion_firsts:
                k += 1
                continue
            n = self.words.sidelines.starts(self.keys, k, sentence.last) or self.words.attending.starts(
                self.keys, k, sentence.last
            )
            event = event_at(self.found, self.words, k + n, sentence.last) if n else None
            if event is not None:
                out.append(event)
            k = event[1] if event is not None else k + 1
        return out

    def occasion(self, sentence: Sentence, *, inside: bool) -> tuple[str, Relation | None] | None:
        """The name of the occasion in a sentence, and how the contact stood to it as far as the words tell.

        inside: whether it may be a gathering in which the contact took place.
        """
        named = self._aside(sentence)
        if inside and named is None and (event := self._within(sentence)) is not None:
            start, end = self.found.chars(*event)
            return self.found.text[start:end], "at"
        return named

    def _within(self, sentence: Sentence) -> tuple[int, int] | None:
        """Tokens of the gathering named behind "in" ("met in Oslo dalam [KTT NATO]")."""
        for k in range(sentence.first, sentence.last - 1):
            n = self.words.within.starts(self.keys, k, sentence.last)
            hit = self.words.cues.at(self.found.tokens, k + n) if n else None
            if hit is not None and any(isinstance(v, ContactNoun) and v.event for v in hit.values):
                event = event_at(self.found, self.words, k + n, sentence.last)
                if event is not None and (self.bodies(*event) or self.of_event(*event)):
                    return event
        return None

    def _aside(self, sentence: Sentence) -> tuple[str, Relation | None] | None:
        relations: tuple[tuple[Phrases, Relation | None], ...] = (
            (self.words.sidelines, "sidelines"), (self.words.attending, None),
        )  # fmt: skip
        for phrases, aside in relations:
            k = phrases.within(self.keys, sentence.first, sentence.last)
            if k is None:
                continue
            first = k + phrases.starts(self.keys, k, sentence.last)
            event = event_at(self.found, self.words, first, sentence.last)
            if event is not None:
                start, end = self.found.chars(*event)
                return self.found.text[start:end], aside
        return None


class Times:
    """The time expressions of one page, by position."""

    def __init__(self, found: Found, times: tuple[Time, ...], article: Article, pack: TimesPack) -> None:
        self.pack = pack
        self.found = found
        self.times = times
        self.article = article
        self.datelines = tuple((b.start, b.end) for b in article.blocks if b.label == "dateline")

    def of(self, text: str) -> list[Time]:
        """The dates of a text that is not part of the story."""
        return [t for t in find_times(text, self.pack) if t.kind == "date"]

    def inside(self, start: int, end: int, kind: str) -> list[Time]:
        """Times of a kind in a stretch of text, those of a dateline left out."""
        return [
            t for t in self.times
            if t.kind == kind and start <= t.start and t.end <= end
            and not any(s <= t.start < e for s, e in self.datelines)
        ]  # fmt: skip

    def date(self, draft: EncounterDraft, cue: Span, sentence: Span, clause: int, *, bound: bool) -> bool:
        """Sets the date from the expression nearest to the cue; tells whether there was one.

        clause: where the cue's own clause begins; those before it come last (`bound`: they do not count).
        """

        def distance(time: Time) -> tuple[bool, float]:
            before = _BEFORE + 1.5 * (cue[0] - time.end)
            return time.start < clause, time.start - cue[1] if time.start >= cue[1] else before

        named = self._named(draft.occasion, sentence)
        told = (t for t in self.inside(*sentence, "date") if not named[0] <= t.start < named[1])
        near = sorted((t for t in told if not bound or t.start >= clause), key=distance)
        for time in near:
            found = time.resolve(self.article.anchor, draft.status in ("planned", "proposed"))
            if found is not None:
                draft.date, draft.date_basis = found
                draft.date_span = (time.start, time.end)
                return True
        return bool(near)

    def _named(self, occasion: str | None, sentence: Span) -> Span:
        """Where the name of the occasion stands: a date in it tells which one it is, not when."""
        at = self.found.text.find(occasion, *sentence) if occasion else -1
        return (at, at + len(occasion)) if occasion and at >= 0 else (0, 0)

    def spread(self, draft: EncounterDraft, near: Span, *, ended: bool, begun: bool) -> None:
        """Widens a single day to the days that the words `near` the contact count, where it is the last or first."""
        counted = self.inside(*near, "days")
        if not counted or not (ended or begun) or draft.date is None or len(draft.date) != len("2024-01-01"):
            return
        day, more = date.fromisoformat(draft.date), timedelta(days=counted[0].shift - 1)
        first, last = (day - more, day) if ended else (day, day + more)
        draft.date = f"{first.isoformat()}/{last.isoformat()}" if more else draft.date

    def duration(self, start: int, end: int) -> int | None:
        """The first duration in a stretch of text, in minutes."""
        found = self.inside(start, end, "duration")
        return found[0].minutes if found else None


def dateline(article: Article, words: EncounterWords) -> Place | None:
    """The place of the dateline, if the page has one: its first words that name a known place."""
    for block in article.blocks:
        if block.label == "dateline":
            text = article.page.text[block.start : block.end]
            for match in _DATELINE.finditer(text):
                code = words.places.get(match.group().casefold())
                if code is not None:
                    span = (block.start + match.start(), block.start + match.end())
                    return Place(name=match.group(), country=code, span=span)
    return None
