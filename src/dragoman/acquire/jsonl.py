"""JSON lines: one page a line, with what its carrier states about it; read line by line in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from dragoman.acquire import html
from dragoman.acquire.dates import day
from dragoman.acquire.decode import Undecodable, decode, encoding_of
from dragoman.acquire.limits import BLANK_LINE, MAX_IDLE, MAX_LINE, count
from dragoman.acquire.stream import Stream
from dragoman.acquire.text import content
from dragoman.errors import InputError
from dragoman.model import Given, Page

Short = Annotated[str, msgspec.Meta(max_length=10_000)]


class Line(msgspec.Struct, frozen=True):
    """The keys that are read; a null counts as absent, any other key is ignored. `text` wins over `html`."""

    id: Short | int | None = None
    url: Short | None = None
    text: str | None = None
    html: str | None = None
    published: Short | None = None
    fetched: Short | None = None
    outlet: Short | None = None
    language: Short | None = None
    title: Short | None = None


DECODER = msgspec.json.Decoder(Line)


def read(stream: Stream) -> Iterator[Page | InputError]:
    """The pages of a file of JSON lines. A line that is wrong is an error of its own; blank lines are passed over."""
    if stream.head.split(b"\n", 1)[0].strip() in (b"{", b"["):
        yield InputError(stream.name, "JSON over several lines; one object a line is expected (JSON lines)")
        return
    if encoding := encoding_of(stream.head):
        stream.recode(encoding)
    number = pages = idle = 0
    while idle < MAX_IDLE:
        number += 1
        where = f"{stream.name}#{number}"
        try:
            line = stream.readline(MAX_LINE + 1)
        except InputError as error:
            yield InputError(where, error.reason)
            return
        if not line:
            break
        if not line.strip():
            idle += max(BLANK_LINE, len(line))
            continue
        pages += 1
        if len(line) > MAX_LINE:
            idle += len(line) + _skip(stream, line, MAX_IDLE - idle)
            yield InputError(where, f"a line of more than {count(MAX_LINE)} bytes")
        else:
            idle = 0
            yield _page(where, line)
    if idle >= MAX_IDLE:
        yield InputError(where, "too long without a readable line: the rest of the input is not read")
    elif not pages:
        yield InputError(stream.name, "empty" if number == 1 else "nothing but white space")


def _skip(stream: Stream, line: bytes, most: int) -> int:
    """Passes over the rest of an overlong line, at most about `most` bytes of it; returns how many."""
    passed = 0
    while line and not line.endswith(b"\n") and passed < most:
        try:
            line = stream.readline(MAX_LINE)
        except InputError:  # comes again with the next line
            break
        passed += len(line)
    return passed


def _page(where: str, data: bytes) -> Page | InputError:
    try:
        line = DECODER.decode(decode(data))
        return _made(where, line)
    except InputError as error:
        return error
    except Undecodable as error:
        return InputError(where, str(error))
    except msgspec.ValidationError as error:
        return InputError(where, f"not a page: {error}")
    except (msgspec.DecodeError, UnicodeError) as error:
        return InputError(where, f"broken JSON: {error}")
    except RecursionError:
        return InputError(where, "JSON nested too deeply")


def _made(where: str, line: Line) -> Page:
    name = str(line.id) if line.id not in (None, "") else line.url or where
    given = Given(
        published=day(line.published), fetched=day(line.fetched), outlet=_said(line.outlet),
        language=_said(line.language), title=_said(line.title),
    )  # fmt: skip
    if line.text is not None:
        return Page(uri=name, text=content(where, line.text), url=_said(line.url), given=given)
    if line.html is None:
        raise InputError(where, 'not a page: neither "text" nor "html"')
    content(where, line.html, most=MAX_LINE)
    return html.page(where, line.html, uri=name, url=_said(line.url), given=given)


def _said(value: str | None) -> str | None:
    return (value or "").strip() or None
