"""Nouns of contact ("a meeting between A and B", "In a telephone conversation, …") -> who takes part."""

from __future__ import annotations

from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.identify import Mention
from dragoman.interpret.encounter_draft import Party, Report
from dragoman.interpret.encounter_words import Cue
from dragoman.interpret.participants import Slots
from dragoman.interpret.parties import Parties, two_sides
from dragoman.interpret.topic_words import OTHER
from dragoman.interpret.when_where import Places, event_at
from dragoman.world.pack.encounters import ContactNoun

_BETWEEN = 10
# How many tokens behind a noun its determiner stands at most ("pertemuan yang berlangsung 40 menit itu").
_PHRASE = 8


class NounReader:
    """Reads the sides around a noun cue."""

    def __init__(self, slots: Slots, parties: Parties, places: Places) -> None:
        self.slots = slots
        self.parties = parties
        self.places = places
        self.words = slots.words
        self.keys = slots.keys
        self.visit: Report | None = None
        self.grouped = False

    def read(self, hit: Hit[Cue], row: ContactNoun, sentence: Sentence) -> Report | None:
        """The report of this noun, or None when nobody or only one side takes part in it."""
        self.grouped = False
        owner, start, opener = self.slots.possessor(hit.first, sentence.first)
        if not opener and self.words.clitic and self.keys[hit.first].endswith(self.words.clitic):
            opener = self.words.clitic
        start -= self.words.count.ends(self.keys, start, sentence.first)
        light = self.words.light.ends(self.keys, start, sentence.first)
        carrier = self._carrier(start, sentence) if self.words.verb_first and not light else None
        if carrier is not None:
            owner, light, start = carrier[1], carrier[2], carrier[0] + carrier[2]
        given = None if light or row.kind != "message" else self._given(start, sentence)
        if given is not None:
            light, start = given[1], given[0].first
        opening = 0 if light else self.words.opening.ends(self.keys, start, sentence.first)
        fronted = opening if start - opening < sentence.first + 2 else 0
        report = self._new(hit, row, start, light, fronted)
        report.title = sentence.paragraph == 0
        self._sides(report, hit, row, owner, sentence)
        if light and row.kind == "message" and self.words.possessor_after and report.left and not report.right:
            report.left, report.right = [], report.left  # who stands right behind what is sent receives it
        if given is not None and not report.right:
            report.right = self.parties.of([given[0]], hit.first)
        if not report.left and (opener in self.words.possessives or opener == self.words.clitic != ""):
            self._owned(report, hit.first, fronted, sentence)
        anchored = bool(light or opening or report.parties or report.taken_up or self._taken_up(hit, opener, start))
        if report.title and not report.left and not report.right:
            report.left = self._titled(start, sentence)
        bare = row.event and not (light or report.right)
        if not (report.left or report.taken_up or report.title or bare):
            report.left = self._subject(report, start - light if light else start, bool(light), bool(opening), sentence)
        if row.event and light and not report.right:
            self._named(report, hit, sentence)
        if row.place:
            return (self._title_visit if report.title else self._visit)(report, hit, sentence)
        if self._on_journey(report, hit, row, start, sentence):
            return report if self.visit is None or self.visit.status in ("held", "planned") else None
        if opening and row.open and self._session(report):
            return report
        report.group = self.grouped and not report.taken_up
        report.taken_up = report.taken_up or (not report.right and self._taken_up(hit, opener, start))
        return report if anchored and self._counts(report, row, bool(light), bool(opening), sentence) else None

    def _on_journey(self, report: Report, hit: Hit[Cue], row: ContactNoun, start: int, sentence: Sentence) -> bool:
        """Whether it is what the visit told before is made for, with those who are visited; fills in the sides."""
        others = not report.right and self.words.links(row).starts(self.keys, hit.last, sentence.last)
        journey = [] if others or not self._purpose(start, sentence) else self._journey(sentence, hit.first)
        if not journey or not {p.code for p in report.right} <= {p.code for p in journey[1:]}:
            return False
        report.left, report.right = journey[:1], report.right or journey[1:]
        report.status, report.embedded = "planned", False
        return True

    def _session(self, report: Report) -> bool:
        """Whether it is the meeting of a body of states in a place ("At a meeting in [Oslo], the [G7] ministers …")."""
        if report.right or len(report.left) != 1 or self.words.is_state(report.left[0].code):
            return False
        mention = report.left[0].mention
        if mention is None or mention.person is not None or (mention.text != "people" and not mention.plural):
            return False
        k = report.cue[1]
        report.place = self.places.of_event(k, mention.first) if self.keys[k] in self.words.inside else None
        if report.place is None:
            return False
        report.kind, report.rule, report.open, report.embedded = "conference", "session", False, False
        return True

    def _new(self, hit: Hit[Cue], row: ContactNoun, at: int, light: int, opening: int) -> Report:
        """The report of a noun whose phrase begins at `at`, without its sides."""
        return Report(
            -1, (at - light if light else hit.first, hit.last), row.kind, row.rule, noun=True, event=row.event,
            open=row.open, plural=row.plural, embedded=not light and not opening,
        )  # fmt: skip

    def _given(self, start: int, sentence: Sentence) -> tuple[Mention, int] | None:
        """The receiver between a light verb and the noun ("sent [the king] a message"), and the verb's length."""
        mention = self.slots.ending.get(start)
        if mention is None or mention.first <= sentence.first or mention.place:
            return None
        light = self.words.light.ends(self.keys, mention.first, sentence.first)
        return (mention, light) if light else None

    def _carrier(self, start: int, sentence: Sentence) -> tuple[int, list[Mention], int] | None:
        """The light verb at the head of a clause, its subject and its length ("[held] the minister a meeting")."""
        for k in range(start - 1, max(sentence.first, start - 30), -1):
            if self.keys[k - 1] in self.words.relative or self.keys[k - 1] in ".;:":
                return None
            n = self.words.light.ends(self.keys, k, sentence.first)
            if n:
                mention = self.slots.following(k, start)
                return (k - n, self.slots.chain_from(mention, start), n) if mention is not None else None
        return None

    def _purpose(self, start: int, sentence: Sentence) -> bool:
        return self.words.purpose.ends(self.keys, start, sentence.first) > 0

    def _journey(self, sentence: Sentence, before: int) -> list[Party]:
        """The sides of the visit told earlier in the sentence ("arrived in Warsaw for talks")."""
        visit = self.visit
        return visit.parties if visit is not None and sentence.first <= visit.cue[0] < before else []

    # ------------------------------------------------------------------------------------------ sides

    def _sides(self, report: Report, hit: Hit[Cue], row: ContactNoun, owner: list[Mention], sentence: Sentence) -> None:
        """Fills in what stands at the noun itself: possessor, "between A and B", "with X", "France-UK"."""
        both = self.parties.dyad(hit.first, sentence.first) or self._between(hit, sentence)
        report.taken_up = self.grouped
        if both:
            report.left, report.right, report.solid = both[:1], both[1:], True
            return
        report.left = self.parties.of(owner, hit.first)
        if self.words.possessor_after and not owner:
            mention = self.slots.mention_at(hit.last, sentence.last, 1)
            if mention is not None and not mention.place:
                report.left = self.parties.of(self.slots.chain_from(mention, sentence.last), hit.first)
        chain, _ = self.slots.partner(hit.last, sentence.last, self.words.links(row))
        if chain and not self.parties.is_group(chain):
            report.right = self.parties.of(chain, hit.first)

    def _named(self, report: Report, hit: Hit[Cue], sentence: Sentence) -> None:
        """Fills in the bodies and the place in the name of a gathering ("opened the [ASEAN] summit in Oslo")."""
        event = event_at(self.slots.found, self.words, hit.first, sentence.last)
        bodies = self.places.bodies(*event) if event is not None else []
        if event is not None and bodies and report.left != bodies:
            start, end = self.slots.found.chars(*event)
            report.right, report.occasion = bodies, self.slots.found.text[start:end]
            report.place = report.place or self.places.of_event(*event)

    def _between(self, hit: Hit[Cue], sentence: Sentence) -> list[Party]:
        for k in range(hit.last, min(hit.last + _BETWEEN, sentence.last)):
            n = self.words.between.starts(self.keys, k, sentence.last)
            mention = self.slots.mention_at(k + n, sentence.last) if n else None
            if mention is not None:
                chain = self.slots.chain_from(mention, sentence.last)
                if self.parties.is_group(chain):
                    self.grouped = True
                    return []
                parties = self.parties.of(chain, hit.first)
                if len({p.code for p in parties}) > 1:
                    return parties
            if self.keys[k] in self.words.clause or self.keys[k] in ",;:":
                break
        return []

    def _owned(self, report: Report, before: int, fronted: int, sentence: Sentence) -> None:
        """Fills in whom "his" or "their" means; "A and B … their meeting" has both sides.

        fronted: whether it opens the sentence, so that the subject comes later ("In his talks with A, [B] urged").
        """
        both = self._owner(before, sentence)
        if fronted and report.right:
            ends = [p.mention.last for p in report.right if p.mention]
            after = self._main_subject(max([before, *ends]), sentence)
            named = after[:1] if after and after[0].person is not None else []
            both = [p for p in self.parties.of(named, before) if not any(p.same(r) for r in report.right)] or both
        report.left = both if report.right else both[:1]
        report.right = report.right or both[1:]

    def _owner(self, before: int, sentence: Sentence) -> list[Party]:
        """The subject of the sentence, else the person of whom the text spoke last."""
        subject = self.slots.clause_subject(before, sentence.first)
        if subject and self.parties.is_group(subject):
            return []
        person = self.parties.last_person(before)
        mentions = subject or ([person] if person is not None else [])
        both = self.parties.of(mentions, sentence.first) if len(mentions) > 1 else []
        return both if two_sides(both) else self.parties.of(mentions[:1], sentence.first)

    def _subject(self, report: Report, start: int, light: bool, opening: bool, sentence: Sentence) -> list[Party]:
        """The subject of the light verb, or of the clause which the noun introduces."""
        agent = [] if light else self._agent(report.cue[1], sentence)
        if agent:
            mentions = agent
        elif light:
            mentions = self.slots.subject(self.slots.group(start, sentence.first).at, sentence.first)
        elif opening and start - opening > sentence.first and (beside := self._beside(report, start - opening)):
            mentions = self.slots.chain_before(beside, sentence.first)
        elif opening and start - sentence.first < 4:
            mentions = self._main_subject(max([start, *(p.mention.last for p in report.right if p.mention)]), sentence)
        elif not opening and self._reported(start, sentence):
            return [p for p in self.parties.latest if not any(p.same(q) for q in report.right)]
        elif opening or report.right:
            mentions = self.slots.clause_subject(start, sentence.first)
        else:
            mentions = []
        self.grouped = bool(mentions) and self.parties.is_group(mentions)
        if self.grouped:
            return [] if report.right else self.parties.pair(start)
        parties = self.parties.of(mentions, sentence.first)
        if not report.right and opening and start - sentence.first < 4 and len({p.code for p in parties}) < 2:
            report.right = self._addressed(mentions, parties, sentence)
        return parties

    def _reported(self, start: int, sentence: Sentence) -> bool:
        """Whether a reported clause begins with the noun: who reports does not take part by that."""
        if start - 1 <= sentence.first:
            return False
        before = self.keys[start - 1]
        return before in self.words.complement or (before == "," and self.keys[start - 2] in self.words.reporting)

    def _beside(self, report: Report, k: int) -> Mention | None:
        """Who is named right before the phrase that begins at `k`; no state travels."""
        mention = self.slots.ending.get(k)
        return None if mention is not None and report.kind == "visit" and mention.kind == "state" else mention

    def _agent(self, k: int, sentence: Sentence) -> list[Mention]:
        """Who makes the visit: "a visit to Moscow by [X]"."""
        for j in range(k, min(k + 8, sentence.last)):
            if self.keys[j] in self.words.agent and (mention := self.slots.mention_at(j + 1, sentence.last)):
                return [mention]
        return []

    def _main_subject(self, start: int, sentence: Sentence) -> list[Mention]:
        """The first mention after a comma: "In a telephone conversation on Tuesday, [A and B] talked"."""
        for k in range(start, sentence.last):
            if self.keys[k] == ",":
                mention = self.slots.mention_at(k + 1, sentence.last, 1)
                if mention is not None and not mention.place:
                    return self.slots.chain_from(mention, sentence.last)
        return []

    def _addressed(self, mentions: list[Mention], parties: list[Party], sentence: Sentence) -> list[Party]:
        """The other person of a clause that a contact noun introduces ("…, A congratulated B")."""
        first = mentions[-1].last if mentions else sentence.first
        for mention in self.slots.who.within(first, sentence.last):
            if mention.person is not None and parties:
                party = self.parties.of([mention], first)[0]
                if party.code and party.code != parties[0].code:
                    return [party]
        return []

    # ------------------------------------------------------------------------------------------ conditions

    def _visit(self, report: Report, hit: Hit[Cue], sentence: Sentence) -> Report | None:
        """A visit: the place after "to" is the other side; a journey whose stations were told is no other."""
        if report.cue[0] == hit.first and report.left and self._journey(sentence, hit.first)[:1] == report.left[:1]:
            return None
        for k in range(hit.last, min(hit.last + 8, sentence.last)):
            if self.keys[k] in self.words.toward:
                place = self.places.visited(k + 1, sentence.last) or self.places.before(k + 1, report.left)
                if place is not None:
                    span, code, first = place
                    report.right, report.place = [Party(code, span, first)], self.places.make(span, code)
                    people = [p for p in report.left if self.parties.travels(p)]
                    report.left = people[:1] if people else report.left[:1]
                    return report if people and len({p.code for p in report.parties}) > 1 else None
        return None

    def _titled(self, start: int, sentence: Sentence) -> list[Party]:
        """Both sides where a title names them before the noun ("Remarks by A and B before their meeting")."""
        for mention in self.slots.who.within(sentence.first, start):
            if not mention.place and not mention.adjective:
                parties = self.parties.of(self.slots.chain_from(mention, start), start)
                if len({p.code for p in parties if p.code}) > 1:
                    return parties
        return []

    def _title_visit(self, report: Report, hit: Hit[Cue], sentence: Sentence) -> Report | None:
        """A title that speaks of somebody's visit ("Statement on the Visit of President X")."""
        if not report.left and hit.last < sentence.last and self.keys[hit.last] in self.words.of:
            mention = self.slots.mention_at(hit.last + 1, sentence.last)
            report.left = self.parties.of([mention], hit.first) if mention is not None else []
        return self._visit(report, hit, sentence) or (report if report.left else None)

    def _taken_up(self, hit: Hit[Cue], opener: str, start: int) -> bool:
        """Whether "the meeting" means one told before; "the nuclear talks" are others."""
        if self.words.topics.within(self.slots.tokens, start, hit.first) != OTHER:
            return False
        after = self._closing(hit.last)
        if self.words.definite and self.keys[hit.first].startswith(self.words.definite):
            return True
        return opener in self.words.anaphor or (self.words.possessor_after and after in self.words.anaphor)

    def _closing(self, k: int) -> str:
        """The determiner that closes the noun phrase at `k`, where it stands behind what describes the noun."""
        slots, words = self.slots, self.words
        for j in range(k, min(k + _PHRASE, len(self.keys))):
            if self.keys[j] in words.anaphor:
                return self.keys[j]
            if not words.possessor_after or j in slots.starting or not self.keys[j][0].isalnum():
                return ""
        return ""

    def _counts(self, report: Report, row: ContactNoun, light: bool, opening: bool, sentence: Sentence) -> bool:
        sides = len({p.code for p in report.parties if p.code})
        if sentence.paragraph == 0:
            return bool(report.parties) or not row.weak
        if report.taken_up and not (light and sides > 1):
            return True
        if report.solid and row.event:
            return sides > 1
        if sides < 2:
            return False
        people = all(any(p.person is not None for p in side) for side in (report.left, report.right) if side)
        if light or opening or not row.weak or people:
            return True
        if not (report.solid and self._carried(report, sentence)):
            return False
        report.kind = "conference" if sides > 2 else report.kind
        return True

    def _carried(self, report: Report, sentence: Sentence) -> bool:
        """Whether the words behind say that it took place ("talks between A and B were held")."""
        return self.words.carried.within(self.keys, report.cue[1], sentence.last) is not None
