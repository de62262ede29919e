"""Which words are the headline."""

from __future__ import annotations

from made_pages import FIRST, SECOND, THIRD, article, body, labelled

from dragoman.model import Given


def title(*lines: str) -> str | None:
    read = article(*lines)
    if read.title is None or read.title.span is None:
        return None
    a, b = read.title.span
    assert read.page.text[a:b] == read.title.text
    return read.title.text


def test_first_line() -> None:
    assert title("Holm meets Lundian counterpart", "", FIRST) == "Holm meets Lundian counterpart"


def test_clean_copy_of_a_line_with_crumbs() -> None:
    read = article("HomeNorthern EuropeHolm meets Lundian counterpart", "", "Holm meets Lundian counterpart", "", FIRST)
    assert read.title is not None
    assert read.title.span == (51, 81)
    assert body(read) == [FIRST]


def test_glued_crumbs_are_cut() -> None:
    assert title("HomeNorthern EuropeHolm meets Lundian counterpart", "", FIRST) == "Holm meets Lundian counterpart"


def test_question_may_be_a_headline() -> None:
    asked = "What did the two foreign ministers talk about in the harbour town?"
    assert title(asked, "", FIRST, "", SECOND) == asked


def test_sentence_with_a_line_under_it_may_be_a_headline() -> None:
    told = "Holm met her Lundian counterpart in the harbour town to speak about herring."
    assert title(told, "", FIRST, "", SECOND, "", THIRD) == told


def test_story_without_headline() -> None:
    assert title(FIRST, SECOND, THIRD) is None


def test_repeats_are_labelled() -> None:
    read = article("Holm meets Lundian counterpart", "Holm meets Lundian counterpart", FIRST)
    assert labelled(read, "repeat") == ["Holm meets Lundian counterpart"]


def test_headline_glued_to_the_only_paragraph() -> None:
    head = "Holm visited Lundia to discuss herring and ice roads"
    read = article(f"{head} The new foreign minister Ada Holm visited Lundia for talks on herring. {SECOND}")
    assert read.title is not None
    assert read.title.text == head
    assert len(read.body) == 1
    assert read.reading.split("\n")[0] == head


def test_headline_glued_to_a_dateline() -> None:
    read = article(f"Envoy skips visit to the island LUNDBY (AP) - {FIRST} {SECOND}")
    assert read.title is not None
    assert read.title.text == "Envoy skips visit to the island"
    assert read.agency is not None
    assert read.agency.name == "AP"


def test_title_of_the_metadata() -> None:
    read = article(FIRST, SECOND, given=Given(title="Holm meets counterpart"))
    assert read.title is not None
    assert read.title.span is None


def test_standfirst_that_the_story_opens_with() -> None:
    stand = FIRST.replace("met her", "met, her").rstrip(".")
    long = f"{FIRST} {SECOND} {THIRD}"
    read = article("Holm meets Lundian counterpart", stand, long)
    assert body(read) == [long]
