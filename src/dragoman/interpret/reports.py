"""One sentence -> the contacts its cues report: kind, status, sides."""

from __future__ import annotations

from dragoman.find import Found
from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.identify import Identified
from dragoman.interpret.contact_nouns import NounReader
from dragoman.interpret.contact_status import Statuses
from dragoman.interpret.contact_verbs import VerbReader
from dragoman.interpret.encounter_draft import Party, Report
from dragoman.interpret.encounter_words import Cue, EncounterWords
from dragoman.interpret.participants import Group, Slots
from dragoman.interpret.parties import Parties, two_sides
from dragoman.interpret.several import Several
from dragoman.interpret.when_where import Places
from dragoman.model import Place
from dragoman.world.pack.encounters import ContactNoun, ContactVerb


class Reports:
    """Reads the contact reports of one page. base: the place of its dateline."""

    def __init__(self, found: Found, who: Identified, words: EncounterWords, base: Place | None = None) -> None:
        self.found = found
        self.tokens = found.tokens
        self.keys = found.tokens.key
        self.words = words
        self.slots = Slots(found, who, words)
        self.parties = Parties(self.slots)
        self.places = Places(found, who, words, base)
        self.sentences = self.slots.sentences
        self.events: list[tuple[int, int]] = []
        self.statuses = Statuses(self.slots)
        self.nouns = NounReader(self.slots, self.parties, self.places)
        self.verbs = VerbReader(self.slots, self.parties, self.places, self.statuses, self.nouns)
        self.several = Several(self.slots, self.parties, self.places)

    def read(self, hits: list[Hit[Cue]], sentence: Sentence, number: int) -> list[Report]:
        """The reports of one sentence, in order."""
        out: list[Report] = []
        self.events = self.slots.events = self.places.events(sentence)
        for hit in hits:
            if any(a <= hit.first < b for a, b in self.events):
                continue
            for row in hit.values:
                if isinstance(row, ContactVerb):
                    report = self.verbs.read(hit, row, sentence)
                else:
                    report = self._noun(hit, row, sentence)
                if report is not None:
                    report.sentence = number
                    report.title = sentence.paragraph == 0
                    self.statuses.set_medium(report, sentence)
                    report.scope = (report.cue[0] if report.support else sentence.first, self._scope(report, sentence))
                    self._own_clause(report, out)
                    self._mediator(report, sentence)
                    if report.kind == "visit":
                        self.nouns.visit = report
                    self._coordinated(report, out)
                    out += self.several.read(report, sentence)
                    if not report.title and not report.support and self._leading(report):
                        self.parties.latest = report.parties
                    break
        return out

    def _coordinated(self, report: Report, before: list[Report]) -> None:
        """A verb joined to one that tells of the future tells of it too ("will visit Rome and hold talks")."""
        if not before or report.status != "held" or before[-1].status != "planned" or report.embedded:
            return
        at = self.slots.group(report.cue[0], before[-1].cue[1]).at
        joined = self.keys[at - 1] in self.words.conjunction or self.keys[at - 1] == ","
        if joined and at == report.cue[0] and at > before[-1].cue[1]:
            report.status = "planned"

    def _own_clause(self, report: Report, before: list[Report]) -> None:
        """Where the clause of a report begins that stands behind another one ("arrived on Monday and [met X …]")."""
        first = max((r.cue[1] for r in before if r.cue[1] <= report.cue[0]), default=0)
        for k in range(report.cue[0] - 1, first - 1 if first else report.cue[0], -1):
            key, after = self.keys[k], self.keys[k + 1]
            aim = key in self.words.infinitive and report.status == "planned" and not report.noun
            if aim and all(r.status == "held" for r in before):
                report.clause, report.bound = k, True  # "flew in on Friday to [meet X]"
                return
            opens = key in self.words.clause and bool(self.words.participle) and after.endswith(self.words.participle)
            bound = opens or key in self.words.subordinate or key in self.words.relative
            if bound or key in self.words.conjunction:
                when = key in self.words.subordinate and not self._placed(k)
                report.clause, report.bound = k, bound and not when and report.status != "held"
                return

    def _placed(self, k: int) -> bool:
        """Whether a place stands right before token `k` ("Rome, [where] …")."""
        mention = self.slots.ending.get(k - (self.keys[k - 1] == ","))
        return mention is not None and mention.place

    def _leading(self, report: Report) -> bool:
        """Whether "the two ministers" may mean its sides from here on."""
        first = not self.parties.latest
        return two_sides(report.parties) and (first or (report.status == "held" and not report.embedded))

    def _scope(self, report: Report, sentence: Sentence) -> int:
        """Where what is told of the contact itself ends, and what was said in it begins."""
        ends = [self.tokens_of(p)[1] for p in report.right if p.first >= report.cue[1]]
        first = max([report.cue[1], *ends])
        if report.support:
            return min(first + 5, sentence.last)
        if report.cue[1] - report.cue[0] == 1 and self._topic(report.cue[0]) and first == report.cue[1]:
            return first
        for k in range(first, sentence.last):
            if self._topic(k) or self._about(k, sentence.last):
                return k
            if k > first and self.keys[k] in self.words.relative and self.keys[k - 1] == ",":
                own = report.noun and k == report.cue[1] + 1  # "the talks, which lasted an hour"
                if not (own or self.words.happened.starts(self.keys, k + 1, sentence.last)):
                    return k
        return sentence.last

    def _topic(self, k: int) -> bool:
        """Whether the words for topics begin here, and no date ("spoke on Monday")."""
        topic = self.words.topic_cues.at(self.tokens, k) if self.keys[k] in self.words.topic_firsts else None
        if topic is None or topic.last <= k:
            return False
        after = self.keys[topic.last] if topic.last < len(self.keys) else ""
        return not (after in self.words.dated or after[:1].isdigit())

    def _about(self, k: int, last: int) -> bool:
        """Whether the words for what was talked about begin here, and not a guess ("for about an hour")."""
        return bool(self.words.about.starts(self.keys, k, last)) and self.keys[k - 1] not in self.words.preposition

    def tokens_of(self, party: Party) -> tuple[int, int]:
        """Tokens of the words that name a party."""
        last = party.mention.last if party.mention is not None else party.first + 1
        return party.first, last

    def _mediator(self, report: Report, sentence: Sentence) -> None:
        """Adds who brought the sides together: "hosted by X", "mediated by Y"."""
        k = self.words.mediation.within(self.keys, report.cue[1], sentence.last)
        if k is None or len({p.code for p in report.parties}) < 2:
            return
        mention = self.slots.mention_at(k + self.words.mediation.starts(self.keys, k, sentence.last), sentence.last)
        for party in self.parties.of([mention], k) if mention is not None and not mention.place else []:
            if all(p.code != party.code for p in report.parties):
                party.role = "mediator"
                report.right = [*report.right, party]

    # ------------------------------------------------------------------------------------------ nouns

    def _noun(self, hit: Hit[Cue], row: ContactNoun, sentence: Sentence) -> Report | None:
        report = None if row.skip else self.nouns.read(hit, row, sentence)
        if report is None or self.statuses.refused(report.cue[0], sentence):
            return None
        head = report.cue[0]
        group = self.slots.group(head, sentence.first) if head < hit.first else Group(head)
        light = head < hit.first
        end = max((self.tokens_of(p)[1] for p in report.right), default=0)
        status = self.statuses.of_verb(group, hit, sentence) if light else self.statuses.of_noun(hit, sentence, end)
        if status is None or report.status != "held":
            return report if status is not None else None
        report.status = status
        if status == "held" and head < hit.first:
            report.status = self.statuses.of_noun(hit, sentence, light=True)
        return report
