"""All mentions of a page in reading order, and the register of its people."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import msgspec

from dragoman.find import Found
from dragoman.find.clitics import pack_words
from dragoman.find.lexicon import Hit
from dragoman.find.tokens import Tokens, tokenize
from dragoman.identify.apposed import apposed
from dragoman.identify.bare import bare_mentions
from dragoman.identify.epithets import epithets
from dragoman.identify.groups import groups
from dragoman.identify.headline import headline, known_parts
from dragoman.identify.holders import holders, is_last_name
from dragoman.identify.mentions import Mention, take
from dragoman.identify.names import page_names
from dragoman.identify.people import Person, Register, fold, name_words
from dragoman.identify.references import refer
from dragoman.identify.titles import Titles
from dragoman.identify.vocabulary import Entity, Vocabulary, value_of
from dragoman.model import Article
from dragoman.world.domains import official_state
from dragoman.world.load import Language
from dragoman.world.roles import office_of, office_weight, role_bodies
from dragoman.world.states import as_of

_MODERN = "2006-06-03"  # from here on no state of the tables has a predecessor
_SMALL = 4  # shorter words of a title are small in any style
_POWERS = frozenset({"state", "adjective", "body", "role", "metonym", "capital"})


class Identified(msgspec.Struct, frozen=True):
    """Mentions by position; `people[m.person]` is who a mention means. home: the state the page speaks for.

    loaded: loaded names of what is no actor (a water, a territory), as tokens first, last and their reading."""

    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]
    home: str | None
    starts: tuple[int, ...]
    loaded: tuple[tuple[int, int, Entity], ...] = ()

    def within(self, first: int, last: int) -> tuple[Mention, ...]:
        """Mentions that begin in the tokens `[first, last)`."""
        return self.mentions[bisect_left(self.starts, first) : bisect_left(self.starts, last)]


def identify(article: Article, found: Found, language: Language) -> Identified:
    """Mentions and people of a page; the article's date tells who held an office."""
    vocabulary = vocabulary_of(language)
    home = _official_home(article, vocabulary) or language.grammar.order.home
    speaks_for = home or _on(_dateline_state(article, vocabulary), article.anchor)
    hits = vocabulary.lexicon.find(found.tokens)
    if not any(entity.kind in _POWERS for hit in hits for entity in hit.values):
        return Identified((), (), speaks_for, ())  # no state, body or office: nobody who could act, leave early
    ordered = _dated(_mentions(found, hits, vocabulary), article.anchor)
    register = Register(found.tokens, vocabulary.suffix, endings=language.grammar.name_endings)
    title_end = found.paragraphs[0][1]
    _enter_all(ordered, register, found, vocabulary, article.anchor)
    named = {code for m in ordered for code in m.states}
    asked = [(m.role, m.states or named) for m in ordered if m.kind == "office" and m.role]
    register.look_up(holders(), article.anchor, named, {office_of(role, s) for role, states in asked for s in states})
    kept = [m for m in ordered if m.kind != "name" or m.person is not None]
    refer(kept, register, vocabulary, home=home, dateline=speaks_for)
    kept = epithets(kept, register.people, found, hits, vocabulary)
    headline(kept, sum(found.tokens.start[m.first] < title_end for m in kept), register)
    for mention in kept:
        if mention.person is not None:
            register.people[mention.person].spots.append(mention.first)
    return Identified(tuple(kept), tuple(register.people), speaks_for, tuple(m.first for m in kept), _loaded(hits))


def _loaded(hits: list[Hit[Entity]]) -> tuple[tuple[int, int, Entity], ...]:
    return tuple(
        (h.first, h.last, e) for h in hits for e in h.values[:1] if e.kind == "label" and e.framing and e.value
    )


def _on(state: str | None, anchor: str | None) -> str | None:
    """The state that a place was part of on that day."""
    return as_of(state, anchor) if state is not None and anchor is not None and anchor < _MODERN else state


