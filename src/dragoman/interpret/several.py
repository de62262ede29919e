"""One report -> one for each contact when its words tell of several."""

from __future__ import annotations

import msgspec

from dragoman.find.sentences import Sentence
from dragoman.interpret.encounter_draft import Party, Report
from dragoman.interpret.participants import Slots
from dragoman.interpret.parties import Parties
from dragoman.interpret.when_where import Places, event_at

# How many tokens a time between two stations takes ("on Monday", "on 3 May").
_TIME = 5


class Several:
    """Splits reports by counterpart and by country."""

    def __init__(self, slots: Slots, parties: Parties, places: Places) -> None:
        self.slots = slots
        self.parties = parties
        self.places = places
        self.words = slots.words
        self.keys = slots.keys

    def read(self, report: Report, sentence: Sentence) -> list[Report]:
        """The contacts of a report: itself, or one for each counterpart, country or step."""
        if report.kind == "visit" and report.place is not None:
            return [report, *self._stations(report, sentence)]
        if report.journey and (visit := self._journey(report)) is not None:
            return [report, visit]
        if report.kind == "conference" and report.occasion is not None:
            return [report, *self._gatherings(report, sentence)]
        apart = report.plural or self.words.apart.within(self.keys, sentence.first, sentence.last) is not None
        if apart and len(report.right) > 1 and report.left and report.kind != "conference":
            return [msgspec.structs.replace(report, right=[party]) for party in report.right]
        sides = self.parties.following(report, sentence.last)
        return [report, msgspec.structs.replace(report, right=sides)] if sides else [report]

    def _stations(self, report: Report, sentence: Sentence) -> list[Report]:
        """The other countries of a journey ("will visit A, [B] and [C]", "flew to A on Monday and [B] on Friday")."""
        out, sure = list[Report](), 0
        known = {p.code for p in report.parties}
        k = self._dated(self.places.end(report.right[0].first), sentence.last)
        while k + 1 < sentence.last:
            comma = self.keys[k] == ","
            k += comma
            joined = self.keys[k] in self.words.conjunction
            k += joined
            k += joined and (self.keys[k] in self.words.toward or self.keys[k] in self.words.infinitive)
            place = self.places.visited(k, sentence.last) if (comma or joined) and k < sentence.last else None
            if place is None or place[2] > k + 1:
                break
            span, code, first = place
            if self._clause(self.places.end(first), sentence.last):
                break
            if code not in known:
                known.add(code)
                party, cue = Party(code, span, first), (first, self.places.end(first))
                at = self.places.make(span, code)
                out.append(msgspec.structs.replace(report, right=[party], place=at, cue=cue if joined else report.cue))
            k, sure = self._dated(self.places.end(first), sentence.last), len(out) if joined else sure
        return out[:sure]

    def _journey(self, report: Report) -> Report | None:
        """The visit for which somebody who is received has come; an ambassador lives there."""
        guest = report.right[0] if report.right and report.left else None
        if guest is None or guest.person is None or self.parties.people[guest.person].role == "ambassador":
            return None
        host, rule = report.left[0], f"visit.{report.rule.partition('.')[2]}"
        there = Party(host.code, host.span, host.first)
        return msgspec.structs.replace(report, kind="visit", rule=rule, left=[guest], right=[there], open=False)

    def _gatherings(self, report: Report, sentence: Sentence) -> list[Report]:
        """The gatherings attended next ("will attend the A summit in Rome and [the B forum] in Oslo")."""
        out, last = list[Report](), report
        for k in range(report.cue[1], sentence.last - 1):
            event = event_at(self.slots.found, self.words, k + 1, sentence.last) if self._joins(k) else None
            bodies = self.places.bodies(*event) if event is not None else []
            if event is None or self.keys[event[0]] in self.words.preposition:
                continue
            if not bodies or any(bodies[0].code == p.code for p in report.parties):
                continue
            start, end = self.slots.found.chars(*event)
            following = msgspec.structs.replace(
                report, right=bodies, occasion=self.slots.found.text[start:end], cue=(k, k + 1),
                place=self.places.of_event(*event), scope=(k, last.scope[1]),
            )  # fmt: skip
            last.scope = (last.scope[0], k)
            out.append(following)
            last = following
        return out

    def _joins(self, k: int) -> bool:
        return self.keys[k] in self.words.conjunction or self.keys[k] == ","

    def _dated(self, k: int, last: int) -> int:
        """Behind a time told of a station, where another one follows ("on Monday [and] to B")."""
        for j in range(k, min(k + _TIME, last - 2)):
            if self.keys[j] in self.words.conjunction and self.keys[j + 1] in self.words.toward:
                return j
        return k

    def _clause(self, k: int, last: int) -> bool:
        """Whether a verb follows at `k`: what stands before it is its subject."""
        words, tokens = self.words, self.slots.tokens
        if k >= last:
            return False
        closed = self.keys[k] in words.auxiliary or self.keys[k] in words.modal or self.keys[k] in words.reporting
        cue = words.cues.at(tokens, k) or words.topic_cues.at(tokens, k) or words.outcome_cues.at(tokens, k)
        return closed or cue is not None or words.light.starts(self.keys, k, last) > 0
