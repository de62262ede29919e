"""Whom "the Iranian minister", "his Japanese counterpart" and a bare office mean; whose state is left unsaid."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from dragoman.identify.mentions import Mention
from dragoman.identify.people import Person, Register
from dragoman.identify.vocabulary import Vocabulary
from dragoman.world.bodies import bodies
from dragoman.world.roles import office_of, office_weight, only_state, role_at

_ANY = frozenset({"diplomat_generic", "minister_generic", "counterpart", "official_generic", "leader_generic"})
_NEAR = 3  # words between a state and the office that it speaks of
_HIGH = 4  # the weight of a foreign minister and above
_DOMESTIC = "other_minister"  # an office whose holders are met at home
_TITLE = 9  # tokens between a sentence's first word and the name behind a title
_FAR = 30  # words behind a place in which somebody may be met there
_MINISTERS = frozenset({"foreign_minister", "deputy_foreign_minister", "defence_minister", "other_minister"})


def refer(
    mentions: list[Mention], register: Register, vocabulary: Vocabulary, *, home: str | None, dateline: str | None
) -> None:
    """Sets `person` of office mentions, completes the people's states and offices. Works in place, in reading order.

    home: whose offices are named without the state; dateline: the state the page reports from, the last resort.
    """
    for person in register.people:
        if person.state is None and person.role:
            person.state = only_state(person.role)
    _lent_states(mentions, register)
    _lent_back(mentions, register, vocabulary)
    _owned(mentions, register, vocabulary)
    _predicated(mentions, register, vocabulary)
    _counterparts(mentions, register)
    recent: list[int] = []
    for place, mention in enumerate(mentions):
        known = register.tokens.key[mention.first] not in vocabulary.indefinite
        if mention.kind == "office" and mention.person is None and known:
            beside = _beside(mentions[place - 1], mention, register) if place else None
            mention.person = _whom(mention, register.people, [n for n in recent if n != beside])
            if mention.person is None and mention.states:
                mention.person = _ahead(mention, mentions[place + 1 : place + 8], register.people)
        if mention.person is not None:
            if mention.person in recent:
                recent.remove(mention.person)
            recent.append(mention.person)
    for person in register.people:
        if person.state is None and person.role and home and person.role != "counterpart":
            person.state = home
    _announced(mentions, register, vocabulary)
    _only_state_left(mentions, register, dateline)
    for person in register.people:
        if person.state is None and person.role not in (None, "counterpart") and len(person.words) > 1:
            person.state = _where(person, mentions, register, dateline)
    _counterparts(mentions, register)
    _named_later(mentions, register, vocabulary)


def _named_later(mentions: list[Mention], register: Register, vocabulary: Vocabulary) -> None:
    """ "The prime minister …" before anybody of that office is named: the only one whom the page names later."""
    people = register.people
    for mention in mentions:
        if mention.kind != "office" or mention.person is not None or mention.states or mention.counterpart:
            continue
        definite = register.tokens.key[mention.first] in vocabulary.determiner - vocabulary.indefinite
        if not mention.role or mention.role in _ANY or not definite:
            continue
        office = office_of(mention.role, None)
        after = [n for n, p in enumerate(people) if p.role and p.state and not p.modifier and p.first > mention.last]
        later = [n for n in after if office_of(people[n].role or "", people[n].state) == office]
        if len(later) == 1 and office is not None:
            mention.person = later[0]


def _announced(mentions: list[Mention], register: Register, vocabulary: Vocabulary) -> None:
    """An office without a state right behind the verb of a state or its ministry is that state's ("Lima said President
    X would travel")."""
    closed = vocabulary.preposition | vocabulary.conjunction
    for before, mention in pairwise(mentions):
        person = register.people[mention.person] if mention.person is not None else None
        if person is None or person.state or not mention.role or mention.counterpart:
            continue
        between = range(before.last, mention.first)
        speaks = before.kind in ("state", "institution") and not (before.place or before.adjective)
        plain = all(register.tokens.word[k].islower() and register.tokens.key[k] not in closed for k in between)
        if speaks and len(before.states) == 1 and 0 < len(between) <= _NEAR and plain:
            person.state = before.states[0]


def _held(role: str, state: str | None, register: Register) -> bool:
    """Whether somebody on the page holds the office of that role in the state."""
    office = office_of(role, state)
    return any(p.role and p.state == state and office_of(p.role, state) == office for p in register.people)


