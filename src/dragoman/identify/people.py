"""The register of a page's people: who bears which name, office and state, under all the names the page uses."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import product

import msgspec

from dragoman.find.tokens import Tokens
from dragoman.identify.holders import Holders, holders
from dragoman.identify.mentions import Mention
from dragoman.world.roles import office_weight

_NICKNAMED = 2  # words of a name that the table may know by another one
_NUMERAL = 4  # letters of a monarch's number at most
_ARTICLE = 3  # letters of an article written onto a name: al-, el-, ash-
_ENDING = 3  # letters by which two forms of a name may differ at their end


class Person(msgspec.Struct):
    """One person of a page. words: folded words of the fullest name; first, last: its tokens."""

    words: tuple[str, ...]
    first: int
    last: int
    state: str | None = None
    role: str | None = None
    modifier: str | None = None
    label: str | None = None
    gender: str | None = None
    spots: list[int] = []


def fold(word: str) -> str:
    """Lower case without accents: how names are compared."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()


def name_words(tokens: Tokens, name: tuple[int, int], suffixes: frozenset[str]) -> tuple[str, ...]:
    """The folded words of a name, without initials, marks and suffixes."""
    words = (fold(_without_article(tokens.word[k])) for k in range(*name))
    kept = tuple(w for w in words if len(w) > 1 and w[0].isalpha() and w not in suffixes)
    return kept or tuple(fold(tokens.word[k]) for k in range(*name))


def _without_article(word: str) -> str:
    """The word without an article written onto it: "Burhan" of "al-Burhan"."""
    article, hyphen, rest = word.partition("-")
    written_on = article.islower() or len(article) < _ARTICLE
    return rest if hyphen and len(article) <= _ARTICLE and written_on and rest[:1].isupper() else word


def same_word(a: str, b: str) -> bool:
    """Whether two folded words can be one name in two forms: a common start, endings of up to three letters."""
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return common >= 2 and max(len(a), len(b)) - common <= _ENDING and common >= 0.6 * max(len(a), len(b))


def _heavier(role: str, person: Person) -> bool:
    """Whether an office told later counts for more ("State Councillor X", then "Foreign Minister X")."""
    mine = office_weight(person.role, person.state)
    return mine <= 1 < office_weight(role, person.state)


