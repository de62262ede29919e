"""The words of a language that report contacts, compiled once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from dragoman.find.lexicon import Lexicon
from dragoman.find.tokens import key_of
from dragoman.interpret.topic_words import TopicLexicon
from dragoman.world.files import expand
from dragoman.world.names import NameTables
from dragoman.world.pack.encounters import (
    ContactNoun,
    ContactVerb,
    Encounters,
    Medium,
    OutcomeCue,
    StatusWords,
    TopicCue,
)
from dragoman.world.pack.grammar import Grammar
from dragoman.world.pack.times import Times
from dragoman.world.pack.topics import TopicPack

Cue: TypeAlias = ContactVerb | ContactNoun


class Phrases:
    """Phrases of one meaning: which of them begins at a token, which ends before one."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._from: dict[str, list[tuple[str, ...]]] = {}
        self._to: dict[str, list[tuple[str, ...]]] = {}
        for pattern in patterns:
            for form in expand(pattern):
                key = key_of(form)
                self._from.setdefault(key[0], []).append(key)
                self._to.setdefault(key[-1], []).append(key)
        self.firsts = frozenset(self._from)
        for table in (self._from, self._to):
            for forms in table.values():
                forms.sort(key=lambda k: -len(k))

    def starts(self, keys: list[str], k: int, last: int) -> int:
        """Length of the longest phrase that begins at token `k`; 0 when there is none."""
        for form in self._from.get(keys[k], ()) if k < len(keys) else ():
            if k + len(form) <= last and tuple(keys[k : k + len(form)]) == form:
                return len(form)
        return 0

    def ends(self, keys: list[str], k: int, first: int) -> int:
        """Length of the longest phrase that ends before token `k`."""
        if k <= first:
            return 0
        for form in self._to.get(keys[k - 1], ()):
            if k - len(form) >= first and tuple(keys[k - len(form) : k]) == form:
                return len(form)
        return 0

    def within(self, keys: list[str], first: int, last: int) -> int | None:
        """The first token in `[first, last)` at which a phrase begins."""
        table = self._from
        for k in range(first, last):
            if keys[k] in table and self.starts(keys, k, last):
                return k
        return None


def firsts(patterns: Iterable[str]) -> frozenset[str]:
    """The words with which the patterns begin: a quick look before a search."""
    return frozenset(key_of(form)[0] for pattern in patterns for form in expand(pattern))


class Dyads:
    """Names of states and their adjectives as parts of one word ("France-UK")."""

    def __init__(self, names: NameTables | None) -> None:
        self._codes = {s.text.lower(): s.iso3 for s in names.states if " " not in s.text} if names else {}

    def one(self, key: str) -> str | None:
        """The code of a state by its name in one word."""
        return self._codes.get(key)

    def read(self, key: str) -> tuple[str, ...]:
        """The codes of a hyphenated word all of whose parts name different states; else nothing."""
        if "-" not in key:
            return ()
        codes = tuple(self._codes.get(part.rstrip("."), "") for part in key.split("-"))
        return codes if all(codes) and len(set(codes)) > 1 else ()


