"""`review`: pairs that may be one contact, one key each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.serve import options as o
from dragoman.serve.columns import cited, words
from dragoman.serve.judge import By, author, tell
from dragoman.serve.options import Format
from dragoman.serve.output import Column, console, reporting, say, write_json, write_table
from dragoman.serve.safe import excerpt, plain

if TYPE_CHECKING:
    from dragoman.save import Store
    from dragoman.search.unsure import Pair, Side

_QUOTE = 300
_KEYS = {"y": "one contact", "n": "two", "s": "skip", "u": "undo", "q": "quit"}


def review(
    listed: Annotated[bool, typer.Option("--list", help="List the pairs and ask nothing.")] = False,
    undo: Annotated[str | None, typer.Option("--undo", metavar="WORD", help="Take back a word, or `last`.")] = None,
    limit: o.Limit = 0,
    form: o.FormatOption = Format.table,
    by: By = None,
    store: o.Store = None,
) -> None:
    """Decide on pairs of reports that may be one contact: y one, n two, s skip, u undo, q quit."""
    if form is Format.csv:
        raise typer.BadParameter("a pair is no row; give table or json", param_hint="--format")
    with reporting():
        from dragoman.save import open_store
        from dragoman.search.unsure import unsure

        with open_store(store, create=False) as opened:
            if undo is not None:
                _undo(opened, undo)
                return
            pairs = unsure(opened, limit=limit)
            if form is Format.json:
                write_json(pairs)
            elif listed:
                write_table(console(), pairs, PAIRS)
            else:
                _Session(opened, author(by)).run(pairs)
                return
            if not pairs:
                say("no pairs to decide on")


def _side(side: Side) -> str:
    told = f"{side.status} {words(side.kind)} {side.date or 'undated'} {'-'.join(side.parties)}"
    return f"{side.page}#{side.encounter} {told}"


PAIRS: tuple[Column[Pair], ...] = (
    Column("score", lambda x: f"{x.score:.2f}", firm=True),
    Column("report", lambda x: _side(x.left)),
    Column("and", lambda x: _side(x.right)),
    Column("why", lambda x: x.why, least=100),
)


class _Session:
    """Asks pair by pair. What was decided is saved at once; `u` goes back to the pair before."""

    def __init__(self, store: Store, by: str) -> None:
        self._store = store
        self._by = by
        self._done: list[tuple[int, str]] = []

    def run(self, pairs: list[Pair]) -> None:
        number = 0
        while number < len(pairs) or self._done:
            at_end = number == len(pairs)
            if not at_end:
                _show(pairs[number], number, len(pairs))
            key = self._key("uq" if at_end else "ynsuq")
            if key == "q":
                break
            number = self._undone(number) if key == "u" else self._answer(pairs[number], number, key)
        say(f"{len(self._done)} decided; {len(pairs) - number} left" if pairs else "no pairs to decide on")

    def _key(self, known: str) -> str:
        asked = " · ".join(f"{key} {_KEYS[key]}" for key in known)
        while True:
            typer.echo(asked)
            key = typer.getchar().lower()
            if key in ("", "\x03", "\x04"):
                return "q"
            if key in known:
                return key

    def _answer(self, pair: Pair, number: int, key: str) -> int:
        from dragoman.errors import StoreError
        from dragoman.save.judgements import judge

        if key != "s":
            ends = (pair.left.engagement, pair.right.engagement)
            try:
                done = judge(self._store, ends, "same" if key == "y" else "apart", self._by)
            except StoreError as e:  # decided already by an answer to another pair
                say(str(e))
            else:
                self._done.append((number, done.said))
                tell(done)
        return number + 1

    def _undone(self, number: int) -> int:
        from dragoman.save.judgements import undo

        if not self._done:
            say("nothing to undo")
            return number
        before, said = self._done.pop()
        typer.echo(f"taken back: {undo(self._store, said)}")
        return before


def _undo(store: Store, word: str) -> None:
    from dragoman.save.judgements import undo

    typer.echo(f"taken back: {undo(store, None if word == 'last' else word)}")


def _show(pair: Pair, number: int, count: int) -> None:
    typer.echo(f"\n{number + 1} of {count} · {pair.score:.2f} · {plain(pair.why)}")
    for side in (pair.left, pair.right):
        people = f" · {', '.join(side.people)}" if side.people else ""
        place = f" · {side.place}" if side.place else ""
        about = f" ({side.outlet or '?'}, {side.language or '?'}, {side.published or 'no date'})"
        typer.echo(f"  {plain(_side(side) + people + place + about)}")
        for evidence in side.evidence:
            typer.echo(f"    “{excerpt(evidence.text, _QUOTE)}”  {plain(cited(evidence))}")
