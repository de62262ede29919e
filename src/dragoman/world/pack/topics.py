"""`topics.toml`: the words by which a language names the subjects of diplomacy, by the ids of `topics.csv`."""

from __future__ import annotations

from dragoman.world.files import Row


class TopicWords(Row):
    """Words of one topic: compact patterns; `strong` ones decide over all others (a named war, a treaty), `weak` ones
    ("ties", "the situation in") only where there is no other.

    example: a phrase that has this topic; never: phrases that have another one.
    """

    topic: str
    words: tuple[str, ...]
    example: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class TopicPack(Row):
    """The whole file, in order of precedence among words of equal length."""

    topic: tuple[TopicWords, ...]
