"""A paper in the terminal and as Markdown. Page text is made harmless in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.serve.output import console
from dragoman.serve.paper import Cite, Entry, Paper
from dragoman.serve.safe import excerpt, plain

if TYPE_CHECKING:
    from rich.console import Console

_QUOTE = 400
"""Longest quotation, in characters; the span says where the rest stands."""
# What Markdown or HTML inside it would obey, at any place or at the beginning of a line.
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~$&])")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+=])")
_BARE_LINK = re.compile(r"(?i)\b(https?|ftp|www)([:.])")


def write_paper(paper: Paper) -> None:
    """To the terminal, folded to its width."""
    to = console()
    to.print(Text(plain(paper.title), style="bold"))
    if paper.note:
        to.print(Text(plain(paper.note), style="dim"))
    for section in paper.sections:
        to.print()
        style = "bold underline" if section.level == 2 else "bold"
        to.print(Text(plain(section.head), style=style))
        if section.note:
            _print(to, Text(plain(section.note), style="dim"))
        for entry in section.entries:
            _print(to, _told(entry))


def _print(to: Console, text: Text) -> None:
    """Indented, later lines more, and nothing behind the words."""
    for number, line in enumerate(text.wrap(to, to.width - 4)):
        line.rstrip()
        to.print(Text("    " if number else "  ") + line, soft_wrap=True)


def _told(entry: Entry) -> Text:
    out = Text()
    if entry.label:
        out.append(plain(entry.label), style="bold")
        out.append("  ")
    if entry.text:
        out.append(plain(entry.text))
    for cite in entry.cites:
        if out.plain and not out.plain.endswith(" "):
            out.append(" ")
        if entry.quoted and cite.text:
            out.append(f"“{excerpt(cite.text, _QUOTE)}” ")
        out.append(plain(cite.where), style="cyan")
    return out


def as_markdown(paper: Paper) -> str:
    """The paper as CommonMark; nothing in the pages' words is obeyed."""
    return "\n".join(_lines(paper)) + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    yield f"# {escaped(paper.title)}"
    if paper.note:
        yield from ("", escaped(paper.note))
    for section in paper.sections:
        yield from ("", f"{'#' * section.level} {escaped(section.head)}", "")
        if section.note:
            yield from (escaped(section.note), "")
        for entry in section.entries:
            yield f"- {_markdown(entry)}"


def _markdown(entry: Entry) -> str:
    parts = [f"**{escaped(entry.label)}**"] if entry.label else []
    parts += [escaped(entry.text)] if entry.text else []
    parts += [_cited(cite, entry.quoted) for cite in entry.cites]
    return " ".join(parts)


def _cited(cite: Cite, quoted: bool) -> str:
    words = f"“{escaped(excerpt(cite.text, _QUOTE))}” " if quoted and cite.text else ""
    return f"{words}({escaped(cite.where)})"


def escaped(value: str) -> str:
    """One line of Markdown that shows the value as it is."""
    line = _MARKUP.sub(r"\\\1", plain(value))
    line = _BARE_LINK.sub(r"\1\\\2", line)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)
