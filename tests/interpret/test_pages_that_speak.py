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
        ("Ada Holm", "NOR", None, "support", "direct"),
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
        ("Daudi Mwangi", "KEN", "Kenya supports the peace plan of the African Union", "Ada Holm"),
        ("Ada Holm", "NOR", "We are ready to help Kenya with its harbour", "Daudi Mwangi"),
    ]


def test_an_official_page_lends_its_state() -> None:
    line = only("Foreign Minister Ada Holm thanked Kenya.", outlet="Ministry of Foreign Affairs of Norway")
    assert (line.for_, line.act, line.targets) == ("NOR", "thank", "KEN")
