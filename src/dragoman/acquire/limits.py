"""How much of an input is taken in, so that a hostile or broken file costs bounded time and memory."""

from __future__ import annotations

MAX_CHARS = 2_000_000
"""Characters of the longest page that is read: twenty times the longest press briefing seen. Longer: refused."""

MAX_TAGS = 50_000
"""Tags of an HTML page: five times the most of 258 news pages; at the limit reading takes 5 s and 200 MB."""

MAX_BYTES = 4 * MAX_CHARS
"""Bytes of one file that holds one page (a code point takes at most four); also of the HTML around a page."""

MAX_LINE = 6 * MAX_CHARS + 65_536
"""Bytes of one JSON line: every character may be written as a six-byte escape, and a little metadata around it."""

MAX_IDLE = 256 * 2**20
"""Bytes read in a row without finding a page (overlong or blank lines) before the rest of a file is given up.

A gzip bomb of a few megabytes ends here after half a second."""

BLANK_LINE = 256
"""Bytes that a blank line counts as, for it costs as much time: a million of them in a row are too many."""


def count(number: int) -> str:
    """A number as the messages write it: `2,000,000`."""
    return f"{number:,}"
