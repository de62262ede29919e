"""Asking who is known under a name."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from dragoman.errors import QuestionError
from dragoman.world.bodies import bodies
from dragoman.world.fold import fold
from dragoman.world.match import SURE, Match
from dragoman.world.match.likeness import nearest
from dragoman.world.offices import Tenure, offices
from dragoman.world.states import states

_PART = 0.45  # a family name alone scores half


class Held(msgspec.Struct, frozen=True):
    """An office held; `source`: the import it comes from, with its licence, None for the shipped table."""

    state: str
    role: str
    status: str
    start: str
    end: str | None
    title: str | None
    source: str | None


class Known(msgspec.Struct, frozen=True):
    """Somebody of the table, how sure the name is theirs (0 to 1), and why."""

    name: str
    wikidata: str | None
    score: float
    why: tuple[str, ...]
    spellings: tuple[str, ...]
    offices: tuple[Held, ...]


def find_people(name: str, state: str | None = None) -> list[Known]:
    """Who is known under the name, exact names first, then the likely ones; without any, those who bear a part of it.

    QuestionError for an empty name or an unknown state.
    """
    code = state.upper() if state else None
    if not name.strip():
        raise QuestionError("an empty name")
    if code is not None and code not in states() and code not in bodies():
        raise QuestionError(f"{state!r} is neither a state (ISO 3166-1 alpha-3: IRN) nor a body (EU)")
    held: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in offices().of(code) if code else offices().all():
        held[tenure.person].append(tenure)
    exact = {t.person for t in offices().by_name(name) if t.person in held}
    if exact:
        return [_known(who, held[who], Match(1.0, ("exact name",))) for who in sorted(exact)]
    people = {who: {who, *offices().spellings(who)} for who in held}
    parts = set(fold(name).split())
    bearers = [who for who, forms in people.items() if any(parts <= set(fold(form).split()) for form in forms)]
    if bearers:
        return [_known(who, held[who], Match(0.5, ("a part of the name",))) for who in sorted(bearers)]
    found = nearest(name, people)
    sure = [one for one in found if one[1].score >= SURE]
    near = sure or [one for one in found if one[1].score >= _PART and len(parts) == 1]
    return [_known(who, held[who], match) for who, match in near]


def _known(who: str, held: list[Tenure], match: Match) -> Known:
    ids = {t.wikidata for t in held if t.wikidata}
    return Known(
        who, ids.pop() if len(ids) == 1 else None, match.score, match.why, tuple(offices().spellings(who)),
        tuple(Held(t.state, t.role, t.status, t.start, t.end, t.title, _import(t)) for t in held),
    )  # fmt: skip


def _import(tenure: Tenure) -> str | None:
    return tenure.source if tenure.source.endswith(")") else None
