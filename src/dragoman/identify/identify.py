"""All mentions of a page in reading order, and the register of its people."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import msgspec

from dragoman.find import Found
from dragoman.find.clitics import pack_words
from dragoman.find.lexicon import Hit
from dragoman.find.tokens import Tokens, tokenize
from dragoman.identify.designation import Designations
from dragoman.identify.holders import holders
from dragoman.identify.mentions import Mention
from dragoman.identify.names import name_run, page_names
from dragoman.identify.people import Person, Register, fold, name_words
from dragoman.identify.references import refer
from dragoman.identify.vocabulary import Entity, Vocabulary, value_of
from dragoman.model import Article
from dragoman.world.load import Language
from dragoman.world.roles import office_of, role_bodies
from dragoman.world.states import as_of

_MODERN = "2006-06-03"  # from here on no state of the tables has a predecessor
_POWERS = frozenset({"state", "adjective", "body", "role", "metonym", "capital"})
_POSSESSIVE = ("'s", "'", "’")


class Identified(msgspec.Struct, frozen=True):
    """Mentions by position; `people[m.person]` is who a mention means. home: the state the page speaks for."""

    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]
    home: str | None
    starts: tuple[int, ...]

    def within(self, first: int, last: int) -> tuple[Mention, ...]:
        """Mentions that begin in the tokens `[first, last)`."""
        return self.mentions[bisect_left(self.starts, first) : bisect_left(self.starts, last)]


def identify(article: Article, found: Found, language: Language) -> Identified:
    """Mentions and people of a page; the article's date tells who held an office."""
    vocabulary = _vocabulary(language)
    home = _official_home(article, vocabulary) or language.grammar.order.home
    speaks_for = home or _dateline_state(article, vocabulary)
    hits = vocabulary.lexicon.find(found.tokens)
    if not any(entity.kind in _POWERS for hit in hits for entity in hit.values):
        return Identified((), (), speaks_for, ())  # no state, body or office: nobody who could act, leave early
    mentions = _mentions(found, hits, vocabulary)
    register = Register(found.tokens, vocabulary.suffix, endings=language.grammar.name_endings)
    if article.anchor is not None and article.anchor < _MODERN:
        for mention in mentions:
            mention.states = tuple(as_of(code, article.anchor) for code in mention.states)
    plain = {code for m in mentions if m.text != "epithet" for code in m.states}
    mentions = [m for m in mentions if m.text != "epithet" or m.states[0] in plain]  # "the alliance", once it is named
    ordered = sorted(mentions, key=lambda m: m.first)
    title_end = found.paragraphs[0][1]
    title = [m for m in ordered if found.tokens.start[m.first] < title_end]
    for mention in ordered:
        if found.tokens.start[mention.first] >= title_end:
            _enter(mention, register)
    _places_to_people(ordered, register)
    for mention in title:
        if mention.name and (number := _known(mention, register)) is not None:
            mention.person = number
        elif mention.name and mention.role:
            mention.person = register.add(mention)
    named = {code for m in ordered for code in m.states}
    ranks = {office_of(m.role, s) for m in ordered if m.kind == "office" and m.role for s in (m.states or (home,))}
    register.look_up(holders(), article.anchor, named, ranks)
    kept = [m for m in ordered if m.kind != "name" or m.person is not None]
    refer(kept, register, vocabulary.indefinite, home=home, dateline=speaks_for)
    for mention in kept:
        if mention.person is not None:
            register.people[mention.person].spots.append(mention.first)
    return Identified(tuple(kept), tuple(register.people), speaks_for, tuple(m.first for m in kept))


def _enter(mention: Mention, register: Register) -> None:
    if mention.name is None:
        return
    if mention.role is None and mention.name[1] - mention.name[0] < 2:
        mention.person = _known(mention, register)
    else:
        mention.person = register.add(mention)
    if mention.person is not None:
        register.people[mention.person].spots.append(mention.first)


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
def _vocabulary(language: Language) -> Vocabulary:
    listed = language.grammar.order.names == "listed"
    return Vocabulary(language.grammar, language.names, pack_words(language) if listed else frozenset())


