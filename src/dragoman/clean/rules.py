"""The compiled form of a page's `Clean` packs: the shared one and the language's own."""

from __future__ import annotations

import re
from functools import cache

from dragoman.world.pack.clean import Clean, Mark

_CAPITAL = re.compile(r"\[A-Z[^\]]*\]")


def spell(pattern: str) -> str:
    """A pattern of the data as a regular expression: a space stands for any white space, `[A-Z…]` for capitals only."""
    return _CAPITAL.sub(r"(?-i:\g<0>)", pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s*"))


class Rules:
    """Furniture marks and word lists, ready to match. A line is tried against one expression per kind of match."""

    def __init__(self, shared: Clean, own: Clean) -> None:
        self.marks: tuple[Mark, ...] = own.mark + shared.mark
        self.longest = max((m.longest for m in self.marks), default=0)
        self._whole = self._joined("whole", "(?:{})$")
        self._start = self._joined("start", "(?:{})")
        self._end = self._joined("end", "(?:{})$")
        self._any = self._joined("any", "(?:{})")
        self.home = tuple(dict.fromkeys(own.home + shared.home))
        self.openers = frozenset(own.openers)
        self.connectors = frozenset(own.connectors + shared.connectors)
        self.agencies = frozenset(shared.agencies + own.agencies)
        names = "|".join(re.escape(a) for a in sorted(self.agencies, key=lambda a: (-len(a), a)))
        agency = f"(?P<agency>{names})"
        self.credits = [re.compile(spell(c).replace("{agency}", agency)) for c in own.credits + shared.credits]
        self.own_credits = len(own.credits)
        self.media = frozenset(own.media + shared.media)
        self.sources = [re.compile(spell(p).replace("{name}", "(?P<name>.{2,40}?)")) for p in own.sources + shared.sources]
        self.second_is_outlet = own.dateline_second == "outlet"
        self.institutions = [re.compile(spell(p)) for p in own.institutions + shared.institutions]
        self.hover = [re.compile(spell(p)) for p in own.hover + shared.hover]
        off = "|".join(spell(p) for p in own.not_published + shared.not_published)
        self.not_published = re.compile(off or "(?!)", re.IGNORECASE)

    def _joined(self, match: str, frame: str) -> re.Pattern[str] | None:
        """One expression for all marks of a kind; the group's name leads back to the mark."""
        rows = [
            f"(?P<m{i}>" + frame.format("|".join(spell(p) for p in m.patterns)) + ")"
            for i, m in enumerate(self.marks)
            if m.match == match
        ]
        return re.compile("|".join(rows), re.IGNORECASE) if rows else None

    def mark(self, line: str) -> Mark | None:
        """What kind of furniture the line is, if any."""
        if len(line) > self.longest:
            return None
        for tried, pattern in ((True, self._whole), (True, self._start), (False, self._end), (False, self._any)):
            if pattern is None:
                continue
            found = pattern.match(line) if tried else pattern.search(line)
            while found is not None:
                mark = self.marks[int((found.lastgroup or "m0")[1:])]
                if len(line) <= mark.longest:
                    return mark
                found = None
        return None

    def institution(self, line: str) -> bool:
        """Whether the line is nothing but the name of an official body."""
        return any(p.fullmatch(line) for p in self.institutions)


@cache
def rules_of(shared: Clean, own: Clean) -> Rules:
    """The compiled form of two packs, made once a process."""
    return Rules(shared, own)
