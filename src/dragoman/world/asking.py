"""Asking who held an office on a day, in the words of the command line."""

from __future__ import annotations

import datetime

import msgspec

from dragoman.errors import QuestionError
from dragoman.world.bodies import bodies
from dragoman.world.offices import Tenure, offices
from dragoman.world.roles import office_names, office_of, role_at, roles_to_offices
from dragoman.world.states import states


class Holding(msgspec.Struct, frozen=True):
    """Somebody in office as `world who` prints it. Dates are EDTF; `end` None: no end known."""

    name: str
    role: str
    status: str
    start: str
    end: str | None
    wikidata: str | None


class Found(msgspec.Struct, frozen=True):
    """The holders, and what a person should know beside them, a line each."""

    holders: list[Holding]
    notes: list[str]


def who_held(state: str, office: str, on: str | None = None) -> Found:
    """The holders of an office, or of a finer role, of a state or body on a day (None: today).

    Somebody whose end is not known is left out, with a note, more than a year after having been last seen in office.
    QuestionError for an unknown state, an unknown office, or what is no day.
    """
    code, asked, day = _state(state), _office(office), _day(on)
    role = role_at(asked, code)
    found = offices().on(day, code, role.role if role else asked)
    stale = [tenure for tenure in found if _is_stale(tenure, day)]
    sure = [tenure for tenure in found if tenure not in stale]
    notes = [] if sure else [f"nobody known: {code} {asked} on {day}"]
    notes += [f"not sure: {t.person} ({t.role}), last seen in office on {t.seen}" for t in stale]
    notes += [f"also on that day: {t.person} ({t.role})" for t in _beside(code, asked, day) if t not in found]
    return Found([_holding(tenure) for tenure in sure], notes)


def _is_stale(tenure: Tenure, day: str) -> bool:
    if tenure.end is not None or tenure.seen is None:
        return False
    return day > f"{int(tenure.seen[:4]) + 1}{tenure.seen[4:]}"


def _beside(code: str, office: str, day: str) -> list[Tenure]:
    """Those whose role falls under the office though another holds it on that day."""
    return [
        tenure
        for tenure in offices().of(code)
        if tenure.holds(day) and office_of(tenure.role, code) == office and tenure.status in ("full", "acting")
    ]


def _holding(tenure: Tenure) -> Holding:
    return Holding(tenure.person, tenure.role, tenure.status, tenure.start, tenure.end, tenure.wikidata)


def _state(text: str) -> str:
    code = text.upper()
    if code not in states() and code not in bodies():
        raise QuestionError(f"{text!r} is neither a state (ISO 3166-1 alpha-3: IRN) nor a body (EU)")
    return code


def _office(text: str) -> str:
    name = text.lower()
    if name not in office_names() and name not in roles_to_offices() and not any(role_at(name, s) for s in states()):
        raise QuestionError(f"no office {text!r}: give one of {', '.join(sorted(office_names()))}, or a finer role")
    return name


def _day(text: str | None) -> str:
    try:
        day = datetime.date.fromisoformat(text) if text is not None else datetime.date.today()
    except ValueError:
        raise QuestionError(f"--on {text!r} is not a day (YYYY-MM-DD)") from None
    return day.isoformat()
