"""Offices set beside names: "X, India's army chief", "the chairman of ECOWAS, Nigerian President X,"."""

from __future__ import annotations

from dragoman.find import Found
from dragoman.identify.mentions import Mention
from dragoman.world.roles import office_weight


def apposed(found: Found, mentions: list[Mention], joining: frozenset[str]) -> list[Mention]:
    """Joins a name and the office set beside it: "Ali Khaji, the Iranian foreign minister's assistant, …"."""
    out: list[Mention] = []
    for mention in mentions:
        before = out[-1] if out else None
        if before is not None and _beside(found, before, mention):
            if before.role is None:
                before.role, before.modifier, before.text = mention.role, mention.modifier, mention.text
            elif office_weight(mention.role, None) > office_weight(before.role, None):
                before.role = mention.role
            before.states = before.states or mention.states
            before.last = mention.last
        elif before is not None and _named_behind(found, before, mention, joining):
            mention.first = before.first
            out[-1] = mention
        else:
            out.append(mention)
    return out


def _named_behind(found: Found, before: Mention, mention: Mention, joining: frozenset[str]) -> bool:
    """ "The chairman of ECOWAS, Nigerian President X, has …": an office, then its holder with another, set off."""
    key = found.tokens.key
    office = before.kind == "office" and bool(before.states) and before.states != mention.states
    named = mention.kind == "name" and bool(mention.role) and bool(mention.states)
    if not (office and named) or before.last + 1 != mention.first or mention.last + 1 >= len(key):
        return False
    goes_on = found.tokens.word[mention.last + 1].islower() and key[mention.last + 1] not in joining
    return key[before.last] == "," and key[mention.last] == "," and goes_on


def _beside(found: Found, before: Mention, mention: Mention) -> bool:
    """Whether an office stands behind the mark after a whole name that has none, or only a rank: "General X, India's
    army chief"."""
    open_ = before.role is None or not before.states
    if before.kind != "name" or not open_ or mention.kind != "office" or before.last + 1 != mention.first:
        return False
    if not (mention.states or (mention.last - mention.first > 1 and before.role is None)):
        return False
    whole = before.name is not None and before.name[1] - before.name[0] >= 2
    return whole and found.tokens.key[before.last] in ",(–—-"