def _official_home(article: Article, vocabulary: Vocabulary) -> str | None:
    """The state whose ministry or office publishes the page, by the outlet's name."""
    if article.outlet is None:
        return None
    tokens = tokenize(article.outlet.name, 0, len(article.outlet.name))
    hits = vocabulary.lexicon.find(tokens)
    if not any(value_of(h, "institution", "role") for h in hits):
        return None
    codes = [e.value for h in hits if (e := value_of(h, "state", "adjective"))]
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
    reader = Designations(found.tokens, hits, vocabulary, role_bodies())
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
        made += _groups(sentence.first, sentence.last, by_first, reader, taken, vocabulary)
        made += _rest(found, sentence.first, sentence.last, by_first, taken, vocabulary, lower, reader.page)
        made.sort(key=lambda m: m.first)
        out += _apposed(found, made)
    return out


def _take(mention: Mention, first: int, taken: list[bool]) -> Mention:
    for k in range(mention.first, mention.last):
        taken[k - first] = True
    return mention


def _offices(
    first: int, last: int, hits: dict[int, Hit[Entity]], reader: Designations, taken: list[bool]
) -> list[Mention]:
    out: list[Mention] = []
    i = first
    while i < last:
        hit = hits.get(i)
        around = reader.around(i, last) if hit is None else None
        if around is not None:
            out.append(_take(around, first, taken))
            i = around.last
            continue
        if hit is None or value_of(hit, "role") is None or _many(hit, first, reader):
            i = hit.last if hit else i + 1
            continue
        mention = reader.read(hit, max(first, out[-1].last if out else first), last)
        out.append(_take(mention, first, taken))
        i = max(mention.last, hit.last)
    return out


def _many(hit: Hit[Entity], first: int, reader: Designations) -> bool:
    """A role word that stands for several people: a plural form, or one that a number makes plural."""
    if value_of(hit, "sides") is None:
        return False
    singular = reader.vocabulary.grammar.order.state == "after"  # one form for singular and plural
    before = reader.tokens.key[hit.first - 1] if hit.first > first else ""
    return not singular or before in reader.vocabulary.two


def _groups(
    first: int, last: int, hits: dict[int, Hit[Entity]], reader: Designations, taken: list[bool], vocabulary: Vocabulary
) -> list[Mention]:
    """ "the two ministers", "Iranian and Japanese diplomats", "Kementerian Luar Negeri Jepang"."""
    out = []
    for i in range(first, last):
        hit = hits.get(i)
        if hit is None or taken[i - first] or hit.last > last:
            continue
        sides, institution = value_of(hit, "sides"), value_of(hit, "institution")
        if sides is None and institution is None:
            continue
        mention = Mention(i, hit.last, "group" if sides else "institution", plural=bool(sides))
        states = _states_before(mention, first, reader, vocabulary)
        if vocabulary.grammar.order.state != "before":
            states = states or _states_after(mention, last, reader, vocabulary)
        mention.states = tuple(dict.fromkeys(states))
        if institution and not states and vocabulary.grammar.order.state == "before":
            states = _of_state(mention, last, reader, vocabulary)
            mention.states = tuple(states)
        if sides:
            _of_sides(mention, last, hits, reader, vocabulary)
            if not states and vocabulary.grammar.order.state == "before":
                states = _of_states(mention, last, reader, vocabulary)
                mention.states = tuple(states)
        two = any(reader.tokens.key[k] in vocabulary.two for k in range(mention.first, i))
        defined = mention.first < i or (sides is not None and vocabulary.grammar.order.bare_sides)
        official = institution is not None and institution.value in vocabulary.official
        if sides and official and len(states) < 2 and not two:
            mention.kind, mention.plural = "institution", False
        elif sides and not (two or len(states) > 1):
            if institution is None or not states:
                mention.kind = "group" if defined or len(states) else "institution"
                if not defined and not states:
                    continue
            if len(states) == 1:
                mention.kind, mention.plural, mention.text = "institution", False, "" if institution else "people"
        named = official or (
            vocabulary.grammar.order.home is not None and (reader.tokens.word[i][0].isupper() and hit.last - i > 1)
        )
        if (
            mention.kind == "institution"
            and not states
            and not (defined and value_of(hit, "institution"))
            and not named
        ):
            continue
        out.append(_take(mention, first, taken))
    return out


