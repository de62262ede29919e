"""What is shown of pages as one HTML file that needs nothing else: no script, no request, page text never as markup."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from dragoman.serve.explained import Explained
from dragoman.serve.marks import Piece, shown
from dragoman.serve.safe import excerpt

_TURN = 137.508
"""Degrees between the hues of two speakers: the golden angle keeps any number of them apart."""


def as_html(pages: Sequence[Explained]) -> str:
    """The whole file."""
    tones = max((s.tone + 1 for page in pages for s in page.speakers), default=0)
    return _template().render(pages=pages, hues=[round(200 + i * _TURN) % 360 for i in range(tones)])


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("dragoman.serve"), autoescape=True, undefined=StrictUndefined, finalize=_harmless,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["excerpt"] = excerpt
    environment.filters["classes"] = classes
    return environment.get_template("explain.html.j2")


def _harmless(value: object) -> object:
    """Every text that is put into the page, before it is escaped."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def classes(piece: Piece) -> str:
    """`k-` and what it is; `t` and the number of the speaker's colour, `u` and that of the statement around."""
    tones = piece.tones
    names = [f"k-{kind}" for kind in piece.kinds]
    names += [f"t{tones[0]}"] if tones else []
    return " ".join(names + ([f"u{tones[1]}"] if len(tones) > 1 else []))
