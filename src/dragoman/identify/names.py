"""Names of people as they stand: a run of capitalised words."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dragoman.find.lexicon import Hit
from dragoman.find.tokens import Tokens
from dragoman.identify.vocabulary import Entity, Vocabulary, value_of

_LONGEST = 7
_PLAIN = 3  # more unknown words than these after a role are not all a name


def name_run(
    tokens: Tokens, i: int, last: int, vocabulary: Vocabulary, hits: dict[int, Hit[Entity]], *, sure: bool,
    page: Collection[str] = (),
) -> int:  # fmt: skip
    """The token after the name that starts at `i`, or `i` when none does.

    `sure`: a role stands before it, so that a word that is also a place or a state may be part of the name.
    `page`: words of names that the page has told, where capitals do not show them.
    """
    if vocabulary.listed:
        return _listed_run(tokens, i, last, vocabulary, hits, sure, page)
    end = j = i
    while j < last and j - i < _LONGEST:
        word, key = tokens.word[j], tokens.key[j]
        if j > i and key in vocabulary.particle and _capital_follows(tokens, j, last, vocabulary):
            j += 1
            continue
        if not (word[0].isupper() or _joined_particle(word, vocabulary)):
            break
        also = (
            key in vocabulary.seldom_name
            and sure
            and j == i
            and j + 1 < last
            and _plain_name(tokens, j + 1, vocabulary)
        )
        if key in vocabulary.not_name and not also and not _initial(tokens, j, last):
            if j > i and key in vocabulary.seldom_name and not (j + 1 < last and _goes_on(tokens.word[j + 1])):
                end = j + 1
            break
        hit = hits.get(j)
        if hit is not None and not also and not _part_of_name(tokens, hit, last, vocabulary, j > i, sure):
            break
        j = _after_initial(tokens, j, last)
        end = j
        if end < last and tokens.word[end] == "-" and end + 1 < last and tokens.word[end + 1][0].isupper():
            j = end + 1
    if not sure and end < last and _thing(tokens, end, vocabulary):
        return i
    return _with_suffix(tokens, end, last, vocabulary) if end > i else i


def _plain_name(tokens: Tokens, j: int, vocabulary: Vocabulary) -> bool:
    return tokens.word[j][0].isupper() and tokens.key[j] not in vocabulary.not_name


def _goes_on(word: str) -> bool:
    """Whether a capital or a number follows: "Zhang Jun" is a name before neither ("June 5" is no name's end)."""
    return word[0].isupper() or word[0].isdigit()


def _listed_run(
    tokens: Tokens, i: int, last: int, vocabulary: Vocabulary, hits: dict[int, Hit[Entity]], sure: bool,
    page: Collection[str],
) -> int:  # fmt: skip
    """Without capitals: after a role the unknown words, a few at most; elsewhere names of the page or of the tables."""
    if i < last and not page and _determined(tokens.key[i], vocabulary):
        return i
    j, bound = i, sure and i in range(1, last) and tokens.key[i - 1] in vocabulary.titles and i not in hits
    ends: list[int] = []
    while j < last and j - i < _LONGEST:
        key, hit = tokens.key[j], hits.get(j)
        if key in vocabulary.particle and (sure or j > i or _begins_with_particle(tokens, j, last, page)):
            bound, j = True, j + 1
            continue
        if len(ends) > 1 and not bound and _definite(tokens, i, j, vocabulary):
            break
        person = value_of(hit, "person")
        if person is not None and hit is not None:
            j = hit.last
        elif not key[0].isalpha() or not (bound or key in page or (sure and may_be_name(tokens, j, vocabulary, hits))):
            break
        else:
            j += 1
        bound = False
        ends.append(j)
    if sure and len(ends) > _PLAIN and not any(k in vocabulary.particle for k in tokens.key[i : ends[-1]]):
        return ends[1]
    return ends[-1] if ends else i


def _definite(tokens: Tokens, i: int, j: int, vocabulary: Vocabulary) -> bool:
    """Whether the word at `j` has an article and the name before it has none and no particle."""
    article = vocabulary.grammar.order.definite
    if not article or not tokens.key[j].startswith(article):
        return False
    return not any(k in vocabulary.particle for k in tokens.key[i:j])


def _determined(key: str, vocabulary: Vocabulary) -> bool:
    """Whether the word begins with an article, alone or with a clitic, as the first word of a name does not."""
    grammar = vocabulary.grammar
    article = grammar.order.definite
    forms = [article, *(c.form for c in grammar.clitic if c.restore == article)] if article else []
    return any(key.startswith(form) for form in forms)


def _begins_with_particle(tokens: Tokens, j: int, last: int, page: Collection[str]) -> bool:
    return j + 1 < last and tokens.key[j + 1] in page


def may_be_name(tokens: Tokens, j: int, vocabulary: Vocabulary, hits: dict[int, Hit[Entity]]) -> bool:
    """Whether the word is in no table, as the words of names are in a language without capitals."""
    return tokens.key[j] not in vocabulary.plain and j not in hits and tokens.key[j].isalpha()


def page_names(
    tokens: Tokens, names: Iterable[tuple[int, int]], hits: Iterable[Hit[Entity]], plain: frozenset[str]
) -> set[str]:
    """The words by which the page names its people: of names beside an office and of those in the tables."""
    spans = [*names, *((h.first, h.last) for h in hits if value_of(h, "person"))]
    words = {tokens.key[k] for first, last in spans for k in range(first, last) if len(tokens.key[k]) > 2}
    return words - plain


def _joined_particle(word: str, vocabulary: Vocabulary) -> bool:
    """A particle written onto the name: al-Harthy."""
    particle, hyphen, name = word.partition("-")
    return bool(hyphen) and particle in vocabulary.particle and name[:1].isupper()


def _thing(tokens: Tokens, end: int, vocabulary: Vocabulary) -> bool:
    """The run goes on with a capitalised common noun: "Anti-Ballistic Missile Treaty"."""
    word = tokens.word[end]
    if word[0].isdigit() and tokens.end[end - 1] + 1 == tokens.start[end] and len(word) < 3:
        return True  # "Nord Stream 2"
    return (
        word[0].isupper()
        and tokens.key[end] in vocabulary.not_name
        and len(word) > 2
        and (tokens.key[end] not in vocabulary.determiner | vocabulary.preposition)
    )


def _part_of_name(tokens: Tokens, hit: Hit[Entity], last: int, vocabulary: Vocabulary, begun: bool, sure: bool) -> bool:
    """Israel in "Foreign Minister Israel Katz", but not in "Israel Katz said" nor "Putin President"."""
    if hit.last - hit.first > 1 or value_of(hit, "role", "modifier", "institution", "sides", "pronoun", "honorific"):
        return False
    follows = hit.last < last and tokens.word[hit.last][0].isupper()
    if tokens.key[hit.first] in vocabulary.particle and follows:
        return True  # "Van Klaveren", though Van is a town
    if value_of(hit, "body", "metonym") or (value_of(hit, "adjective") and not (begun or value_of(hit, "state"))):
        return False
    if value_of(hit, "outlet"):
        return begun
    return (sure and (follows or begun)) or (begun and bool(value_of(hit, "place")) and not value_of(hit, "state"))


def _capital_follows(tokens: Tokens, j: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether the particle at `j` goes on to a capital, or to one more particle: "Pieter [van] der Meer"."""
    for k in range(j + 1, min(j + 4, last)):
        if tokens.word[k] == "-":
            continue
        return tokens.word[k][0].isupper() or (tokens.key[k] in vocabulary.particle and k + 1 < last)
    return False


def _initial(tokens: Tokens, j: int, last: int) -> bool:
    return len(tokens.word[j]) == 1 and j + 1 < last and tokens.word[j + 1] == "."


def _after_initial(tokens: Tokens, j: int, last: int) -> int:
    return j + 2 if _initial(tokens, j, last) and j + 2 < last and tokens.word[j + 2][0].isupper() else j + 1


def _with_suffix(tokens: Tokens, end: int, last: int, vocabulary: Vocabulary) -> int:
    """Over "Jr." or ", Jr." after a name."""
    if end < last and tokens.word[end] == "." and tokens.key[end - 1] in vocabulary.suffix and end + 1 < last:
        return end + 1
    j = end + 1 if end < last and tokens.word[end] == "," else end
    if j < last and tokens.key[j] in vocabulary.suffix and tokens.word[j][0].isupper():
        return j + 2 if j + 1 < last and tokens.word[j + 1] == "." else j + 1
    return end
