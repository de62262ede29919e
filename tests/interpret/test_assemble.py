"""The record: actors with their mentions, addressees, stance, loaded wording, links to the encounter, ids."""

from __future__ import annotations

import pytest
from made_stories import Story, lines

from dragoman.model import Actor, Statement

MET = "On Tuesday Ghanaian Foreign Minister Kofi Boadu met his Peruvian counterpart Lucia Quispe in Accra."


def actors(story: str) -> dict[str, Actor]:
    return {a.name: a for a in Story(story).read().actors}


def mentions(story: str, name: str) -> list[str]:
    read = Story(story)
    actor = next(a for a in read.read().actors if a.name == name)
    return [read.text[a:b] for a, b in actor.mentions]


def statement(story: str) -> Statement:
    said = Story(story).read().statements
    assert len(said) == 1
    return said[0]


def test_a_person() -> None:
    actor = actors(f"{MET}\nBoadu praised the divers.")["Kofi Boadu"]
    assert (actor.kind, actor.label, actor.for_, actor.office, actor.role, actor.qualifier, actor.wikidata) == (
        "person", "Kofi Boadu", "GHA", "foreign_minister", "foreign_minister", None, None,
    )  # fmt: skip


def test_a_state() -> None:
    actor = actors(f"{MET}\nBoadu praised Norway.")["Norway"]
    assert (actor.kind, actor.label, actor.for_, actor.office, actor.wikidata) == (
        "state",
        "Norway",
        "NOR",
        None,
        "Q20",
    )


def test_a_body() -> None:
    actor = actors(f"{MET}\nBoadu praised the African Union.")["African Union"]
    assert (actor.kind, actor.for_) == ("organisation", "AU")


def test_a_ministry_acts_for_its_state() -> None:
    actor = actors("On Monday the Kenyan foreign ministry rejected the map.")["the Kenyan foreign ministry"]
    assert (actor.kind, actor.for_) == ("organisation", "KEN")


def test_an_unnamed_office_has_its_office() -> None:
    actor = actors("On Monday the Kenyan foreign minister rejected the map.")["the Kenyan foreign minister"]
    assert (actor.kind, actor.for_, actor.office) == ("office", "KEN", "foreign_minister")


def test_mentions_are_names_pronouns_and_titles() -> None:
    story = f"{MET}\nBoadu praised the divers. He thanked Peru.\nThe Ghanaian minister said it had rained."
    assert mentions(story, "Kofi Boadu") == ["Kofi Boadu", "Boadu", "He", "The Ghanaian minister"]


def test_a_place_is_no_mention_of_the_state() -> None:
    assert mentions(f"{MET}\nQuispe thanked Ghana for the divers.", "Ghana") == ["Ghana"]


def test_actors_are_numbered_as_the_page_names_them() -> None:
    found = Story(f"{MET}\nQuispe thanked Norway. Boadu thanked Fiji.").read().actors
    assert [(a.id, a.name) for a in found] == [
        ("a1", "Kofi Boadu"), ("a2", "Lucia Quispe"), ("a3", "Norway"), ("a4", "Fiji"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words", ["Analysts met in the rain.", "Kenya has many lakes.", "Asha Njoroge of Kenya slept."]
)
def test_who_neither_speaks_nor_meets_is_no_actor(words: str) -> None:
    assert set(actors(f"{MET}\n{words}")) == {"Kofi Boadu", "Lucia Quispe"}


# ------------------------------------------------------------------------------------------ statements


@pytest.mark.parametrize(
    ("story", "addressees"),
    [
        ("Boadu told Quispe that the well was dry.", "Lucia Quispe"),
        ("Boadu said the well was dry.", "Lucia Quispe"),
        ("The two ministers condemned the fire.", ""),
        ("Boadu told reporters that the well was dry.", ""),
        ("On Monday Kenya's foreign ministry rejected the map.", ""),
    ],
)
def test_addressees(story: str, addressees: str) -> None:
    assert [line.addressees for line in lines(f"{MET}\n{story}")] == [addressees]


def test_told_outside_an_encounter() -> None:
    story = "On Monday Kenyan Foreign Minister Asha Njoroge told her Ugandan counterpart Grace Akello that the well was dry."
    assert [(line.addressees, line.encounter) for line in lines(story)] == [("Grace Akello", None)]


@pytest.mark.parametrize(
    ("story", "encounter"),
    [
        ("Boadu said the well was dry.", "e1"),
        ("The two ministers condemned the fire.", "e1"),
        ("On Monday Kenya's foreign ministry rejected the map.", None),
        ("On Monday Norwegian Foreign Minister Ada Holm rejected the map.", None),
    ],
)
def test_the_encounter_in_which_it_was_said(story: str, encounter: str | None) -> None:
    assert [line.encounter for line in lines(f"{MET}\n{story}")] == [encounter]


def test_nothing_is_said_in_a_contact_still_to_come() -> None:
    story = (
        "Kenyan President Daudi Mwangi will meet Ugandan President Grace Akello in May.\nMwangi said the well was dry."
    )
    assert [line.encounter for line in lines(story)] == [None]


@pytest.mark.parametrize(
    ("story", "stance"),
    [
        ("Boadu praised Norway.", [("NOR", 1)]),
        ("Boadu thanked Norway for the tents.", [("NOR", 1)]),
        ("Boadu condemned Chad.", [("TCD", -1)]),
        ("Boadu blamed Chad and Mali for the fire.", [("TCD", -1), ("MLI", -1)]),
        ("Boadu said the well was dry.", []),
    ],
)
def test_stance(story: str, stance: list[tuple[str, int]]) -> None:
    assert [(s.toward, s.value) for s in statement(f"{MET}\n{story}").stance] == stance


def test_framing_is_the_wording_with_its_plain_name() -> None:
    story = Story(f"{MET}\nBoadu condemned the crimes of the Zionist regime in Gaza.")
    framing = story.read().statements[0].framing
    assert [(f.text, f.normal, f.kind) for f in framing] == [("Zionist regime", "ISR", "delegitimizing")]
    assert [story.text[slice(*f.span)] for f in framing] == ["Zionist regime"]


def test_framing_outside_the_reported_words_is_not_the_speakers() -> None:
    story = f"{MET}\nThe Zionist regime was far away.\nBoadu condemned the fire."
    assert [s.framing for s in Story(story).read().statements] == [()]


def test_ids_count_up_and_lead_somewhere() -> None:
    read = Story(f"{MET}\nBoadu praised Norway. She thanked Fiji.\nThe two ministers condemned the fire.").read()
    known = {a.id for a in read.actors}
    assert [s.id for s in read.statements] == ["s1", "s2", "s3"]
    assert [e.id for e in read.encounters] == ["e1"]
    assert {i for s in read.statements for i in (*s.speakers, *s.addressees)} <= known
    assert {p.actor for e in read.encounters for p in e.participants} <= known


def test_a_pronoun_or_a_ministry_is_no_more_certain_than_a_name() -> None:
    named = statement(f"{MET}\nBoadu said the well was dry.").confidence
    pronoun = statement(f"{MET}\nHe said the well was dry.").confidence
    ministry = statement(f"{MET}\nOn Monday Kenya's foreign ministry said the well was dry.").confidence
    assert 1 >= named >= max(pronoun, ministry) > 0
