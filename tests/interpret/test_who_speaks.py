"""Whose words they are where no name stands beside the cue, and words that nobody in particular says."""

from __future__ import annotations

import pytest
from made_stories import lines

TALKS = "Chilean President Ana Tal spoke by phone with Kenyan President Daudi Mwangi. "


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The head of the Kenyan delegation said the port was open.", "KEN"),
        ("Sources in the Kenyan government said the port was open.", "KEN"),
        ("Kenyan Finance Ministry officials said the port was open.", "KEN"),
        ("A statement by the Kenyan foreign ministry said the port was open.", "KEN"),
        ("Officials in Nairobi said the port was open.", "KEN"),
        ("Two Kenyan diplomats said the port was open.", "KEN"),
        ("The port was open, Kenyan officials said on Monday.", "KEN"),
    ],
)
def test_the_state_of_officials(text: str, state: str) -> None:
    assert [(line.for_, line.content.lower()) for line in lines(text)] == [(state, "the port was open")]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The importance of the port was stressed.", "stressed", "The importance of the port"),
        ("Concern was expressed over the drought.", "expressed", "the drought"),
        ("The hope was voiced that the port would open.", "voiced", "the port would open"),
        ("It was noted that trade grows.", "It was noted", "trade grows"),
    ],
)
def test_what_both_sides_say(text: str, cue: str, content: str) -> None:
    line = lines(TALKS + text)[-1]
    assert (line.for_, line.cue, line.content) == ("CHL + KEN", cue, content)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“Is the port open?” Kenyan President Daudi Mwangi asked.", [("Daudi Mwangi", "Is the port open")]),
        (
            "Kenyan President Daudi Mwangi left. “Who pays?” a sailor asked. “Not we, and not today.”",
            [("a sailor", "Who pays"), ("a sailor", "Not we, and not today")],
        ),
        (
            "“We go on,” Nairobi port chief Daudi Tanui said, pointing at the Kenyan ships, “and we win.”",
            [("Daudi Tanui", "We go on + and we win")],
        ),
        (
            "Kenyan President Daudi Mwangi, speaking in Oslo, said Chilean envoy Ana Tal would fly home.",
            [("Daudi Mwangi", "Chilean envoy Ana Tal would fly home")],
        ),
        (
            "Looking ahead to the summit, Kenyan President Daudi Mwangi agreed to send ships.",
            [("Daudi Mwangi", "to send ships")],
        ),
        (
            "Kenyan President Daudi Mwangi told a news conference after two days of talks in Oslo that it was over.",
            [("Daudi Mwangi", "it was over")],
        ),
        (
            "Even if the port fails, Kenyan President Daudi Mwangi said, the ships go on.",
            [("Daudi Mwangi", "Even if the port fails + the ships go on")],
        ),
    ],
)
def test_questions_titles_and_asides(text: str, said: list[tuple[str, str]]) -> None:
    assert [(line.speaker, line.content) for line in lines(text)] == said


def test_a_given_name_tells_she_from_he() -> None:
    found = lines("Kenyan President Daniel Mwangi received Chilean envoy Anna Tal. She thanked Kenya for its ships.")
    assert [(line.speaker, line.act) for line in found] == [("Anna Tal", "thank")]


def test_the_president_is_whoever_holds_the_word() -> None:
    text = TALKS + "Welcoming the treaty, the President commended Kenya for its ships."
    found = lines(text, outlet="Ministry of Foreign Affairs of Chile")
    assert [line.speaker for line in found] == ["Ana Tal", "Ana Tal"]
