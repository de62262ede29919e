"""Reads one sentence as a page of its own: what the rows of a language pack give by their `example` and `never`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from dragoman.find import Found, find
from dragoman.find.tokens import key_of
from dragoman.identify import Identified, identify
from dragoman.interpret import Interpreted, interpret
from dragoman.model import Article, Block, Page, Title
from dragoman.world.files import expand
from dragoman.world.load import Language, load_world

KNOWN = Path(__file__).parent / "world" / "known_row_failures.toml"
TITLES = {"en": "Notes of the day", "id": "Catatan hari ini"}


def language(code: str) -> Language:
    """The pack of the language."""
    found = load_world().language(code)
    assert found is not None
    return found


def article_of(sentence: str, code: str) -> Article:
    """A page of a day in 2031 with a neutral title and the sentence as its story; nothing left for `clean` to do."""
    title = TITLES.get(code, "—")
    text = f"{title}\n\n{sentence}\n"
    start = len(title) + 2
    return Article(
        page=Page(uri="row", text=text), language=code, title=Title(text=title, span=(0, len(title))), published=None,
        outlet=None, agency=None,
        blocks=(
            Block(start=0, end=len(title), label="title", rule="made"),
            Block(start=start, end=start + len(sentence), label="body", rule="made"),
        ),
        reading=text, anchor="2031-03-05", anchor_stated=True,
    )  # fmt: skip


class Read:
    """A sentence as the stages read it."""

    def __init__(self, sentence: str, code: str) -> None:
        pack = language(code)
        self.sentence = sentence
        self.article = article_of(sentence, code)
        self.text = self.article.reading
        self.found: Found = find(self.article, pack.grammar, pack)
        self.who: Identified = identify(self.article, self.found, pack)
        self.record: Interpreted = interpret(self.article, self.found, self.who, pack)

    def words(self, span: tuple[int, int]) -> str:
        """What stands there."""
        return self.text[slice(*span)]

    def came(self) -> str:
        """The statements in one line each, for a message."""
        lines = [
            f"cue={self.words(s.cue) if s.cue else None!r} act={s.act} for={s.for_} content={[self.words(c) for c in s.content]}"
            for s in self.record.statements
        ]
        mentions = [self._mention(m.first, m.last) for m in self.who.mentions]
        return " | ".join(lines) or f"no statement (mentions: {mentions})"

    def _mention(self, first: int, last: int) -> str:
        return self.words(self.found.chars(first, last))


@cache
def read(sentence: str, code: str) -> Read:
    """The sentence as the stages read it, once."""
    return Read(sentence, code)


@cache
def forms(*patterns: str) -> frozenset[tuple[str, ...]]:
    """The token keys of all forms of the compact patterns."""
    return frozenset(key_of(f) for p in patterns for f in expand(p))


def holds(words: tuple[str, ...], wanted: Iterable[tuple[str, ...]]) -> bool:
    """Whether one of the forms stands somewhere in the words."""
    return any(words[i : i + len(f)] == f for f in wanted for i in range(len(words) - len(f) + 1))


def name_of(code: str, table: str, pattern: str, act: str = "") -> str:
    """A row's name in test ids and in the list of known failures: its first form."""
    return ":".join(part for part in (code, table, act, expand(pattern)[0]) if part)


@cache
def known() -> dict[str, dict[str, str]]:
    """Failures that are known: of each row's name, `example`, `never` or `content` -> why."""
    out: dict[str, dict[str, str]] = {}
    for cause in tomllib.loads(KNOWN.read_text(encoding="utf-8")).get("cause", []):
        for what in ("example", "never", "content"):
            for row in cause.get(what, []):
                out.setdefault(row, {})[what] = cause["reason"]
    return out


def settle(row: str, wrong: Iterator[tuple[str, str]], asked: tuple[str, ...] = ("example", "never")) -> None:
    """Fails for what is wrong and not known, and for what is known, `asked` here and no longer wrong."""
    found = list(wrong)
    excused = {what: why for what, why in known().get(row, {}).items() if what in asked}
    new = [message for what, message in found if what not in excused]
    gone = sorted(set(excused) - {what for what, _ in found})
    assert not new, "\n".join([row, *new])
    assert not gone, f"{row}: its {' and '.join(gone)} passes now; take it out of {KNOWN.name}"
