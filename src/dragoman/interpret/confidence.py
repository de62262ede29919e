"""How sure a reading is: the odds that its features had of being right on annotated pages nobody had tuned on.

A feature is a word for how a statement or contact was read ("subject:pronoun", "second"). Each has a weight in
`world/data/confidence.csv`, fitted by `tools/calibrate.py` (logistic regression); the confidence is the logistic of
their sum, so that of the readings of one confidence that share is right.
"""

from __future__ import annotations

import math
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
_MOST = 0.99


class Weight(Row, frozen=True, kw_only=True):
    """The weight of a feature of one kind of reading ("statement", "encounter"); feature "bias" is in every one."""

    kind: str
    feature: str
    weight: float


@cache
def _weights(kind: str) -> dict[str, float]:
    return {row.feature: row.weight for row in load_rows(data_root() / "confidence.csv", Weight) if row.kind == kind}


def weigh(kind: str, features: Sequence[str]) -> float:
    """The confidence of a reading with these features, 0 to 1."""
    weights = _weights(kind)
    score = weights.get("bias", 0.0) + sum(weights.get(feature, 0.0) for feature in features)
    return min(round(1 / (1 + math.exp(-score)), 2), _MOST)


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
