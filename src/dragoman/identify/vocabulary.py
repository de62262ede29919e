"""The words of a language by which states, bodies, offices and groups are named, compiled once."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from dragoman.find.lexicon import Hit, Lexicon
from dragoman.find.tokens import key_of
from dragoman.identify.holders import holder_names
from dragoman.world.names import NameTables
from dragoman.world.pack.grammar import Grammar

Kind: TypeAlias = Literal[
    "state", "adjective", "capital", "metonym", "body", "role", "modifier", "place",
    "pronoun", "sides", "institution", "honorific", "outlet", "label", "epithet", "person",
]  # fmt: skip


class Entity(msgspec.Struct, frozen=True):
    """One reading of some words: `value` is a state or body code, a role or modifier id, a pronoun's number; `framing`
    is the loaded meaning of a name, of a pronoun its gender."""

    kind: Kind
    value: str
    framing: str | None = None


def _opened_roles(names: NameTables, grammar: Grammar) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]]:
    """Titles of the shape "head of the delegation", by their first word: the words to "of", those behind its article,
    the role. The state stands between: "head of the Kenyan delegation", "speaker of Kenya's parliament"."""
    out: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
    of, articles = grammar.words.of[0], frozenset(grammar.words.determiner)
    for row in names.roles:
        first, *rest = key_of(row.text)
        if of in rest[:-1]:
            at = rest.index(of) + 1
            tail = rest[at + (rest[at] in articles) :]
            if tail:
                out.setdefault(first, []).append((tuple(rest[:at]), tuple(tail), row.role))
    return out


class Vocabulary:
    """All entity words of one language in one lexicon, and the closed classes as sets."""

    def __init__(self, grammar: Grammar, names: NameTables, plain: frozenset[str] = frozenset()) -> None:
        """plain: the words that are no names, where only lists tell names from other words."""
        self.grammar = grammar
        self.listed = grammar.order.names == "listed"
        self.plain = plain
        words = grammar.words
        rows = _rows(grammar, names)
        if self.listed:
            rows += [(name, Entity("person", name), False) for name in holder_names(plain)]
        self.lexicon = Lexicon(rows)
        self.split_roles: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        if grammar.order.state == "both":  # the state's adjective may stand inside the title
            for r in names.roles:
                first, *rest = key_of(r.text)
                if rest:
                    self.split_roles.setdefault(first, []).append((tuple(rest), r.role))
        self.opened_roles = _opened_roles(names, grammar) if grammar.order.state == "before" else {}
        self.inner = frozenset(self.split_roles.keys() | self.opened_roles.keys())  # first words of either
        self.indefinite = frozenset(words.indefinite)
        self.official = frozenset(words.official)
        self.private = frozenset(words.private)
        self.determiner = frozenset(words.determiner)
        self.possessive = frozenset(words.possessive)
        self.preposition = frozenset(words.preposition)
        self.conjunction = frozenset(words.conjunction)
        self.of = tuple(w for w in words.of)
        self.two = frozenset(words.two)
        self.particle = frozenset(words.particle)
        self.titles = frozenset(words.honorific)
        self.suffix = frozenset(words.suffix)
        self.not_name = frozenset(words.not_name) | self.determiner | self.preposition | self.conjunction
        self.not_name |= frozenset(words.auxiliary) | frozenset(words.ends) | self.possessive
        seldom = frozenset(words.seldom_name)  # "Zhang Jun", "Theresa May"
        self.seldom_name = (frozenset(words.skip) - self.not_name) | seldom  # names only at the end of one
        self.not_name |= self.seldom_name


def _rows(grammar: Grammar, names: NameTables) -> list[tuple[str, Entity, bool]]:
    """Every entity word with its reading and whether its capitals count."""
    words = grammar.words
    rows: list[tuple[str, Entity, bool]] = []
    for s in names.states:
        rows.append((s.text, Entity("adjective" if s.kind in ("demonym", "person") else "state", s.iso3), s.case))
    for m in names.metonyms:
        kind: Kind = "capital" if m.type == "capital" else "metonym"
        if (
            m.type in ("water", "region", "territory", "territory_label", "event_label", "bloc_label", "venue")
            or m.target is None
        ):
            kind = "label"
        if m.type in ("epithet", "state_title"):  # "the bloc", "the Kingdom": only beside another name of it
            kind = "epithet"
        rows.append((m.text, Entity(kind, m.target or "", m.framing), m.case))
    rows += [(b.text, Entity("body", b.body), b.case) for b in names.bodies]
    rows += [(r.text, Entity("role", r.role), r.case) for r in names.roles]
    rows += [(m.text.strip("-"), Entity("modifier", m.modifier), False) for m in names.modifiers]
    rows += [(p.text, Entity("place", p.iso3), p.case) for p in names.places]
    rows += [(form, Entity("pronoun", p.number, p.gender), False) for p in grammar.pronoun for form in p.forms]
    rows += [(text, Entity("sides", text), False) for text in words.sides]
    rows += [(text, Entity("institution", text), False) for text in {*words.institution, *words.official}]
    rows += [(text, Entity("honorific", text), False) for text in words.honorific]
    rows += [(text, Entity("outlet", text), False) for text in words.outlet]
    return rows


def value_of(hit: Hit[Entity] | None, *kinds: Kind) -> Entity | None:
    """The first reading of the hit that is of one of the kinds, in the order of the kinds."""
    if hit is not None:
        for kind in kinds:
            for entity in hit.values:
                if entity.kind == kind:
                    return entity
    return None
