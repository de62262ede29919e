"""Plain text: the decoded file is the page's text, byte-order mark removed, nothing else touched."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.acquire.decode import Undecodable, decode
from dragoman.acquire.limits import MAX_CHARS, count
from dragoman.acquire.stream import Stream
from dragoman.errors import InputError
from dragoman.model import Page

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
"""What may stand in a page that shows nothing at all: marks, zero-width spaces and joiners, the soft hyphen."""


def read(stream: Stream) -> Iterator[Page | InputError]:
    """The one page of a text file."""
    yield Page(uri=stream.name, text=content(stream.name, decoded(stream)))


def decoded(stream: Stream, declared: str | None = None) -> str:
    """The text of a whole stream. Raises InputError."""
    try:
        return decode(stream.read_all(), declared)
    except Undecodable as error:
        raise InputError(stream.name, str(error)) from error


def content(where: str, text: str, *, most: int = MAX_CHARS) -> str:
    """The text, when it can be a page. Raises InputError for nothing, white space, NUL, surrogates, or too much."""
    if not text:
        raise InputError(where, "empty")
    if not text.strip().strip(INVISIBLE).strip():
        raise InputError(where, "nothing but white space")
    if len(text) > most:
        raise InputError(where, f"{count(len(text))} characters, more than the {count(most)} a page may have")
    if "\0" in text:
        raise InputError(where, "the text contains NUL characters")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(where, f"the text contains half a character (a lone surrogate) at {error.start}") from error
    return text
