"""Who said what: each construction with sentences made for it. A row is the story and, for every statement, who speaks,
which words report and what is reported (pieces joined with " + ")."""

from __future__ import annotations

import pytest
from made_stories import Row, check

MET = "On Tuesday Ghanaian Foreign Minister Kofi Boadu met his Peruvian counterpart Lucia Quispe in Accra."
B, Q = "Kofi Boadu", "Lucia Quispe"
TWO = f"{B} + {Q}"


@pytest.mark.parametrize(
    "row",
    [
        ("Boadu said the port would open in June.", [(B, "said", "the port would open in June")]),
        ("Boadu said that the port would open in June.", [(B, "said", "the port would open in June")]),
        ("Boadu has repeatedly warned of a famine.", [(B, "warned", "a famine")]),
        ("Boadu called for more direct flights.", [(B, "called for", "more direct flights")]),
        ("Boadu condemned the arson at the mill.", [(B, "condemned", "the arson at the mill")]),
        ("Boadu stressed the need for a treaty on cocoa.", [(B, "stressed", "the need for a treaty on cocoa")]),
        ("Boadu told Quispe that the well was dry.", [(B, "told", "the well was dry")]),
        ("Boadu told reporters in Lima that the well was dry.", [(B, "told", "the well was dry")]),
        ("Boadu told the BBC that the well was dry.", [(B, "told", "the well was dry")]),
        ("Boadu said on Monday that the well was dry.", [(B, "said", "the well was dry")]),
        ("Boadu described the offer as generous.", [(B, "described", "the offer as generous")]),
        ("Boadu vowed to rebuild the mill in Tamale by May.", [(B, "vowed", "to rebuild the mill in Tamale by May")]),
        ("Boadu promised to rebuild the mill by May.", [(B, "promised", "to rebuild the mill by May")]),
        ("Boadu vowed on Friday to stand by the farmers.", [(B, "vowed", "to stand by the farmers")]),
        ("Boadu did not condemn the arson.", []),
        ("Boadu might condemn the arson.", []),
        ("Boadu walked along the shore.", []),
        ("Reuters said the well was dry.", []),
    ],
    ids=lambda row: row[0][:40],
)
def test_plain_verbs(row: Row) -> None:
    check(row, before=MET)


@pytest.mark.parametrize(
    "row",
    [
        ("Boadu voiced concern about the reef.", [(B, "voiced concern", "the reef")]),
        ("Boadu expressed hope that rain would come.", [(B, "expressed hope", "rain would come")]),
        ("Boadu expressed deep regret over the delay.", [(B, "expressed deep regret", "the delay")]),
        ("Boadu voiced support for the new canal.", [(B, "voiced support", "the new canal")]),
        ("Boadu offered condolences to the divers.", [(B, "offered condolences", "the divers")]),
        (
            "Boadu expressed Ghana's readiness to send divers.",
            [(B, "expressed", "Ghana's readiness to send divers")],
        ),
        ("Boadu reaffirmed his commitment to the canal.", [(B, "reaffirmed", "his commitment to the canal")]),
    ],
    ids=lambda row: row[0][:40],
)
def test_light_verbs_with_nouns(row: Row) -> None:
    check(row, before=MET)


@pytest.mark.parametrize(
    "row",
    [
        ("He said the reef was dying.", [(B, "said", "the reef was dying")]),
        (
            "Boadu said the reef was dying. He added that divers had seen it.",
            [(B, "said", "the reef was dying"), (B, "added", "divers had seen it")],
        ),
        (
            "Quispe said the reef was dying.\nShe added that divers had seen it.",
            [(Q, "said", "the reef was dying"), (Q, "added", "divers had seen it")],
        ),
        (
            "Quispe noted that the reef was dying. In Lima she also praised the divers.",
            [(Q, "noted", "the reef was dying"), (Q, "praised", "the divers")],
        ),
        (
            "He said the reef was dying. She blamed the trawlers.",
            [(B, "said", "the reef was dying"), (Q, "blamed", "the trawlers")],
        ),
    ],
    ids=lambda row: row[0][:40],
)
def test_pronouns(row: Row) -> None:
    check(row, before=MET)


