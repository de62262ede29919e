"""Which topic of the codebook a phrase names."""

from __future__ import annotations

from dragoman.find.lexicon import Lexicon
from dragoman.find.tokens import Tokens, tokenize
from dragoman.world.files import expand
from dragoman.world.pack.topics import TopicPack

OTHER = "other"
_STRONG = 100


class TopicLexicon:
    """The topic words of one language."""

    def __init__(self, pack: TopicPack | None) -> None:
        entries: list[tuple[str, tuple[str, int], bool]] = []
        for rank, row in enumerate(pack.topic if pack else ()):
            for weight, patterns in ((_STRONG, row.strong), (0, row.words)):
                entries += [(form, (row.topic, weight - rank), False) for p in patterns for form in expand(p)]
        self._lexicon: Lexicon[tuple[str, int]] = Lexicon(entries)

    def classify(self, phrase: str) -> str:
        """The topic id of a noun phrase: strong words first, then the longest, then the first in the phrase."""
        tokens: Tokens = tokenize(phrase, 0, len(phrase))
        best, score = OTHER, (-1, 0, 0)
        for hit in self._lexicon.find(tokens):
            topic, weight = max(hit.values, key=lambda v: v[1])
            found = (int(weight > 0), hit.last - hit.first, -hit.first)
            if found > score:
                best, score = topic, found
        return best
