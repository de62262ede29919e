"""Publication date, anchor, outlet and agency."""

from __future__ import annotations

import pytest
from made_pages import FIRST, SECOND, article, body

from dragoman.model import Given

HEAD = "Holm meets Lundian counterpart"


def test_stated_date_wins_over_metadata() -> None:
    read = article(HEAD, "Tuesday, 14 May 2024", "", FIRST, given=Given(published="2024-05-15"))
    assert read.published is not None
    assert (read.published.date, read.published.basis, read.published.span) == ("2024-05-14", "stated", (31, 51))
    assert (read.anchor, read.anchor_stated) == ("2024-05-14", True)


def test_crawl_stamp_above_the_publication_line() -> None:
    read = article("2 Jan 2025", "Tuesday 14 May 2024 - 11:05", HEAD, FIRST)
    assert read.published is not None
    assert read.published.date == "2024-05-14"


def test_lone_stamp_long_after_the_metadata() -> None:
    read = article("2 Jan 2025", HEAD, FIRST, given=Given(published="2024-05-14"))
    assert read.published is not None
    assert (read.published.date, read.published.basis) == ("2024-05-14", "metadata")
    assert (read.anchor, read.anchor_stated) == ("2024-05-14", False)


def test_copyright_year_is_no_date() -> None:
    read = article(HEAD, FIRST, SECOND, "© 14 May 2024 Northern Post")
    assert read.published is None
    assert read.anchor is None


def test_partial_metadata_is_no_anchor() -> None:
    read = article(HEAD, FIRST, given=Given(published="2024-05"))
    assert read.published is not None
    assert (read.published.date, read.anchor) == ("2024-05", None)


@pytest.mark.parametrize(
    ("line", "story"),
    [
        (
            "12 mars 2023",
            "Le ministre des pêches a rencontré son homologue dans le port pour parler avec lui des harengs.",
        ),
        (
            "12. März 2023",
            "Die Ministerin hat sich mit ihrem Kollegen im Hafen getroffen und über die Heringe gesprochen.",
        ),
        ("12 марта 2023", "Министр встретилась в порту со своим коллегой, и они говорили о том, что будет с сельдью."),
        (
            "2023年3月12日",
            "漁業大臣は港で隣国の大臣と会談し、北の海峡でのニシン漁について話し合ったと述べた。両国は船を数え直す。",
        ),
        (
            "12 مارس 2023",
            "التقت الوزيرة مع نظيرها في الميناء وتحدثت معه عن صيد الأسماك في المضيق الشمالي خلال هذا العام.",
        ),
    ],
)
def test_dates_of_languages_without_a_pack(line: str, story: str) -> None:
    read = article("", line, "", story, story[::1] + " ")
    assert read.published is not None
    assert read.published.date == "2023-03-12"


def test_dateline_without_a_year_states_no_date() -> None:
    read = article(HEAD, f"LUNDBY, May 14 - {FIRST}", given=Given(published="2024-05-14"))
    assert read.published is not None
    assert read.published.basis == "metadata"
    assert body(read) == [f"LUNDBY, May 14 - {FIRST}"]
    assert "LUNDBY" not in read.reading
    assert len(read.reading) == len(read.page.text)
    assert [b.label for b in read.blocks if b.rule == "dateline.lead"] == ["dateline"]


def test_dateline_of_an_official_page() -> None:
    read = article("Ministry of Fisheries of Lundia", HEAD, f"Lundby, 14 May 2024. {FIRST}")
    assert read.outlet is not None
    assert read.outlet.name == "Ministry of Fisheries of Lundia"
    assert read.title is not None
    assert read.title.text == HEAD
    assert read.published is not None
    assert read.published.date == "2024-05-14"


@pytest.mark.parametrize(
    ("lead", "outlet", "agency"),
    [
        ("LUNDBY, May 14 (Reuters) - ", None, "Reuters"),
        ("Geneva, Switzerland - ", None, None),
        ("Lundby, Northern Post - ", "Northern Post", None),
        ("Sample.news - ", "Sample.news", None),
        ("LUNDBY (AP) – ", None, "AP"),
    ],
)
def test_what_a_dateline_names(lead: str, outlet: str | None, agency: str | None) -> None:
    read = article(HEAD, lead + FIRST, SECOND)
    assert (read.outlet.name if read.outlet else None) == outlet
    assert (read.agency.name if read.agency else None) == agency
    assert read.reading.split("\n")[1].lstrip().startswith("Foreign Minister")


def test_name_before_a_colon_needs_a_domain() -> None:
    lead = f"The Northern Lantern : {FIRST}"
    assert article(HEAD, lead, SECOND).outlet is None
    read = article(HEAD, lead, SECOND, url="https://www.northernlantern.example/1")
    assert read.outlet is None
    read = article(HEAD, lead, SECOND, url="https://thenorthernlantern.example/1")
    assert read.outlet is not None
    assert read.outlet.name == "The Northern Lantern"


def test_source_line_credits_an_agency() -> None:
    read = article("Source : IRNA", HEAD, FIRST)
    assert read.agency is not None
    assert read.agency.name == "IRNA"


def test_quoted_from_an_agency_but_not_from_a_paper() -> None:
    said = '"Kami akan menghitung kapal bersama negara tetangga pada tahun ini," kata menteri, dilansir dari {}, Rabu (1/5/2024).'
    agency = article("Menteri Bahas Kapal Ikan", said.format("Antara")).agency
    assert agency is not None
    assert agency.name == "Antara"
    assert article("Menteri Bahas Kapal Ikan", said.format("Kompas.com")).agency is None


def test_outlet_of_the_metadata_has_no_span() -> None:
    read = article(HEAD, FIRST, given=Given(outlet="Northern Post"))
    assert read.outlet is not None
    assert (read.outlet.name, read.outlet.span) == ("Northern Post", None)
