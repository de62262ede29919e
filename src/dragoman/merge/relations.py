"""What contains what: a visit its meetings, a conference the talks on its sidelines. A view over engagements."""

from __future__ import annotations

from typing import Literal, TypeAlias

from dragoman.merge.dates import days
from dragoman.merge.features import same_place
from dragoman.merge.names import same_name
from dragoman.merge.records import Engagement
from dragoman.model import Record

Part: TypeAlias = Literal["contains", "part_of"]

_TRAVEL = 1
"""Days before and after the days a visit is known by: arrival and departure are not always told."""
_OPEN = 31
"""A span of more days (a month) contains nothing surely."""


class Related(Record):
    """Another engagement that this one contains or is part of, and why."""

    relation: Part
    engagement: str
    why: str


def contains(whole: Engagement, part: Engagement) -> str | None:
    """Why the one contains the other; None if it does not, or if that is not known."""
    if whole.id == part.id or not _in_time(whole, part):
        return None
    if whole.kind == "visit" and part.kind in ("meeting", "conference"):
        return _in_visit(whole, part)
    if whole.kind == "conference" and part.kind in ("meeting", "visit"):
        return _at_conference(whole, part)
    return None


def _in_time(whole: Engagement, part: Engagement) -> bool:
    span, inside = days(whole.date), days(part.date)
    if span is None or inside is None or (span[1] - span[0]).days > _OPEN or (inside[1] - inside[0]).days > _OPEN:
        return False
    slack = _TRAVEL if whole.kind == "visit" else 0
    return (inside[0] - span[0]).days >= -slack and (inside[1] - span[1]).days <= slack


def _in_visit(visit: Engagement, meeting: Engagement) -> str | None:
    """Both parties met in the host's country; or the guest met somebody else there."""
    host = visit.place.country if visit.place else None
    where = meeting.place.country if meeting.place else None
    if where is not None and host is not None and where != host:
        return None
    if set(visit.parties) <= set(meeting.parties):
        return f"a meeting of {' and '.join(visit.parties)} on the days of the visit"
    guests = [a for a in visit.people for b in meeting.people if same_name(a, b)]
    if guests and where is not None and where == host:
        return f"a meeting of {guests[0]} in {host} on the days of the visit"
    return None


def _at_conference(conference: Engagement, meeting: Engagement) -> str | None:
    """On its occasion; or of some of its parties in its place on its days."""
    occasion = conference.occasion or (conference.place.name if conference.place else None)
    if meeting.occasion and occasion and same_name(meeting.occasion, occasion):
        return f"on the occasion of {meeting.occasion}"
    places = conference.place is not None and meeting.place is not None and same_place(conference.place, meeting.place)
    if places and len(conference.parties) > 2 and set(meeting.parties) < set(conference.parties):
        return "some of the parties, in the same place on the same days"
    return None
