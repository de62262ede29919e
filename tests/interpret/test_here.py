""" "Here" in a report is the place of its dateline."""

from __future__ import annotations

import pytest

from dragoman.model import Given, Page
from dragoman.pipeline import read_page
from dragoman.world import load_world


@pytest.mark.parametrize(
    "sentence",
    [
        "Argentine Foreign Minister Juan Perez arrived here today for a three-day visit.",
        "Argentine Foreign Minister Juan Perez began a three-day visit here today.",
        "Argentine Foreign Minister Juan Perez is here for talks with Peruvian officials.",
        "Argentine Foreign Minister Juan Perez flew in here today.",
    ],
)
def test_visits_to_the_place_of_the_dateline(sentence: str) -> None:
    text = f"DEBT TALKS OPEN\n\nLIMA, April 14 - {sentence} More will follow, officials said."
    page = Page(uri="x", text=text, given=Given(published="1987-04-14"))
    visits = [e for e in read_page(page, load_world()).encounters if e.kind == "visit"]
    assert [p.for_ for p in visits[0].participants] == ["ARG", "PER"]
    assert visits[0].place is not None
    assert (visits[0].place.name, visits[0].place.country) == ("LIMA", "PER")
