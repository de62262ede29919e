"""Mentions without an office: names, states, bodies, places, pronouns, outlets."""

from __future__ import annotations

from dragoman.find import Found
from dragoman.find.lexicon import Hit
from dragoman.find.tokens import Tokens
from dragoman.identify.mentions import Mention
from dragoman.identify.names import name_run
from dragoman.identify.vocabulary import Entity, Vocabulary, value_of


def bare_mentions(
    found: Found, first: int, last: int, hits: dict[int, Hit[Entity]], taken: list[bool], vocabulary: Vocabulary,
    lower: set[str], page: set[str],
) -> list[Mention]:  # fmt: skip
    """Bare names, states, bodies, places, pronouns. page: words of names, where capitals do not tell them."""
    tokens = found.tokens
    out: list[Mention] = []
    words = tokens.word
    free = first
    known = page | vocabulary.particle if page else page
    for i in range(first, last):
        if i < free or taken[i - first]:
            continue
        if not (i in hits or words[i][0].isupper() or "-" in words[i][1:] or tokens.key[i] in known):
            continue
        hit = hits.get(i)
        particle = tokens.key[i] in vocabulary.particle and i + 1 < last and words[i + 1][0].isupper()
        if hit is not None and hit.last <= last and not (particle and hit.last == i + 1):
            mention = _entity(hit, tokens.key[i - 1] if i > first else "", vocabulary)
            if mention is not None:
                if mention.kind == "state":
                    owned = i > first and tokens.key[i - 1] in vocabulary.private
                    mention.adjective = mention.adjective or owned or _names_a_thing(tokens, hit, last, hits)
                    mention.last = _over_bracket(tokens, hit.last, last)
                out.append(mention)
                free = mention.last
                continue
            if value_of(hit, "honorific", "modifier"):
                begin, end = _titled(tokens, hit, last, vocabulary, hits)
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


def _titled(
    tokens: Tokens, hit: Hit[Entity], last: int, vocabulary: Vocabulary, hits: dict[int, Hit[Entity]]
) -> tuple[int, int]:
    """The name behind "Mr." or "former"."""
    begin = hit.last + (hit.last < last and tokens.word[hit.last] == ".")
    return begin, name_run(tokens, begin, last, vocabulary, hits, sure=True)


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
