"""FollowTheMoney entities, a JSON object a line, as OpenSanctions publishes them: people, positions, occupancies."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import msgspec

from dragoman.errors import WorldError
from dragoman.world.fold import fold
from dragoman.world.imports.check import Given, Read, checked
from dragoman.world.names import load_names
from dragoman.world.overlay import ImportedRow
from dragoman.world.states import states

_QID = re.compile(r"Q\d+")
_ACTING = re.compile(r"\b(acting|interim|ad interim|caretaker)\b", re.IGNORECASE)


class _Entity(msgspec.Struct):
    id: str
    schema: str
    properties: dict[str, list[str]]

    def first(self, name: str) -> str | None:
        return next(iter(self.properties.get(name, ())), None)


def read_opensanctions(file: Path) -> Read:
    """The occupancies of offices that dragoman knows; other positions and undated occupancies are left out, counted.

    An occupancy whose person or position is not in the file makes it incomplete: refused.
    """
    known: dict[str, _Entity] = {}
    occupancies: list[tuple[str, _Entity]] = []
    try:
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                where = f"{file}: row {number}"
                entity = _entity(where, line) if line.strip() else None
                if entity is None:
                    continue
                if entity.schema == "Occupancy":
                    occupancies.append((where, entity))
                elif entity.schema in ("Person", "Position"):
                    if entity.id in known:
                        raise WorldError(f"{where}: the id {entity.id!r} stands twice")
                    known[entity.id] = entity
    except OSError as e:
        raise WorldError(f"{file}: {e.strerror}") from e
    left: Counter[str] = Counter()
    given = [g for where, entity in occupancies if (g := _given(where, entity, known, left)) is not None]
    return checked(file, given, [f"{count} left out: {why}" for why, count in left.most_common()])


def _entity(where: str, line: bytes) -> _Entity:
    try:
        return msgspec.json.decode(line, type=_Entity)
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        raise WorldError(f"{where}: no FollowTheMoney entity ({e})") from e


def _given(where: str, occupancy: _Entity, known: dict[str, _Entity], left: Counter[str]) -> Given | None:
    holder, post = (known.get(occupancy.first(name) or "") for name in ("holder", "post"))
    if holder is None or post is None:
        raise WorldError(
            f"{where}: the {'holder' if holder is None else 'post'} of {occupancy.id!r} is not in the file"
        )
    title, start = post.first("name") or "", occupancy.first("startDate")
    role, state = role_of(title), _state(post)
    if role is None or state is None:
        left["positions that are none of the offices known here"] += 1
        return None
    if start is None:
        left["occupancies without a start"] += 1
        return None
    name = holder.first("name")
    if name is None:
        raise WorldError(f"{where}: the holder {holder.id!r} has no name")
    wikidata = holder.first("wikidataId") or (holder.id if _QID.fullmatch(holder.id) else None)
    aliases = [n for field in ("name", "alias", "weakAlias") for n in holder.properties.get(field, ()) if n != name]
    row = ImportedRow(
        state=state, person=name, role=role, start=start[:10], end=(occupancy.first("endDate") or "")[:10] or None,
        status="acting" if _ACTING.search(title) else "full", wikidata=wikidata, title=title, aliases=tuple(aliases),
    )  # fmt: skip
    return Given(where, row)


def _state(post: _Entity) -> str | None:
    codes = {code.upper() for code in post.properties.get("country", ())}
    found = [s.iso3 for s in states().values() if s.iso2 in codes]
    return found[0] if len(found) == 1 else None


@cache
def _titles() -> dict[str, str]:
    return {fold(row.text): row.role for row in load_names("en").roles}


@cache
def _of_states() -> re.Pattern[str]:
    texts = sorted({fold(s.text) for s in load_names("en").states}, key=len, reverse=True)
    names = "|".join(map(re.escape, texts))
    return re.compile(rf"^(?:{names})(?:'s)? |,? (?:of|for|to) (?:the )?(?:{names})$|\b(?:acting|interim|the) ")


def role_of(title: str) -> str | None:
    """The role that an English title names, the state aside ("Minister of Foreign Affairs of Chile"); None if none."""
    text = fold(title)
    for _ in range(3):
        if text in _titles():
            return _titles()[text]
        text = _of_states().sub("", text, count=1).strip()
    return _titles().get(text)
