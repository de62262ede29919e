"""Words that number the talks of a series: "the third round". Rows of `rounds.csv`."""

from __future__ import annotations

import re
from functools import cache

from dragoman.world.files import Row, data_root, expand, load_rows


class Round(Row, frozen=True, kw_only=True):
    """`words` is a compact pattern (`files.expand`); `example` is a sentence in which it must be found."""

    language: str
    words: str
    number: int
    example: str


@cache
def rounds() -> tuple[Round, ...]:
    """All rows, in the order of the file."""
    return tuple(load_rows(data_root() / "rounds.csv", Round))


@cache
def _forms(language: str) -> tuple[re.Pattern[str], dict[str, int]] | None:
    forms = {_plain(f): row.number for row in rounds() if row.language == language for f in expand(row.words)}
    if not forms:
        return None
    words = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), forms


def _plain(text: str) -> str:
    """Lower case and single spaces; the dot of a Turkish capital I falls away."""
    return " ".join(text.casefold().replace("\u0307", "").split())


def round_in(text: str, language: str | None) -> int | None:
    """The number of the one round that the text names; None where it names none or several."""
    known = _forms((language or "").partition("-")[0])
    if known is None:
        return None
    pattern, forms = known
    found = {forms[match] for match in pattern.findall(_plain(text))}
    return found.pop() if len(found) == 1 else None
