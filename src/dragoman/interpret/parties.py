"""Who takes part: mentions -> parties, and whom groups and pronouns mean."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from dragoman.find.sentences import Sentence
from dragoman.identify import Mention
from dragoman.identify.people import fold
from dragoman.interpret.contact_voice import Voices
from dragoman.interpret.encounter_draft import Party, Report
from dragoman.interpret.participants import Slots

# How many tokens after a name what is set beside it may name its state.
_BESIDE = 15
# How many tokens behind a noun a word that joins two names stands at most ("perundingan nuklir Iran-AS").
_ATTRIBUTES = 4
_DASHES = ("-", "–", "--")


class Parties:
    """Turns mentions into those who take part; keeps in mind of whom the page spoke last."""

    def __init__(self, slots: Slots) -> None:
        self.slots = slots
        self.people = slots.who.people
        self.persons = [m for m in slots.who.mentions if m.person is not None]
        self.at = [m.first for m in self.persons]
        self.latest: list[Party] = []
        self.voices = Voices(slots.found, slots.who, slots.words)
        for pronoun in self.voices.pronouns:
            slots.starting.setdefault(pronoun.first, pronoun)
            slots.ending.setdefault(pronoun.last, pronoun)
        told = [m for m in slots.who.mentions if m.person is not None and m.states]
        self.states = {m.person: m.states[0] for m in reversed(told)}

    def of(self, mentions: list[Mention], before: int) -> list[Party]:
        """The parties of mentions, in order, none twice; who is joined to others without a state has theirs."""
        out: list[Party] = []
        for mention in mentions:
            for party in self._one(mention, before):
                if party.code is None and party.person is not None and out and mention.role:
                    self.people[party.person].state = party.code = out[-1].code
                if not any(p.same(party) and p.person == party.person for p in out):
                    out.append(party)
        return out

    def _one(self, mention: Mention, before: int) -> list[Party]:
        span = self.slots.found.chars(mention.first, mention.last)
        if mention.person is not None:
            state = self.people[mention.person].state or self.states.get(mention.person) or self._beside(mention)
            return [Party(state, span, mention.first, mention, mention.person)]
        if mention.kind == "pronoun" and not mention.plural:
            last = self.last_person(mention.first, mention.gender)
            return self._officer(mention) if last is None else self._as(last, mention)
        if mention.states and not mention.place:
            return [Party(code, span, mention.first, mention) for code in mention.states]
        if mention.plural:
            return self._members(mention)
        if mention.kind in ("name", "office"):
            return [Party(None, span, mention.first, mention)]
        return []

    def _officer(self, pronoun: Mention) -> list[Party]:
        """Whom a pronoun means where only an office was named before it ("The new president said [he] would come")."""
        slots = self.slots
        offices = [
            m for m in slots.who.within(slots.sentence_start(pronoun.first), pronoun.first) if m.kind == "office"
        ]
        return self._one(offices[0], pronoun.first) if offices and offices[0].states else []

    def _as(self, person: Mention, mention: Mention) -> list[Party]:
        assert person.person is not None
        span = self.slots.found.chars(mention.first, mention.last)
        return [Party(self.people[person.person].state, span, mention.first, mention, person.person)]

    def _members(self, group: Mention) -> list[Party]:
        """The states that stand after a group: "the delegations of [A, B and C]"."""
        keys, last = self.slots.keys, len(self.slots.keys)
        if group.last + 1 >= last or keys[group.last] not in self.slots.words.of:
            return []
        first = self.slots.mention_at(group.last + 1, last, 1)
        if first is None or first.person is not None or not first.states:
            return []
        parties = [p for m in self.slots.chain_from(first, last) if m.states for p in self._one(m, group.first)]
        return parties if two_sides(parties) else []

    def _beside(self, mention: Mention) -> str | None:
        """The state in what is set beside a name ("X, secretary for culture of [Sweden], …")."""
        slots, keys = self.slots, self.slots.keys
        if mention.last >= len(keys) or not (keys[mention.last] == "," or keys[mention.last] in slots.words.of):
            return None
        for k in range(mention.last + 1, min(mention.last + _BESIDE, len(keys))):
            if keys[k] in ",.;:":
                return None
            for other in slots.who.within(k, k + 1):
                if other.person is not None and other.person != mention.person and other.name is not None:
                    return None
                if other.states:
                    return other.states[0]
        return None

    def subject_side(self, subject: list[Mention], right: list[Party], at: int, first: int, before: int) -> list[Party]:
        """The parties of a subject, else of the first mentions of the clause, else whom a pronoun must mean.

        at: where the verb's group begins. first: the sentence's first token. before: the verb.
        """
        grouped = bool(subject) and self.is_group(subject)
        pronoun = bool(subject) and subject[0].kind == "pronoun"
        left = [] if grouped else self.of(subject, first if pronoun else before)
        if not grouped and not any(p.code for p in left):
            left = self.of(self.slots.clause_subject(at, first), first) or left
        if pronoun and right and not two_sides([*left, *right]):
            left = self.other_side(subject[0], right) or left
        return left

    def travels(self, party: Party) -> bool:
        """Whether a party can make a journey: somebody, or those whom a state or body sent."""
        mention = party.mention
        if party.person is not None or (mention is not None and (mention.role or mention.text == "people")):
            return True
        keys, envoys = self.slots.keys, self.slots.words.envoys
        return mention is not None and any(key in envoys for key in keys[mention.last - 1 : mention.last + 1])

    def ourselves(self, at: int, sentence: Sentence) -> bool:
        """Whether "we" is the subject in a transcript: the sides speak of themselves."""
        if not self.slots.words.we.ends(self.slots.keys, at, sentence.first):
            return False
        keys = self.slots.keys
        return any(m.last < len(keys) and keys[m.last] == ":" for m in self.persons)

    def both(self, k: int) -> list[Party]:
        """The speaker and the one who is addressed where "we" stands at token `k`; empty without the two."""
        we = self.slots.ending.get(k + 1)
        other = self.voices.others.get(we.person) if we is not None and we.person is not None else None
        if we is None or we.person is None or other is None:
            return []
        span = self.slots.found.chars(k, k + 1)
        return [Party(self.people[n].state, span, k, None, n) for n in (we.person, other)]

    def voiced(self, possessive: str, k: int, paragraph: int) -> list[Party]:
        """Whom "my", "your" and "our" at token `k` mean in a paragraph that somebody speaks."""
        owner, other = self.voices.owner(paragraph), self.voices.addressed(paragraph)
        if possessive in self.slots.words.second_person:
            meant = [other]
        elif possessive in self.slots.words.first_person:
            meant = [owner, other] if possessive in self.slots.words.ours else [owner]
        else:
            return []
        span = self.slots.found.chars(k, k + 1)
        return [Party(self.people[n].state, span, k, None, n) for n in meant if n is not None]

    def other_side(self, pronoun: Mention, known: list[Party]) -> list[Party]:
        """The one of the latest contact's sides whom a pronoun means when the other side stands beside it."""
        codes = {p.code for p in known}
        others = [p for p in self.latest if p.code not in codes and p.person is not None]
        span = self.slots.found.chars(pronoun.first, pronoun.last)
        return [Party(p.code, span, pronoun.first, pronoun, p.person) for p in others[:1] if not pronoun.plural]

    def following(self, report: Report, last: int) -> list[Party]:
        """Whom the subject of a report met next ("met X, then with [Y]"), in the tokens up to `last`."""
        ends = [p.mention.last if p.mention is not None else p.first + 1 for p in report.right]
        k = max(ends, default=last)
        k += k < last and self.slots.keys[k] == ","
        n = self.slots.words.then.starts(self.slots.keys, k, last) if k < last and report.left else 0
        mention = self.slots.mention_at(k + n, last, plain=True) if n else None
        return [] if mention is None or mention.place else self.of([mention], k)

    def joined(self, k: int) -> list[Party]:
        """The states or people whose names one word joins ("France-UK", "Trump-Putin")."""
        span = self.slots.found.chars(k, k + 1)
        codes = self.slots.words.dyads.read(self.slots.keys[k])
        if codes:
            return [Party(code, span, k) for code in codes]
        parts = self.slots.keys[k].replace("–", "-").split("-")
        if len(parts) < 2:
            return []
        named = [[n for n, p in enumerate(self.people) if fold(part) in p.words] for part in parts]
        out = [Party(self.people[n[0]].state, span, k, None, n[0]) for n in named if len(n) == 1]
        return out if len(out) == len(parts) and two_sides(out) else []

    def dyad_after(self, k: int, last: int) -> list[Party]:
        """The same behind the noun that ends before `k`, where a possessor stands there ("pertemuan Trump-Putin")."""
        slots = self.slots
        for j in range(k, min(k + _ATTRIBUTES, last)):
            if joined := self.joined(j):
                return joined
            if j in slots.starting or slots.keys[j] in slots.words.preposition or not slots.keys[j][0].isalnum():
                break
        return []

    def dyad(self, k: int, first: int) -> list[Party]:
        """The states of "a France-UK summit", "Indonesian-Japanese talks", before the noun at `k`."""
        slots = self.slots
        for j in range(k - 1, max(first, k - 4) - 1, -1):
            if joined := self.joined(j):
                return joined
        before = slots.who.within(max(first, k - 7), k)
        for a, b in pairwise([m for m in before if m.kind == "state" and len(m.states) == 1]):
            if b.first - a.last == 1 and slots.keys[a.last] in _DASHES and a.states != b.states:
                return self.of([a, b], k)
        return []

    def is_group(self, mentions: list[Mention]) -> bool:
        """Whether the mentions are one group whose members stand elsewhere ("the two ministers", "they")."""
        group = mentions[0]
        if group.states and not self.slots.words.is_state(group.states[0]):
            return False  # "the G7 leaders"
        return len(mentions) == 1 and group.plural and len(group.states) < 2 and not self._members(group)

    def last_person(self, before: int, gender: str | None = None) -> Mention | None:
        """The person of whom the text spoke last: the subject of the sentence before token `before`, else the last one
        named as a subject may be."""
        i = bisect_left(self.at, before)
        recent = [m for m in self.persons[max(0, i - 6) : i] if self._may_be(m, gender)]
        opening = self.slots.sentence_start(before)
        free = [m for m in recent if not self._governed(m)]
        if free and (gender is not None or free[-1].first < opening):
            start = self.slots.sentence_start(free[-1].first)
            subject = next(m for m in free if m.first >= start)
            again = self._again(start, subject.first)
            return (self.last_person(again.first, again.gender) if again is not None else None) or subject
        return free[-1] if free else (recent[-1] if recent else None)

    def _again(self, first: int, last: int) -> Mention | None:
        """The pronoun that is the subject in the tokens `[first, last)`, if one is."""
        for mention in self.slots.who.within(first, last):
            if mention.kind == "pronoun" and not mention.plural and not self.slots.governed(mention, first):
                return mention
        return None

    def _may_be(self, mention: Mention, gender: str | None) -> bool:
        """Whether a pronoun of that gender can mean the person, as far as the page has told."""
        known = self.people[mention.person].gender if mention.person is not None else None
        return gender is None or known is None or known == gender

    def _governed(self, mention: Mention) -> bool:
        """Whether a preposition stands before the mention or before the list that it closes."""
        slots, keys, listed = self.slots, self.slots.keys, False
        while (k := mention.first) > 1 and (keys[k - 1] in slots.words.conjunction or (listed and keys[k - 1] == ",")):
            joined = slots.ending.get(k - 1)
            if joined is None:
                break
            mention, listed = joined, True
        return slots.governed(mention, 0)

    def pair(self, before: int) -> list[Party]:
        """The two sides "the two ministers" means: those of the latest contact, else the first two people named."""
        if self.latest:
            return [Party(p.code, p.span, p.first, p.mention, p.person) for p in self.latest]
        out: list[Party] = []
        for mention in self.persons[: bisect_left(self.at, before)]:
            party = self._one(mention, before)[0]
            if party.code and all(p.person != party.person for p in out):
                if all(p.code != party.code for p in out):
                    out.append(party)
            if len(out) == 2:
                return out
        return []


def two_sides(parties: list[Party]) -> bool:
    """Whether the parties act for at least two states or bodies."""
    return len({p.code for p in parties if p.code}) > 1
