"""What the types of a language pack cannot say: patterns that compile, no form twice, sentences to test each row by.

`load_toml` refuses unknown keys, missing ones and wrong types whenever a pack is loaded; these checks are for those who
write one. They run in the tests, so that loading stays fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import NamedTuple, TypeAlias, TypeVar

from dragoman.errors import WorldError
from dragoman.world.files import expand, load_toml
from dragoman.world.pack.encounters import Encounters
from dragoman.world.pack.frames import Frames, Pattern
from dragoman.world.pack.topics import TopicPack

_GROUP = re.compile(r"\([^()]*\)")
_MOST = 3000  # forms of one pattern

AnyPack: TypeAlias = Frames | Encounters | TopicPack
Pack = TypeVar("Pack", bound=AnyPack)


class Checked(NamedTuple):
    """A row as the checks see it."""

    name: str
    patterns: tuple[str, ...]
    sentences: tuple[str, ...] = ()


class Table(NamedTuple):
    """Rows that are looked up together. shared: a form may stand in several rows, the first that reports wins."""

    name: str
    rows: list[Checked]
    shared: bool = False


def load_checked(path: Traversable, kind: type[Pack]) -> Pack:
    """The file as a `kind` that keeps its promises; WorldError names the file and the row that does not."""
    pack = load_toml(path, kind)
    for table in _tables(pack):
        seen: dict[str, str] = {}
        for number, row in enumerate(table.rows):
            if table.shared:
                seen = {}
            for complaint in (*_patterns(row, seen), *_sentences(row.sentences)):
                raise WorldError(f"{path}: {table.name}[{number}] ({row.name}): {complaint}")
    return pack


def _tables(pack: AnyPack) -> Iterator[Table]:
    if isinstance(pack, Frames):
        yield Table("light", [Checked("light", pack.light)])
        yield Table("verb", [Checked(v.cue, (v.cue,), (v.example, *v.never)) for v in pack.verb])
        yield Table("noun", [Checked(n.noun, (n.noun,), (n.example, *n.never)) for n in pack.noun])
        yield Table("source", [Checked(s.cue, (s.cue,), (s.example, *s.never)) for s in pack.source])
        for kind in dict.fromkeys(_kind(p) for p in pack.pattern):
            rows = [Checked(p.words[0], p.words, (p.example, *p.never)) for p in pack.pattern if _kind(p) == kind]
            yield Table(f"pattern {kind[0]}", rows)
    elif isinstance(pack, Encounters):
        yield Table("light", [Checked("light", pack.light)])
        yield Table("verb", [Checked(v.cue, (v.cue,), (v.example, *v.never)) for v in pack.verb], shared=True)
        yield Table("noun", [Checked(n.noun, (n.noun,), (n.example, *n.never)) for n in pack.noun], shared=True)
        yield Table("topic", [Checked(t.cue, (t.cue,), (t.example, *t.never)) for t in pack.topic], shared=True)
        yield Table("outcome", [Checked(o.cue, (o.cue,), (o.example, *o.never)) for o in pack.outcome], shared=True)
    else:
        yield Table("topic", [Checked(t.topic, (*t.strong, *t.words)) for t in pack.topic], shared=True)


def _kind(pattern: Pattern) -> tuple[object, ...]:
    """The act of a pattern and where its words count: the same words may stand in rows of different kinds."""
    p = pattern
    return p.act, p.whose, p.negated, p.predicate, p.then, p.opens, p.names_party


def _patterns(row: Checked, seen: dict[str, str]) -> Iterator[str]:
    """Complaints about the row's patterns. seen: each form so far with the row in which it stands."""
    for pattern in row.patterns:
        if any(mark in _GROUP.sub("", pattern) for mark in "()|"):
            yield f"{pattern!r}: its groups nest or do not close, or a choice stands outside of them"
            continue
        forms = [form.lower().replace("’", "'") for form in expand(pattern)]
        if len(forms) > _MOST:
            yield f"{pattern!r} has {len(forms)} forms, {_MOST} are the most"
        for form in forms:
            if not any(c.isalnum() for c in form):
                yield f"{pattern!r} has an empty form"
            if form in seen:
                yield f"{form!r} stands twice" if seen[form] == row.name else f"{form!r} stands in {seen[form]} too"
            seen[form] = row.name


def _sentences(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        if len(sentence.split()) < 2 or sentence != " ".join(sentence.split()):
            yield f"{sentence!r} is no sentence"