def _dated(mentions: list[Mention], anchor: str | None) -> list[Mention]:
    """The mentions in reading order with the states of that day, without epithets of what the page never names."""
    if anchor is not None and anchor < _MODERN:
        for mention in mentions:
            mention.states = tuple(as_of(code, anchor) for code in mention.states)
    plain = {code for m in mentions if m.text != "epithet" for code in m.states}
    kept = [m for m in mentions if m.text != "epithet" or m.states[0] in plain]  # "the alliance", once it is named
    return sorted(kept, key=lambda m: m.first)


def _enter_all(
    mentions: list[Mention], register: Register, found: Found, vocabulary: Vocabulary, anchor: str | None
) -> None:
    """Puts the people into the register: first those of the story, then what the title adds."""
    title_end = found.paragraphs[0][1]
    before: Mention | None = None
    for mention in mentions:
        if found.tokens.start[mention.first] >= title_end:
            _enter(mention, register, before)
            before = mention
    _places_to_people(mentions, register)
    title = [m for m in mentions if found.tokens.start[m.first] < title_end]
    if not _plain_case(found.tokens, title_end, vocabulary):
        mentions[: len(title)] = title = [part for m in title for part in known_parts(m, register)]
    for mention in title:
        if mention.name and (number := _known(mention, register)) is not None:
            fuller = mention.name[1] - mention.name[0] > len(register.people[number].words)
            told = bool(mention.role) and not (register.people[number].role and register.people[number].state)
            mention.person = register.add(mention) if fuller or told else number
        elif mention.name and (mention.role or register.recorded(mention, holders(), anchor)):
            mention.person = register.add(mention)


def _plain_case(tokens: Tokens, title_end: int, vocabulary: Vocabulary) -> bool:
    """Whether the title writes its verbs and nouns small, so that capitals show names."""
    words = tokens.word[: bisect_left(tokens.start, title_end)]
    return any(w.islower() and len(w) >= _SMALL and w not in vocabulary.not_name for w in words)


def _enter(mention: Mention, register: Register, before: Mention | None) -> None:
    if mention.name is None:
        return
    joined = before is not None and mention.first - before.last == 1 and register.tokens.key[before.last].isalpha()
    if mention.role is None and mention.name[1] - mention.name[0] < 2:
        mention.person = _known(mention, register)
        titled = mention.first < mention.name[0]  # "Mr. Kamin", nowhere in full
        if mention.person is None and (titled or _states_own(mention, before, register)):
            mention.person = register.add(mention)
    else:
        mention.person = register.add(mention, before.person if before and joined else None)
    if mention.person is not None:
        register.people[mention.person].spots.append(mention.first)


def _states_own(mention: Mention, before: Mention | None, register: Register) -> bool:
    """Whether a state's possessive stands before a last name that some holder has: "Ukraine's Zelensky"."""
    owned = before is not None and before.kind == "state" and not before.adjective
    if not owned or before is None or register.tokens.key[before.last : mention.first] != ["'s"]:
        return False
    return is_last_name(fold(register.tokens.word[mention.first]))


def _places_to_people(mentions: list[Mention], register: Register) -> None:
    """A place or state by whose name the page calls one of its people ("Clark" after "Foreign Secretary Joe Clark")."""
    surnames = {p.words[-1]: n for n, p in enumerate(register.people) if p.role and len(p.words) > 1}
    for mention in mentions:
        if mention.kind == "state" and not mention.adjective and mention.last - mention.first == 1:
            number = surnames.get(fold(register.tokens.word[mention.first]))
            if number is not None:
                mention.kind, mention.name, mention.person = "name", (mention.first, mention.last), number
                mention.states, mention.place = (), False


def _known(mention: Mention, register: Register) -> int | None:
    assert mention.name is not None
    return register.match(name_words(register.tokens, mention.name, register.suffixes), mention.states)


@cache
def vocabulary_of(language: Language) -> Vocabulary:
    """The language's vocabulary, compiled once."""
    listed = language.grammar.order.names == "listed"
    return Vocabulary(language.grammar, language.names, pack_words(language) if listed else frozenset())


