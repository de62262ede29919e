"""The compiled form of a page's `Clean` packs: the shared one and the language's own."""

from __future__ import annotations

import re
from functools import cache

from dragoman.world.pack.clean import Clean, Mark

# Lines are tried against the marks that may be as long as they are, in these classes of length.
_LENGTHS = (80, 130, 280, 4000)
# A line that ends like a sentence ends with no mark (most paragraphs are spared the search).
_STOPPED = frozenset('.!?"”»。')
# A mark of a line's end begins within so many characters before it.
_TAIL = 90
_FRAMES = {"whole": "(?:{})$", "start": "(?:{})", "end": "(?:{})$"}
_CAPITAL = re.compile(r"\[A-Z[^\]]*\]")


def spell(pattern: str) -> str:
    """A pattern of the data as a regular expression: a space stands for any white space, `[A-Z…]` for capitals only."""
    return _CAPITAL.sub(r"(?-i:\g<0>)", pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s*"))


class Marks:
    """Furniture marks of one pack, ready to match. A line is tried against one expression per kind of match."""

    def __init__(self, marks: tuple[Mark, ...]) -> None:
        self._marks = marks
        self._by_length = [(limit, self._joined(low)) for low, limit in zip((0, *_LENGTHS), _LENGTHS, strict=False)]

    def _joined(self, low: int) -> list[tuple[bool, re.Pattern[str]]]:
        """Expressions for the lines longer than `low`: one from the line's start, one for its end.

        The group's name leads back to the mark.
        """
        out = []
        for kinds in (("whole", "start"), ("end",)):
            rows = [
                f"(?P<m{i}>" + _FRAMES[m.match].format("|".join(spell(p) for p in m.patterns)) + ")"
                for i, m in enumerate(self._marks)
                if m.match in kinds and m.longest > low
            ]
            if rows:
                out.append((kinds[0] == "whole", re.compile("|".join(rows), re.IGNORECASE)))
        return out

    def of(self, line: str) -> Mark | None:
        """What kind of furniture the line is, if any."""
        for limit, patterns in self._by_length:
            if len(line) > limit:
                continue
            for from_start, pattern in patterns:
                if not from_start and line[-1:] in _STOPPED:
                    continue
                found = pattern.match(line) if from_start else pattern.search(line, max(0, len(line) - _TAIL))
                if found is not None:
                    mark = self._marks[int((found.lastgroup or "m0")[1:])]
                    if len(line) <= mark.longest:
                        return mark
            return None
        return None


@cache
def _marks_of(marks: tuple[Mark, ...]) -> Marks:
    """The marks of a pack, compiled once a process: those of all languages are not compiled anew for each."""
    return Marks(marks)


class Rules:
    """Furniture marks and word lists, ready to match."""

    def __init__(self, shared: Clean, own: Clean) -> None:
        self._marks = tuple(_marks_of(pack.mark) for pack in (own, shared) if pack.mark)
        self.home = tuple(dict.fromkeys(own.home + shared.home))
        self.openers = frozenset(own.openers)
        self.connectors = frozenset(own.connectors + shared.connectors)
        self.joins = frozenset(own.joins + shared.joins)
        self.agencies = frozenset(shared.agencies + own.agencies)
        names = "|".join(re.escape(a) for a in sorted(self.agencies, key=lambda a: (-len(a), a)))
        agency = f"(?P<agency>{names})"
        self.credits = [re.compile(spell(c).replace("{agency}", agency)) for c in own.credits + shared.credits]
        self.own_credits = len(own.credits)
        self.media = frozenset(own.media + shared.media)
        self.sources = [
            re.compile(spell(p).replace("{name}", "(?P<name>.{2,40}?)")) for p in own.sources + shared.sources
        ]
        self.second_is_outlet = own.dateline_second == "outlet"
        self.institutions = [re.compile(spell(p)) for p in own.institutions + shared.institutions]
        self.hover = [re.compile(spell(p)) for p in own.hover + shared.hover]
        off = "|".join(spell(p) for p in own.not_published + shared.not_published)
        self.not_published = re.compile(off or "(?!)", re.IGNORECASE)

    def mark(self, line: str) -> Mark | None:
        """What kind of furniture the line is, if any: the language's own marks are tried first."""
        for marks in self._marks:
            mark = marks.of(line)
            if mark is not None:
                return mark
        return None

    def institution(self, line: str) -> bool:
        """Whether the line is nothing but the name of an official body."""
        return any(p.fullmatch(line) for p in self.institutions)


@cache
def rules_of(shared: Clean, own: Clean) -> Rules:
    """The compiled form of two packs, made once a process."""
    return Rules(shared, own)
