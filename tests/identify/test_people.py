"""The register: one person under all the names of a page, with what each mention adds."""

from __future__ import annotations

from made_stories import Story

from dragoman.find.tokens import tokenize
from dragoman.identify.mentions import Mention
from dragoman.identify.people import Register, fold, name_words

TEXT = "Asha W. Njoroge Njoroge Jr. Grace Njoroge Asha Njoroge"
TOKENS = tokenize(TEXT, 0, len(TEXT))
SUFFIXES = frozenset({"jr", "sr"})


def mention(first: int, last: int, **given: object) -> Mention:
    return Mention(first, last, "name", name=(first, last), **given)  # type: ignore[arg-type]


def test_fold() -> None:
    assert fold("Ibáñez") == "ibanez"
    assert fold("ŽIŽKA") == "zizka"


def test_name_words_leave_out_initials_and_suffixes() -> None:
    assert name_words(TOKENS, (0, 4), SUFFIXES) == ("asha", "njoroge")
    assert name_words(TOKENS, (4, 7), SUFFIXES) == ("njoroge",)


def test_a_fuller_name_completes_the_person() -> None:
    register = Register(TOKENS, SUFFIXES)
    assert register.add(mention(4, 5, states=("KEN",))) == 0
    assert register.add(mention(0, 4, role="foreign_minister")) == 0
    person = register.people[0]
    assert (person.words, person.state, person.role) == (("asha", "njoroge"), "KEN", "foreign_minister")


def test_names_that_contradict_are_two_people() -> None:
    register = Register(TOKENS, SUFFIXES)
    register.add(mention(0, 4))
    assert register.add(mention(7, 9)) == 1


def test_states_that_contradict_are_two_people() -> None:
    register = Register(TOKENS, SUFFIXES)
    register.add(mention(0, 4, states=("KEN",)))
    assert register.match(("njoroge",), ("UGA",)) is None
    assert register.match(("njoroge",), ("KEN",)) == 0


def test_the_page_word_wins_over_a_later_one() -> None:
    register = Register(TOKENS, SUFFIXES)
    register.add(mention(0, 4, states=("KEN",), role="president"))
    register.add(mention(9, 11, role="lawmaker"))
    assert register.people[0].role == "president"


def test_of_state() -> None:
    register = Register(TOKENS, SUFFIXES)
    register.add(mention(0, 4, states=("KEN",)))
    register.add(mention(7, 9, states=("UGA",)))
    assert register.of_state(["UGA", "FJI"]) == [1]


def test_a_last_name_alone_means_the_person() -> None:
    story = Story("They met Kenyan Foreign Minister Asha Njoroge. Njoroge slept. Ms. Njoroge left.")
    assert [story.meant(w) for w in ("Njoroge", "Ms. Njoroge")] == ["Asha Njoroge", "Asha Njoroge"]


def test_a_person_whose_last_name_is_a_place() -> None:
    story = Story("They met British Foreign Secretary Jane Lincoln. Lincoln praised Kenya.")
    assert story.meant("Lincoln") == "Jane Lincoln"
