"""Verbs of contact ("A met B", "A and B spoke by phone", "A arrived in C") -> who takes part."""

from __future__ import annotations

from typing import TypeAlias

from dragoman.find import Found
from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify import Mention
from dragoman.interpret.contact_nouns import NounReader
from dragoman.interpret.contact_status import Statuses
from dragoman.interpret.encounter_draft import Party, Report
from dragoman.interpret.encounter_words import Cue, Phrases
from dragoman.interpret.participants import Group, Slots
from dragoman.interpret.parties import Parties, two_sides
from dragoman.interpret.when_where import Places, event_at
from dragoman.model import Place, Span
from dragoman.world.pack.encounters import ContactNoun, ContactVerb

# How many tokens after a verb of motion its direction may stand.
_DIRECTION = 7
# How many states make a gathering, and how many tokens behind them its name begins at most.
_MANY, _EVENT = 3, 10

Others: TypeAlias = tuple[list[Party], int, Place | None, str | None]

# How near behind its verb the place of a session stands, in tokens.
_NEAR = 5


class VerbReader:
    """Reads the sides around a verb cue."""

    def __init__(self, slots: Slots, parties: Parties, places: Places, statuses: Statuses, nouns: NounReader) -> None:
        self.found: Found = slots.found
        self.tokens = slots.tokens
        self.slots = slots
        self.parties = parties
        self.places = places
        self.statuses = statuses
        self.nouns = nouns
        self.words = slots.words
        self.keys = slots.keys
        self.written = self._written()

    def _written(self) -> bool:
        """Whether the title says that the page is a message ("Greetings to …")."""
        title = [s for s in self.slots.sentences if s.paragraph == 0]
        return bool(title) and self.words.written.within(self.keys, title[0].first, title[-1].last) is not None

    def read(self, hit: Hit[Cue], row: ContactVerb, sentence: Sentence) -> Report | None:
        keys, slots = self.keys, self.slots
        if self._no_verb(hit, sentence):
            return None
        if row.joins:
            return self._attended(hit, row, sentence)
        group = slots.group(hit.first, sentence.first)
        status = self.statuses.of_verb(group, hit, sentence)
        if status is None or self.statuses.refused(self._first(group), sentence):
            return None
        status = row.status if status == "held" else status
        status = "planned" if status == "proposed" and "event" in row.other else status  # it takes place anyhow
        unsure = any(key in self.words.possible for key in keys[group.at : hit.first])
        if self.words.mediation.starts(keys, hit.first, sentence.last) or self._mediated(hit, group, sentence):
            return None
        subject, others = self._around(hit, row, group, sentence)
        if row.addressed:
            guest = self.parties.voices.mention(hit.first, sentence.paragraph)
            subject = [guest] if guest is not None else []
            for party in others[0]:
                party.person = self.parties.voices.owner(sentence.paragraph)
        right, end, place, occasion = others
        left = self.parties.subject_side(subject, right, group.at, sentence.first, hit.first)
        topical = self.words.topic_cues.at(self.tokens, hit.first) is not None
        if subject and subject[0].text == "quoted" and (topical or not right):
            return None  # "We met", "I discussed B with X": what was said of a contact told elsewhere
        taken = bool(subject) and self.parties.is_group(subject) and not right and "joint" in row.other
        left = self.parties.pair(hit.first) if taken else self._traveller(left, group, sentence)
        if subject and not right and "joint" in row.other and not two_sides(left):
            left = self.parties.of(self.slots.joined(subject[0], sentence.first), hit.first) or left
        head = group.at - self.words.opening.ends(keys, group.at, sentence.first)
        if not (left or self.words.verb_first) and right and head == sentence.first and sentence.paragraph > 0:
            left = self._later(right, sentence)  # "Meeting X in Rome, [Y] said"
            if not left:
                return None
        kind, rule = row.kind, row.rule
        if "place" in row.other and not row.links and two_sides(left):
            kind, rule = "meeting", f"{rule}-together"
        if row.host == "subject" and right and self.slots.of_many(right[0].first, hit.last):
            kind, rule = "conference", f"{rule}-guests"
            if any(p.person is not None for p in left):
                return None
        report = Report(
            -1, (hit.first, hit.last), kind, rule, left, right, status, open=row.open, taken_up=taken, group=taken,
            place=place, occasion=occasion, medium=row.medium is not None,
            support=row.support, title=sentence.paragraph == 0,
            embedded=status == "held" and bool(self.words.opening.ends(keys, group.at, sentence.first)),
            topical=topical, journey=row.journey,
        )  # fmt: skip
        if group.modal and row.other == ("with", "joint") and not right:
            return None
        asked = row.support or row.medium == "must" or not report.right
        medium = self.statuses.medium(report, sentence) if asked else None
        report.support = row.support and (medium is None or not two_sides(report.parties))
        if not right and self.parties.ourselves(group.at, sentence):
            return self._together(report, row, group, medium is not None)
        if right and right[0].mention is not None and right[0].mention.text == "voice" and status != "held":
            return None
        if unsure and not (left and left[0].person is not None and (two_sides(left) or len(right) == 1)):
            return None
        self._gathered(report, row, end, sentence)
        told = row.medium != "must" or medium is not None or self.written
        return report if told and self._complete(report, row, end, sentence) else None

    def _attended(self, hit: Hit[Cue], row: ContactVerb, sentence: Sentence) -> Report | None:
        """Who else took part in the gathering told before."""
        if "object" in row.other:
            mention = self.slots.mention_at(hit.last, sentence.last, plain=True)
            chain = self.slots.chain_from(mention, sentence.last) if mention is not None else []
        else:
            chain = self.slots.subject(self.slots.group(hit.first, sentence.first).at, sentence.first)
        parties = [p for p in self.parties.of(chain, hit.first) if p.code and p.person is not None]
        report = Report(-1, (hit.first, hit.last), row.kind, row.rule, right=parties, joins=True)
        return report if parties else None

    def _gathered(self, report: Report, row: ContactVerb, end: int, sentence: Sentence) -> None:
        """Those of many states whom somebody hosts for a named event take part in it ("for a C5+1 summit")."""
        if row.host != "subject" or len({p.code for p in report.right if p.code}) < _MANY:
            return
        for k in range(end, min(end + _EVENT, sentence.last - 1)):
            led = self.keys[k] in self.words.concerning
            event = event_at(self.found, self.words, k + 1, sentence.last) if led else None
            if event is not None:
                report.kind, report.occasion, report.open = "conference", self._text(*event), False
                return

    def _later(self, right: list[Party], sentence: Sentence) -> list[Party]:
        """The subject behind the comma that closes a clause without one."""
        last = max((p.mention.last for p in right if p.mention is not None), default=right[-1].first + 1)
        return self.parties.of(self.nouns.sides.main_subject(last, sentence), sentence.first)

    def _first(self, group: Group) -> int:
        """Where the group begins behind the words that lead to it ("refused [to] meet")."""
        return group.at + (self.keys[group.at] in self.words.infinitive)

    def _traveller(self, left: list[Party], group: Group, sentence: Sentence) -> list[Party]:
        """Who makes the journey, where the place it leads to stands before its purpose ("flew to [Rome] to meet X")."""
        visit = self.nouns.visit
        if visit is None or len(left) != 1 or self.keys[group.at] not in self.words.infinitive:
            return left
        there = sentence.first <= visit.cue[0] <= left[0].first and left[0].code in [p.code for p in visit.right]
        return visit.left if there and left[0].person is None and visit.left else left

    def _together(self, report: Report, row: ContactVerb, group: Group, told: bool) -> Report | None:
        """ "We met": the one who speaks in a transcript and the one who is spoken to; `told`: a medium stands there."""
        pair = self.parties.both(group.at - 1) or self.parties.pair(report.cue[0])
        if "joint" not in row.other or not two_sides(pair) or (row.person and not told):
            return None
        report.left, report.right, report.background = pair[:1], pair[1:], True
        return report

    def _around(
        self, hit: Hit[Cue], row: ContactVerb, group: Group, sentence: Sentence
    ) -> tuple[list[Mention], Others]:
        """The subject and the other side of a verb, where the pack's word order has them."""
        slots = self.slots
        before = self.keys[group.at - 1] if group.at > sentence.first else ""
        if self.words.verb_first and before not in self.words.relative:
            mention = slots.following(hit.last, sentence.last)
            if mention is not None:
                chain = slots.chain_from(mention, sentence.last)
                others = self._others(hit, row, chain[-1].last, sentence.last)
                if others[0] or others[3] or ("joint" in row.other and slots.ending.get(group.at) is None):
                    return chain, others
        subject = slots.subject(group.at, sentence.first)
        if subject and (met := self._whom(subject, row, sentence)) is not None:
            return subject, (self.parties.of([met], met.first), hit.last, None, None)
        if self.words.verb_final:
            subject = slots.clause_subject(group.at, sentence.first)
            begin = max([sentence.first, *(m.last for m in subject)])
            others = self._others(hit, row, begin, hit.first)
            if others[0] or others[3]:
                return subject, others
        return subject, self._others(hit, row, hit.last, sentence.last)

    def _whom(self, subject: list[Mention], row: ContactVerb, sentence: Sentence) -> Mention | None:
        """The other side that a relative word before the subject takes up ("[X], with whom he spoke")."""
        k = subject[0].first - 1
        if k <= sentence.first or self.keys[k] not in self.words.relative or row.other[0] not in ("object", "with"):
            return None
        k -= self.words.links(row).ends(self.keys, k, sentence.first)
        met = self.slots.ending.get(k - (self.keys[k - 1] == ","))
        return met if met is not None and not met.place and self._suits(met, row) else None

    def _no_verb(self, hit: Hit[Cue], sentence: Sentence) -> bool:
        """Whether the word stands where a noun does ("their talks", "the visit")."""
        if any(isinstance(v, ContactNoun) for v in hit.values) and self.slots.nominal(hit.first, sentence.first):
            return True
        before = self.keys[hit.first - 1] if hit.first > sentence.first else ""
        noun = any(isinstance(v, ContactNoun) for v in hit.values) and before not in self.words.infinitive
        participle = bool(self.words.participle) and self.keys[hit.first].endswith(self.words.participle)
        behind = before not in self.words.clause or not participle  # "after talks with X"
        governed = noun and before in self.words.preposition and behind
        return governed or before in self.words.determiner or before in POSSESSIVE

    def _mediated(self, hit: Hit[Cue], group: Group, sentence: Sentence) -> bool:
        """Whether the cue only tells who hosted the contact before it ("talks …, which were hosted by X")."""
        k = group.at - 1
        relative = k > sentence.first and self.keys[k] in self.words.relative and self.keys[k - 1] == ","
        return relative and any(self.words.mediation.starts(self.keys, j, hit.last) for j in range(hit.first, hit.last))

    def _others(self, hit: Hit[Cue], row: ContactVerb, begin: int, last: int) -> Others:
        """The other side in the tokens `[begin, last)`: parties, where they end, place, occasion."""
        for slot in row.other:
            if slot == "object":
                mention = self._object(hit, row, begin, last) or self._guest(row, begin, last)
                if mention is not None and not mention.place and self._suits(mention, row):
                    chain = self.slots.chain_from(mention, last)
                    return self.parties.of(chain, hit.first), chain[-1].last, None, None
            elif slot == "with":
                chain, at = self.slots.partner(begin, last, self.words.links(row))
                if chain and self._suits(chain[0], row):
                    return self.parties.of(chain, hit.first), at, None, None
            elif slot == "place":
                left = self.words.verb_final and last == hit.first
                apart = row.person and self.found.tokens.word[min(begin, last - 1)].islower()
                apart = apart and begin < last and self.keys[begin] not in self.words.determiner
                place = None if left or row.links or apart else self.places.visited(begin, last)
                if place is None and self.keys[begin - 1] in self.words.here:  # "is here for talks"
                    place = self.places.visited(begin - 1, last)
                place = place or self._toward(row, begin, last)
                if place is not None:
                    span, code, first = place
                    return [Party(code, span, first)], first, self.places.make(span, code), None
            elif slot == "event":
                event = self._event(row, begin, last)
                if event is not None:
                    return self.places.bodies(*event), event[1], self.places.of_event(*event), self._text(*event)
        return [], begin, None, None

    def _object(self, hit: Hit[Cue], row: ContactVerb, begin: int, last: int) -> Mention | None:
        if self.words.verb_final and last == hit.first:
            return self.slots.closing_object(begin, last)
        if self.words.verb_first and begin > hit.last:
            return self.slots.following(begin, last)
        return self.slots.mention_at(begin, last, plain=not row.person)

    def _guest(self, row: ContactVerb, begin: int, last: int) -> Mention | None:
        """The guest named among others ("will host thirty leaders, including [X]")."""
        return self.slots.named_among(begin, last) if row.host == "subject" else None

    def _toward(self, row: ContactVerb, begin: int, last: int) -> tuple[Span, str, int] | None:
        """The place behind a word of direction, where other words may stand before it ("left on Monday for [C]")."""
        links = self.words.own_links.get(id(row))
        if links is not None and "place" in row.other:
            return self._direction(links, begin, last)
        if not (self.words.verb_first or self.words.verb_final):
            return None
        for k in range(begin, min(begin + 14, last - 1)):
            if self.keys[k] in self.words.toward and (place := self.places.visited(k + 1, last)) is not None:
                return place
        return None

    def _direction(self, links: Phrases, begin: int, last: int) -> tuple[Span, str, int] | None:
        words = self.words
        closed = words.relative | words.conjunction | words.infinitive | words.subordinate | words.determiner
        for k in range(begin, min(begin + _DIRECTION, last - 1)):
            if self.keys[k] in words.here:
                return self.places.visited(k, last)
            if (n := links.starts(self.keys, k, last)) > 0:
                place = self.places.visited(k + n, last) if k + n < last else None
                plain = self.found.tokens.word[k + n].islower() and self.keys[k + n] not in self.words.determiner
                return None if place is None or (plain and place[2] > k + n) else place
            if self.keys[k] in closed or self.keys[k] in ";:,":
                break
        return None

    def _event(self, row: ContactVerb, begin: int, last: int) -> tuple[int, int] | None:
        """The named event right behind a verb, or behind the first of its links ("took part, by video, in [E]")."""
        links = self.words.own_links.get(id(row))
        if links is not None:
            at = links.within(self.keys, begin, min(begin + _DIRECTION, last))
            begin = last if at is None else at + links.starts(self.keys, at, last)
        return event_at(self.found, self.words, begin, last)

    def _text(self, first: int, last: int) -> str:
        start, end = self.found.chars(first, last)
        return self.found.text[start:end]

    def _suits(self, mention: Mention, row: ContactVerb) -> bool:
        if mention.kind == "pronoun":
            return not (row.person and mention.gender == "n")
        return not row.person or mention.kind in ("name", "office", "group")

    def _complete(self, report: Report, row: ContactVerb, end: int, sentence: Sentence) -> bool:
        """Whether both sides stand there, and what else the row asks for."""
        if row.unless and self._goes_on(report, row, sentence):
            return False
        if row.located:
            near = self.places.near(end, min(end + 6, sentence.last))
            if near is None:
                return False
            report.place = self.places.make(self.found.chars(near.first, near.last), near.states[0])
        if row.host is not None:
            host = report.left if row.host == "subject" else report.right
            for party in host:
                party.role = "host"
        if "event" in row.other:
            self._at_visit(report, sentence)
            return report.occasion is not None and bool(report.left)
        if report.taken_up:
            return True
        if "place" in row.other and any(self.parties.travels(p) for p in report.left):
            return bool(report.right) and two_sides(report.parties)
        if "place" in row.other:
            return False
        if not report.right and "joint" in row.other and self._session(report, sentence):
            return True
        if not report.right:
            people = not row.person or all(p.person is not None or (p.mention and p.mention.role) for p in report.left)
            return "joint" in row.other and two_sides(report.left) and people
        return two_sides(report.parties) or (not report.left and report.title)

    def _goes_on(self, report: Report, row: ContactVerb, sentence: Sentence) -> bool:
        """Whether a word follows the other side that makes the verb another one ("called on X [to] resign")."""
        ends = [p.mention.last for p in report.right if p.mention is not None]
        k = max(ends, default=report.cue[1])
        return k < sentence.last and self.keys[k] in row.unless

    def _session(self, report: Report, sentence: Sentence) -> bool:
        """Whether those of a body of states met somewhere ("The [G7] leaders met in Hiroshima")."""
        mention = report.left[0].mention if len(report.left) == 1 else None
        if mention is None or mention.person is not None or self.words.is_state(report.left[0].code):
            return False
        if not (mention.plural or mention.text == "people" or mention.kind in ("group", "office", "institution")):
            return False
        if report.title or self.keys[report.cue[1] : report.cue[1] + 1][0] not in self.words.inside:
            return False
        place = self.places.near(report.cue[1], min(report.cue[1] + _NEAR, sentence.last))
        if place is None:
            return False
        report.place = self.places.make(self.found.chars(place.first, place.last), place.states[0])
        report.kind, report.rule, report.open, report.taken_up = "conference", "session", False, False
        return True

    def _at_visit(self, report: Report, sentence: Sentence) -> None:
        """A gathering attended on a visit told in the same sentence: its host, and whether it is under way."""
        visit = self.nouns.visit
        if visit is None or not sentence.first <= visit.cue[0] < report.cue[0] or not visit.right:
            return
        if report.place is not None and report.place.country != visit.right[0].code:
            return
        report.place = report.place or visit.place
        if all(p.code != visit.right[0].code for p in report.parties):
            report.right = [*report.right, visit.right[0]]
        before = self.keys[visit.cue[0] : visit.cue[0] + 1]
        if visit.noun and visit.status == "held" and report.status == "planned" and before[0] in self.words.auxiliary:
            report.status = "held"
