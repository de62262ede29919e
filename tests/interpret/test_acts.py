"""What is done by saying it, and whom it is aimed at: from the verb, its noun, or the words reported."""

from __future__ import annotations

import pytest
from made_stories import Line, lines

MET = "On Tuesday Ghanaian Foreign Minister Kofi Boadu met his Peruvian counterpart Lucia Quispe in Accra."


def only(story: str, *, code: str = "en", before: str = "") -> Line:
    found = lines(f"{before}\n{story}" if before else story, code=code)
    assert len(found) == 1, [(line.speaker, line.cue, line.content) for line in found]
    return found[0]


@pytest.mark.parametrize(
    ("story", "act", "targets"),
    [
        ("praised Peru for its divers", "praise", "PER"),
        ("hailed Qatar's role in the talks", "praise", "QAT"),
        ("thanked Qatar for the tents", "thank", "QAT"),
        ("congratulated Qatar on the harvest", "congratulate", "QAT"),
        ("offered condolences to Chile over the quake", "condole", "CHL"),
        ("offered condolences to the people of Chile", "condole", "CHL"),
        ("conveyed his condolences to Chile", "condole", "CHL"),
        ("welcomed Qatar's decision to send tents", "welcome", "QAT"),
        ("voiced support for Qatar", "support", "QAT"),
        ("expressed satisfaction with the harvest", "support", ""),
        ("expressed hope that rain would come", "hope", ""),
        ("voiced concern about the reef", "concern", ""),
        ("expressed regret over the delay", "concern", ""),
        ("promised to send divers", "commit", ""),
        ("pledged tents for Qatar", "commit", "QAT"),
        ("offered to mediate between Chad and Sudan", "commit", "TCD + SDN"),
        ("called on Qatar to send tents", "request", "QAT"),
        ("urged Qatar and Oman to send tents", "request", "QAT + OMN"),
        ("demanded an apology from Qatar", "request", "QAT"),
        ("asked Qatar for tents", "request", "QAT"),
        ("accused Chad of burning the mill", "criticize", "TCD"),
        ("condemned Chad for burning the mill", "criticize", "TCD"),
        ("blamed Chad for the fire", "criticize", "TCD"),
        ("condemned the fire", "criticize", ""),
        ("condemned the fire in Chad", "criticize", ""),
        ("rejected the map", "reject", ""),
        ("ruled out talks with Chad", "reject", "TCD"),
        ("denied that the mill had burned", "deny", ""),
        ("warned Chad against burning the mill", "warn", "TCD"),
        ("warned of a famine", "warn", ""),
        ("threatened Chad with new tolls", "warn", "TCD"),
        ("agreed to dredge the canal", "agree", ""),
        ("said the well was dry", "state", ""),
        ("recalled the old treaty", "state", ""),
        ("stressed the importance of dialogue", "state", ""),
    ],
)
def test_verb_and_noun(story: str, act: str, targets: str) -> None:
    line = only(f"On Monday Ghanaian Foreign Minister Kofi Boadu {story}.")
    assert (line.act, line.targets) == (act, targets)


@pytest.mark.parametrize(
    ("story", "act", "targets"),
    [
        ("Chad must release the divers", "request", "TCD"),
        ("Chad should release the divers", "request", "TCD"),
        ("it is necessary that Chad release the divers", "request", "TCD"),
        ("the siege must end", "request", ""),
        ("he was grateful to Qatar for the tents", "thank", "QAT"),
        ("he was deeply concerned about the reef", "concern", ""),
        ("he hoped that rain would come", "hope", ""),
        ("Ghana was ready to send divers to Chad", "commit", "TCD"),
        ("Ghana would never accept the map", "reject", ""),
        ("Ghana would send divers to Chad", "commit", "TCD"),
        ("the brutal attack by Chad was a crime", "criticize", "TCD"),
        ("the agreement would take effect in May", "state", ""),
        ("support from the villages was thin", "state", ""),
        ("the harvest was over", "state", ""),
    ],
)
def test_content_under_a_neutral_verb(story: str, act: str, targets: str) -> None:
    line = only(f"On Monday Ghanaian Foreign Minister Kofi Boadu said that {story}.")
    assert (line.act, line.targets) == (act, targets)


