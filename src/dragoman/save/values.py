"""Which fields can be corrected, and what a person types for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, get_type_hints

import msgspec

from dragoman.errors import StoreError
from dragoman.merge import Engagement
from dragoman.merge.dates import days
from dragoman.model import Actor, Encounter, Place, Statement
from dragoman.save.text import to_json
from dragoman.world.bodies import bodies
from dragoman.world.states import states

FIELDS: dict[str, tuple[type, tuple[str, ...]]] = {
    "engagement": (Engagement, ("kind", "status", "date", "place", "occasion", "parties", "people")),
    "encounter": (
        Encounter,
        ("kind", "status", "salience", "date", "place", "occasion", "relation", "duration_minutes"),
    ),
    "statement": (Statement, ("act", "mode", "for", "targets", "speakers", "addressees", "encounter")),
    "actor": (Actor, ("kind", "label", "for", "office", "role", "qualifier", "wikidata")),
}
"""Fields that stand for no characters of the page: of these a person may know better than the reader."""
NOTHING = "null"
_CODES = frozenset({"for", "targets", "parties"})
_PLACE = re.compile(r"(?P<name>.+?)\s*(?:\((?P<a>[A-Z]{3})\)|,\s*(?P<b>[A-Z]{3}))?")


def attribute(field: str) -> str:
    """The attribute that holds the field (`for` is a word of Python)."""
    return "for_" if field == "for" else field


@cache
def _type(part: str, field: str) -> Any:
    kind, fields = FIELDS[part]
    if field not in fields:
        raise StoreError(f"{field}: no field of an {part} that can be corrected; there are {', '.join(fields)}")
    return get_type_hints(kind)[attribute(field)]


def parsed(part: str, field: str, value: str) -> Any:
    """The stored JSON value as the field's type. StoreError for an unknown field or a value that does not fit."""
    try:
        return msgspec.json.decode(value, type=_type(part, field))
    except msgspec.ValidationError as e:
        raise StoreError(f"{field}: {e}") from e


def typed(part: str, field: str, words: str) -> str:
    """What a person typed, as the JSON that is kept; `null` empties a field, commas part a list."""
    kind = str(_type(part, field))
    value: Any = words.strip()
    if value == NOTHING:
        value = () if kind.startswith("tuple") else None
    elif kind.startswith("tuple"):
        value = tuple(x.strip() for x in value.split(",") if x.strip())
    elif field == "place":
        value = _place(value)
    elif field == "duration_minutes":
        value = int(value) if value.isdecimal() else value
    encoded = to_json(value)
    _check(field, parsed(part, field, encoded), words)
    return encoded


def _place(value: str) -> Place:
    """`Geneva`, `Geneva (CHE)` or `Geneva, CHE`."""
    found = _PLACE.fullmatch(value)
    if found is None:
        raise StoreError("place: give a name, with its country as Geneva (CHE)")
    return Place(name=found["name"], country=found["a"] or found["b"], span=None)


def _check(field: str, value: Any, words: str) -> None:
    test: Callable[[Any], bool] | None = {"date": lambda v: v is None or days(v) is not None}.get(field)
    if test is not None and not test(value):
        raise StoreError(f"{field} {words}: give a date as 2023, 2023-12, 2023-12-13 or 2023-12-13/2023-12-15")
    codes = (value if isinstance(value, tuple) else (value,)) if field in _CODES else ()
    codes = (value.country,) if isinstance(value, Place) else codes
    for code in codes:
        if code is not None and code not in states() and code not in bodies():
            raise StoreError(f"{field} {words}: {code} is neither an ISO 3166-1 alpha-3 code nor the id of a body")
