"""The words of a language that report speech, compiled once, and where they stand in a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from dragoman.find.lexicon import Hit, Lexicon
from dragoman.find.tokens import Tokens, key_of
from dragoman.world.files import expand
from dragoman.world.pack.frames import Frames, Noun, Sourced, Verb
from dragoman.world.pack.grammar import Grammar

Cue: TypeAlias = Verb | Sourced


class ClosedClasses:
    """The closed word classes of a language's grammar as sets, and where it puts things."""

    def __init__(self, grammar: Grammar) -> None:
        words = grammar.words
        self.grammar = grammar
        self.auxiliary = frozenset(words.auxiliary)
        self.modal = frozenset(words.modal)
        self.negation = frozenset(words.negation)
        self.determiner = frozenset(words.determiner) | frozenset(words.possessive)
        self.possessive = frozenset(words.possessive)
        self.preposition = frozenset(words.preposition)
        self.conjunction = frozenset(words.conjunction)
        self.relative = frozenset(words.relative)
        self.ends = frozenset(words.ends)
        self.agent = frozenset(words.agent)
        self.passive = frozenset(words.passive)
        self.inside_office = frozenset(words.inside_office)
        self.inside = frozenset(words.inside)
        self.house = frozenset(words.house)
        self.indefinite = frozenset(words.indefinite)
        self.mutual = frozenset(words.mutual)
        self.speaks = frozenset(words.speaks)
        self.document = frozenset(words.document)
        self.finding = frozenset(words.finding)
        self.second_person = frozenset(words.second_person)
        self.beside = frozenset(words.beside)
        self.two = frozenset(words.two)
        self.some = frozenset(words.some)
        self.many = frozenset(words.many)
        self.wish = frozenset(words.wish)
        self.question = frozenset(words.question)
        self.not_name = frozenset(words.not_name)
        self.abbreviation = frozenset(words.abbreviation)
        self.told = frozenset(words.told)
        self.inserted = frozenset(words.inserted)
        self.first_person = frozenset(words.first_person)  # as subject or object, outside quotations
        self.participle = grammar.order.participle
        self.verb_first = grammar.order.subject == "right"
        self.verb_final = grammar.order.object == "left"
        self.adverb = grammar.order.adverb
        self.plural = grammar.order.plural
        self.purpose = frozenset(words.purpose)
        self.infinitive = frozenset(words.infinitive)

    def says_i(self, key: str) -> bool:
        """Whether a token's key is I or we, a shortened auxiliary allowed ("I'd", "we're")."""
        return key in self.speaks or ("'" in key and key.partition("'")[0] in self.speaks)


class CueWords(ClosedClasses):
    """Reporting words and the closed classes that stand around them, of one language."""

    def __init__(self, language: str, frames: Frames, grammar: Grammar) -> None:
        words = grammar.words
        super().__init__(grammar)
        self.language = language
        verbs = [(form, verb, False) for verb in frames.verb for form in expand(verb.cue)]
        known = {form for form, _, _ in verbs}
        bare = Verb(cue="", act="state", example="", neutral=True, takes=("object", "clause"), needs="actor")
        event = Verb(cue="", act="state", example="", takes=(), neutral=True)
        verbs += [(f, event, False) for p in words.event for f in expand(p) if f not in known]
        verbs += [(form, bare, False) for p in frames.light for form in expand(p) if form not in known]
        self.verbs: Lexicon[Cue] = Lexicon(
            [*verbs, *((form, source, False) for source in frames.source for form in expand(source.cue))]
        )
        self.light: Lexicon[str] = Lexicon([(form, form, False) for p in frames.light for form in expand(p)])
        self.nouns: Lexicon[Noun] = Lexicon([(form, n, False) for n in frames.noun for form in expand(n.noun)])
        self.skips: Lexicon[str] = Lexicon([(w, w, False) for w in words.skip])
        self.skip_ends: dict[str, list[tuple[str, ...]]] = {}
        for phrase in words.skip:
            key = key_of(phrase)
            self.skip_ends.setdefault(key[-1], []).append(key)
        for phrases in self.skip_ends.values():
            phrases.sort(key=lambda k: -len(k))
        self.between = frozenset(frames.between)
        self.aside = frozenset(frames.aside)
        self.own = frozenset(frames.own)
        self.against = frozenset(key_of(w) for w in frames.against)
        self.contrast = frozenset(words.contrast)
        self.adverbs = frozenset(w for w in words.skip if " " not in w)
        self.link = frozenset(frames.link)
        self.courtesy = tuple(key_of(form) for p in words.courtesy for form in expand(p))
        self.voice: Lexicon[str] = Lexicon([(form, form, False) for p in words.voice for form in expand(p)])
        self.unsaid: Lexicon[str] = Lexicon([(form, form, False) for p in words.unsaid for form in expand(p)])
        self.bases = frozenset(
            key_of(expand(p)[0]) for p in [*(v.cue for v in frames.verb), *words.event] if grammar.order.plural
        )
        self.present = frozenset(
            base for v in frames.verb if (base := _present(expand(v.cue))) and grammar.order.plural
        )
        self.links: dict[int, frozenset[str]] = {}

    def links_of(self, row: Verb | Noun) -> frozenset[str]:
        """The words between this cue and its content that belong to neither."""
        known = self.links.get(id(row))
        if known is None:
            known = self.links[id(row)] = self.link | frozenset(row.link)
        return known

    def rule_of(self, row: Cue, noun: Noun | None, words: str) -> str:
        """The name of a row: "frame.en.thank", "frame.en.express-hope"; `words` stand for a row without a cue."""
        name = expand(row.cue)[0] if row.cue else words
        if noun is not None and noun.part == "cue":
            name = f"{name} {expand(noun.noun)[0]}"
        kind = "source" if isinstance(row, Sourced) else "frame"
        return f"{kind}.{self.language}.{name.replace(' ', '-')}"

    def is_participle(self, tokens: Tokens, hit: Hit[Cue] | Hit[str]) -> bool:
        """Whether the cue's first word is a participle by the language's ending."""
        return bool(self.participle) and tokens.key[hit.first].endswith(self.participle)


def _present(forms: Sequence[str]) -> tuple[str, ...]:
    """The first form of a regular verb: one that no single speaker in the third person has. Empty for another verb."""
    words = {form.split()[0] for form in forms}
    base = forms[0].split()[0]
    regular = not words.isdisjoint({f"{base}ed", f"{base}d"})
    return key_of(forms[0]) if regular else ()
