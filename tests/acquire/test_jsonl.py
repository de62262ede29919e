"""JSON lines: what a line states, and every way a line can be wrong."""

from __future__ import annotations

import gzip
import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.acquire import acquire
from dragoman.errors import InputError
from dragoman.model import Given, Page


def line(data: bytes | str) -> Page | InputError:
    """What one line becomes, read from standard input after a good one (so that the format is known)."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    good, found = acquire(["-"], io.BytesIO(b'{"text": "good"}\n' + raw))
    assert isinstance(good, Page)
    return found


def page(**fields: object) -> Page:
    found = line(json.dumps(fields))
    assert isinstance(found, Page), found
    return found


def test_what_the_line_states_is_given() -> None:
    found = page(
        id="a/1", url="https://a.example/1", text=" as it is\r\n", published="2024-03-07T23:10:00+09:00", fetched="20240308",
        outlet="Example Times", language="en-GB", title="Talks", licence="ignored",
    )  # fmt: skip
    assert (found.uri, found.url, found.text, found.media_type) == (
        "a/1",
        "https://a.example/1",
        " as it is\r\n",
        "text/plain",
    )
    assert found.given == Given(
        published="2024-03-07", fetched="2024-03-08", outlet="Example Times", language="en-GB", title="Talks"
    )


def test_uri_is_id_else_url_else_the_place() -> None:
    assert page(id="x", url="http://u", text="t").uri == "x"
    assert page(id=12, text="t").uri == "12"
    assert page(id=None, url="http://u", text="t").uri == "http://u"
    assert page(id="", text="t").uri == "-#2"


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2024-03-07", "2024-03-07"),
        ("2024-03-07 10:00", "2024-03-07"),
        ("Thu, 07 Mar 2024 10:00:00 GMT", "2024-03-07"),
        ("2024-13-45", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_of_a_line(stated: str | None, day: str | None) -> None:
    assert page(text="t", published=stated).given.published == day


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ('{"text": "cut', "broken JSON"),
        ('{"text": "a"} b', "broken JSON"),
        ('{"text": 5}', "not a page: Expected `str | null`, got `int` - at `$.text`"),
        ('{"text": "a", "published": 20240307}', "$.published"),
        ('["text"]', "Expected `object`"),
        ('"text"', "Expected `object`"),
        ("{}", 'neither "text" nor "html"'),
        ('{"text": null}', 'neither "text" nor "html"'),
        ('{"text": ""}', "empty"),
        ('{"text": " \\n "}', "white space"),
        ('{"html": "<html><body></body></html>"}', "no text found in the HTML"),
        ('{"text": "half \\ud83d a pair"}', "broken JSON"),
        ('{"text": "nul \\u0000"}', "NUL"),
        ('{"text": "a", "deep": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested"),
        ('{"text": "' + "x" * 20_000_000 + '"}', "a line of more than"),
        ('{"text": "' + "x" * 2_000_001 + '"}', "characters"),
        (b'{"text": "\x00\x01\x02"}', "NUL"),
    ],
)
def test_a_wrong_line_is_named_with_its_reason(data: str | bytes, reason: str) -> None:
    found = line(data)
    assert isinstance(found, InputError)
    assert found.where == "-#2"
    assert reason in found.reason


def test_lines_in_other_encodings() -> None:
    assert line('{"text": "Café talks in Málaga"}'.encode("latin-1")).text == "Café talks in Málaga"  # type: ignore[union-attr]
    wide = "".join(f'{{"text": "línea {n}"}}\n' for n in range(3)).encode("utf-16")
    assert [p.text for p in acquire(["-"], io.BytesIO(wide)) if isinstance(p, Page)] == [
        "línea 0",
        "línea 1",
        "línea 2",
    ]


def test_pretty_printed_json_is_one_error() -> None:
    (found,) = acquire(["-"], io.BytesIO(b'{\n "text": "a",\n "id": 1\n}'))
    assert "one object a line" in str(found)


def test_lines_before_the_break_of_a_truncated_gzip_are_delivered(tmp_path: Path) -> None:
    chance = random.Random(1)
    rows = [json.dumps({"id": n, "text": f"{chance.random()}"}) for n in range(2000)]
    packed = gzip.compress("\n".join(rows).encode())
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(packed[: len(packed) // 2])
    *pages, error = acquire([str(path)])
    assert len(pages) > 500
    assert [p.uri for p in pages if isinstance(p, Page)] == [str(n) for n in range(len(pages))]
    assert str(error) == f"{path}#{len(pages) + 1}: truncated gzip: the compressed data ends before its end mark"


@pytest.mark.parametrize("damage", [lambda b: b[:20], lambda b: b[:40] + b"\xff" * 40 + b[80:], lambda b: b + b"junk"])
def test_damaged_gzip_is_one_line(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(damage(gzip.compress(b'{"text": "one page of some length, 1234567890"}\n' * 3)))
    *_, last = acquire([str(path)])
    assert isinstance(last, InputError)
    assert "gzip" in last.reason
