"""Who stands around a noun of contact: possessor, "between A and B", "with X", the subject of its verb."""

from __future__ import annotations

from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.identify import Mention
from dragoman.interpret.encounter_draft import Party, Report
from dragoman.interpret.encounter_words import Cue
from dragoman.interpret.participants import Slots
from dragoman.interpret.parties import Parties, two_sides
from dragoman.world.pack.encounters import ContactNoun

_BETWEEN = 10
_SAID = 6  # tokens between a verb of saying and the occasion


class Sides:
    """Finds the sides of noun cues. grouped: the last one's are "the two ministers"."""

    def __init__(self, slots: Slots, parties: Parties) -> None:
        self.slots = slots
        self.parties = parties
        self.words = slots.words
        self.keys = slots.keys
        self.grouped = False

    def fill(self, report: Report, hit: Hit[Cue], row: ContactNoun, owner: list[Mention], sentence: Sentence) -> None:
        """Fills in what stands at the noun itself: possessor, "between A and B", "with X", "France-UK"."""
        both = self.parties.dyad(hit.first, sentence.first) or self._between(hit, sentence)
        if not both and self.words.possessor_after:
            both = self.parties.dyad_after(hit.last, sentence.last)
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

    def owned(self, report: Report, before: int, at: int, fronted: int, sentence: Sentence) -> None:
        """Fills in whom "his" or "their" means; "A and B … their meeting" has both sides.

        before: the noun. at: the possessive.
        fronted: whether it opens the sentence, so that the subject comes later ("In his talks with A, [B] urged").
        """
        both = self.parties.voiced(self.keys[at], at, sentence.paragraph) or self._owner(before, sentence)
        if fronted:
            ends = [p.mention.last for p in report.right if p.mention]
            after = self.main_subject(max([before, *ends]), sentence)
            named = after[: 1 if report.right else None] if after and after[0].person is not None else []
            later = [p for p in self.parties.of(named, before) if not any(p.same(r) for r in report.right)]
            both = later if later and (report.right or two_sides(later)) else both
        report.left = both[:1] if report.right and two_sides(both) else both if report.right else both[:1]
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

    def subject(self, report: Report, start: int, light: bool, opening: bool, sentence: Sentence) -> list[Party]:
        """The subject of the light verb, or of the clause which the noun introduces."""
        agent = [] if light else self._agent(report.cue[1], sentence)
        if agent:
            mentions = agent
        elif light:
            mentions = self.slots.subject(self.slots.group(start, sentence.first).at, sentence.first)
        elif opening and start - opening > sentence.first and (beside := self._beside(report, start - opening)):
            mentions = self.slots.chain_before(beside, sentence.first)
        elif opening and start - sentence.first < 4:
            mentions = self.main_subject(max([start, *(p.mention.last for p in report.right if p.mention)]), sentence)
        elif not opening and self._reported(start, sentence):
            return [p for p in self.parties.latest if not any(p.same(q) for q in report.right)]
        elif opening or report.right:
            mentions = self._sayer(start - opening, sentence) or self.slots.clause_subject(start, sentence.first)
        else:
            mentions = []
        self.grouped = bool(mentions) and self.parties.is_group(mentions)
        if self.grouped:
            return [] if report.right else self.parties.pair(start)
        parties = self.parties.of(mentions, sentence.first)
        if not report.right and opening and start - sentence.first < 4 and len({p.code for p in parties}) < 2:
            report.right = self._addressed(mentions, parties, sentence)
        return parties

    def _sayer(self, k: int, sentence: Sentence) -> list[Mention]:
        """Who said something on the occasion that the words at `k` open ("Oslo is ready, [X] said in talks with Y")."""
        slots = self.slots
        for j in range(k - 1, max(sentence.first, k - _SAID), -1):
            if self.keys[j] in self.words.reporting:
                chain = slots.ending.get(slots.group(j, sentence.first).at)
                named = chain is not None and chain.kind in ("name", "office") and chain.first > sentence.first
                return slots.chain_before(chain, sentence.first) if named and chain is not None else []
            if not self.keys[j][0].isalnum():
                break
        return []

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

    def main_subject(self, start: int, sentence: Sentence) -> list[Mention]:
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

    def titled(self, start: int, sentence: Sentence) -> list[Party]:
        """Both sides where a title names them before the noun ("Remarks by A and B before their meeting")."""
        for mention in self.slots.who.within(sentence.first, start):
            if not mention.place and not mention.adjective:
                parties = self.parties.of(self.slots.chain_from(mention, start), start)
                if len({p.code for p in parties if p.code}) > 1:
                    return parties
        return []
