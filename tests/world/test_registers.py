"""States, bodies, roles, topics and codebooks."""

from __future__ import annotations

import re

import pytest

from dragoman.errors import WorldError
from dragoman.world.bodies import bodies, members
from dragoman.world.codebooks import plover, topics
from dragoman.world.regions import regions
from dragoman.world.roles import role_at, roles_to_offices
from dragoman.world.states import state, states


def test_states() -> None:
    assert sum(row.kind == "member" for row in states().values()) == 193
    assert {"VAT", "PSE", "XKX", "TWN", "SUN", "YUG", "DDR"} <= states().keys()
    assert all(re.fullmatch(r"Q\d+", row.wikidata) and row.capital for row in states().values())
    assert len({row.wikidata for row in states().values()}) == len(states())
    assert state("NAM").iso2 == "NA"
    with pytest.raises(WorldError, match=r"states\.csv: no state 'XXX'"):
        state("XXX")


def test_codes_do_not_clash() -> None:
    assert states().keys() & bodies().keys() == {"NAM"}  # Namibia, and the Non-Aligned Movement of the record format
    assert not regions().keys() & (states().keys() | bodies().keys())
    assert {row.state for row in regions().values() if row.state} <= states().keys()


def test_membership_by_date() -> None:
    known = states().keys() | bodies().keys()
    assert all(set(members(body)) <= known for body in bodies())
    assert "IRN" not in members("SCO", "2023-07-03")
    assert "IRN" in members("SCO", "2023-07-04")
    assert "JPN" in members("UNSC", "2024-12-31")
    assert "JPN" not in members("UNSC", "2025-01-01")
    assert "GBR" in members("EU", "2020-01-31")
    assert "GBR" not in members("EU")
    assert len(members("EU")) == 27
    assert len(members("UN")) == 193
    assert len(members("AU")) == 55


def test_a_title_can_mean_another_office_elsewhere() -> None:
    assert roles_to_offices()["secretary_of_state"] == ("senior_official", None)
    usa, britain, india = (
        role_at("secretary_of_state", "USA"),
        role_at("foreign_secretary", "GBR"),
        role_at("foreign_secretary", "IND"),
    )
    assert usa is not None
    assert (usa.role, usa.office) == ("foreign_minister", "foreign_minister")
    assert britain is not None
    assert britain.role == "foreign_minister"
    assert india is not None
    assert india.office == "deputy_foreign_minister"
    assert role_at("no_such_role", "USA") is None


def test_qualified_roles() -> None:
    offices = roles_to_offices()
    assert offices["acting_foreign_minister"] == ("foreign_minister", "acting")
    assert offices["president_elect"] == ("head_of_state", "elect")
    assert offices["counterpart"] == (None, None)


def test_codebooks() -> None:
    assert len(topics()) == 45
    assert {row.type for row in plover()} >= {"CONSULT", "SUPPORT", "AGREE", "ACCUSE", "REQUEST"}
    assert {row.quad for row in plover()} == {1, 2, 3, 4}
    assert ("CONSULT", "phone") in {(row.type, row.mode) for row in plover()}
