"""Who said what: quotations, sources, institutions, rarer constructions; rows as in test_statements.py."""

from __future__ import annotations

import pytest
from made_stories import Row, Story, check, lines, only

MET = "On Tuesday Ghanaian Foreign Minister Kofi Boadu met his Peruvian counterpart Lucia Quispe in Accra."
B, Q = "Kofi Boadu", "Lucia Quispe"
TWO = f"{B} + {Q}"


@pytest.mark.parametrize(
    "row",
    [
        ("“The reef is dying,” Boadu said.", [(B, "said", "The reef is dying")]),
        ("“The reef is dying,” said Boadu.", [(B, "said", "The reef is dying")]),
        ("“The reef is dying,” said the Peruvian minister.", [(Q, "said", "The reef is dying")]),
        ("Boadu said: “The reef is dying.”", [(B, "said", "The reef is dying")]),
        ("Boadu said, “The reef is dying.”", [(B, "said", "The reef is dying")]),
        (
            "“The reef,” Boadu said, “is dying before our eyes.”",
            [(B, "said", "The reef + is dying before our eyes")],
        ),
        (
            "“The reef,” Boadu told reporters in Accra, “is dying before our eyes.”",
            [(B, "told", "The reef + is dying before our eyes")],
        ),
        (
            "“The reef is dying,” Boadu said. “The divers cannot save it with bare hands.”",
            [(B, "said", "The reef is dying"), (B, None, "The divers cannot save it with bare hands")],
        ),
        (
            "“The reef is dying,” Boadu said.\n“The divers cannot save it with bare hands.”",
            [(B, "said", "The reef is dying"), (B, None, "The divers cannot save it with bare hands")],
        ),
        (
            "“The reef is dying. It needs us,” Boadu said.",
            [(B, "said", "The reef is dying. It needs us")],
        ),
        ("Boadu said the reef “is dying”.", [(B, "said", "the reef “is dying")]),
        ('"The reef is dying," Quispe said.', [(Q, "said", "The reef is dying")]),
    ],
    ids=lambda row: row[0][:44],
)
def test_quotations(row: Row) -> None:
    check(row, before=MET)


@pytest.mark.parametrize(
    ("story", "mode"),
    [
        ("“The reef is dying,” Boadu said.", "direct"),
        ("Boadu said: “The reef is dying.”", "direct"),
        ("Boadu said the reef “is dying” of heat.", "mixed"),
        ("Boadu said the reef was dying.", "indirect"),
        ("Boadu dismissed the map as “pure fantasy” on Monday.", "mixed"),
    ],
)
def test_mode(story: str, mode: str) -> None:
    assert only(f"{MET}\n{story}").mode == mode


@pytest.mark.parametrize(
    "row",
    [
        (
            "According to Boadu, the reef is dying.",
            [(B, "According to", "the reef is dying")],
        ),
        ("The reef is dying, according to Boadu.", [(B, "according to", "The reef is dying")]),
        ("The reef, Boadu noted, was dying.", [(B, "noted", "The reef + was dying")]),
        ("The reef was dying, Boadu said.", [(B, "said", "The reef was dying")]),
        ("The harvest, which he said was a bitter loss, is over.", [(B, "said", "was a bitter loss")]),
        ("Kenya's map was rejected by Boadu.", [(B, "rejected", "Kenya's map")]),
        ("The new canal was praised by the Peruvian minister.", [(Q, "praised", "The new canal")]),
        ("The new canal was praised.", []),
        ("The reef is expected to die, Boadu said.", [(B, "said", "The reef is expected to die")]),
    ],
    ids=lambda row: row[0][:44],
)
def test_sources_and_insertions(row: Row) -> None:
    check(row, before=MET)


@pytest.mark.parametrize(
    ("story", "speaker", "for_", "content"),
    [
        ("Yesterday Kenya's foreign ministry said the well was dry.", "Kenya's foreign ministry", "KEN", "the well was dry"),
        ("The Kenyan government, for its part, rejected the map.", "The Kenyan government", "KEN", "the map"),
        ("Yesterday Kenya rejected the map.", "Kenya", "KEN", "the map"),
        ("Yesterday the European Union rejected the map.", "European Union", "EU", "the map"),
        ("Yesterday Kenya and Fiji rejected the map.", "Kenya + Fiji", "KEN + FJI", "the map"),
        ("The Kremlin denied the raid.", "Kremlin", "RUS", "the raid"),
        ("The Ministry of Foreign Affairs of Poland rejected the map.",
         "The Ministry of Foreign Affairs of Poland", "POL", "the map"),
    ],
)  # fmt: skip
def test_institutions_and_states(story: str, speaker: str, for_: str, content: str) -> None:
    line = only(story)
    assert (line.speaker, line.for_, line.content) == (speaker, for_, content)


def test_nested_sources_keep_the_inner_speaker() -> None:
    line = only(f"{MET}\nThe ministry announced that Boadu conveyed his greetings to the divers.")
    assert (line.speaker, line.cue) == (B, "conveyed")


def test_a_closing_ministry_is_no_source_of_its_own() -> None:
    line = only(f"{MET}\nBoadu rejected the map, the foreign ministry reported.")
    assert (line.speaker, line.content) == (B, "the map")


def test_he_said_he_was_worried_is_one_statement() -> None:
    line = only(f"{MET}\nBoadu said he was deeply worried about the fate of the reef.")
    assert (line.cue, line.content) == ("said", "he was deeply worried about the fate of the reef")


