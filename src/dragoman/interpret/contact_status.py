"""Whether a contact was held, is planned, called off or only proposed; by which medium the sides spoke."""

from __future__ import annotations

from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.interpret.encounter_draft import Report
from dragoman.interpret.encounter_words import Cue
from dragoman.interpret.participants import Group, Slots
from dragoman.model import Status
from dragoman.world.pack.encounters import ContactKind, Medium

PREFIX: dict[ContactKind, str] = {
    "phone_call": "call", "video_call": "video", "meeting": "meeting", "visit": "visit", "conference": "conference",
    "message": "message",
}  # fmt: skip
# How many tokens around a cue are looked at: before a verb's group, before and after a noun, beside a light verb's
# noun, and for the medium; tuned on the annotated pages.
_REFUSED = 3
_VERB, _BEFORE, _AFTER, _NEAR_BEFORE, _NEAR_AFTER, _MEDIUM = 4, 7, 24, 3, 8, 15


class Statuses:
    """Reads status and medium from the words around a cue."""

    def __init__(self, slots: Slots) -> None:
        self.slots = slots
        self.words = slots.words
        self.tokens = slots.tokens
        self.keys = slots.keys

    def of_verb(self, group: Group, hit: Hit[Cue], sentence: Sentence) -> Status | None:
        """The status by auxiliaries and governing words; None for what may or did not happen."""
        governor = self._governor(group)
        asked = self._marks(governor - _VERB, governor, sentence, before=True) if governor < group.at else None
        found = asked or self._marks(group.at - _VERB, hit.first, sentence, before=True)
        if group.negated:
            return "cancelled" if found == "cancelled" else None
        if found == "planned" and self._marks(hit.last, hit.last + _AFTER, sentence, before=False) == "cancelled":
            return "cancelled"
        if found is not None:
            return found
        if not group.modal:
            return "held"
        modals = [w for w in self.keys[group.at : hit.first] if w in self.words.modal]
        if all(w in self.words.possible for w in modals):
            return "proposed"
        if any(w not in self.words.infinitive for w in modals):
            return None
        first = max(sentence.first, group.at - _BEFORE)
        return "held" if self.words.became.within(self.keys, first, group.at) is not None else "planned"

    def refused(self, at: int, sentence: Sentence) -> bool:
        """Whether the words before token `at` tell that it did not and will not come to the contact."""
        near = range(at, max(at - _REFUSED, sentence.first), -1)
        return any(self.words.refusing.ends(self.keys, k, sentence.first) for k in near)

    def _governor(self, group: Group) -> int:
        """Where the verb that governs the group ends: before the person who is to act ("invited [X] to visit")."""
        mention = self.slots.ending.get(group.at) if self.keys[group.at] in self.words.infinitive else None
        return mention.first if mention is not None else group.at

    def of_noun(self, hit: Hit[Cue], sentence: Sentence, end: int = 0, *, light: bool = False) -> Status:
        """The status by the words around a noun; `light`: only those close to it, its verb has told the rest.

        end: where those end who take part, if they stand behind it.
        """
        first = hit.first - (_NEAR_BEFORE if light else _BEFORE)
        before = self._marks(first, hit.first, sentence, before=True)
        last = hit.last + _NEAR_AFTER if light else max(hit.last, end) + _AFTER
        after = self._marks(hit.last, last, sentence, before=False)
        return (after if after == "cancelled" else before or after) or "held"

    def _marks(self, first: int, last: int, sentence: Sentence, *, before: bool) -> Status | None:
        """The last status words in the tokens ("cancelled" before all); some count only in front of a cue."""
        k, found = max(first, sentence.first), None
        end, firsts = min(last, sentence.last), self.words.status_firsts
        while k < end:
            hit = self.words.statuses.at(self.tokens, k) if self.keys[k] in firsts else None
            if hit is not None and hit.last <= max(last, hit.first + 1):
                rows = [r for r in hit.values if before or not r.before]
                found = rows[0].status if rows and found != "cancelled" else found
                k = hit.last
            else:
                k += 1
        return found

    def set_medium(self, report: Report, sentence: Sentence) -> None:
        """Words like "by telephone" decide the kind of an open cue; beside the cue they belong to it."""
        name = report.rule
        hit = self.medium(report, sentence) if report.open or report.medium else None
        if hit is not None:
            medium = hit.values[0]
            report.kind, report.open = medium.kind, False
            name = f"{name}-{medium.rule}"
            if hit.first == report.cue[1] and hit.last <= sentence.last:
                report.cue = (report.cue[0], hit.last)
        report.rule = f"{PREFIX[report.kind]}.{name}"

    def medium(self, report: Report, sentence: Sentence) -> Hit[Medium] | None:
        """The words for the medium nearest before or after the cue."""
        first, last = report.cue
        for k in range(max(sentence.first, first - _MEDIUM), min(sentence.last, last + _MEDIUM)):
            hit = self.words.media.at(self.tokens, k) if self.keys[k] in self.words.medium_firsts else None
            if hit is not None and not (first <= k and hit.last <= last):
                return None if any(self.words.cues.at(self.tokens, j) is not None for j in range(last, k)) else hit
        return None
