"""Offices as written: state, role and qualifier from what stands before, after and beside the title."""

from __future__ import annotations

import pytest
from made_stories import Story

from dragoman.identify import Person
from dragoman.world.roles import office_of

N = "Asha Njoroge"


def person(story: str, code: str = "en", name: str = N) -> Person:
    return Story(story, code=code).people()[name]


@pytest.mark.parametrize(
    ("words", "state", "office"),
    [
        (f"Kenyan Foreign Minister {N}", "KEN", "foreign_minister"),
        (f"Kenya's foreign minister, {N},", "KEN", "foreign_minister"),
        (f"Foreign Minister {N} of Kenya", "KEN", "foreign_minister"),
        (f"the foreign minister of Kenya, {N},", "KEN", "foreign_minister"),
        (f"Kenya's Minister of Foreign Affairs {N}", "KEN", "foreign_minister"),
        (f"{N}, the Kenyan foreign minister,", "KEN", "foreign_minister"),
        (f"Kenyan Deputy Foreign Minister {N}", "KEN", "deputy_foreign_minister"),
        (f"Kenyan President {N}", "KEN", "head_of_state"),
        (f"the president of the Republic of Kenya, {N},", "KEN", "head_of_state"),
        (f"Swedish Prime Minister {N}", "SWE", "head_of_government"),
        (f"Kenyan Vice President {N}", "KEN", "deputy_head"),
        (f"Deputy Prime Minister {N} of Croatia", "HRV", "deputy_head"),
        (f"Kenyan Defence Minister {N}", "KEN", "defence_minister"),
        (f"Kenyan Finance Minister {N}", "KEN", "other_minister"),
        (f"Kenyan foreign ministry spokeswoman {N}", "KEN", "spokesperson"),
        (f"Kenya's ambassador to Norway, {N},", "KEN", "ambassador"),
        (f"Kenyan national security adviser {N}", "KEN", "senior_official"),
        (f"NATO Secretary General {N}", "NATO", "chief_executive"),
        (f"UN Secretary-General {N}", "UN", "chief_executive"),
        (f"the EU's foreign policy chief {N}", "EU", "chief_executive"),
        (f"U.S. Secretary of State {N}", "USA", "foreign_minister"),
        (f"British Foreign Secretary {N}", "GBR", "foreign_minister"),
        (f"German Chancellor {N}", "DEU", "head_of_government"),
        (f"Saudi Crown Prince {N}", "SAU", "royal"),
        (f"Kenyan Ambassador to Croatia {N}", "KEN", "ambassador"),
        (f"White House spokesman {N}", "USA", "spokesperson"),
        (f"a spokesman for the Kenyan army, Colonel {N},", "KEN", "spokesperson"),
        (f"{N}, State Secretary for Maritime Trade to the Prime Minister of Norway,", "NOR", "senior_official"),
        (f"Minister for Harbours and Fisheries {N} of Kenya", "KEN", "other_minister"),
        (f"{N}, president of the 60th session of the United Nations General Assembly,", "UNGA", "chief_executive"),
    ],
)
def test_state_and_office(words: str, state: str, office: str) -> None:
    found = person(f"They say that {words} left early.")
    assert (found.state, office_of(found.role or "", found.state)) == (state, office)


@pytest.mark.parametrize(
    ("words", "modifier"),
    [
        (f"Kenya's acting foreign minister, {N},", "acting"),
        (f"Kenya's caretaker foreign minister {N}", "acting"),
        (f"Kenyan President-elect {N}", "elect"),
        (f"former Kenyan president {N}", "former"),
        (f"the former Kenyan foreign minister {N}", "former"),
        (f"then-Prime Minister {N} of Kenya", "former"),
    ],
)
def test_qualifier(words: str, modifier: str) -> None:
    actor = next(a for a in Story(f"Yesterday {words} said it was late.").read().actors if a.name == N)
    assert (actor.for_, actor.qualifier) == ("KEN", modifier)


@pytest.mark.parametrize(
    ("words", "state", "office"),
    [
        (f"Menteri Luar Negeri Kenya {N}", "KEN", "foreign_minister"),
        (f"Menlu Kenya {N}", "KEN", "foreign_minister"),
        (f"Presiden Kenya {N}", "KEN", "head_of_state"),
        (f"Wakil Presiden Kenya {N}", "KEN", "deputy_head"),
        (f"Perdana Menteri Fiji {N}", "FJI", "head_of_government"),
        (f"Juru bicara Kementerian Luar Negeri Kenya, {N},", "KEN", "spokesperson"),
        (f"Menteri Luar Negeri {N}", "IDN", "foreign_minister"),
        (f"Sekretaris Jenderal PBB {N}", "UN", "chief_executive"),
        (f"Duta Besar Kenya untuk Indonesia {N}", "KEN", "ambassador"),
    ],
)
def test_indonesian_state_and_office(words: str, state: str, office: str) -> None:
    found = person(f"Kemarin, {words} mengatakan hujan turun.", "id")
    assert (found.state, office_of(found.role or "", found.state)) == (state, office)


@pytest.mark.parametrize(
    ("words", "modifier"), [(f"Presiden terpilih Kenya {N}", "elect"), (f"Mantan Presiden Kenya {N}", "former"),
                            (f"Pelaksana tugas Menlu Kenya, {N},", "acting")],
)  # fmt: skip
def test_indonesian_qualifier(words: str, modifier: str) -> None:
    read = Story(f"Kemarin, {words} mengatakan hujan turun.", code="id").read()
    assert next(a for a in read.actors if a.name == N).qualifier == modifier


def test_a_senior_assistant_is_no_minister() -> None:
    found = person(f"They met {N}, the Kenyan foreign minister's senior assistant in special legal affairs, on Monday.")
    assert (found.state, office_of(found.role or "", found.state)) == ("KEN", "senior_official")


def test_the_mention_takes_in_what_belongs_to_it() -> None:
    story = Story(f"They met the acting Kenyan foreign minister {N} on Monday.")
    mention = next(m for m in story.who.mentions if m.name)
    assert story.words(mention.first, mention.last) == f"the acting Kenyan foreign minister {N}"


def test_an_office_at_the_very_start_has_its_state() -> None:
    story = Story(f"Kenyan Foreign Minister {N} left.")
    mention = next(m for m in story.who.mentions if m.name)
    assert story.words(mention.first, mention.last) == f"Kenyan Foreign Minister {N}"


def test_a_pope_is_called_by_his_title() -> None:
    found = person("They met Pope Benedict XX in the garden.", name="Pope Benedict XX")
    assert (found.state, office_of(found.role or "", found.state)) == ("VAT", "head_of_state")


@pytest.mark.parametrize("subject", ["The White House", "Washington", "The US State Department"])
def test_a_verb_ends_the_state_before_an_office(subject: str) -> None:
    story = Story(f"{subject} said President {N} would stay.")
    assert story.mention(f"President {N}").name is not None
    assert story.people()[N].state == "USA"
