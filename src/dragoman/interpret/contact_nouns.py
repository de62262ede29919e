"""Nouns of contact ("a meeting between A and B", "In a telephone conversation, …") -> who takes part."""

from __future__ import annotations

from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.identify import Mention
from dragoman.interpret.contact_sides import Sides
from dragoman.interpret.encounter_draft import Party, Report
from dragoman.interpret.encounter_words import Cue
from dragoman.interpret.participants import Slots
from dragoman.interpret.parties import Parties, two_sides
from dragoman.interpret.topic_words import OTHER
from dragoman.interpret.when_where import Places, event_at
from dragoman.world.pack.encounters import ContactNoun

# How many tokens behind a noun its verb may stand ("Talks between A and B on C ended").
_PREDICATE = 16
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
        self.sides = Sides(slots, parties)

    def read(self, hit: Hit[Cue], row: ContactNoun, sentence: Sentence) -> Report | None:
        """The report of this noun, or None when nobody or only one side takes part in it."""
        self.sides.grouped = False
        if self.words.count.starts(self.keys, hit.first, sentence.last):
            return None
        owner, start, opener = self.slots.possessor(hit.first, sentence.first)
        if not opener and self.words.clitic and self.keys[hit.first].endswith(self.words.clitic):
            opener = self.words.clitic
        counted = self.words.count.ends(self.keys, start, sentence.first)
        if counted and not opener:
            owner, start, opener = self.slots.possessor(start - counted, sentence.first)
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
        report.plural = row.plural or counted > 0
        self.sides.fill(report, hit, row, owner, sentence)
        if light and row.kind == "message" and self.words.possessor_after and report.left and not report.right:
            report.left, report.right = [], report.left  # who stands right behind what is sent receives it
        if given is not None and not report.right:
            report.right = self.parties.of([given[0]], hit.first)
        if not report.left and (opener in self.words.owning or opener == self.words.clitic != ""):
            self.sides.owned(report, hit.first, start, fronted, sentence)
        self._other(report, hit, opener, start)
        light = self._invited(report, start, sentence) or light
        anchored = bool(light or opening or report.parties or report.taken_up or self._taken_up(hit, opener, start))
        if report.title and not report.left and not report.right:
            report.left = self.sides.titled(start, sentence)
        bare = row.event and not (light or report.right)
        if not (report.left or report.taken_up or report.title or bare):
            at = start - light if light else start
            report.left = self.sides.subject(report, at, bool(light), bool(opening), sentence)
        if row.event and light and not report.right:
            self._named(report, hit, sentence)
        if self._gathering(report, hit, row, start, sentence):
            return report
        if row.place:
            return (self._title_visit if report.title else self._visit)(report, hit, sentence)
        if self._on_journey(report, hit, row, start, sentence):
            return report if self.visit is None or self.visit.status in ("held", "planned") else None
        if opening and row.open and self._session(report):
            return report
        if row.open and len({p.code for p in report.parties}) > 2 and row.weak and self._nobody(report):
            report.kind, report.open = "conference", False
        report.group = self.sides.grouped and not report.taken_up
        report.taken_up = report.taken_up or (not report.right and self._taken_up(hit, opener, start))
        told = bool(light or opening) or self._happened(report, hit, sentence)
        return report if anchored and self._counts(report, row, told, bool(light), sentence) else None

    def _named(self, report: Report, hit: Hit[Cue], sentence: Sentence) -> None:
        """Fills in the bodies and the place in the name of a gathering ("opened the [ASEAN] summit in Oslo")."""
        event = event_at(self.slots.found, self.words, hit.first, sentence.last)
        bodies = self.places.bodies(*event) if event is not None else []
        if event is not None and bodies and report.left != bodies:
            start, end = self.slots.found.chars(*event)
            report.right, report.occasion = bodies, self.slots.found.text[start:end]
            report.place = report.place or self.places.of_event(*event)

    def _gathering(self, report: Report, hit: Hit[Cue], row: ContactNoun, start: int, sentence: Sentence) -> bool:
        """Whether it is the meeting of a body of states by its name ("The [ASEAN] summit opened in Oslo, attended by
        [X]"); fills in the body and who came."""
        if report.title or not (row.event or (row.open and not row.weak)) or report.taken_up:
            return False
        if any(p.person is not None for p in report.parties) or not self._happened(report, hit, sentence):
            return False
        first = hit.first if self.words.possessor_after else start
        event = event_at(self.slots.found, self.words, first, sentence.last)
        bodies = [p for p in self.places.bodies(*event) if not self.words.is_state(p.code)] if event is not None else []
        if event is None or not bodies or report.cue[0] < hit.first:
            return False
        begin, end = self.slots.found.chars(*event)
        report.kind, report.rule, report.open, report.embedded, report.event = (
            "conference",
            "gathering",
            False,
            False,
            True,
        )
        report.left, report.right = bodies[:1], self._attending(event[1], sentence)
        report.occasion, report.place = self.slots.found.text[begin:end], self.places.of_event(*event)
        return True

    def _attending(self, k: int, sentence: Sentence) -> list[Party]:
        """Who is named behind "attended by"."""
        at = self.words.attended.within(self.keys, k, sentence.last)
        if at is None:
            return []
        mention = self.slots.mention_at(at + self.words.attended.starts(self.keys, at, sentence.last), sentence.last, 2)
        return self.parties.of(self.slots.chain_from(mention, sentence.last), k) if mention is not None else []

    def _invited(self, report: Report, start: int, sentence: Sentence) -> int:
        """Fills in who invited whom ("[X] invited [Y] to a dinner"); how far back the verb stands, 0 without one."""
        guest = self.slots.ending.get(start - 1) if self.keys[start - 1] in self.words.infinitive else None
        n = self.words.invite.ends(self.keys, guest.first, sentence.first) if guest is not None else 0
        if guest is None or not n or report.parties or report.title:
            return 0
        at = self.slots.group(guest.first - n, sentence.first).at
        report.left = self.parties.of(self.slots.subject(at, sentence.first), sentence.first)
        report.right, report.status = self.parties.of([guest], guest.first), "proposed"
        report.cue, report.embedded = (guest.first - n, report.cue[1]), False
        return start - guest.first + n

    def _other(self, report: Report, hit: Hit[Cue], opener: str, start: int) -> None:
        """Fills in the sides of another contact of those told of ("at their previous meeting", "the next round")."""
        phrase = self.keys[start : hit.first]
        after = self.keys[hit.last] if hit.last < len(self.keys) else ""
        behind = self.words.possessor_after  # "pertemuan sebelumnya"
        phrase += [after] if behind else []
        past = any(key in self.words.earlier for key in phrase)
        ahead = any(key in self.words.coming for key in phrase)
        of = self.words.of if behind else self.words.grammar.words.of[:1]
        if not (past or ahead) or report.title or after in of or not (opener or behind):
            return
        pair = self.parties.latest
        known = {p.code for p in report.parties}
        if report.right or not two_sides(pair) or not known <= {p.code for p in pair}:
            report.apart = bool(report.right)
            return
        pair = self.parties.pair(hit.first)
        report.left, report.right, report.solid = pair[:1], pair[1:], True
        report.apart, report.background, report.coming = True, past, ahead

    @staticmethod
    def _nobody(report: Report) -> bool:
        """Whether states and bodies alone are named: a round of talks of many."""
        return all(p.person is None for p in report.parties)

    def _happened(self, report: Report, hit: Hit[Cue], sentence: Sentence) -> bool:
        """Whether a verb behind the noun tells that the contact took place, is to, or will not."""
        ends = [p.mention.last if p.mention else p.first + 1 for p in report.right]
        first = max([hit.last, *ends])
        stop = min(first + _PREDICATE, sentence.last)
        marks = (k for k in range(first, stop) if self.keys[k] in ";:." or self.keys[k] in self.words.relative)
        return self.words.happened.within(self.keys, first, next(marks, stop)) is not None

    def _on_journey(self, report: Report, hit: Hit[Cue], row: ContactNoun, start: int, sentence: Sentence) -> bool:
        """Whether it is what the visit told before is made for, with those who are visited; fills in the sides."""
        others = not report.right and self.words.links(row).starts(self.keys, hit.last, sentence.last)
        journey = [] if others or not self._purpose(start, sentence) else self._journey(sentence, hit.first)
        if not journey or not {p.code for p in report.right} <= {p.code for p in journey[1:]}:
            return False
        report.left, report.right = journey[:1], report.right or journey[1:]
        there = (
            self.visit is not None and self.keys[self.visit.cue[0]] in self.words.auxiliary
        )  # "was in Rome for talks"
        report.status, report.embedded = "held" if there else "planned", False
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

    # ------------------------------------------------------------------------------------------ conditions

    def _visit(self, report: Report, hit: Hit[Cue], sentence: Sentence) -> Report | None:
        """A visit: the place after "to" is the other side; a journey whose stations were told is no other."""
        if report.cue[0] == hit.first and report.left and self._journey(sentence, hit.first)[:1] == report.left[:1]:
            return None
        for k in range(hit.last, min(hit.last + 8, sentence.last)):
            here = self.keys[k] in self.words.here
            if here or self.keys[k] in self.words.toward:
                place = self.places.visited(k, sentence.last) if here else None
                place = place or self.places.visited(k + 1, sentence.last) or self.places.before(k + 1, report.left)
                if place is not None:
                    span, code, first = place
                    report.right, report.place = [Party(code, span, first)], self.places.make(span, code)
                    people = [p for p in report.left if self.parties.travels(p)]
                    report.left = people[:1] if people else report.left[:1]
                    return report if people and len({p.code for p in report.parties}) > 1 else None
        return None

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

    def _counts(self, report: Report, row: ContactNoun, told: bool, light: bool, sentence: Sentence) -> bool:
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
        return told or not row.weak or people
