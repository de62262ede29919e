"""Pages in somebody's voice: statements, transcripts, a ministry's own pages."""

from __future__ import annotations

from made_stories import lines, only


def test_a_statement_in_the_first_person() -> None:
    found = lines(
        "Norway stands with Laos in these hard days of flood. I have asked our embassy to open its doors.\n"
        "We thank Thailand for its swift help.",
        title="Statement by Norwegian Foreign Minister Ada Holm on the flooding",
    )
    assert [(line.speaker, line.for_, line.cue, line.act, line.mode) for line in found] == [
        ("Ada Holm", "NOR", "stands with", "support", "direct"),
        ("Ada Holm", "NOR", "asked", "request", "direct"),
        ("Ada Holm", "NOR", "thank", "thank", "direct"),
    ]


def test_a_transcript() -> None:
    found = lines(
        "Kenyan President Daudi Mwangi: Welcome to Nairobi. Kenya supports the peace plan of the African Union.\n"
        "Norwegian Prime Minister Ada Holm: We are ready to help Kenya with its harbour.",
        title="Remarks by Kenyan President Daudi Mwangi with Norwegian Prime Minister Ada Holm",
    )
    assert [(line.speaker, line.for_, line.content, line.addressees) for line in found] == [
        ("Daudi Mwangi", "KEN", "the peace plan of the African Union", "Ada Holm"),
        ("Ada Holm", "NOR", "We are ready to help Kenya with its harbour", "Daudi Mwangi"),
    ]


def test_an_official_page_lends_its_state() -> None:
    line = only("Foreign Minister Ada Holm thanked Kenya.", outlet="Ministry of Foreign Affairs of Norway")
    assert (line.for_, line.act, line.targets) == ("NOR", "thank", "KEN")


def test_a_statement_a_cue_and_a_run_of_sentences_without_one() -> None:
    found = lines(
        "The harbour of Oslo was built by our fathers in hard days. It has fed us since. "
        "I would like to thank Kenya for its cranes. They came in March, and I am confident that trade will double. It has grown for years.\n"
        "We call on Laos to sign the treaty, welcoming its first step, and we will not rest. "
        "We hope that the talks go on, as I told our friends in Nairobi.",
        title="Remarks by Norwegian Foreign Minister Ada Holm",
    )
    assert [(line.cue, line.content) for line in found] == [
        (None, "The harbour of Oslo was built by our fathers in hard days. It has fed us since"),
        ("thank", "Kenya for its cranes"),
        ("am confident", "trade will double"),
        (None, "It has grown for years"),
        ("call on", "Laos to sign the treaty"),
        ("welcoming", "its first step"),
        (None, "we will not rest"),
        ("hope", "the talks go on, as I told our friends in Nairobi"),
    ]


def test_one_speaker_alone_and_questions_of_nobody() -> None:
    address = lines(
        "The council met in Oslo.\n"
        "Norwegian Prime Minister Ada Holm (retranslated): Friends, I am glad that the council has come to Oslo.\n"
        "We welcome Kenya. Thank you for the coffee.\n"
        "Question: Will Laos come in the spring to the next council?",
        title="Council in Oslo",
    )
    assert [(line.speaker, line.cue, line.content) for line in address] == [
        ("Ada Holm", "am glad", "the council has come to Oslo"),
        ("Ada Holm", "welcome", "Kenya"),
        ("Ada Holm", "Thank", "you for the coffee"),
    ]
