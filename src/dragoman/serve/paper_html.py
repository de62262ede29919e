"""A paper as one HTML file that needs nothing else: no script, no request, page text never as markup."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from dragoman.serve.marks import shown
from dragoman.serve.paper import Paper
from dragoman.serve.safe import excerpt


def as_html(paper: Paper) -> str:
    """The whole file."""
    return _template().render(paper=paper)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("dragoman.serve"), autoescape=True, undefined=StrictUndefined, finalize=_harmless,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["excerpt"] = excerpt
    return environment.get_template("paper.html.j2")


def _harmless(value: object) -> object:
    """Every text that is put into the page, before it is escaped."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