class EncounterWords:
    """Contact words, topics and the closed classes around them, of one language."""

    def __init__(
        self,
        data: Encounters,
        topics: TopicPack | None,
        grammar: Grammar,
        names: NameTables | None = None,
        times: Times | None = None,
    ) -> None:
        self.data = data
        told = [*times.months, *times.weekdays, *(w for r in times.relative for w in r.words)] if times else []
        self.dated = firsts(told) - frozenset(grammar.words.determiner) - frozenset(grammar.words.preposition)
        self.grammar = grammar
        verbs: list[tuple[str, Cue, bool]] = [(form, v, False) for v in data.verb for form in expand(v.cue)]
        nouns: list[tuple[str, Cue, bool]] = [(form, n, False) for n in data.noun for form in expand(n.noun)]
        self.cues: Lexicon[Cue] = Lexicon([*verbs, *nouns])
        self.light = Phrases(data.light)
        self.media: Lexicon[Medium] = Lexicon(
            [(form, m, False) for m in data.medium for w in m.words for form in expand(w)]
        )
        self.statuses: Lexicon[StatusWords] = Lexicon(
            [(form, s, False) for s in data.status for w in s.words for form in expand(w)]
        )
        self.topic_cues: Lexicon[TopicCue] = Lexicon([(form, t, False) for t in data.topic for form in expand(t.cue)])
        self.outcome_cues: Lexicon[OutcomeCue] = Lexicon(
            [(form, o, False) for o in data.outcome for form in expand(o.cue)]
        )
        self.status_firsts = firsts(w for s in data.status for w in s.words)
        self.medium_firsts = firsts(w for m in data.medium for w in m.words)
        self.topic_firsts = firsts(t.cue for t in data.topic)
        self.topics = TopicLexicon(topics)
        self.dyads = Dyads(names)
        self.layer = frozenset(data.layer)
        self.deed = frozenset(data.deed)
        self.places = {p.text.casefold(): p.iso3 for p in names.places} if names else {}
        for m in names.metonyms if names else ():
            if m.type == "capital" and m.target:
                self.places[m.text.casefold()] = m.target
        self._states = frozenset(self.places.values())
        self._phrases(data)
        self._classes(grammar)

    def _phrases(self, data: Encounters) -> None:
        self.with_ = Phrases(data.with_)
        self.between = Phrases(data.between)
        self.toward = frozenset(data.toward)
        self.here = frozenset(data.here)
        self.inside = frozenset(data.inside)
        self.opening = Phrases(data.opening)
        self.count = Phrases(data.count)
        self.clitic = data.clitic
        self.definite = data.definite
        self.possessives = frozenset(data.possessive)
        self.apart = Phrases(data.apart)
        self.sidelines = Phrases(data.sidelines)
        self.attending = Phrases(data.attending)
        self.event = Phrases(data.event)
        self.occasion_firsts = self.sidelines.firsts | self.attending.firsts
        self.including = Phrases(data.including)
        self.joined = Phrases(data.joined)
        self.pairing = frozenset(data.pairing)
        self.reporting = frozenset(data.reporting)
        self.finite = frozenset(data.finite)
        self.complement = frozenset(data.complement)
        self.concerning = frozenset(data.concerning)
        self.stop = Phrases(data.stop)
        self.trailing = Phrases(data.trailing)
        self.background = Phrases(data.background)
        self.same_day = Phrases(data.same_day)
        self.mediation = Phrases(data.mediation)
        self.company = Phrases(data.company)
        self.retinue = Phrases(data.retinue)
        self.we = Phrases(data.we)
        self.country = Phrases(data.country)
        self.then = Phrases(data.then)
        self.ended = frozenset(data.ended)
        self.begun = frozenset(data.begun)
        self.earlier = frozenset(data.earlier)
        self.coming = frozenset(data.coming)
        self.happened = Phrases(data.happened)
        self.written = Phrases(data.written)
        self.ours = frozenset(data.ours)
        self.refusing = Phrases(data.refusing)
        self.led = Phrases(data.led)
        self.became = Phrases(data.became)
        self.invite = Phrases(data.invite)
        self.possible = frozenset(data.possible)
        self.envoys = frozenset(data.envoys)
        self.purpose = Phrases(data.purpose)
        self.about = Phrases(data.about)
        self.within = Phrases(data.within)
        self.attended = Phrases(data.attended)
        self.invited = Phrases(data.invited)
        self.initiative = frozenset(data.initiative)
        self.anaphor = frozenset(data.anaphor)
        self.vague = frozenset(data.vague)
        self.heads = frozenset(data.heads)
        rows: list[Cue] = [*data.verb, *data.noun]
        self.own_links = {id(r): Phrases(r.links) for r in rows if r.links}
        self.infinitive = frozenset(data.infinitive)

    def _classes(self, grammar: Grammar) -> None:
        words = grammar.words
        self.skip = Phrases(words.skip)
        self.auxiliary = frozenset(words.auxiliary)
        self.modal = frozenset(words.modal)
        self.negation = frozenset(words.negation)
        self.determiner = frozenset(words.determiner)
        self.possessive = frozenset(words.possessive)
        self.of = frozenset(w for w in words.of if " " not in w)
        self.preposition = frozenset(words.preposition)
        self.agent = frozenset(words.agent)
        self.conjunction = frozenset(words.conjunction)
        self.relative = frozenset(words.relative)
        self.speaks = frozenset(words.speaks)
        self.first_person = frozenset(words.first_person)
        self.second_person = frozenset(words.second_person)
        self.owning = self.possessives | (self.possessive & (self.first_person | self.second_person))
        self.addressed = self.second_person - self.possessive
        self.voice = Phrases(words.voice)
        self.clause = frozenset(words.ends)
        self.subordinate = (self.clause - self.preposition) | self.complement
        self.participle = grammar.order.participle
        self.verb_first = grammar.order.subject == "right"
        self.verb_final = grammar.order.object == "left"
        self.adverb = grammar.order.adverb
        self.possessor_after = grammar.order.state != "before"

    def is_state(self, code: str | None) -> bool:
        """Whether a code is a state's, not a body's."""
        return code is None or code in self._states

    def links(self, row: Cue) -> Phrases:
        """The words that stand before the other side of this cue."""
        return self.own_links.get(id(row), self.with_)
