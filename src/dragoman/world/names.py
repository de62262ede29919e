"""Names in one language: states, metonyms, bodies, roles, modifiers and places, each with what it stands for.

The tables are the CSV files of `data/names/<language>/`. A language without a file has an empty table there. Texts
are as they stand in running prose, without article; `case` says that only this very spelling counts (US, Polish).
"""

from __future__ import annotations

from typing import Literal, TypeAlias, TypeVar

import msgspec

from dragoman.errors import WorldError
from dragoman.world.files import Row, data_root, load_rows

NameKind: TypeAlias = Literal["name", "official", "abbreviation", "demonym", "person", "former"]
MetonymType: TypeAlias = Literal[
    "capital", "palace", "ministry", "government", "legislature", "agency", "military", "party", "embassy", "venue",
    "headquarters", "institution", "supreme_leader_office", "state_title", "name", "epithet", "historic", "movement",
    "regime_label", "bloc_label", "event_label", "territory", "territory_label", "region", "water",
]  # fmt: skip
Tone: TypeAlias = Literal["affirming", "critical", "contested", "delegitimizing"]
PlaceKind: TypeAlias = Literal["city", "venue", "region"]

R = TypeVar("R", bound=Row)


class StateName(Row, frozen=True, kw_only=True):
    """A name of a state. `demonym` is the adjective, `person` its people; `former` an earlier name of the state."""

    text: str
    iso3: str
    kind: NameKind
    case: bool = False


class Metonym(Row, frozen=True, kw_only=True):
    """A capital, palace, epithet or label that stands for `target`.

    `target` is a state, a body, or the code of something that is neither (a water, a region, a territory): then the
    text names no actor, and no state inside it ("South China Sea") does. It is None where only the page can tell
    ("puppet regime"). `since` is the day (YYYY-MM-DD) from which it stands for that.
    """

    text: str
    type: MetonymType
    target: str | None = None
    framing: Tone | None = None
    case: bool = False
    since: str | None = None
    note: str | None = None


class BodyName(Row, frozen=True, kw_only=True):
    text: str
    body: str
    case: bool = False


class RoleName(Row, frozen=True, kw_only=True):
    text: str
    role: str
    case: bool = False


class ModifierName(Row, frozen=True, kw_only=True):
    """A word before or after a title that changes it; a hyphen at its end or start is written onto the title."""

    text: str
    modifier: str


class PlaceName(Row, frozen=True, kw_only=True):
    text: str
    iso3: str
    kind: PlaceKind = "city"
    case: bool = False


class NameTables(msgspec.Struct, frozen=True, kw_only=True):
    """All names of one language; within a table no text stands twice (capitals apart from other metonyms)."""

    language: str
    states: tuple[StateName, ...]
    metonyms: tuple[Metonym, ...]
    bodies: tuple[BodyName, ...]
    roles: tuple[RoleName, ...]
    modifiers: tuple[ModifierName, ...]
    places: tuple[PlaceName, ...]


def languages() -> list[str]:
    """The languages that have name tables, sorted."""
    return sorted(entry.name for entry in (data_root() / "names").iterdir() if entry.is_dir())


def load_names(language: str) -> NameTables:
    """The name tables of a language (BCP 47, its first part counts). WorldError for one without any."""
    code = language.split("-")[0].lower()
    folder = data_root() / "names" / code
    if not folder.is_dir():
        raise WorldError(f"{folder}: no names in {language!r}; there are {', '.join(languages())}")
    return NameTables(
        language=code,
        states=_table(code, "states", StateName),
        metonyms=_table(code, "metonyms", Metonym),
        bodies=_table(code, "bodies", BodyName),
        roles=_table(code, "roles", RoleName),
        modifiers=_table(code, "modifiers", ModifierName),
        places=_table(code, "places", PlaceName),
    )


def _table(code: str, name: str, kind: type[R]) -> tuple[R, ...]:
    path = data_root() / "names" / code / f"{name}.csv"
    return tuple(load_rows(path, kind)) if path.is_file() else ()
