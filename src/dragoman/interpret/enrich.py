"""What a contact's sentences tell beside who and what: when, where, on which occasion, how long; which is the news."""

from __future__ import annotations

from datetime import date

from dragoman.find import Found
from dragoman.find.sentences import Sentence
from dragoman.find.tokens import POSSESSIVE
from dragoman.interpret.confidence import encounter_features, weigh
from dragoman.interpret.encounter_draft import EncounterDraft, Report
from dragoman.interpret.reports import Reports
from dragoman.interpret.when_where import Times, dateline
from dragoman.model import Article, Span
from dragoman.world.calendar import Time
from dragoman.world.pack.times import Times as TimesPack

_FACE = ("meeting", "visit", "conference")
# How many sentences of the story, and of its first paragraph, tell its news; how many make a contact main.
_LEAD, _LEAD_PARAGRAPH, _OFTEN = 2, 4, 3
# How near to a report, in characters, the text of a message begins, and how long it is at least.
_BESIDE, _LONG_QUOTE = 4, 120
# Within how many tokens words like "on the same day" open a sentence.
_OPENS = 3
# How many days ahead of the report the next contact of those in the news still is news; length of a whole date.
_SOON, _WHOLE = 3, 10
# How many tokens before a report its days are counted ("two days of talks").
_COUNTED = 4


