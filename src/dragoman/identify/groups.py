"""Groups and institutions as written: "the two ministers", "Iranian and Japanese diplomats", "the ministry of Peru"."""

from __future__ import annotations

from dragoman.find.lexicon import Hit
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify.designation import Designations
from dragoman.identify.mentions import Mention, take
from dragoman.identify.vocabulary import Entity, Vocabulary, value_of

_ADJECTIVES = 2  # words that may stand between a state and its institution


def groups(
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
        if sides:
            _of_sides(mention, last, hits, reader, vocabulary)
        if not states and vocabulary.grammar.order.state == "before":
            states = _of_states(mention, last, reader, vocabulary) if sides else []
            states = states or (_of_state(mention, last, reader, vocabulary) if institution else [])
            mention.states = tuple(states)
        if not _settled(mention, hit, states, reader, vocabulary):
            continue
        out.append(take(mention, first, taken))
    return out


def _settled(
    mention: Mention, hit: Hit[Entity], states: list[str], reader: Designations, vocabulary: Vocabulary
) -> bool:
    """Decides whether the words are a group, an institution or neither."""
    i = hit.first
    sides, institution = value_of(hit, "sides"), value_of(hit, "institution")
    two = any(reader.tokens.key[k] in vocabulary.two for k in range(mention.first, i))
    after = reader.tokens.key[hit.last] if hit.last < len(reader.tokens.key) else ""
    defined = (
        mention.first < i
        or after in vocabulary.grammar.words.taken_up
        or (sides is not None and vocabulary.grammar.order.bare_sides)
    )
    official = institution is not None and institution.value in vocabulary.official
    if sides and official and len(states) < 2 and (not two or states):
        mention.kind, mention.plural = "institution", False
    elif sides and not (two or len(states) > 1):
        if institution is None or not states:
            mention.kind = "group" if defined or len(states) else "institution"
            if not defined and not states:
                return False
        if len(states) == 1:
            mention.kind, mention.plural, mention.text = "institution", False, "" if institution else "people"
    titled = reader.tokens.word[i][0].isupper() and hit.last - i > 1
    named = official or (vocabulary.grammar.order.home is not None and titled)
    return not (mention.kind == "institution" and not states and not named and not (defined and institution))


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
            key in POSSESSIVE
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
        elif not states and (opened := _opened(mention, k, first, reader)) < k:
            k = opened
        else:
            break
    mention.first = k
    return states


def _opened(mention: Mention, k: int, first: int, reader: Designations) -> int:
    return _over_adjectives(k, first, reader) if mention.kind == "institution" else reader.over_service(k, first)


def _over_adjectives(k: int, first: int, reader: Designations) -> int:
    """Over plain adjectives between a state and its institution ("Mali's [military] government"); `k` without any."""
    if reader.vocabulary.grammar.order.state != "before":
        return k
    for j in range(k - 1, max(first, k - _ADJECTIVES - 1), -1):
        word, key = reader.tokens.word[j], reader.tokens.key[j]
        if not (word.isalpha() and word.islower()) or key in reader.closed:
            return k
        owner = reader.tokens.key[j - 1] in POSSESSIVE
        if owner or value_of(reader.ends.get(j), "adjective") is not None:
            return j
    return k


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