def _of_state(mention: Mention, last: int, reader: Designations, vocabulary: Vocabulary) -> list[str]:
    """The state of "the Ministry of Foreign Affairs of Poland", taken in."""
    k = mention.last
    if k + 1 < last and reader.tokens.key[k] == vocabulary.of[0]:
        j = k + 1 + (reader.tokens.key[k + 1] in vocabulary.determiner)
        code = value_of(hit := reader.hits.get(j), "state", "body")
        if code and hit:
            mention.last = hit.last
            return [code.value]
    return []


def _of_sides(
    mention: Mention, last: int, hits: dict[int, Hit[Entity]], reader: Designations, vocabulary: Vocabulary
) -> None:
    """Takes in "of the two countries" after "the leaders"."""
    k = mention.last
    if k < last and reader.tokens.key[k] in (vocabulary.of[0],):
        j = k + 1
        while j < last and reader.tokens.key[j] in vocabulary.determiner | vocabulary.two:
            j += 1
        hit = hits.get(j)
        if j > k + 1 and hit is not None and value_of(hit, "sides"):
            mention.last = hit.last


def _of_states(mention: Mention, last: int, reader: Designations, vocabulary: Vocabulary) -> list[str]:
    """The states of "the foreign ministers of Croatia and Serbia", taken in; one alone is no group's."""
    k = mention.last
    if k >= last or reader.tokens.key[k] != vocabulary.of[0]:
        return []
    states: list[str] = []
    j = end = k + 1
    while j < last:
        code = value_of(hit := reader.hits.get(j), "state", "body")
        if code and hit:
            states.append(code.value)
            j = end = hit.last
        elif reader.tokens.key[j] in vocabulary.conjunction or reader.tokens.key[j] in (",", *vocabulary.determiner):
            j += 1
        else:
            break
    if len(states) > 1:
        mention.last = end
        return states
    return []


def _states_before(mention: Mention, first: int, reader: Designations, vocabulary: Vocabulary) -> list[str]:
    states: list[str] = []
    k = mention.first
    while k > first:
        hit = reader.ends.get(k)
        key = reader.tokens.key[k - 1]
        code = value_of(hit, "state", "adjective", "body", "metonym", "capital") if hit and hit.first >= first else None
        side = vocabulary.grammar.order.state
        if code and hit and (side == "before" or (side == "both" and code.kind == "adjective")):
            states.insert(0, code.value)
            mention.framing = mention.framing or code.framing
            k = hit.first
        elif hit and value_of(hit, "modifier"):
            k = hit.first
        elif (
            key in _POSSESSIVE
            or (states and (key in vocabulary.conjunction or key == ",") and reader.ends.get(k - 1))
            or key in vocabulary.two
        ):
            k -= 1
        elif key in vocabulary.determiner:
            k -= 1 + (k - 1 > first and reader.tokens.key[k - 2] in vocabulary.two)
            break
        elif key in vocabulary.possessive:
            k -= 1
            break
        else:
            break
    mention.first = k
    return states


def _states_after(mention: Mention, last: int, reader: Designations, vocabulary: Vocabulary) -> list[str]:
    states: list[str] = []
    k = mention.last
    while k < last:
        hit = reader.hits.get(k)
        code = value_of(hit, "state", "adjective", "body", "capital", "metonym")
        if code and hit and not (code.kind == "adjective" and vocabulary.grammar.order.state == "both"):
            states.append(code.value)
            k = mention.last = hit.last
        elif states and reader.tokens.key[k] in vocabulary.conjunction and value_of(reader.hits.get(k + 1), "state"):
            k += 1
        else:
            break
    return states