class Enricher:
    """Completes the contacts of one page in place."""

    def __init__(self, reader: Reports, times: tuple[Time, ...], article: Article, pack: TimesPack) -> None:
        self.reader = reader
        self.found: Found = reader.found
        self.words = reader.words
        self.article = article
        self.times = Times(self.found, times, article, pack)
        self.leads = self._leads()
        self.told: list[Report] = []

    def _leads(self) -> set[int]:
        """Numbers of the sentences that open the story, and of those after a sub-headline."""
        out: set[int] = set()
        body = [(n, s) for n, s in enumerate(self.reader.sentences) if s.paragraph > 0]
        for at, (number, sentence) in enumerate(body):
            first = at < _LEAD or (sentence.paragraph == body[0][1].paragraph and at < _LEAD_PARAGRAPH)
            if first or (self._headline(body[at - 1][1]) and not self._headline(sentence)):
                out.add(number)
        return out

    def _headline(self, sentence: Sentence) -> bool:
        """A short paragraph without a final stop."""
        closing = self.found.tokens.word[sentence.last - 1]
        return sentence.last - sentence.first < 16 and closing[0].isalnum()

    def enrich(self, drafts: list[EncounterDraft]) -> None:
        """Fills in dates, places, occasions, durations, evidence, salience and confidence."""
        self.told = [r for d in drafts for r in d.told]
        for draft in drafts:
            for number in draft.sentences:
                draft.evidence.append(self._evidence(self.reader.sentences[number]))
            for report in draft.told:
                self._report(draft, report)
        self._same_days(drafts)
        self._salience(drafts)
        self._journeys(drafts)
        for draft in drafts:
            self._settle(draft)
            self._roles(draft)
            draft.confidence = weigh("encounter", encounter_features(draft, self.reader.parties.people))

    def _same_days(self, drafts: list[EncounterDraft]) -> None:
        """ "Later that day" is the day of the contact told before."""
        for number, draft in enumerate(drafts):
            sentence = self.reader.sentences[draft.sentences[0]]
            same = self.words.same_day.within(self.found.tokens.key, sentence.first, sentence.last)
            earlier = [d for d in drafts[:number] if d.date is not None and d.status == draft.status]
            if same is None or not earlier:
                continue
            opens = same < sentence.first + _OPENS
            if draft.date_span is not None and not opens and self._nearer(draft, same):
                continue
            before = earlier[-1]
            draft.date, draft.date_basis, draft.date_span = before.date, before.date_basis, before.date_span

    def _nearer(self, draft: EncounterDraft, k: int) -> bool:
        """Whether the date told of a contact stands nearer to it than the words at token `k`."""
        assert draft.date_span is not None
        cue, at = self.found.tokens.start[draft.reports[0]], self.found.tokens.start[k]
        return abs(draft.date_span[0] - cue) <= abs(at - cue)

    def _roles(self, draft: EncounterDraft) -> None:
        """Guests of a host; who took the initiative ("at the initiative of the American side")."""
        hosts = [p for p in draft.participants if p.role == "host"]
        if draft.kind == "visit" and draft.participants[-1].person is None:
            draft.participants[-1].role, hosts = "host", [draft.participants[-1]]
        for party in draft.participants if hosts else ():
            party.role = party.role or ("guest" if party.code != hosts[0].code else None)
        keys = self.found.tokens.key
        for report in draft.told:
            sentence = self.reader.sentences[report.sentence]
            for k in range(sentence.first, sentence.last):
                if keys[k] in self.words.initiative:
                    self._initiator(draft, k, sentence)

    def _initiator(self, draft: EncounterDraft, k: int, sentence: Sentence) -> None:
        """The side whose initiative it was: its possessor ("X's initiative") or what follows ("initiative of X")."""
        slots, keys = self.reader.slots, self.found.tokens.key
        mention = None
        if k > sentence.first and keys[k - 1] in POSSESSIVE:
            mention = slots.ending.get(k - 1)
        elif k + 1 < sentence.last and (self.words.possessor_after or keys[k + 1] in self.words.of):
            mention = slots.mention_at(k + 1 + (keys[k + 1] in self.words.of), sentence.last, 1)
        for party in self.reader.parties.of([mention], k) if mention is not None else ():
            for known in draft.participants:
                if known.same(party):
                    known.role = known.role or "initiator"

    def _report(self, draft: EncounterDraft, report: Report) -> None:
        sentence = self.reader.sentences[report.sentence]
        start, end = self.found.chars(*report.scope)
        if draft.date_span is None:
            clause = self.found.tokens.start[report.clause]
            self.times.date(draft, self.found.chars(*report.cue), (start, end), clause, bound=report.bound)
            self._days(draft, report)
        if draft.duration_minutes is None:
            draft.duration_minutes = self.times.duration(start, end)
        talked = report.topical and report.taken_up
        if draft.kind in _FACE and draft.place is None and not talked:
            draft.place = self.reader.places.find(report)
        face = draft.kind in _FACE
        if draft.occasion is None and (occasion := self.reader.places.occasion(sentence, inside=face)):
            draft.occasion = occasion[0]
            draft.relation = occasion[1] or ("at" if draft.kind == "visit" else None)

    def _days(self, draft: EncounterDraft, report: Report) -> None:
        """Widens the date of what took several days, where the words say that it is their first or last."""
        first = max(report.scope[0], report.cue[0] - _COUNTED)
        words = set(self.found.tokens.key[first : report.scope[1]])
        near = self.found.chars(first, report.cue[1])
        if draft.kind in _FACE and draft.date_span is not None:
            ended, begun = bool(words & self.words.ended), bool(words & self.words.begun)
            self.times.spread(draft, near, ended=ended, begun=begun)

    def _evidence(self, sentence: Sentence) -> Span:
        """The sentence, with the dateline that opens its paragraph."""
        start, end = self.found.chars(sentence.first, sentence.last)
        for block in self.article.blocks:
            if block.label == "dateline" and block.end <= start and start - block.end < 3:
                return block.start, end
        return start, end

    @staticmethod
    def _journeys(drafts: list[EncounterDraft]) -> None:
        """A meeting of a traveller on a visit took place where the visit went, unless the page says otherwise."""
        for visit in drafts:
            for draft in drafts if visit.kind == "visit" and visit.place is not None else ():
                traveller = visit.participants[0].person
                guest = traveller is not None and any(p.person == traveller for p in draft.participants)
                close = visit.place is not None and visit.place.country in draft.states()
                if draft.kind == "meeting" and draft.place is None and guest and close:
                    draft.place = visit.place

    # ------------------------------------------------------------------------------------------ salience

    def _salience(self, drafts: list[EncounterDraft]) -> None:
        for draft in drafts:
            lead = any(n in self.leads for n in draft.sentences)
            if draft.title or lead or len(draft.sentences) >= _OFTEN or self._quoted(draft):
                draft.salience = "main"
            if draft.salience == "main" and not draft.title and self._earlier(draft):
                draft.salience = "background"
        news = max((d.date for d in drafts if d.salience == "main" and d.status == "held" and d.date), default=None)
        for draft in drafts:
            if news is not None and _before(draft, news) and not draft.title:
                draft.salience = "background"
            if draft.kind == "conference" and draft.occasion and not draft.title and self._attended(draft, drafts):
                draft.salience = "background"
        first = next((d for d in drafts if d.salience == "main" and not d.embedded), None)
        for draft in drafts:
            if first is not None and self._alongside(draft, first):
                draft.salience = "main"
            if first is not None and self._itinerary(draft, first):
                draft.salience = "main"
        for draft in drafts:
            if self._framing(draft, drafts):
                draft.salience = "main"
                continue
            passing = draft.embedded and not draft.title and len(draft.sentences) < _OFTEN
            if first is not None and passing and draft.reports[0] > first.reports[0]:
                draft.salience = "background"
        if not any(d.salience == "main" for d in drafts):
            held = [d for d in drafts if d.status == "held" and not self._earlier(d)]
            best = max(held, key=lambda d: len(d.sentences), default=None)
            if best is not None:
                best.salience = "main"

    @staticmethod
    def _alongside(draft: EncounterDraft, first: EncounterDraft) -> bool:
        """Whether it is told like the first contact: the next one of the same day, in a sentence of its own."""
        if draft.status != "held" or draft.kind != first.kind or draft.embedded or draft.background:
            return False
        people = {p.person for p in first.participants if p.person is not None}
        same = draft.date is not None and draft.date == first.date and draft.date_basis == first.date_basis
        apart = draft.sentences[0] not in first.sentences
        return same and apart and any(p.person in people for p in draft.participants)

    def _itinerary(self, draft: EncounterDraft, first: EncounterDraft) -> bool:
        """Whether those in the news go on to it: the next days, the stations of a journey; no closing look ahead."""
        closing = draft.sentences[0] == len(self.reader.sentences) - 1 and draft.status == "planned"
        if draft.status == "held" or draft.background or closing:
            return False
        people = {p.person for p in first.participants if p.person is not None}
        ours = any(p.person in people for p in draft.participants) or len(draft.states() & first.states()) > 1
        return ours and (draft.status == "proposed" or first.kind == "visit" or self._soon(draft))

    def _soon(self, draft: EncounterDraft) -> bool:
        """Whether it is to take place within a few days of the report."""
        if draft.date is None or self.article.anchor is None or len(draft.date) < _WHOLE:
            return False
        start = date.fromisoformat(draft.date[:_WHOLE])
        return abs((start - date.fromisoformat(self.article.anchor)).days) <= _SOON

    def _framing(self, draft: EncounterDraft, drafts: list[EncounterDraft]) -> bool:
        """Whether it is the visit on which the main meeting took place, told in one sentence with it or in the lead."""
        if draft.kind != "visit" or draft.status != "held":
            return False
        guest, here = draft.participants[0].person, set(draft.sentences)
        talks = (d for d in drafts if d.kind == "meeting" and d.status == "held" and d.salience == "main")
        return any(
            (here & set(d.sentences) or (d.title and here & self.leads)) and draft.states() <= d.states()
            and (guest is None or guest in [p.person for p in d.participants])
            for d in talks
        )  # fmt: skip

    def _attended(self, draft: EncounterDraft, drafts: list[EncounterDraft]) -> bool:
        """Whether the event is only what a traveller came for, and the news is whom he met there."""
        talks = [d for d in drafts if d.kind == "meeting" and d.status == "held" and d.salience == "main"]
        purpose = self.found.tokens.key[draft.told[0].cue[0] - 1] in self.words.infinitive
        return purpose and any(set(d.sentences) & set(draft.sentences) for d in talks)

    def _quoted(self, draft: EncounterDraft) -> bool:
        """Whether it is a message whose text the page gives after the report."""
        if draft.kind != "message" or draft.status != "held":
            return False
        _, end = self._evidence(self.reader.sentences[draft.sentences[0]])
        return any(0 <= q.start - end < _BESIDE and q.end - q.start > _LONG_QUOTE for q in self.found.quotes)

    def _earlier(self, draft: EncounterDraft) -> bool:
        """Whether the words around its first report put it before the news."""
        number = draft.sentences[0]
        sentence = self.reader.sentences[number]
        at = self.words.background.within(self.found.tokens.key, sentence.first, sentence.last)
        if at is None or abs(at - draft.reports[0]) >= 16:
            return False
        here = (r for r in self.told if r.sentence == number and abs(r.cue[0] - at) < abs(draft.reports[0] - at))
        return not any(r.cue[0] > at for r in here if draft.reports[0] > r.cue[0])

    def _settle(self, draft: EncounterDraft) -> None:
        """What follows from salience: the date of the publication, the place of the dateline."""
        if draft.kind == "message" and draft.duration_minutes:
            draft.duration_minutes = None
        if draft.salience != "main" or draft.status != "held":
            return
        if draft.date is None and (draft.kind != "message" or draft.sentences[0] in self.leads):
            scopes = [self.found.chars(*r.scope) for r in draft.told if not r.support]
            if not any(self.times.inside(*scope, "date") for scope in scopes):
                self._published(draft)
        if draft.place is None and draft.kind == "meeting":
            place = dateline(self.article, self.words)
            if place is not None and (place.country in draft.states() or draft.relation == "sidelines"):
                draft.place = place

    def _published(self, draft: EncounterDraft) -> None:
        """The date of the publication, where the text itself states it (a dateline without the year counts)."""
        published = self.article.published
        if published is not None and published.basis == "stated":
            draft.date, draft.date_basis, draft.date_span = published.date, "article", published.span
            return
        for start, end in self.times.datelines:
            for time in self.times.of(self.article.page.text[start:end]):
                told = time.resolve(self.article.anchor)
                if told is not None and told[0] == self.article.anchor:
                    draft.date, draft.date_basis = told[0], "article"
                    draft.date_span = (start + time.start, start + time.end)
                    return


def _before(draft: EncounterDraft, news: str) -> bool:
    """Whether a contact was held on a day, or in a month or year, before the date of the news."""
    date = (draft.date or "").split("/")[-1]
    return draft.status == "held" and bool(date) and date < news[: len(date)]