class Register:
    """People in the order in which the page names them. endings: of declined names, with those of the plain form."""

    def __init__(self, tokens: Tokens, suffixes: frozenset[str], *, endings: tuple[tuple[str, str], ...] = ()) -> None:
        self.tokens = tokens
        self.suffixes = suffixes
        self.inflected = bool(endings)
        self._endings = tuple((fold(a), fold(b)) for a, b in endings)
        self._forms: dict[str, list[str]] = {}
        self.people: list[Person] = []
        self._by_word: dict[str, list[int]] = {}

    def add(self, mention: Mention, apart: int | None = None) -> int:
        """The person of a mention with a name: a known one, whose record it completes, or a new one.

        `apart`: somebody named beside this one, so somebody else ("Ruiz and Ana Ruiz").
        """
        assert mention.name is not None
        words = self._known_forms(name_words(self.tokens, mention.name, self.suffixes))
        number = self.match(words, mention.states)
        if number is not None and number == apart:
            number = None
        if number is None:
            number = len(self.people)
            self.people.append(Person(words, *mention.name))
        person = self.people[number]
        longer = self._chars(mention.name) - self._chars((person.first, person.last))
        if self.inflected:  # the shorter form is the plainer one
            longer = -longer
        if self._several(words, number):
            pass  # two names that stand side by side
        elif len(words) > len(person.words) or (longer > 0 and len(words) >= len(person.words)):
            person.words, (person.first, person.last) = words, mention.name
        for word in words:
            spots = self._by_word.setdefault(word, [])
            if number not in spots:
                spots.append(number)
        self._learn(person, mention)
        return number

    def match(self, words: tuple[str, ...], states: tuple[str, ...] = ()) -> int | None:
        """The person these words can name, the latest first; a whole name must not contradict."""
        words = self._known_forms(words)
        numbers = self._by_word.get(words[-1], ())
        candidates = [n for n in numbers if self._fits(words, self.people[n], states)]
        if not candidates and len(words) > 1:
            others = {n for w in words for n in self._by_word.get(w, ())}
            candidates = [
                n for n in others if set(self.people[n].words) <= set(words) or set(words) <= set(self.people[n].words)
            ]
        if not candidates and len(words) <= _NICKNAMED:
            candidates = self._renamed(words)
        if len(candidates) > 1 and len(words) == 1:
            last = [n for n in candidates if self.people[n].words[-1] == words[0]]
            candidates = [n for n in last if self.people[n].words == words] or last or candidates
        return max(candidates, key=lambda n: self.people[n].spots[-1:] or [0]) if candidates else None

    def _renamed(self, words: tuple[str, ...]) -> list[int]:
        """The people whom the page names otherwise, as the table knows ("Jokowi" after "Joko Widodo")."""
        known = {p.words: n for n, p in enumerate(self.people)}
        return [known[other] for other in holders().other_names(words) if other in known and other != words]

    def recorded(self, mention: Mention, holders: Holders, on: str | None) -> bool:
        """Whether a whole name is that of somebody in the table of office-holders."""
        assert mention.name is not None
        words = name_words(self.tokens, mention.name, self.suffixes)
        asked = self._plain(words) if len(words) > 1 else iter(())
        return any(holders.find(w, on=on, role=None, state=None, named=()) is not None for w in asked)

    def _numbered(self, person: Person) -> tuple[tuple[str, ...], ...]:
        """A monarch's first name with its number: "Abdullah II" of "Abdullah II Ibn Al Hussein"."""
        k = person.first + 1
        if k >= person.last or fold(self.tokens.word[k]) not in self.suffixes or len(self.tokens.word[k]) > _NUMERAL:
            return ()
        numeral = self.tokens.word[k]
        return ((fold(self.tokens.word[person.first]), fold(numeral)),) if numeral.isupper() else ()

    def _written(self, person: Person) -> tuple[tuple[str, ...], ...]:
        """The words with the articles written onto them: "Abdel Fattah al-Burhan"."""
        words = tuple(fold(self.tokens.word[k]) for k in range(person.first, person.last))
        return (words,) if any("-" in w for w in words) else ()

    def _plain(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The words, and what they can be in their plain forms where names decline."""
        yield words
        if self._endings and len(words) < 4:
            yield from product(*([w, *(w[: -len(a)] + b for a, b in self._endings if w.endswith(a))] for w in words))

    def _several(self, words: tuple[str, ...], number: int) -> bool:
        """Whether the words hold the last names of another person too, beside that of person `number`."""
        if not self.inflected or len(words) < 3:
            return False
        others = {n for w in words for n in self._by_word.get(w, ()) if n != number}
        mine = set(self.people[number].words)
        return any(self.people[n].words[-1] in set(words) - mine for n in others)

    def _known_forms(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words in the forms in which the page first names them, where names decline."""
        return tuple(self._known_form(w) for w in words) if self.inflected else words

    def _known_form(self, word: str) -> str:
        forms = self._forms.setdefault(word[:2], [])
        known = next((f for f in forms if f == word or same_word(f, word)), None)
        if known is None:
            forms.append(known := word)
        return known

    def _fits(self, words: tuple[str, ...], person: Person, states: tuple[str, ...]) -> bool:
        mine, theirs = set(words), set(person.words)
        if states and person.state and person.state not in states:
            return False
        return mine <= theirs or theirs <= mine

    def _chars(self, name: tuple[int, int]) -> int:
        return self.tokens.end[name[1] - 1] - self.tokens.start[name[0]]

    @staticmethod
    def _learn(person: Person, mention: Mention) -> None:
        if mention.states and person.state is None:
            person.state = mention.states[0]
        if mention.role and (person.role is None or person.role == "counterpart"):
            person.role = mention.role
            person.modifier = mention.modifier or person.modifier
        elif mention.role and not (mention.modifier or person.modifier) and _heavier(mention.role, person):
            person.role = mention.role
        elif mention.modifier and person.modifier is None and mention.role == person.role:
            person.modifier = mention.modifier

    def look_up(
        self, holders: Holders, on: str | None, named: Collection[str], ranks: Collection[str | None] = ()
    ) -> None:
        """Fills in what the page leaves open from the table of office-holders on that day; the page's word wins."""
        for person in self.people:
            if person.state and person.role:
                continue
            found = (
                holders.find(words, on=on, role=person.role, state=person.state, named=named, ranks=ranks)
                for words in (*self._numbered(person), *self._plain(person.words), *self._written(person))
            )
            holder = next((h for h in found if h is not None), None)
            if holder is not None:
                person.state = person.state or holder.state
                if person.role is None:
                    person.role, person.modifier = holder.role, person.modifier or holder.modifier

    def of_state(self, states: Iterable[str]) -> list[int]:
        """People who act for one of the states."""
        wanted = set(states)
        return [n for n, p in enumerate(self.people) if p.state in wanted]
