"""HTML -> visible text, title, date, outlet; and that hostile markup is bounded."""

from __future__ import annotations

import io
import json

import pytest

from dragoman.acquire import acquire
from dragoman.errors import InputError
from dragoman.model import Page

HTML = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Ministers of Norway and Chile speak - Fjord Courier</title>
<meta property="og:title" content="Ministers of Norway and Chile speak - Fjord Courier">
<meta property="og:site_name" content="Fjord Courier">
<meta property="article:published_time" content="2024-03-07T09:00:00+01:00">
<link rel="canonical" href="https://fjord.example/news/1">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<h1>Ministers of Norway and Chile speak</h1>
<article><p>Foreign Minister Espen Barth Eide spoke with his Chilean counterpart on Wednesday about the ocean.</p>
<p>“We are ready to host the ministers,” Café owner Núñez was told, and the two sides agreed to meet again.</p></article>
<form>Your email <input></form><footer>Copyright 2024 Fjord Courier</footer></body></html>
"""


def html(data: bytes) -> Page:
    (found,) = acquire(["-"], io.BytesIO(data))
    assert isinstance(found, Page), found
    return found


def test_text_and_metadata() -> None:
    page = html(HTML.encode())
    title, empty, *story = page.text.split("\n")
    assert (title, empty) == ("Ministers of Norway and Chile speak", "")
    assert story[0].startswith("Foreign Minister Espen Barth Eide")
    assert "Copyright" not in page.text
    assert page.media_type == "text/html"
    assert page.url == "https://fjord.example/news/1"
    given = page.given
    assert (given.title, given.published, given.outlet, given.language) == (title, "2024-03-07", "Fjord Courier", "en")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_the_bytes_win_over_a_wrong_label(encoding: str) -> None:
    assert "Café owner Núñez" in html(HTML.encode(encoding)).text


def test_a_right_label_is_believed() -> None:
    russian = (
        HTML.replace("utf-8", "windows-1251")
        .replace("Café owner Núñez", "владелец кафе Нуньес")
        .replace("“", '"')
        .replace("”", '"')
    )
    assert "владелец кафе" in html(russian.encode("cp1251")).text


def test_what_the_json_line_states_wins() -> None:
    row = {"id": "h", "html": HTML, "published": "2020-01-01", "outlet": "Archive", "url": "https://archive.example/x"}
    page = html(json.dumps(row).encode())
    assert (page.uri, page.url) == ("h", "https://archive.example/x")
    assert (page.given.published, page.given.outlet, page.given.language) == ("2020-01-01", "Archive", "en")
    assert page.text == html(HTML.encode()).text


@pytest.mark.parametrize(
    "body",
    ["", "<script>x()</script>", "<div>" * 100_000, "<b>a</b>" * 100_000],
    ids=["nothing", "script only", "deep nesting", "too many tags"],
)
def test_html_without_a_story_is_refused(body: str) -> None:
    (found,) = acquire(["-"], io.BytesIO(f"<!doctype html><html><body>{body}".encode()))
    assert isinstance(found, InputError)
    assert "HTML" in found.reason