def _opening_place(person: Person, mentions: list[Mention], register: Register) -> str | None:
    """The state of the place with which the person's sentence opens: "In Khartoum, Irrigation Minister X …"."""
    key = register.tokens.key
    for mention in mentions:
        if person.first - _TITLE < mention.first < person.first and (mention.place or mention.text == "capital"):
            opens = mention.first < 2 or not key[mention.first - 2][0].isalnum()
            if opens and key[mention.last] == "," and "." not in key[mention.last : person.first]:
                return mention.states[0]
    return None


def _where(person: Person, mentions: list[Mention], register: Register, dateline: str | None) -> str | None:
    """The state of the dateline, or where somebody else has that office there, of the last place named before."""
    opening = _opening_place(person, mentions, register)
    if opening is not None and office_of(person.role or "", opening) == _DOMESTIC:
        return opening
    if dateline is not None and person.role and not _held(person.role, dateline, register):
        return dateline
    near = [m for m in mentions if person.first - _FAR < m.first < person.first and m.states != (dateline,)]
    places = [m for m in near if m.place or m.text == "capital"]
    return places[-1].states[0] if places else dateline


def _counterparts(mentions: list[Mention], register: Register) -> None:
    """A counterpart holds the office of the person named before."""
    before: Person | None = None
    for mention in mentions:
        person = register.people[mention.person] if mention.person is not None else None
        if person is None:
            continue
        if before is not None and before is not person and mention.counterpart:
            if person.role == "counterpart" and before.role and before.role != "counterpart":
                person.role = _office_of(before)
            elif before.role is None and person.role not in (None, "counterpart"):
                before.role = person.role
        before = person
    for place, mention in enumerate(mentions):
        if mention.counterpart and mention.person is not None and register.people[mention.person].role == "counterpart":
            _counterpart_ahead(register.people[mention.person], mentions[place + 1 : place + 4], register)


def _office_of(person: Person) -> str | None:
    """The role whose counterpart elsewhere is meant: a US secretary of state's is a foreign minister."""
    row = role_at(person.role, person.state) if person.role else None
    return row.role if row else person.role


def _states_own(before: Mention, mention: Mention, key: list[str]) -> bool:
    """Whether a name stands behind its state's possessive: "Kenya's Ruto"."""
    bare = before.kind == "state" and not before.adjective and mention.kind == "name" and not mention.role
    return bare and mention.name is not None and key[before.last : mention.first] == ["'s"]


def _lent_states(mentions: list[Mention], register: Register) -> None:
    """An office without a state of its own has that of the office it is joined to ("Vietnam's President A and Prime
    Minister B") or of the person whose it is ("Boadu's spokesman")."""
    key = register.tokens.key
    for before, mention in pairwise(mentions):
        person = register.people[mention.person] if mention.person is not None else None
        if person is not None and _states_own(before, mention, key) and person.state in (None, *before.states):
            person.state, before.adjective, mention.first = before.states[0], True, before.first
        if person is None or person.state or mention.states or mention.role == "counterpart":
            continue
        between = key[before.last : mention.first]
        beside = register.people[before.person] if before.person is not None else None
        owner = beside.state if beside else None
        if not mention.role:  # "President Ruiz and Ana Ruiz"
            if beside and len(between) == 1 and between[0].isalpha() and beside.words[-1] == person.words[-1]:
                person.state = owner
            continue
        if between == ["'s"] or (before.last <= mention.first and key[mention.first : mention.first + 1] == ["'s"]):
            person.state = owner
        elif len(between) == 1 and before.role and before.states and between[0].isalpha() and len(between[0]) <= 5:
            person.state = before.states[0]


def _lent_back(mentions: list[Mention], register: Register, vocabulary: Vocabulary) -> None:
    """Of two offices joined without a state the first has that of the second, where its holder is known ("Secretary
    of Security X and Foreign Secretary Y")."""
    for before, mention in pairwise(mentions):
        if before.person is None or mention.person is None or before.states or mention.states:
            continue
        first, second = register.people[before.person], register.people[mention.person]
        joined = register.tokens.key[before.last : mention.first]
        plain = len(joined) == 1 and joined[0] in vocabulary.conjunction
        if (
            plain
            and first.state is None
            and before.role
            and mention.role
            and "counterpart" not in (before.role, mention.role)
        ):
            first.state = second.state


def _owned(mentions: list[Mention], register: Register, vocabulary: Vocabulary) -> None:
    """ "His farm minister X" is of the state of the person named before, "the agency's director" of the body."""
    owners = vocabulary.possessive - frozenset(vocabulary.grammar.words.first_person)
    state = body = None
    for mention in mentions:
        person = register.people[mention.person] if mention.person is not None else None
        if person is not None and person.state is None and mention.role and not mention.counterpart:
            if register.tokens.key[mention.first] in owners:
                person.state = state
            elif mention.text == "body":
                person.state = body
        if person is not None and person.state and person.state not in bodies():
            state = person.state
        body = next((code for code in mention.states if code in bodies()), body)


