"""The language of a text: script and frequent words vote; what stays undecided is asked elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from dragoman.world.pack.clean import Votes

# How much of a page votes: a first part, and where that is not clear a longer one (later parts are often lists of links
# in another language).
_SAMPLES = (600, 3000)
# A language needs this share of the running words, and so many votes and such a share of the words
# more than the next (tuned on the development pages: stories reach .2 to .45, wrong languages stay under .1).
_SHARE = 0.06
_LEAD = 2
_LEAD_SHARE = 0.02

# Scripts of which one character says as much as several letters.
_DENSE = frozenset({"han", "kana", "hangul"})

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")


class Voters:
    """The compiled form of `Votes`."""

    def __init__(self, votes: Votes) -> None:
        self._blocks = sorted((s.first, s.last, s.script) for s in votes.script)
        self._script: dict[str, str] = {}  # of the characters seen so far
        self._scripts: dict[str, list[str]] = {}
        self._words: dict[str, dict[str, list[tuple[str, float]]]] = {}
        self._letters: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for code, vote in votes.languages:
            self._scripts.setdefault(vote.script, []).append(code)
            if vote.letters:
                self._letters.setdefault(vote.script, []).append((code, frozenset(vote.letters)))
        for script, codes in self._scripts.items():
            rows = [(code, w) for code, vote in votes.languages if code in codes for w in vote.words]
            often = Counter(w for _, w in rows)
            words = self._words.setdefault(script, {})
            for code, word in rows:
                words.setdefault(word, []).append((code, 2.0 if often[word] == 1 else 1.0))

    def scripts(self, sample: str) -> Counter[str]:
        """How many characters of the sample belong to each script."""
        out: Counter[str] = Counter()
        if sample.isascii():
            return Counter(latin=1) if _WORD.search(sample) else out
        known = self._script
        for char, number in Counter(sample).items():
            script = known.get(char)
            if script is None:
                script = known[char] = self._script_of(char)
            if script:
                out[script] += number
        return out

    def _script_of(self, char: str) -> str:
        """The script of a character, empty for marks and unknown ones."""
        code = ord(char)
        if code < 0x250:
            return "latin" if char.isalpha() else ""
        return next((script for first, last, script in self._blocks if first <= code <= last), "")

    def script_of(self, code: str) -> str | None:
        """The script a language is written in, as far as it votes."""
        return next((script for script, codes in self._scripts.items() if code in codes), None)

    def decide(self, text: str) -> tuple[str | None, bool, str | None]:
        """(likeliest language, whether the text decides for it, script); None for a text without letters."""
        for size in _SAMPLES:
            code, clear, script = self._decide(text[:size])
            if clear or len(text) <= size:
                break
        return code, clear, script

    def _decide(self, sample: str) -> tuple[str | None, bool, str | None]:
        scripts = self.scripts(sample)
        if not scripts:
            return None, False, None
        if scripts["kana"] * 12 > scripts["han"] + scripts["kana"]:
            scripts["kana"] += scripts.pop("han", 0)
        script = max(scripts, key=lambda s: (scripts[s] * (3 if s in _DENSE else 1), s))
        codes = self._scripts.get(script, [])
        if len(codes) == 1:
            return codes[0], True, script
        return *self._vote(sample.lower(), script), script

    def _vote(self, text: str, script: str) -> tuple[str | None, bool]:
        rows = self._words.get(script, {})
        words = _WORD.findall(text)
        votes: dict[str, float] = {}
        for word, number in Counter(words).items():
            for code, weight in rows.get(word, ()):
                votes[code] = votes.get(code, 0) + min(number, 12) * weight
        for code, letters in self._letters.get(script, ()):
            votes[code] = votes.get(code, 0) + sum(min(text.count(letter), 6) for letter in letters)
        best = sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:2]
        if not best:
            return None, False
        behind = best[1][1] if len(best) > 1 else 0
        lead = best[0][1] - behind
        clear = best[0][1] >= _SHARE * len(words) and lead >= max(_LEAD, _LEAD_SHARE * len(words))
        return best[0][0], clear


@cache
def voters(votes: Votes) -> Voters:
    """The compiled form, made once a process."""
    return Voters(votes)


def identify_language(text: str, given: str | None, votes: Votes) -> str | None:
    """BCP 47 code of the text's language; `given` (the page's metadata) counts only where the text leaves it open."""
    jury = voters(votes)
    likely, clear, script = jury.decide(text)
    if clear or script is None:
        return likely or given
    if given and jury.script_of(given.split("-")[0]) in (script, None):
        return given
    asked = _classify(text)
    return asked if asked is not None and jury.script_of(asked) == script else likely


def _classify(text: str) -> str | None:
    """The statistical classifier's word (half a millisecond and a large model, so only for the undecided)."""
    from py3langid.langid import classify  # type: ignore[import-untyped]

    code = classify(text[: _SAMPLES[-1]])[0]
    return str(code) if code else None
