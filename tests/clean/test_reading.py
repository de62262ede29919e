"""What later stages read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from made_pages import FIRST, SECOND, article, body

LINE = st.sampled_from(
    [
        "",
        "  ",
        FIRST,
        SECOND,
        "Print | Share",
        "Holm meets Lundian counterpart",
        "---",
        "By A B",
        "4 May 2021",
        "\r",
        "a\u00a0 \u00a0b",
        "「船」。",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, max_size=9))
def test_reading_keeps_every_offset(lines: list[str]) -> None:
    read = article(*lines)
    text = read.page.text
    assert len(read.reading) == len(text)
    assert all(r == t or r in " \n" for r, t in zip(read.reading, text, strict=True))
    assert all(r == "\n" for r, t in zip(read.reading, text, strict=True) if t == "\n")
    for start, end in read.body:
        assert text[start:end] == text[start:end].strip()


def test_paragraphs_run_together_by_spaces() -> None:
    read = article("Holm meets Lundian counterpart", f"{FIRST} \u00a0 {SECOND}")
    assert body(read) == [f"{FIRST} \u00a0 {SECOND}"]
    assert [line.strip() for line in read.reading.split("\n")][1:] == [FIRST, SECOND]


def test_two_spaces_inside_a_sentence_divide_nothing() -> None:
    slip = FIRST.replace("harbour town", "harbour  town")
    assert article("Holm meets Lundian counterpart", slip).reading.split("\n")[1] == slip


def test_hover_text_is_blanked() -> None:
    read = article(
        "Call with Ada Holm",
        "Ada Holm Holm AdaForeign Minister of Lundia and her host spoke about the herring in the strait.",
        SECOND,
    )
    assert " ".join(read.reading.split("\n")[1].split()).startswith("Ada Holm and her host spoke")
    assert len(read.body) == 2


def test_background_note_is_blanked() -> None:
    line = "They praised the work of the NHC Background information Northern Herring Commission (NHC) . It began last year."
    read = article("Call with Ada Holm", line, SECOND)
    assert " ".join(read.reading.split("\n")[1].split()) == "They praised the work of the NHC . It began last year."