@pytest.mark.parametrize(
    "row",
    [
        ("The top Ghanaian diplomat said the reef was dying.", [(B, "said", "the reef was dying")]),
        ("The Peruvian FM said the reef was dying.", [(Q, "said", "the reef was dying")]),
        ("The Peruvian minister, for her part, said the reef was dying.", [(Q, "said", "the reef was dying")]),
        ("For his part, Boadu said the reef was dying.", [(B, "said", "the reef was dying")]),
        ("His Peruvian counterpart said the reef was dying.", [(Q, "said", "the reef was dying")]),
        ("Quispe, in turn, said the reef was dying.", [(Q, "said", "the reef was dying")]),
        ("Meanwhile, Quispe said the reef was dying.", [(Q, "said", "the reef was dying")]),
        ("Boadu, the Ghanaian foreign minister, said the reef was dying.", [(B, "said", "the reef was dying")]),
        ("Speaking after the dinner, Boadu said the reef was dying.", [(B, "said", "the reef was dying")]),
    ],
    ids=lambda row: row[0][:40],
)
def test_titles_and_turns(row: Row) -> None:
    check(row, before=MET)


@pytest.mark.parametrize(
    "row",
    [
        (
            "Boadu praised the divers and called for a ban on trawlers.",
            [(B, "praised", "the divers"), (B, "called for", "a ban on trawlers")],
        ),
        (
            "Boadu praised the divers, condemned the trawlers and urged patience.",
            [(B, "praised", "the divers"), (B, "condemned", "the trawlers"), (B, "urged", "patience")],
        ),
        (
            "Boadu rejected the map, while Quispe welcomed it.",
            [(B, "rejected", "the map"), (Q, "welcomed", "it")],
        ),
        (
            "Boadu said the reef was dying and that the divers had wept.",
            [(B, "said", "the reef was dying and that the divers had wept")],
        ),
        ("Boadu said the reef was dying, adding that the divers had wept.",
         [(B, "said", "the reef was dying"), (B, "adding", "the divers had wept")]),
        (
            "He also stressed that mending nets can feed the coast, adding it is incumbent on rich states to help.",
            [
                (B, "stressed", "mending nets can feed the coast"),
                (B, "adding", "it is incumbent on rich states to help"),
            ],
        ),
        ("Boadu said she would visit the reef, while Quispe noted that rain had come.",
         [(B, "said", "she would visit the reef"), (Q, "noted", "rain had come")]),
    ],
    ids=lambda row: row[0][:40],
)  # fmt: skip
def test_coordination(row: Row) -> None:
    check(row, before=MET)


@pytest.mark.parametrize(
    "row",
    [
        (
            "Pointing to the old friendship of both ports, Boadu said the reef was dying.",
            [(B, "Pointing to", "the old friendship of both ports"), (B, "said", "the reef was dying")],
        ),
        (
            "Expressing regret over the delay, Boadu promised a new map.",
            [(B, "Expressing regret", "the delay"), (B, "promised", "a new map")],
        ),
        (
            "Reaffirming support for the canal, the Peruvian minister hailed the divers.",
            [(Q, "Reaffirming", "support for the canal"), (Q, "hailed", "the divers")],
        ),
        (
            "Boadu hailed the divers, noting that they worked at night.",
            [(B, "hailed", "the divers"), (B, "noting", "they worked at night")],
        ),
    ],
    ids=lambda row: row[0][:40],
)
def test_participles(row: Row) -> None:
    check(row, before=MET)


@pytest.mark.parametrize(
    "row",
    [
        ("The two ministers condemned the arson.", [(TWO, "condemned", "the arson")]),
        ("Both ministers condemned the arson.", [(TWO, "condemned", "the arson")]),
        ("Both condemned the arson.", [(TWO, "condemned", "the arson")]),
        ("They also condemned the arson.", [(TWO, "condemned", "the arson")]),
        ("Boadu and Quispe condemned the arson.", [(TWO, "condemned", "the arson")]),
        ("Boadu and his Peruvian counterpart condemned the arson.", [(TWO, "condemned", "the arson")]),
        ("The Ghanaian and Peruvian ministers condemned the arson.", [(TWO, "condemned", "the arson")]),
        ("The two sides agreed to dredge the canal.", [(TWO, "agreed", "to dredge the canal")]),
        (
            "The two countries condemned the arson, with both praising the divers.",
            [(TWO, "condemned", "the arson"), (TWO, "praising", "the divers")],
        ),
    ],
    ids=lambda row: row[0][:40],
)
def test_joint_speakers(row: Row) -> None:
    check(row, before=MET)
