"""What is labelled as no part of the story."""

from __future__ import annotations

import pytest
from made_pages import FIRST, PACKS, SECOND, THIRD, article, body, labelled

from dragoman.clean.rules import rules_of
from dragoman.world.pack.clean import Clean, Mark

MARKS = [("", m) for m in PACKS.shared.mark] + [(code, m) for code, pack in PACKS.clean.items() for m in pack.mark]
NEVER = [(code, m, line) for code, m in MARKS for line in m.never]


@pytest.mark.parametrize(("code", "mark"), MARKS, ids=lambda v: v if isinstance(v, str) else v.rule)
def test_example_of_the_data(code: str, mark: Mark) -> None:
    found = rules_of(PACKS.shared, PACKS.clean.get(code, Clean())).mark(mark.example)
    assert found is not None
    assert found.label == mark.label


@pytest.mark.parametrize(("code", "mark", "line"), NEVER, ids=lambda v: getattr(v, "rule", None))
def test_never_of_the_data(code: str, mark: Mark, line: str) -> None:
    assert rules_of(PACKS.shared, PACKS.clean.get(code, Clean())).mark(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Share | Print | Email", "Story ID: 99172", "By Otto Sample", "© 2023 Northern Post", "[video.7]",
        "Your Email Address", "https://post.example/a/1", "Photo: Lundian Press Office", "5 min read", "12:40",
    ],
)  # fmt: skip
def test_lines_around_a_story(line: str) -> None:
    read = article("Holm meets Lundian counterpart at the harbour", "", line, "", FIRST, "", line, "", SECOND, "", line)
    assert body(read) == [FIRST, SECOND]


def test_related_list_ends_with_the_next_sentence() -> None:
    read = article("Holm meets Lundian counterpart", FIRST, "Related Articles", "Boats at sea", "Ice is thin", SECOND)
    assert body(read) == [FIRST, SECOND]


def test_comment_form_ends_an_indonesian_page() -> None:
    text = "Menteri Luar Negeri Ani Contoh mengatakan bahwa kedua negara akan bekerja sama dalam bidang perikanan."
    more = "Ia juga menyampaikan bahwa kapal nelayan dari kedua negara tidak akan ditahan lagi pada musim ini."
    read = article("Menteri Ani Contoh Bahas Ikan", "", text, "", "Baca juga: Kapal baru tiba di pelabuhan", "", more, "",
                   "Tinggalkan Balasan", "Nama", "Kami akan menerbitkan komentar anda setelah diperiksa oleh redaksi kami.")  # fmt: skip
    assert read.language == "id"
    assert body(read) == [text, more]


def test_summary_after_a_rule_is_no_story() -> None:
    again = "Foreign Minister Holm met her counterpart in the harbour town and both agreed to count boats."
    read = article("Holm meets Lundian counterpart", FIRST, SECOND, THIRD, "", "---", again, "Funny, is it not?")
    assert body(read) == [FIRST, SECOND, THIRD]


def test_story_after_a_rule_stays() -> None:
    other = "Elsewhere, a railway strike emptied platforms across three provinces while trams kept running as usual."
    read = article("Holm meets Lundian counterpart", FIRST, SECOND, "", "---", other)
    assert other in body(read)


def test_sub_headline_and_list_belong_to_the_story() -> None:
    read = article("Holm meets Lundian counterpart", FIRST, "A second story opens", SECOND,
                   "The ministers signed three papers, which deal with the following matters and nothing else:", "1. Herring",
                   "2. Ice roads", "3. Lighthouses", "", "Fisheries", "Holm Ada")  # fmt: skip
    assert "A second story opens" in body(read)
    assert body(read)[-3:] == ["1. Herring", "2. Ice roads", "3. Lighthouses"]


def test_references_under_a_story() -> None:
    read = article("Holm meets Lundian counterpart", "", FIRST, "", SECOND, "", '"Holm at the harbour"',
                   "Northern Post, 3 May 2021.", '"Boats are counted"', "Lundian Times, 4 May 2021.")  # fmt: skip
    assert body(read) == [FIRST, SECOND]
    assert read.published is None


def test_nothing_is_deleted() -> None:
    read = article("Home > World", "Holm meets Lundian counterpart", FIRST, "Print | Share", SECOND)
    covered = {i for b in read.blocks for i in range(b.start, b.end)}
    assert {i for i, c in enumerate(read.page.text) if not c.isspace()} <= covered
    assert labelled(read, "furniture") == ["Home > World", "Print | Share"]