@pytest.mark.parametrize(
    "words", ["who lives in Paris", "who is visiting Cairo", "a former diver", "speaking on Monday"]
)
def test_what_stands_between_subject_and_verb(words: str) -> None:
    line = only(f"{MET}\nBoadu, {words}, praised the divers.")
    assert (line.speaker, line.cue, line.content) == (B, "praised", "the divers")


@pytest.mark.parametrize(
    ("story", "source"),
    [
        ("He said the reef was dying.", "He"),
        ("The top Ghanaian diplomat said the reef was dying.", "The top Ghanaian diplomat"),
        ("“The reef is dying,” Boadu said.", "Boadu"),
        ("The two ministers condemned the arson.", "The two ministers"),
        ("According to Boadu, the reef is dying.", "Boadu"),
    ],
)
def test_source_is_what_names_the_speaker(story: str, source: str) -> None:
    assert only(f"{MET}\n{story}").source == source


def test_a_floating_quotation_has_no_source() -> None:
    line = lines(f"{MET}\n“The reef is dying,” Boadu said.\n“The divers cannot save it with bare hands.”")[1]
    assert (line.source, line.cue, line.mode, line.rule) == (None, None, "direct", "quote.floating")


@pytest.mark.parametrize(
    ("story", "rule"),
    [
        ("Boadu thanked the divers.", "frame.en.thank"),
        ("Boadu voiced concern about the reef.", "frame.en.voice-concern"),
        ("According to Boadu, the reef is dying.", "source.en.according-to"),
        ("“The reef is dying,” Boadu said.", "quote.postposed"),
        ("Boadu said: “The reef is dying.”", "quote.preposed"),
    ],
)
def test_rule(story: str, rule: str) -> None:
    assert only(f"{MET}\n{story}").rule == rule


@pytest.mark.parametrize("story", ["", "It rained.", "The map of the reef is old.", "Analysts met in Accra."])
def test_nothing_said(story: str) -> None:
    assert lines(story) == []


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (
            "Yesterday Kenya's foreign ministry said the bank would open. It also rejected the map.",
            [
                ("Kenya's foreign ministry", "KEN", "said", "the bank would open"),
                ("Kenya's foreign ministry", "KEN", "rejected", "the map"),
            ],
        ),
        (
            "The foreign ministers of Croatia and Serbia called on Hungary to reopen the bridge.",
            [("Croatia + Serbia", "HRV + SRB", "called on", "Hungary to reopen the bridge")],
        ),
        (
            "The Kenyan and Finnish foreign ministries condemned the fire.",
            [("Kenya + Finland", "KEN + FIN", "condemned", "the fire")],
        ),
        (
            "Croatia strongly condemns the strike on the mill, the foreign ministry said in a statement.",
            [("Croatia", "HRV", "condemns", "the strike on the mill")],
        ),
        (
            "On Monday Iranian Ambassador to Croatia Reza Shams said the well was dry.",
            [("Reza Shams", "IRN", "said", "the well was dry")],
        ),
        (
            "A spokesman for the Nigerian army, Colonel Bala Musa, said the drill would begin in July.",
            [("Bala Musa", "NGA", "said", "the drill would begin in July")],
        ),
        (
            "“We are neighbours,” said Boadu. “We should act like it.”",
            [(B, "GHA", "said", "We are neighbours"), (B, "GHA", None, "We should act like it")],
        ),
        (
            "Boadu, according to the ministry, told Quispe that the door remained open.",
            [(B, "GHA", "told", "the door remained open")],
        ),
        (
            "Vietnam's President Tran Duc Long and Prime Minister Le Van Binh praised Chile.",
            [("Tran Duc Long + Le Van Binh", "VNM", "praised", "Chile")],
        ),
    ],
    ids=lambda value: value[:44] if isinstance(value, str) else "",
)
def test_rarer_constructions(story: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    found = lines(f"{MET}\n{story}" if "Boadu" in story else story)
    assert [(line.speaker, line.for_, line.cue, line.content) for line in found] == expected


def test_spans_lie_in_the_story() -> None:
    story = Story(f"{MET}\nBoadu praised the divers.\n“The reef is dying,” she said.")
    for statement in story.read().statements:
        assert all(0 <= a < b <= len(story.text) for a, b in statement.content)


@pytest.mark.parametrize(
    "row",
    [
        (
            "Ghana rejects the tariff and demands a review, Boadu said in talks with Peruvian envoys.",
            [(B, "said", "Ghana rejects the tariff and demands a review")],
        ),
        (
            "Ghana supports the loan and welcomes the grant, Boadu told TASS.",
            [(B, "told", "Ghana supports the loan and welcomes the grant")],
        ),
        (
            "Ghana welcomes the grant, the president's press secretary, Yaw Asante, said.",
            [("Yaw Asante", "said", "Ghana welcomes the grant")],
        ),
    ],
    ids=lambda row: row[0][:40],
)
def test_a_speaker_behind_all_that_is_reported(row: Row) -> None:
    check(row, before=MET)


def test_the_holder_of_another_office_behind_an_office() -> None:
    story = "The chairman of ECOWAS, Nigerian President Musa Bello, has warned of a flood."
    check((story, [("Musa Bello", "warned", "a flood")]), before=MET)
