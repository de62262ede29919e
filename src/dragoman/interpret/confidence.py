"""How sure a reading is: the odds that its features had of being right on annotated pages nobody had tuned on.

A feature is a word for how a statement or contact was read ("subject:pronoun", "far"). Each has a weight in
`world/data/confidence.csv`, fitted by `tools/calibrate.py` (logistic regression). The sum of a reading's weights falls
on a level, and the level is about the share of readings on it that were right.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dragoman.identify.people import Person
from dragoman.interpret.draft import Draft
from dragoman.interpret.encounter_draft import EncounterDraft
from dragoman.interpret.speakers import Ref
from dragoman.model import Span
from dragoman.world.files import Row, data_root, load_rows
from dragoman.world.pack.frames import Verb

_SHORT, _LONG = 20, 300  # characters of content
_FAR = 4  # tokens between subject and cue
_LEVEL = "level:"


class Weight(Row, frozen=True, kw_only=True):
    """The weight of a feature of one kind of reading ("statement", "encounter"); feature "bias" is in every one. Of
    "level:0.9" the weight is the least sum on that level."""

    kind: str
    feature: str
    weight: float


@cache
def weights(kind: str) -> dict[str, float]:
    """Feature -> weight."""
    return {row.feature: row.weight for row in load_rows(data_root() / "confidence.csv", Weight) if row.kind == kind}


@cache
def _levels(kind: str) -> tuple[tuple[float, float], ...]:
    """(least sum, confidence) from the highest level down."""
    found = ((w, float(f.removeprefix(_LEVEL))) for f, w in weights(kind).items() if f.startswith(_LEVEL))
    return tuple(sorted(found, reverse=True))


def weigh(kind: str, features: Sequence[str]) -> float:
    """The confidence of a reading with these features, 0 to 1."""
    known = weights(kind)
    score = known["bias"] + sum(known.get(feature, 0.0) for feature in features)
    levels = _levels(kind)
    return next((level for least, level in levels if score >= least), levels[-1][1])


def statement_features(draft: Draft, refs: Sequence[Ref], content: Sequence[Span], codes: Sequence[str]) -> list[str]:
    """How a statement was read: by which construction, from whom, how much."""
    subject = draft.subject[-1].kind if draft.subject else "loose" if draft.loose else "none"
    length = sum(end - start for start, end in content)
    kinds = {ref.kind for ref in refs}
    out = [f"rule:{draft.rule}", f"subject:{subject}", f"mode:{draft.mode}"]
    out.append(f"speaker:{'mixed' if len(kinds) > 1 else next(iter(kinds))}")
    row = draft.row
    if isinstance(row, Verb):
        out.append("neutral" if row.neutral else "act")
        out += ["needs"] * (row.needs is not None)
    flags = {
        "pronoun quoted": subject == "pronoun" and draft.rule.startswith("quote"),
        "no code": not codes, "several": len(refs) > 1, "short": length < _SHORT, "long": length > _LONG,
        "noun": draft.noun is not None, "inherits": draft.inherits, "participle": draft.participle,
        "parts": len(content) > 1, "told": draft.addressee is not None,
        "far": bool(draft.subject and draft.cue and abs(draft.cue[0] - draft.subject[-1].last) > _FAR),
    }  # fmt: skip
    return out + [name for name, holds in flags.items() if holds]


def encounter_features(draft: EncounterDraft, people: Sequence[Person]) -> list[str]:
    """What was told of a contact."""
    persons = [people[p.person] for p in draft.participants if p.person is not None]
    named = sum(p.state is not None for p in persons)
    first = draft.told[0] if draft.told else None
    out = [f"kind:{draft.kind}", f"status:{draft.status}", f"salience:{draft.salience}", f"named:{min(named, 2)}"]
    out.append(f"date:{draft.date_basis or 'none'}")
    flags = {
        "stateless": named < len(persons), "open": draft.open, "title": draft.title, "embedded": draft.embedded,
        "place": draft.place is not None, "again": len(draft.told) > 1, "many": len(draft.participants) > 2,
        "noun": first is not None and first.noun, "solid": first is not None and first.solid,
        "group": first is not None and first.group, "event": first is not None and first.event,
    }  # fmt: skip
    return out + [name for name, holds in flags.items() if holds]
