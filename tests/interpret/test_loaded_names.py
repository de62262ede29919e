"""Loaded and contested names: the wording stays, what it stands for and its colour are told beside it."""

from __future__ import annotations

import pytest

from dragoman.model import Page
from dragoman.pipeline import read_page
from dragoman.world import load_world


@pytest.mark.parametrize(
    ("words", "normal", "kind"),
    [
        ("Persian Gulf", "PERSIAN_GULF", "contested"),
        ("Arabian Gulf", "PERSIAN_GULF", "contested"),
        ("Zionist regime", "ISR", "delegitimizing"),
        ("occupied Palestine", "ISR_TERRITORY", "delegitimizing"),
        ("Chinese Taipei", "TWN", "contested"),
    ],
)
def test_flagged_in_what_is_said(words: str, normal: str, kind: str) -> None:
    text = (
        f"TEHRAN, 3 May 2024 - Iranian Foreign Minister Ali Made said on Friday that ships from {words} were welcome."
    )
    record = read_page(Page(uri="made", text=text), load_world())
    found = [framing for statement in record.statements for framing in statement.framing]
    assert [(f.text, f.normal, f.kind) for f in found] == [(words, normal, kind)]
    assert [text[slice(*f.span)] for f in found] == [words]


@pytest.mark.parametrize("name", ["Türkiye", "Turkiye", "Turkey"])
def test_names_of_one_state(name: str) -> None:
    text = f"{name}'s Foreign Minister Ana Made met Kenyan President Bo Otieno in Nairobi on 3 May 2024."
    record = read_page(Page(uri="made", text=text), load_world())
    assert {actor.for_ for actor in record.actors if actor.kind == "person"} == {"TUR", "KEN"}
