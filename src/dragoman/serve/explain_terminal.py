"""What is shown of a page in the terminal: the marked text, then everything found with the rule that found it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from dragoman.serve.explained import BlockRow, Explained
from dragoman.serve.explained_items import Field, Item, Quote
from dragoman.serve.explained_people import Somebody, Unresolved
from dragoman.serve.marks import Kind, Piece, told
from dragoman.serve.output import Column, console, write_table
from dragoman.serve.safe import excerpt, plain

if TYPE_CHECKING:
    from rich.console import Console

_TONES = ("cyan", "magenta", "green", "yellow", "blue", "red", "bright_cyan", "bright_magenta", "bright_green")
"""The speakers' colours, over again where there are more speakers."""
_STYLES: dict[Kind, str] = {
    "removed": "bright_black", "blanked": "bright_black strike", "title": "bold", "encounter": "underline",
    "contact": "bold underline", "source": "italic", "cue": "bold", "framing": "reverse", "nobody": "on bright_black",
}  # fmt: skip
_Row = TypeVar("_Row")
_EXCERPT = 100
_GUTTER = 13

BLOCKS: tuple[Column[BlockRow], ...] = (
    Column("label", lambda x: x.label, firm=True),
    Column("rule", lambda x: x.rule),
    Column("row", lambda x: ", ".join(x.rows), least=100),
    Column("text", lambda x: excerpt(x.quote.text, _EXCERPT)),
    Column("characters", lambda x: _at(x.quote), firm=True, style="cyan"),
)
PEOPLE: tuple[Column[Somebody], ...] = (
    Column("id", lambda x: x.id or "–", firm=True),
    Column("name", lambda x: x.name, style="bold"),
    Column("state", lambda x: x.state or "?", firm=True),
    Column("office", lambda x: " ".join(dict.fromkeys(p for p in (x.qualifier, x.office, x.role) if p)) or "?"),
    Column("first mention", lambda x: _cited(x.first or ""), style="cyan"),
    Column("state by", lambda x: _cited(x.state_by), least=100),
    Column("office by", lambda x: _cited(x.office_by), least=100),
)
OTHERS: tuple[Column[Somebody], ...] = (
    Column("id", lambda x: x.id, firm=True),
    Column("kind", lambda x: x.kind),
    Column("name", lambda x: x.name, style="bold"),
    Column("for", lambda x: x.state, firm=True),
    Column("first mention", lambda x: _cited(x.first or ""), style="cyan"),
)
NOBODY: tuple[Column[Unresolved], ...] = (
    Column("kind", lambda x: x.kind, firm=True),
    Column("words", lambda x: excerpt(x.quote.text, _EXCERPT), style="bold"),
    Column("states", lambda x: x.states),
    Column("role", lambda x: x.role),
    Column("characters", lambda x: _at(x.quote), firm=True, style="cyan"),
)


def write_explained(page: Explained) -> None:
    """The whole of it to standard output."""
    to = console()
    to.rule(Text(plain(page.uri), style="bold"))
    for name, value in page.facts:
        to.print(Text.assemble((f"{name}  ", "dim"), plain(value)))
    _head(to, "Text")
    to.print(_legend(page))
    to.print()
    to.print(marked_text(page.pieces))
    _table(to, "Blocks", page.blocks, BLOCKS)
    _table(to, "Not read inside title and story", page.blanked, BLOCKS)
    _table(to, "People (– : found, not needed by the record)", page.people, PEOPLE)
    _table(to, "States, organisations, bare offices", page.others, OTHERS)
    _items(to, "Encounters", page.encounters)
    _items(to, "Statements", page.statements)
    _table(to, "Found, and nobody known", page.nobody, NOBODY)
    to.print()


def marked_text(pieces: Iterable[Piece]) -> Text:
    """The page's text in colours; `⟦s1⟧` stands before the words of a statement, `⟦e1⟧` before an encounter's."""
    out = Text()
    for piece in pieces:
        for opened in piece.opening:
            out.append(f"⟦{opened}⟧", "dim")
        out.append(told(piece.text), _style(piece))
    return out


def _style(piece: Piece) -> Style:
    style = Style(color=_TONES[piece.tones[0] % len(_TONES)]) if piece.tones else Style()
    for kind in piece.kinds:
        style += Style.parse(_STYLES.get(kind, "none"))
    return style


def _legend(page: Explained) -> Text:
    out = Text()
    for speaker in page.speakers:
        out.append(f"■ {plain(speaker.name)} {speaker.statements}", _TONES[speaker.tone % len(_TONES)])
        out.append("   ")
    for kind, words in (("source", "source"), ("cue", "cue"), ("encounter", "encounter"), ("framing", "framing"),
                        ("removed", "not read"), ("nobody", "nobody known")):  # fmt: skip
        out.append(words, _STYLES[kind])  # type: ignore[index]
        out.append("   ")
    return out


def _table(to: Console, title: str, rows: tuple[_Row, ...], columns: tuple[Column[_Row], ...]) -> None:
    _head(to, f"{title}: {len(rows) or 'none'}")
    if rows:
        write_table(to, rows, columns)


def _items(to: Console, title: str, items: tuple[Item, ...]) -> None:
    _head(to, f"{title}: {len(items) or 'none'}")
    for item in items:
        colour = "" if item.tone is None else _TONES[item.tone % len(_TONES)]
        to.print(Text(plain(f"{item.id}  {item.head}"), style=f"bold {colour}"))
        for field in item.fields:
            if field.value or field.quotes:
                to.print(_field(field))
        unsaid = ", ".join(f.name for f in item.fields if not (f.value or f.quotes))
        if unsaid:
            to.print(_field(Field("not told", unsaid)))


def _field(field: Field) -> Padding:
    """The value, and each quotation with its characters, the name hanging to the left of the first."""
    text = Text.assemble((f"{field.name:<{_GUTTER}}", "dim"), plain(field.value), overflow="fold")
    for number, quote in enumerate(field.quotes):
        text.append("  " if field.value or number else "")
        text.append(f"“{plain(quote.text)}”")
        text.append(f" {_at(quote)}", "cyan")
    return Padding(text, (0, 0, 0, 4), expand=False)


def _cited(words: Quote | str) -> str:
    return words if isinstance(words, str) else f"{excerpt(words.text, _EXCERPT)} {_at(words)}"


def _at(quote: Quote) -> str:
    return f"[{quote.span[0]},{quote.span[1]})"


def _head(to: Console, title: str) -> None:
    to.print()
    to.print(Text(title, style="bold underline"))
