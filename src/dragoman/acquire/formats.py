"""Which format an input is in: by content first, then by suffix, else plain text. A new format is a row of FORMATS."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dragoman.acquire import html, jsonl, text
from dragoman.acquire.decode import encoding_of
from dragoman.acquire.stream import Stream
from dragoman.errors import InputError
from dragoman.model import Page

JSON_START = re.compile(r"""\ufeff?\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)""")
HTML_START = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


class Format(NamedTuple):
    """One format: how it begins, which suffixes (without `.gz`) it has, and what makes pages of a stream."""

    name: str
    suffixes: tuple[str, ...]
    begins: re.Pattern[str] | None
    read: Callable[[Stream], Iterator[Page | InputError]]


FORMATS = (
    Format("jsonl", (".jsonl", ".ndjson", ".json"), JSON_START, jsonl.read),
    Format("html", (".html", ".htm", ".xhtml"), HTML_START, html.read),
    Format("text", (".txt", ".text"), None, text.read),
)


def format_of(stream: Stream) -> Format:
    """The format of a stream: the first whose beginning its head has, else by the suffix of its name, else text."""
    encoding = encoding_of(stream.head)
    head = stream.head.decode(encoding or "utf-8", "replace")
    for format_ in FORMATS:
        if format_.begins and format_.begins.match(head):
            return format_
    name = stream.name.lower().removesuffix(".gz")
    return next((f for f in FORMATS if name.endswith(f.suffixes)), FORMATS[-1])