def _rest(
    found: Found, first: int, last: int, hits: dict[int, Hit[Entity]], taken: list[bool], vocabulary: Vocabulary,
    lower: set[str], page: set[str],
) -> list[Mention]:  # fmt: skip
    """Bare names, states, bodies, places, pronouns. page: words of names, where capitals do not tell them."""
    tokens = found.tokens
    out: list[Mention] = []
    words = tokens.word
    free = first
    keys = tokens.key
    for i in [
        k
        for k in range(first, last)
        if k in hits or words[k][0].isupper() or "-" in words[k][1:] or keys[k] in page
        or (page and keys[k] in vocabulary.particle)
    ]:
        if i < free or taken[i - first]:
            continue
        hit = hits.get(i)
        particle = tokens.key[i] in vocabulary.particle and i + 1 < last and words[i + 1][0].isupper()
        if hit is not None and hit.last <= last and not (particle and hit.last == i + 1):
            mention = _entity(hit, tokens.key[i - 1] if i > first else "", vocabulary)
            if mention is not None:
                if mention.kind == "state":
                    mention.adjective = mention.adjective or _names_a_thing(tokens, hit, last, hits)
                    mention.last = _over_bracket(tokens, hit.last, last)
                out.append(mention)
                free = mention.last
                continue
            if value_of(hit, "honorific", "modifier"):
                begin = hit.last + (hit.last < last and words[hit.last] == ".")
                end = name_run(tokens, begin, last, vocabulary, hits, sure=True)
                if end > begin and not any(taken[begin - first : end - first]):
                    out.append(Mention(hit.first, end, "name", name=(begin, end)))
                free = max(begin, end)
                continue
        end = name_run(tokens, i, last, vocabulary, hits, sure=False, page=page)
        while end > i and any(taken[i - first : end - first]):
            end -= 1
        if end > i:
            opens = i == first and end - i > 1 and tokens.key[i] in lower and tokens.key[i] not in vocabulary.particle
            out.append(Mention(i + opens, end, "name", name=(i + opens, end)))
            free = end
    return out


def _names_a_thing(tokens: Tokens, hit: Hit[Entity], last: int, hits: dict[int, Hit[Entity]]) -> bool:
    """A state inside the name of something else: "The Iran Project", "Japan Airlines"."""
    k = hit.last
    return (
        k < last
        and tokens.word[k][0].isupper()
        and k not in hits
        and tokens.word[hit.first][0].isupper()
        and (not tokens.word[k].isupper() and tokens.end[k - 1] + 1 == tokens.start[k])
    )


def _over_bracket(tokens: Tokens, k: int, last: int) -> int:
    """Over the short form in brackets: "World Food Programme (WFP)"."""
    if k + 2 < last and tokens.word[k] == "(" and tokens.word[k + 2] == ")" and tokens.word[k + 1][0].isupper():
        return k + 3
    return k


def _entity(hit: Hit[Entity], before: str, vocabulary: Vocabulary) -> Mention | None:
    entity = value_of(hit, "state", "body", "metonym", "capital", "adjective", "place", "pronoun", "outlet", "epithet")
    if entity is None:
        return None
    if entity.kind == "pronoun":
        return Mention(
            hit.first, hit.last, "pronoun", plural=entity.value == "plural", text=entity.value, gender=entity.framing
        )
    if entity.kind == "outlet":
        return Mention(hit.first, hit.last, "outlet")
    place = entity.kind == "place" or (entity.kind == "capital" and before in vocabulary.preposition)
    return Mention(
        hit.first, hit.last, "state", states=(entity.value,), framing=entity.framing, place=place,
        adjective=entity.kind == "adjective", text=entity.kind,
    )  # fmt: skip


def _apposed(found: Found, mentions: list[Mention]) -> list[Mention]:
    """Joins a name and the office set beside it: "Ali Khaji, the Iranian foreign minister's assistant, …"."""
    out: list[Mention] = []
    for mention in mentions:
        before = out[-1] if out else None
        if (
            before is not None and before.kind == "name" and before.role is None and mention.kind == "office"
            and (mention.states or mention.last - mention.first > 1) and before.last + 1 == mention.first
            and found.tokens.key[before.last] in ",(–—-" and before.name and before.name[1] - before.name[0] >= 2
        ):  # fmt: skip
            before.role, before.modifier, before.states = mention.role, mention.modifier, mention.states
            before.last = mention.last
        else:
            out.append(mention)
    return out
