"""Bytes -> text: the encodings that scraped pages come in, and a reason for what is no text."""

from __future__ import annotations

import codecs
import unicodedata

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

MAGIC = (
    (b"%PDF-", "a PDF file, which is not read yet"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
)

CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\v\f\r\x1b")


class Undecodable(ValueError):
    """Bytes that are no text; the message is the reason."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a page, byte-order mark removed, nothing else touched.

    Tried in this order: byte-order mark, UTF-16 without one (told by its NUL bytes), UTF-8 (nothing else looks like it
    by chance, so it wins over a wrong label), the declared encoding, UTF-8 with a few broken bytes (each becomes
    U+FFFD: a page cut in the middle of a character), Windows-1252 (which Latin-1 pages really are). Raises Undecodable.
    """
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise Undecodable(f"binary: {what}")
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    if b"\0" in data:
        return _checked(_utf16(data))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_declared(data, declared) or _mended(data) or _western(data))


def encoding_of(head: bytes) -> str | None:
    """`utf-16-le`, `utf-16-be` (or UTF-32) when the head of a stream shows it, else None."""
    for mark, encoding in BOMS[1:]:
        if head.startswith(mark):
            return encoding
    return _utf16_order(head) if b"\0" in head else None


def _checked(text: str) -> str:
    """The text, when it is one: no NUL, at most one control character in a hundred."""
    if "\0" in text:
        raise Undecodable("binary: contains NUL bytes")
    strange = sum(text.count(chr(code)) for code in CONTROLS)
    if strange * 100 > len(text):
        raise Undecodable("binary: full of control characters")
    return text


def _utf16_order(data: bytes) -> str | None:
    """Byte order of UTF-16 without a mark: more than a fifth of the high bytes are NUL, hardly any low ones."""
    half = max(1, len(data) // 2)
    even, odd = data[::2].count(0) / half, data[1::2].count(0) / half
    if odd > 0.2 and even < 0.02:
        return "utf-16-le"
    if even > 0.2 and odd < 0.02:
        return "utf-16-be"
    return None


def _utf16(data: bytes) -> str:
    encoding = _utf16_order(data)
    if encoding is None:
        raise Undecodable("binary: contains NUL bytes")
    text = data.decode(encoding, "replace")
    sample = text[:4096]
    known = sum(c in "\t\r\n" or unicodedata.category(c)[0] != "C" for c in sample)
    if known < 0.98 * len(sample):
        raise Undecodable("binary: contains NUL bytes")
    return text


def _declared(data: bytes, name: str | None) -> str | None:
    """Decoded as its carrier says, when Python knows that encoding and it fits; Latin-1 is left to Windows-1252."""
    if not name:
        return None
    try:
        codec = codecs.lookup(name).name
        return None if codec in ("utf-8", "iso8859-1", "ascii") else data.decode(codec)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _mended(data: bytes) -> str | None:
    """UTF-8 with at most one broken place for ten good characters beyond ASCII (or just a cut last one)."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - broken
    return text if good >= 10 * broken or (broken == 1 and good and text.endswith("\ufffd")) else None


def _western(data: bytes) -> str:
    """Windows-1252, when the bytes beyond ASCII are few and letters or signs of it, as in any Western language."""
    beyond = sum(byte > 0x7F for byte in data)
    if beyond * 4 > len(data):
        raise Undecodable("encoding not recognised: neither UTF-8 nor UTF-16 nor a Western European one")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise Undecodable("binary, or text in no known encoding") from None
