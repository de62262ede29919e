"""Offices in whose words their state stands: "глава [британской] дипломатии", "head of the [Kenyan] delegation"."""

from __future__ import annotations

from dragoman.find.tokens import POSSESSIVE
from dragoman.identify.designation import Designations
from dragoman.identify.mentions import Mention
from dragoman.identify.vocabulary import value_of


class Titles(Designations):
    """Reads them beside the plain designations of a page."""

    def within(self, i: int, last: int, *, free: bool) -> Mention | None:
        """The office whose words begin at token `i`. free: no other words of the tables begin there."""
        return (self.around(i, last) if free else None) or self.opened(i, last)

    def around(self, i: int, last: int) -> Mention | None:
        """An office whose words stand around its state's adjective: "глава [британской] дипломатии"."""
        opens = self.vocabulary.split_roles.get(self.tokens.key[i])
        state = value_of(self.hits.get(i + 1), "adjective") if opens else None
        if not opens or state is None or i + 2 >= last:
            return None
        k = self.hits[i + 1].last
        for rest, role in opens:
            if k + len(rest) <= last and tuple(self.tokens.key[k : k + len(rest)]) == rest:
                mention = Mention(i, k + len(rest), "office", role=role, states=(state.value,))
                self._left(mention, i)
                self._right(mention, last)
                return mention
        return None

    def opened(self, i: int, last: int) -> Mention | None:
        """An office whose state stands behind its "of": "head of the [Kenyan] delegation", "… of [Kenya's] army"."""
        key = self.tokens.key
        for head, tail, role in self.vocabulary.opened_roles.get(key[i], ()):
            k = i + 1 + len(head)
            if tuple(key[i + 1 : k]) != head:
                continue
            k += k < last and key[k] in self.vocabulary.determiner
            hit = self.hits.get(k)
            code = self.state(hit)
            if hit is None or code is None:
                continue
            k = hit.last
            if k < last and key[k] in POSSESSIVE:
                k += 1
            elif not value_of(hit, "adjective", "body"):
                continue
            longer = self.hits.get(k)
            if longer is not None and longer.last > k + len(tail):  # "head of the Russian State Duma"
                continue
            if k + len(tail) <= last and tuple(key[k : k + len(tail)]) == tail:
                mention = Mention(i, k + len(tail), "office", role=role, states=(code,))
                self._left(mention, i)
                self._right(mention, last)
                return mention
        return None
