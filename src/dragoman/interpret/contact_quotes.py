"""Quotations in reports: whom "I" means in what somebody is quoted as saying ("I met Putin," said X)."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.find import Found
from dragoman.identify import Identified, Mention
from dragoman.interpret.encounter_words import EncounterWords

# How many tokens beside a quotation its speaker and the verb stand.
_NEAR = 8


def quoted_pronouns(found: Found, who: Identified, words: EncounterWords) -> list[Mention]:
    """A mention of the speaker for each "I" in a quotation beside which he is named with a verb of saying."""
    out: list[Mention] = []
    keys, starts = found.tokens.key, found.tokens.start
    for quote in found.quotes:
        first, last = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        said = [k for k in range(first, last) if keys[k] in words.speaks]
        speaker = _speaker(last, min(last + _NEAR, len(keys)), found, who, words) if said else None
        if speaker is None and said:
            speaker = _speaker(max(first - _NEAR, 0), first, found, who, words)
        if speaker is not None:
            state = who.people[speaker].state
            states = (state,) if state else ()
            out += [Mention(k, k + 1, "pronoun", states=states, person=speaker, text="quoted") for k in said]
    return out


def _speaker(first: int, last: int, found: Found, who: Identified, words: EncounterWords) -> int | None:
    """The person named first in the tokens, if a verb of saying stands there too."""
    keys = found.tokens.key
    stop = next((k for k in range(first, last) if keys[k] in ".;"), last)
    if not any(keys[k] in words.reporting for k in range(first, stop)):
        return None
    return next((m.person for m in who.within(first, stop) if m.person is not None), None)
