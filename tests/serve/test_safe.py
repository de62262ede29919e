"""What page text may do to a terminal, a spreadsheet or JSON: nothing."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.serve.safe import cell, excerpt, json_text, plain


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("a\x1b]8;;http://x\x1b\\b\x1b]8;;\x1b\\", "ab"),
        ("\x9b31mred", "red"),
        ("two\r\nlines\tand \u2028 more", "two lines and more"),
        ("\u202eabc\u202c", "abc"),
        ("[red]x[/red]", "[red]x[/red]"),
        ("گفت\u200cوگو", "گفت\u200cوگو"),
        ("\x1b", ""),
    ],
)
def test_plain(value: str, shown: str) -> None:
    assert plain(value) == shown


@given(st.text(max_size=60), st.integers(5, 40))
def test_nothing_a_terminal_obeys_is_left(value: str, width: int) -> None:
    for out in (plain(value), excerpt(value, width), cell(value)):
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in out)
    assert len(excerpt(value, width)) <= width + 1
    assert not cell(value).startswith(("=", "+", "-", "@", "＝"))
    assert plain(plain(value)) == plain(value)


@given(st.text())
def test_json_keeps_its_value(value: str) -> None:
    encoded = json_text(json.dumps(value, ensure_ascii=False))
    assert json.loads(encoded) == value
    assert not any(127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in encoded)
