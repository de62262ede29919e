"""Folding of names for comparison."""

from __future__ import annotations

import unicodedata

_KANA_MARKS = "\u3099\u309a"


def fold(name: str) -> str:
    """The name without case, accents, hyphens and doubled spaces; kana keep their voicing marks.

    "Recep Tayyip Erdoğan" and "RECEP TAYYIP ERDOGAN" fold alike; letters that have no accent to lose (ø, ł, ı) stay.
    """
    text = name if name.isascii() else _without_accents(name)
    return " ".join(text.casefold().replace("-", " ").replace("\u2019", "'").split())


def _without_accents(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name)
    kept = "".join(c for c in parts if c in _KANA_MARKS or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept)
