"""Whom titles without a name mean: "his Peruvian counterpart", "the top diplomat", "the president"."""

from __future__ import annotations

import pytest
from made_stories import Story

from dragoman.world.roles import office_of

MET = "Ghanaian Foreign Minister Kofi Boadu met his Peruvian counterpart Lucia Quispe in Accra."


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Ghanaian foreign minister", "Kofi Boadu"),
        ("the top Ghanaian diplomat", "Kofi Boadu"),
        ("Ghana's chief diplomat", "Kofi Boadu"),
        ("the Ghanaian FM", "Kofi Boadu"),
        ("the Ghanaian minister", "Kofi Boadu"),
        ("the Peruvian minister", "Lucia Quispe"),
        ("the Peruvian foreign minister", "Lucia Quispe"),
        ("his Peruvian counterpart", "Lucia Quispe"),
        ("Peru's top diplomat", "Lucia Quispe"),
    ],
)
def test_title_means_the_person(words: str, name: str) -> None:
    assert Story(f"{MET}\nThen they heard {words} laugh.").meant(words) == name


@pytest.mark.parametrize("words", ["the Chilean minister", "the Ghanaian president", "the Peruvian defence minister"])
def test_title_of_another_means_nobody(words: str) -> None:
    assert Story(f"{MET}\nThen they heard {words} laugh.").meant(words) is None


def test_a_counterpart_holds_the_same_office() -> None:
    people = Story(MET).people()
    assert {p.state: office_of(p.role or "", p.state) for p in people.values()} == {
        "GHA": "foreign_minister", "PER": "foreign_minister",
    }  # fmt: skip


def test_a_counterpart_named_first_holds_the_office_too() -> None:
    story = Story("In a call with his Kenyan counterpart, Asha Njoroge, Finnish Foreign Minister Leo Aalto was merry.")
    assert {n: office_of(p.role or "", p.state) for n, p in story.people().items()} == {
        "Asha Njoroge": "foreign_minister", "Leo Aalto": "foreign_minister",
    }  # fmt: skip


def test_a_bare_office_means_its_latest_holder() -> None:
    story = Story("Kenyan President Daudi Mwangi met Ugandan Foreign Minister Grace Akello.\nThen the president slept.")
    assert story.meant("the president") == "Daudi Mwangi"


def test_a_bare_office_on_an_official_page_is_the_publishers() -> None:
    story = Story("They met Foreign Minister Ada Holm.", outlet="Ministry of Foreign Affairs of Norway")
    assert story.people()["Ada Holm"].state == "NOR"


def test_indonesian_references() -> None:
    story = Story(
        "Menlu Chile Rosa Pinto bertemu dengan Menlu Vietnam Tran Duc Long.\nKemudian Menlu Chile itu tertawa.",
        code="id",
    )
    assert story.meant("Menlu Chile") == "Rosa Pinto"


@pytest.mark.parametrize(
    ("story", "name", "state"),
    [
        ("The Kenyan Foreign Ministry announced that Foreign Minister Asha Njoroge wept.", "Asha Njoroge", "KEN"),
        ("Lima said Foreign Minister Lucia Quispe would travel.", "Lucia Quispe", "PER"),
        ("Kenyan President Daudi Mwangi slept. His farm minister Asha Njoroge worked.", "Asha Njoroge", "KEN"),
        ("Kenyan President Daudi Mwangi and energy minister Asha Njoroge met.", "Asha Njoroge", "KEN"),
        ("Kenyan President Daudi Mwangi came. Mwangi and Asha Mwangi sang.", "Asha Mwangi", "KEN"),
        ("The WHO was quick. Asha Njoroge, the organisation's executive director, wept.", "Asha Njoroge", "WHO"),
    ],
)
def test_whose_state_an_office_has(story: str, name: str, state: str) -> None:
    assert Story(story).people()[name].state == state


def test_two_people_of_one_family() -> None:
    story = Story("Kenyan President Mwangi came. Mwangi and Asha Mwangi sang. Then Mwangi slept.")
    assert set(story.people()) == {"Mwangi", "Asha Mwangi"}
    assert [m.person for m in story.who.mentions if m.name] == [0, 0, 1, 0]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Peru: Ada Holm greets Daudi Mwangi in Lima", "Daudi Mwangi"),
        ("Ada Holm Greets Daudi Mwangi in Lima", "Mwangi"),
    ],
)
def test_a_title_with_small_verbs_tells_the_whole_name(title: str, name: str) -> None:
    assert name in Story("Kenyan President Mwangi was in Lima.", title=title).people()


@pytest.mark.parametrize("title", ["Kenyan Foreign Minister in tears", "Kenyan Foreign Minister Weeps"])
def test_an_office_in_the_title_means_who_holds_it_in_the_story(title: str) -> None:
    story = Story("Kenyan Foreign Minister Asha Njoroge wept.", title=title)
    assert story.meant("Kenyan Foreign Minister") == "Asha Njoroge"


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("The foreign ministers of Croatia and Serbia", ("HRV", "SRB")),
        ("Leaders of Croatia and Serbia", ("HRV", "SRB")),
        ("The Kenyan and Finnish foreign ministries", ("KEN", "FIN")),
        ("The Ministry of Foreign Affairs of Poland", ("POL",)),
        ("The people of Croatia", ("HRV",)),
    ],
)
def test_groups_and_institutions_of_states(words: str, states: tuple[str, ...]) -> None:
    assert Story(f"{words} condemned the fire.").mention(words).states == states


@pytest.mark.parametrize(
    ("title", "code", "names"),
    [
        ("Holm Greets Mwangi in Lima", "en", ["Holm", "Mwangi"]),
        ("President Mwangi Greets Holm", "en", ["Mwangi", "Holm"]),
        ("Mwangi Bertemu Holm di Lima", "id", ["Mwangi", "Holm"]),
    ],
)
def test_names_in_a_title_of_capitals(title: str, code: str, names: list[str]) -> None:
    body = {
        "en": "Kenyan President Daudi Mwangi met Norwegian Foreign Minister Ada Holm.",
        "id": "Presiden Kenya Daudi Mwangi bertemu Menlu Norwegia Ada Holm.",
    }
    story = Story(body[code], code=code, title=title)
    spans = [m.name for m in story.who.mentions if m.name and m.first < 6]
    assert [story.words(*s) for s in spans][:2] == names


@pytest.mark.parametrize(
    ("words", "state", "office"),
    [
        ("Kenyan diplomat Asha Njoroge was elected president of the UN General Assembly", "UNGA", "chief_executive"),
        ("Asha Njoroge is Kenya's foreign minister", "KEN", "foreign_minister"),
        ("Asha Njoroge was meeting Kenya's foreign minister", None, None),
        ("Asha Njoroge met Kenya's foreign minister", None, None),
    ],
)
def test_an_office_as_predicate(words: str, state: str | None, office: str | None) -> None:
    found = Story(f"Yesterday {words} in Nairobi.").people()["Asha Njoroge"]
    assert (found.state, office_of(found.role or "", found.state)) == (state, office)