def _official_home(article: Article, vocabulary: Vocabulary) -> str | None:
    """The state whose ministry or office publishes the page, by its address or the outlet's name."""
    by_address = official_state(article.page.url)
    if by_address is not None or article.outlet is None:
        return by_address
    tokens = tokenize(article.outlet.name, 0, len(article.outlet.name))
    hits = vocabulary.lexicon.find(tokens)
    if not any(value_of(h, "institution", "role", "metonym") for h in hits):
        return None
    codes = list(dict.fromkeys(e.value for h in hits if (e := value_of(h, "state", "adjective", "metonym"))))
    return codes[0] if len(codes) == 1 else None


def _dateline_state(article: Article, vocabulary: Vocabulary) -> str | None:
    """The state from whose soil the page reports, by the place in its dateline."""
    for block in article.blocks:
        if block.label == "dateline":
            tokens = tokenize(article.page.text, block.start, block.end)
            for hit in vocabulary.lexicon.find(tokens):
                place = value_of(hit, "place", "capital", "state")
                if place is not None and len(place.value) == 3:
                    return place.value
    return None


def _mentions(found: Found, hits: list[Hit[Entity]], vocabulary: Vocabulary) -> list[Mention]:
    reader = Titles(found.tokens, hits, vocabulary, role_bodies())
    by_first = {h.first: h for h in hits}
    lower = {k for k, w in zip(found.tokens.key, found.tokens.word, strict=True) if w[0].islower()}
    out: list[Mention] = []
    begun = []
    for sentence in found.sentences:
        taken = [False] * (sentence.last - sentence.first)
        begun.append((sentence, taken, _offices(sentence.first, sentence.last, by_first, reader, taken)))
    if vocabulary.listed:
        named = [m.name for _, _, made in begun for m in made if m.name]
        reader.page.update(page_names(found.tokens, named, hits, vocabulary.plain))
    for sentence, taken, made in begun:
        made += groups(sentence.first, sentence.last, by_first, reader, taken, vocabulary)
        made += bare_mentions(found, sentence.first, sentence.last, by_first, taken, vocabulary, lower, reader.page)
        made.sort(key=lambda m: m.first)
        out += apposed(found, _held_together(made) if vocabulary.listed else made, vocabulary.conjunction)
    return out


def _offices(first: int, last: int, hits: dict[int, Hit[Entity]], reader: Titles, taken: list[bool]) -> list[Mention]:
    out: list[Mention] = []
    keys = reader.tokens.key
    i = first
    while i < last:
        hit = hits.get(i)
        inside = keys[i] in reader.vocabulary.inner
        around = reader.within(i, last, free=hit is None) if inside else None
        if around is not None:
            out.append(take(around, first, taken))
            i = around.last
            continue
        if hit is None or value_of(hit, "role") is None or _many(hit, first, reader):
            i = hit.last if hit else i + 1
            continue
        mention = reader.read(hit, max(first, out[-1].last if out else first), last)
        out.append(take(mention, first, taken))
        i = max(mention.last, hit.last)
    return out


def _many(hit: Hit[Entity], first: int, reader: Titles) -> bool:
    """A role word that stands for several people: a plural form, or one that a number makes plural."""
    if value_of(hit, "sides") is None:
        return False
    singular = reader.vocabulary.grammar.order.state == "after"  # one form for singular and plural
    before = reader.tokens.key[hit.first - 1] if hit.first > first else ""
    return not singular or before in reader.vocabulary.two


def _held_together(mentions: list[Mention]) -> list[Mention]:
    """Joins two offices with nothing between them: they are one person's ("the deputy premier, the minister X")."""
    out: list[Mention] = []
    for mention in mentions:
        before = out[-1] if out else None
        beside = before is not None and before.kind == "office" and before.last == mention.first
        if before is not None and beside and mention.role and mention.role != "counterpart":
            if not (mention.states and before.states and mention.states != before.states):
                mention.first, mention.states = before.first, mention.states or before.states
                state = mention.states[0] if mention.states else None
                if office_weight(before.role, state) > office_weight(mention.role, state) > 0:
                    mention.role = before.role
                out[-1] = mention
                continue
        out.append(mention)
    return out
