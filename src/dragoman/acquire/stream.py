"""Opened bytes with a look at their head, gzip undone; reads are bounded and a failure is one line."""

from __future__ import annotations

import codecs
import gzip
import re
import zlib
from typing import BinaryIO, Protocol

from dragoman.acquire.limits import MAX_BYTES, count
from dragoman.errors import InputError

HEAD = 4096
"""Bytes that detection looks at, at most."""

CHUNK = 65_536
JSON_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[^\n]*\}\s*\n")
GZIP = b"\x1f\x8b"


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes | None: ...


class _Rewound:
    """A source whose first bytes have been read already and are given again."""

    def __init__(self, head: bytes, rest: _Readable) -> None:
        self._head, self._rest = head, rest

    def read(self, size: int = -1, /) -> bytes:
        if not self._head:
            return _some(self._rest, size)
        data, self._head = self._head[:size], self._head[size:]
        return data


class Stream:
    """The bytes of one input, unpacked. `head` is for detection; then `read_all`, or `readline` again and again.

    `name` is what messages call it. Every method raises InputError for damaged gzip and failing devices.
    """

    def __init__(self, name: str, raw: BinaryIO) -> None:
        self.name = name
        self._buffer = bytearray()
        self._decoder: codecs.IncrementalDecoder | None = None
        try:
            start = _start(raw)
        except OSError as error:
            raise InputError(name, _why(error)) from error
        self._source: _Readable = _Rewound(start, raw)
        if start == GZIP:
            self._source = gzip.GzipFile(fileobj=self._source, mode="rb")  # type: ignore[call-overload]

    @property
    def head(self) -> bytes:
        """The first bytes; of JSON lines the first line is enough, so that a slow pipe flows."""
        try:
            while len(self._buffer) < HEAD and not JSON_LINE.match(self._buffer) and self._fill():
                pass
        except InputError:  # comes again, and is told, when the bytes are wanted
            pass
        return bytes(self._buffer[:HEAD])

    def recode(self, encoding: str) -> None:
        """From here on the bytes come as UTF-8, recoded from another encoding (lines of UTF-16 are no byte lines)."""
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._buffer = bytearray(self._utf8(bytes(self._buffer)))

    def readline(self, limit: int) -> bytes:
        """The next line with its end, or `limit` bytes of it; empty at the end of the input."""
        at = 0
        while (found := self._buffer.find(b"\n", at, limit)) < 0:
            at = len(self._buffer)
            if at >= limit or not self._fill():
                break
        return self._take(found + 1 if found >= 0 else limit)

    def read_all(self) -> bytes:
        """Everything. Raises InputError for more than MAX_BYTES."""
        while len(self._buffer) <= MAX_BYTES and self._fill():
            pass
        if len(self._buffer) > MAX_BYTES:
            raise InputError(self.name, f"larger than the {count(MAX_BYTES)} bytes that a page may have")
        return self._take(MAX_BYTES)

    def _take(self, size: int) -> bytes:
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def _fill(self) -> bool:
        try:
            data = _some(self._source, CHUNK)
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(self.name, _why(error)) from error
        self._buffer += self._utf8(data)
        return bool(data)

    def _utf8(self, data: bytes) -> bytes:
        return self._decoder.decode(data).encode("utf-8", "replace") if self._decoder else data


def _why(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "truncated gzip: the compressed data ends before its end mark"
    if isinstance(error, gzip.BadGzipFile | zlib.error):
        return f"damaged gzip: {error}"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def _some(source: _Readable, size: int) -> bytes:
    """What is there now, at most `size` bytes, without waiting for more; empty at the end."""
    read1 = getattr(source, "read1", source.read)
    return read1(size) or b""


def _start(raw: _Readable) -> bytes:
    """The first two bytes, by which gzip is known."""
    data = _some(raw, 2)
    while len(data) < 2 and (more := _some(raw, 2 - len(data))):
        data += more
    return data
