"""Records to JSON text and back, and what a database cannot hold."""

from __future__ import annotations

import json
import re
from typing import TypeVar

import msgspec

T = TypeVar("T")

# NUL ends a text for some databases, lone surrogates are no characters: neither can be stored. Both become U+FFFD,
# one code point for one, so that every offset still counts.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(value: str) -> str:
    """The text with what cannot be stored replaced, of the same length."""
    return _UNSTORABLE.sub("\ufffd", value)


def to_json(value: object) -> str:
    """The record as JSON text that every database can hold and `from_json` gives back exactly."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # a lone surrogate, which JSON can only have escaped
        return json.dumps(msgspec.to_builtins(value), separators=(",", ":"))


def from_json(value: str, kind: type[T]) -> T:
    """The record written by `to_json`."""
    try:
        return msgspec.json.decode(value, type=kind)
    except msgspec.DecodeError as error:
        if isinstance(error, msgspec.ValidationError):
            raise
        return msgspec.convert(json.loads(value), kind)
