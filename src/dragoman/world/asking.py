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

    QuestionError for an unknown state, an unknown office, or what is no day.
    """
    code, asked, day = _state(state), _office(office), _day(on)
    role = role_at(asked, code)
    found = offices().on(day, code, role.role if role else asked)
    beside = [t for t in offices().of(code) if t.holds(day) and office_of(t.role, code) == asked and t not in found]
    notes = [] if found else [f"nobody known: {code} {asked} on {day}"]
    notes += [f"also on that day: {t.person} ({t.role})" for t in beside if t.status in ("full", "acting")]
    return Found([_holding(tenure) for tenure in found], notes)


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
