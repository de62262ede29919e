"""Mentions -> encounters and statements, with actors, as the record has them."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.find import Found
from dragoman.find.lexicon import Lexicon
from dragoman.identify import Identified
from dragoman.interpret.acts import pattern_words
from dragoman.interpret.assemble import Assembly
from dragoman.interpret.cues import CueWords
from dragoman.interpret.encounter_draft import EncounterDraft
from dragoman.interpret.encounter_words import EncounterWords
from dragoman.interpret.encounters import find_encounters
from dragoman.interpret.link import link
from dragoman.interpret.speakers import Contact, Ref
from dragoman.interpret.statements import Statements
from dragoman.model import Actor, Article, Encounter, Span, Statement
from dragoman.world.load import Language
from dragoman.world.pack.frames import Pattern

__all__ = ["Interpreted", "interpret"]


class Interpreted(msgspec.Struct, frozen=True):
    """What a page reports. cues: of each encounter's id, the words that tell of it."""

    actors: tuple[Actor, ...]
    encounters: tuple[Encounter, ...]
    statements: tuple[Statement, ...]
    cues: dict[str, Span]


@cache
def _cue_words(language: Language) -> CueWords:
    return CueWords(language.code, language.frames, language.grammar)


@cache
def _pattern_words(language: Language) -> Lexicon[Pattern]:
    return pattern_words(language.frames)


@cache
def _encounter_words(language: Language) -> EncounterWords:
    return EncounterWords(language.encounters, language.topics, language.grammar, language.names, language.times)


def interpret(article: Article, found: Found, who: Identified, language: Language) -> Interpreted:
    """Encounters first, since "the two ministers" means their parties; then who said what; then ids for all."""
    if not any(m.states or m.role for m in who.mentions):
        return Interpreted((), (), (), {})  # nobody who could act for a state, an office or a body: leave early
    drafts = find_encounters(found, who, article, _encounter_words(language), language.times)
    parties = [_parties(draft, who) for draft in drafts]
    contacts = [
        Contact(at, tuple(ref for ref, _, _ in refs), draft.status, draft.salience == "main")
        for draft, refs in zip(drafts, parties, strict=True)
        for at in draft.reports[:1]
    ]
    reading = Statements(found, who, _cue_words(language), _pattern_words(language), contacts)
    said = reading.read()
    assembly = Assembly(found, who, reading.speakers.spots)
    for refs in parties:
        assembly.use(ref for ref, _, _ in refs)
    for statement in said:
        assembly.use(statement.refs)
        assembly.use(statement.addressee)
        assembly.use(Ref("state", code, code) for code in statement.targets if _named(code, who))
    actors = assembly.actors()
    numbered = {id(draft): refs for draft, refs in zip(drafts, parties, strict=True)}
    encounters = assembly.encounters(drafts, lambda draft: numbered[id(draft)])
    statements = assembly.statements(said, tuple(e.id for e in encounters))
    late = {found.text[slice(*found.chars(p.first, p.last))] for p in who.people if p.modifier == "late"}
    actors = link(actors, encounters, article.anchor, late)
    cues = {e.id: d.cue for e, d in zip(encounters, drafts, strict=True)}
    return Interpreted(actors, encounters, statements, cues)


def _named(code: str, who: Identified) -> bool:
    """Whether the page names the state or body itself, not only by an adjective."""
    return any(m.kind == "state" and m.states == (code,) and not m.adjective for m in who.mentions)


def _parties(draft: EncounterDraft, who: Identified) -> list[tuple[Ref, str | None, Span]]:
    """The participants of an encounter as actors, with role and span."""
    out: list[tuple[Ref, str | None, Span]] = []
    for party in draft.participants:
        if party.person is not None:
            ref = Ref("person", str(party.person), who.people[party.person].state)
        else:
            ref = Ref("state", party.code or "", party.code)
        out.append((ref, party.role, party.span))
    return out
