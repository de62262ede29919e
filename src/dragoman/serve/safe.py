"""Page text is hostile: what may reach a terminal or a spreadsheet."""

from __future__ import annotations

import re

# Escape sequences whole, so that their tails ("[31m") do not stay; then every other control character, the marks
# that turn the direction of writing (they can make a line say something else), and lone surrogates.
_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor
    "|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?"  # titles, links, clipboard
    "|\x1b."
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_IN_JSON = re.compile("[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def plain(value: str) -> str:
    """One line without anything a terminal would obey; markup is left as text."""
    return " ".join(_CONTROL.sub("", _SEQUENCE.sub("", value)).split())


def excerpt(value: str, width: int) -> str:
    """`plain`, cut at a word to about so many characters."""
    line = plain(value)
    if len(line) <= width:
        return line
    head, _, _ = line[:width].rpartition(" ")
    return f"{head if len(head) > width // 2 else line[: width - 1]}…"


def cell(value: str) -> str:
    """A spreadsheet cell: `plain`, and never a formula."""
    line = plain(value)
    return f"'{line}" if line.startswith(_FORMULA) or value.startswith(_FORMULA) else line


def json_text(encoded: str) -> str:
    """The same JSON value, with what a terminal would obey written as \\u escapes."""
    return _IN_JSON.sub(lambda m: f"\\u{ord(m.group()):04x}", encoded)