def _predicated(mentions: list[Mention], register: Register, vocabulary: Vocabulary) -> None:
    """ "X is Kenya's foreign minister", "X was elected president of …": who has no office of his own yet has that."""
    grammar, key = vocabulary.grammar, register.tokens.key
    closed = vocabulary.preposition | vocabulary.conjunction
    for before, mention in pairwise(mentions):
        if before.person is None or before.kind != "name" or mention.kind != "office" or not mention.states:
            continue
        person, between = register.people[before.person], key[before.last : mention.first]
        if mention.person is not None or mention.counterpart or person.role not in (None, *_ANY):
            continue
        if not 0 < len(between) <= 2 or between[0] not in grammar.words.passive or between[-1] in closed:
            continue
        if grammar.order.participle and between[-1].endswith(grammar.order.participle):
            continue
        person.role, person.state, mention.person = mention.role, mention.states[0], before.person
        person.modifier = mention.modifier or person.modifier


def _counterpart_ahead(person: Person, following: list[Mention], register: Register) -> None:
    """ "In a call with his Kenyan counterpart, X, the Finnish foreign minister …": the office comes behind."""
    for later in following:
        other = register.people[later.person] if later.person is not None else None
        if other is not None and other is not person and other.role not in (None, "counterpart"):
            person.role = _office_of(other)
            return


def _only_state_left(mentions: list[Mention], register: Register, dateline: str | None) -> None:
    """An office whose state the page never says is that of the state it names most and nobody of that rank has."""
    counts = Counter(c for m in mentions if m.kind != "name" and len(m.states) == 1 for c in m.states)
    for person in register.people:
        if dateline in counts and person.role and not _held(person.role, dateline, register):
            continue
        if person.state is None and person.role not in (None, "counterpart") and len(person.words) > 1:
            held = {p.state for p in register.people}
            free = [code for code, n in counts.most_common(5) if n >= 3 and code not in held and len(code) == 3]
            if free:
                person.state = free[0]


def _ahead(mention: Mention, following: list[Mention], people: list[Person]) -> int | None:
    """The person of that state whom the page names right after the office ("the UN's humanitarian chief … X said")."""
    for later in following:
        if later.person is not None and later.kind == "name":
            person = people[later.person]
            fits = person.state in mention.states and compatible(mention, person) and later.role in (None, mention.role)
            return later.person if fits and person.role != "counterpart" else None
    return None


def _beside(before: Mention, mention: Mention, register: Register) -> int | None:
    """Who stands right before an office with a verb between them ("X met Kenya's minister"): that is somebody else."""
    between = register.tokens.word[before.last : mention.first]
    verb = 0 < len(between) <= _NEAR and all(w.isalpha() and w.islower() for w in between)
    return before.person if verb and before.kind == "name" and mention.states else None


def _whom(mention: Mention, people: list[Person], recent: list[int]) -> int | None:
    latest = list(reversed(recent))
    if mention.states:
        same = [n for n in latest if people[n].state in mention.states and compatible(mention, people[n])]
        if same:
            return same[0]
        if any(p.state in mention.states and p.role for p in people):
            return None
        open_ = [n for n in latest if people[n].state is None and compatible(mention, people[n])]
        if open_ and not mention.counterpart:
            person = people[open_[0]]
            person.state = mention.states[0]
            if person.role in (None, "counterpart") and mention.role not in _ANY:
                person.role, person.modifier = mention.role, mention.modifier
            return open_[0]
        return None
    if mention.role in ("counterpart", None):
        return None
    same = [n for n in latest if people[n].role and compatible(mention, people[n])]
    again = [n for n in same if len(people[n].spots) > 1 and people[n].role == mention.role]
    return (again or same)[0] if same else None


def compatible(mention: Mention, person: Person) -> bool:
    """Whether the office of the mention can be this person's; nobody calls a president "the official"."""
    if mention.role == "official_generic" and office_weight(person.role, person.state) >= _HIGH:
        return False
    if person.role is None or mention.role == person.role or mention.role in ("counterpart", "diplomat_generic"):
        return True
    if person.role == "counterpart" or mention.role is None or mention.role in _ANY - {"minister_generic"}:
        return True
    state = mention.states[0] if mention.states else person.state
    mine, theirs = office_of(mention.role, state), office_of(person.role, person.state)
    return (mention.role == "minister_generic" and theirs in _MINISTERS) or (mine is not None and mine == theirs)
