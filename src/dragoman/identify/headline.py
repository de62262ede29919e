"""The title: its names and offices mean people whom the story names."""

from __future__ import annotations

from dragoman.identify.holders import is_last_name
from dragoman.identify.mentions import Mention
from dragoman.identify.people import Register, fold, name_words
from dragoman.identify.references import compatible

_BEFORE_LAST = 3  # tokens that may stand before the last name: "Jen", "Kamala D."


def headline(mentions: list[Mention], count: int, register: Register) -> None:
    """Sets the person of the offices in the title, the first `count` mentions, once the story has named the people."""
    people = register.people
    order = sorted(range(len(people)), key=lambda n: people[n].first)
    for mention in mentions[:count]:
        if mention.kind == "office" and mention.person is None and mention.states and not mention.counterpart:
            fitting = (n for n in order if people[n].state in mention.states and compatible(mention, people[n]))
            mention.person = next(fitting, None)


def known_parts(mention: Mention, register: Register) -> list[Mention]:
    """A run of capitals in a title that writes every word large, as the names in it that the story knows.

    A run that neither begins with one nor means one stays as it is, but for a single word behind an office, which is
    the title's verb.
    """
    if mention.name is None:
        return [mention]
    first, last = mention.name
    parts: list[Mention] = []
    k = first
    while k < last:
        end = next((end for end in range(last, k, -1) if _names(register, k, end)), None)
        if end is not None:
            parts.append(Mention(k, end, "name", name=(k, end)))
        k = end or k + 1
    if mention.role is None:
        meant = register.match(name_words(register.tokens, mention.name, register.suffixes)) is not None
        return parts if parts and (meant or parts[0].first == first) else [mention]
    if parts and _fuller(register, first, parts[0]):
        end = parts[0].last
        mention.name, mention.last = (first, end), max(end, mention.last if mention.last > last else 0)
        return [mention, *parts[1:]]
    if parts and parts[0].first == first:
        mention.name, mention.last = parts[0].name, max(parts[0].last, mention.last if mention.last > last else 0)
        return [mention, *parts[1:]]
    if mention.last == last and (parts or (last - first == 1 and not is_last_name(fold(register.tokens.word[first])))):
        mention.name, mention.kind, mention.last = None, "office", first
        return [mention, *parts]
    return [mention]


def _fuller(register: Register, first: int, part: Mention) -> bool:
    """Whether a name behind an office is the whole one of somebody whom the story calls by the last word: "Press
    Secretary Jen Psaki"; not "Secretary Biden Psaki", two of its people."""
    words = name_words(register.tokens, (first, part.first), register.suffixes)
    alone = part.last - part.first == 1 and 0 < part.first - first <= _BEFORE_LAST
    return alone and all(register.match((word,)) is None for word in words)


def _names(register: Register, first: int, last: int) -> bool:
    words = name_words(register.tokens, (first, last), register.suffixes)
    number = register.match(words)
    return number is not None and set(words) <= set(register.people[number].words)
