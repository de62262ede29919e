"""Items of several reports laid beside each other: which have one content, and which only one side has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.align import covered, similar
from dragoman.align.signs import WEAK
from dragoman.compare.items import Item
from dragoman.merge.differ import one_person

# Calibrated on the pairs of tests/compare/pairs (`python tools/pairs.py`).
TOPIC, STATEMENT = 0.62, 0.50
_SAME_ACT, _OTHER_ACT, _OTHER_SIDE_OF_ACT, _DONE_ONCE = 0.08, -0.1, -0.35, 0.3
_TOLD_IN_STATEMENT = 0.9
_REPEATED = 0.8
"""At or over it two items of one page say the same."""
_FRIENDLY = frozenset({"praise", "thank", "congratulate", "welcome", "support"})
_HOSTILE = frozenset({"criticize", "reject", "deny", "warn"})
_ONCE = frozenset({"congratulate", "condole"})
"""Acts that a speaker does once in a contact, in whatever words."""
_PLAIN = frozenset({"state", "hope", "agree"})
"""Acts that another page may well have as another one."""

Score = Callable[[Item, Item], float]


def topics_alike(a: Item, b: Item) -> float:
    """1 or more where both are one topic; what only names a place or state ("the situation in Gaza") is one with
    whatever is told of it."""
    alike = similar(a.signs, b.signs) / TOPIC
    return max(alike, 1.0) if _named(a) <= b.signs.keys() or _named(b) <= a.signs.keys() else alike


def _named(topic: Item) -> set[str]:
    """The names in a topic that has nothing else of weight; else something that no topic has."""
    strong = {sign for sign, weight in topic.signs.items() if weight > WEAK}
    return strong if strong and all(sign[0] in "=@" for sign in strong) else {""}


def statements_alike(a: Item, b: Item) -> float:
    """1 or more where both are one statement: of one speaker, of like content, and not praise against blame."""
    if not _one_speaker(a, b):
        return 0.0
    return (similar(a.signs, b.signs) + _of_acts({a.act, b.act})) / STATEMENT


def _of_acts(acts: set[str | None]) -> float:
    """What the acts add to the likeness of the contents."""
    if len(acts) == 1:
        return _DONE_ONCE if acts <= _ONCE else _SAME_ACT
    if acts & _FRIENDLY and acts & _HOSTILE:
        return _OTHER_SIDE_OF_ACT
    alike = acts & _PLAIN or acts <= _FRIENDLY or acts <= _HOSTILE
    return 0.0 if alike else _OTHER_ACT


def _one_speaker(a: Item, b: Item) -> bool:
    """Somebody is a speaker of both, or one speaks for the same side without a name ("the Japanese side")."""
    if any(one_person(x, y) for x in a.speakers for y in b.speakers):
        return True
    nameless = not all(p.name for p in a.speakers) or not all(p.name for p in b.speakers)
    return (nameless or not a.speakers or not b.speakers) and bool(set(a.states) & set(b.states))


def distinct(items: Iterable[Item], score: Score) -> list[Item]:
    """The items without those that say what an earlier one of the same page says."""
    kept: list[Item] = []
    for item in items:
        if not any(k.report == item.report and score(k, item) >= 1 and _repeats(k, item) for k in kept):
            kept.append(item)
    return kept


def _repeats(a: Item, b: Item) -> bool:
    return similar(a.signs, b.signs) >= _REPEATED


def groups(items: Sequence[Item], score: Score) -> list[list[Item]]:
    """Items that have one content, at most one of a report, in the order of the first; the best pairs join first."""
    of = {id(item): [item] for item in items}
    pairs = [
        (score(a, b), i, j) for i, a in enumerate(items) for j, b in enumerate(items) if i < j and a.report != b.report
    ]
    for value, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        left, right = of[id(items[i])], of[id(items[j])]
        if value < 1 or left is right or {x.report for x in left} & {x.report for x in right}:
            continue
        left.extend(right)
        of.update((id(x), left) for x in right)
    seen = dict.fromkeys(id(of[id(item)]) for item in items)
    lists = {id(group): group for group in of.values()}
    return [lists[key] for key in seen]


def one_sided(items: Sequence[Item], score: Score, sides: Mapping[str, str]) -> list[Item]:
    """Items to which nothing of another side comes near. sides: the side of each report; one of its own for each
    where all have the same."""
    apart = sides if len(set(sides.values())) > 1 else {report: report for report in sides}
    if len(apart) < 2:
        return []
    return [
        item
        for item in items
        if not any(apart[other.report] != apart[item.report] and score(item, other) >= 1 for other in items)
    ]


def raised(topic: Item, said: Iterable[Item], sides: Mapping[str, str]) -> bool:
    """Another side has the topic in something that was said: nearly all its signs, more than one of weight."""
    strong = [sign for sign, weight in topic.signs.items() if weight > WEAK]
    if len(strong) < 2:
        return False
    others = (s for s in said if s.report != topic.report and sides[s.report] != sides[topic.report])
    return any(covered(topic.signs, s.signs) >= _TOLD_IN_STATEMENT for s in others)
