"""What the types of a language pack cannot say: patterns that compile, no form twice, an example in every row.

`load_toml` refuses unknown keys, missing ones and wrong types when a pack is loaded; these checks are for those who
write one, and run in the tests, so that loading stays fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import TypeVar

from dragoman.errors import WorldError
from dragoman.world.files import expand, load_toml
from dragoman.world.pack.encounters import Encounters
from dragoman.world.pack.frames import Frames
from dragoman.world.pack.topics import TopicPack

_GROUP = re.compile(r"\([^()]*\)")
_MOST = 3000  # forms of one pattern

Named = tuple[str, Iterable[str], Iterable[str]]
"""A row as the checks see it: its name, its patterns and its sentences."""

Pack = TypeVar("Pack", Frames, Encounters, TopicPack)


def load_checked(path: Traversable, kind: type[Pack]) -> Pack:
    """The file as a `kind` that keeps its promises; WorldError names the file and the row that does not."""
    pack = load_toml(path, kind)
    for table, rows in _tables(pack):
        seen: dict[str, str] = {}
        for number, (name, patterns, sentences) in enumerate(rows):
            for complaint in (*_patterns(patterns, name, seen), *_sentences(sentences)):
                raise WorldError(f"{path}: {table}[{number}] ({name}): {complaint}")
    return pack


def _tables(pack: Frames | Encounters | TopicPack) -> Iterator[tuple[str, list[Named]]]:
    """The tables of a file; within one, no form may stand twice."""
    if isinstance(pack, Frames):
        yield "light", [("light", pack.light, ())]
        yield "verb", [(v.cue, (v.cue,), (v.example, *v.never)) for v in pack.verb]
        yield "noun", [(n.noun, (n.noun,), (n.example, *n.never)) for n in pack.noun]
        yield "source", [(s.cue, (s.cue,), (s.example, *s.never)) for s in pack.source]
        for act in dict.fromkeys(p.act for p in pack.pattern):
            yield f"pattern {act}", [(p.words[0], p.words, (p.example, *p.never)) for p in pack.pattern if p.act == act]
    elif isinstance(pack, Encounters):
        yield "light", [("light", pack.light, ())]
        yield "verb", [(v.cue, (v.cue,), (v.example, *v.never)) for v in pack.verb]
        yield "noun", [(n.noun, (n.noun,), (n.example, *n.never)) for n in pack.noun]
        yield "topic", [(t.cue, (t.cue,), (t.example, *t.never)) for t in pack.topic]
        yield "outcome", [(o.cue, (o.cue,), (o.example, *o.never)) for o in pack.outcome]
    else:
        yield "topic", [(t.topic, (*t.strong, *t.words), (t.example, *t.never)) for t in pack.topic]


def _patterns(patterns: Iterable[str], name: str, seen: dict[str, str]) -> Iterator[str]:
    for pattern in patterns:
        if any(mark in _GROUP.sub("", pattern) for mark in "()|"):
            yield f"{pattern!r}: its groups nest or do not close, or a choice stands outside of them"
            continue
        forms = expand(pattern)
        if len(forms) > _MOST:
            yield f"{pattern!r} has {len(forms)} forms"
        for form in forms:
            if not any(c.isalnum() for c in form):
                yield f"{pattern!r} has an empty form"
            key = form.lower().replace("’", "'")
            if key in seen:
                yield f"{form!r} stands twice" if seen[key] == name else f"{form!r} stands in {seen[key]} too"
            seen[key] = name


def _sentences(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        if len(sentence.split()) < 2 or sentence != " ".join(sentence.split()):
            yield f"{sentence!r} is no sentence"