@pytest.mark.parametrize(
    ("story", "act"),
    [
        ("stressed that agreement on water was far away", "state"),
        ("noted that hope remained", "state"),
        ("stressed the need for a treaty on cocoa", "state"),
        ("highlighted the importance of trade", "state"),
        ("reiterated his support for the canal", "support"),
        ("reaffirmed his commitment to the canal", "commit"),
        ("emphasised his readiness to send divers", "commit"),
    ],
)
def test_nouns_under_a_neutral_verb(story: str, act: str) -> None:
    assert only(f"On Monday Ghanaian Foreign Minister Kofi Boadu {story}.").act == act


@pytest.mark.parametrize(
    ("story", "act", "targets"),
    [
        ("Boadu thanked her for the gesture.", "thank", "PER"),
        ("Boadu asked for more divers.", "request", "PER"),
        ("Boadu told Quispe that Peru should open its ports.", "request", "PER"),
        ("Boadu urged the two sides to deepen trade.", "request", "PER"),
        ("Boadu dismissed reports that Peru had sold arms to Niger.", "reject", ""),
        ("Boadu praised the divers near Chad.", "praise", ""),
        ("Boadu said Egypt was playing a constructive role and that the siege must end.", "request", ""),
        ("“We thank you for the divers,” Boadu said.", "thank", "PER"),
        ("Quispe welcomed Ghana's decision to lower tariffs.", "welcome", "GHA"),
        ("The two ministers expressed hope for closer ties.", "hope", ""),
        ("The two ministers condemned Chad.", "criticize", "TCD"),
        ("The two ministers praised the ties between Ghana and Peru.", "praise", ""),
    ],
)
def test_the_other_side(story: str, act: str, targets: str) -> None:
    line = only(story, before=MET)
    assert (line.act, line.targets) == (act, targets)


@pytest.mark.parametrize(
    "story",
    [
        "The two ministers praised Ghana and Peru.",
        "Boadu condemned the fire in Chad.",
        "Boadu rejected the map of Ghana.",
    ],
)
def test_never_a_target(story: str) -> None:
    """One's own side, and where something happens."""
    assert only(story, before=MET).targets == ""


def test_loaded_names_are_normalised_in_targets() -> None:
    assert only("On Monday Norwegian Foreign Minister Ada Holm condemned the Zionist regime.").targets == "ISR"


def test_a_passive_welcome_is_aimed_at_whose_deed_it_is() -> None:
    line = only("Peru's call for a new summit was welcomed by Ghana's Foreign Minister Kofi Boadu.")
    assert (line.act, line.targets, line.content) == ("welcome", "PER", "Peru's call for a new summit")


@pytest.mark.parametrize(
    ("story", "act", "targets"),
    [
        ("memuji peran Qatar dalam perundingan", "praise", "QAT"),
        ("mengecam serangan Chad", "criticize", "TCD"),
        ("mengecam kebakaran itu", "criticize", ""),
        ("mendesak Qatar mengirim tenda", "request", "QAT"),
        ("meminta Qatar untuk mengirim tenda", "request", "QAT"),
        ("menyambut baik keputusan Qatar", "welcome", "QAT"),
        ("mengucapkan terima kasih kepada Qatar atas tenda itu", "thank", "QAT"),
        ("menyampaikan duka cita kepada Fiji atas badai itu", "condole", "FJI"),
        ("menolak peta itu", "reject", ""),
        ("membantah kabar itu", "deny", ""),
        ("memperingatkan Chad agar tidak membakar gandum", "warn", "TCD"),
        ("mengungkapkan keprihatinan atas terumbu karang", "concern", ""),
        ("berharap hujan segera turun", "hope", ""),
        ("menegaskan komitmen Kenya untuk perdamaian", "commit", ""),
        ("menekankan pentingnya dialog", "state", ""),
        ("mengatakan bahwa hujan turun", "state", ""),
        ("mengatakan bahwa Chad harus membebaskan para penyelam", "request", "TCD"),
    ],
)
def test_indonesian(story: str, act: str, targets: str) -> None:
    line = only(f"Kemarin Menlu Kenya Asha Njoroge {story}.", code="id")
    assert (line.act, line.targets) == (act, targets)
