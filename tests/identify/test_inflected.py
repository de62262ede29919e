"""A language whose names decline and whose states stand on both sides of an office."""

from __future__ import annotations

import pytest
import rows

from dragoman.identify.people import same_word

MET = "Президент Бразилии Ана Силва встретилась в Лиме с президентом Аргентины Хуаном Пересом."


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("перес", "пересом", True),
        ("силва", "силвы", True),
        ("ларсен", "ларсена", True),
        ("иван", "игорь", False),
        ("мендес", "менделеев", False),
    ],
)
def test_same_word(a: str, b: str, same: bool) -> None:
    assert same_word(a, b) is same


def people(story: str) -> list[tuple[str | None, str | None]]:
    return [(p.state, p.role) for p in rows.read(story, "ru").who.people]


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (f"{MET} Хуан Перес поблагодарил Ану Силву.", [("BRA", "president"), ("ARG", "president")]),
        ("Норвежский министр обороны Олаф Берг прибыл в Лиму.", [("NOR", "defence_minister")]),
        ("Глава норвежской дипломатии Олаф Берг прибыл в Лиму.", [("NOR", "foreign_minister")]),
        ("О визите главы МИД Норвегии Олафа Берга рассказала газета.", [("NOR", "foreign_minister")]),
    ],
)
def test_people(story: str, expected: list[tuple[str, str]]) -> None:
    assert people(story) == expected


@pytest.mark.parametrize(
    ("story", "codes", "content"),
    [
        ("Порт откроют весной, сообщили в МИД Норвегии.", ("NOR",), "Порт откроют весной"),
        ("«Порт откроют весной», — сказано в заявлении МИД Норвегии.", ("NOR",), "Порт откроют весной"),
        ("Порт откроют весной. Об этом сообщил президент Чили Пабло Рохас.", ("CHL",), "Порт откроют весной."),
        ("„Порт откроют весной”, — заявил президент Чили Пабло Рохас.", ("CHL",), "Порт откроют весной"),
        ("Порт откроют весной, сообщил журналистам президент Чили Пабло Рохас.", ("CHL",), "Порт откроют весной"),
    ],
)
def test_behind_the_verb(story: str, codes: tuple[str, ...], content: str) -> None:
    read = rows.read(story, "ru")
    said = read.record.statements
    assert [(s.for_, read.words(s.content[0]).rstrip(".")) for s in said] == [(codes, content.rstrip("."))]


def test_the_form_tells_what_is_planned() -> None:
    planned = MET.replace("встретилась", "встретится")
    assert [e.status for s in (MET, planned) for e in rows.read(s, "ru").record.encounters] == ["held", "planned"]
