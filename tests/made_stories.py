"""Stories made for the tests, read by the stages from `find` to `interpret`, and their statements in plain words."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from dragoman.find import Found, find
from dragoman.identify import Identified, Mention, Person, identify
from dragoman.interpret import Interpreted, interpret
from dragoman.model import Article, Block, Page, Published, Source, Span, Title
from dragoman.world.load import Language, load_world

ANCHOR = "2031-03-07"  # a Friday

Row: TypeAlias = tuple[str, list[tuple[str, str | None, str]]]
"""A story, and of each statement in it who speaks, which words report and what is reported."""


def language_of(code: str) -> Language:
    """The pack of a language that has one."""
    language = load_world().language(code)
    assert language is not None
    return language


def article_of(story: str, *, code: str = "en", title: str = "", outlet: str | None = None) -> Article:
    """A page with the title in its first line and one paragraph in each following one."""
    text = f"{title}\n{story}"
    at, blocks = len(title) + 1, []
    for line in story.split("\n"):
        blocks.append(Block(start=at, end=at + len(line), label="body", rule="made"))
        at += len(line) + 1
    return Article(
        page=Page(uri="made", text=text), language=code,
        title=Title(text=title, span=(0, len(title))) if title else None,
        published=Published(date=ANCHOR, span=None, basis="metadata"),
        outlet=Source(name=outlet, span=None) if outlet else None, agency=None, blocks=tuple(blocks), reading=text,
        anchor=ANCHOR, anchor_stated=False,
    )  # fmt: skip


class Line(NamedTuple):
    """A statement in plain words; several speakers or pieces of content are joined with " + "."""

    speaker: str
    for_: str
    source: str | None
    cue: str | None
    content: str
    mode: str
    act: str
    targets: str
    addressees: str
    encounter: str | None
    rule: str


class Story:
    """One story through the stages."""

    def __init__(self, story: str, *, code: str = "en", title: str = "", outlet: str | None = None) -> None:
        language = language_of(code)
        self.article = article_of(story, code=code, title=title, outlet=outlet)
        self.text = self.article.page.text
        self.found: Found = find(self.article, language.grammar)
        self.who: Identified = identify(self.article, self.found, language)
        self._language = language

    def people(self) -> dict[str, Person]:
        """The people by the name they have in the story."""
        return {self.words(p.first, p.last): p for p in self.who.people}

    def words(self, first: int, last: int) -> str:
        """The text of some tokens."""
        return self.text[slice(*self.found.chars(first, last))]

    def mention(self, words: str) -> Mention:
        """The first mention of just these words."""
        return next(m for m in self.who.mentions if self.words(m.first, m.last) == words)

    def meant(self, words: str) -> str | None:
        """The name of the person that the first mention of these words means."""
        number = self.mention(words).person
        return None if number is None else self.words(self.who.people[number].first, self.who.people[number].last)

    def read(self) -> Interpreted:
        """Actors, encounters and statements."""
        return interpret(self.article, self.found, self.who, self._language)

    def lines(self) -> list[Line]:
        """The statements in plain words."""
        read = self.read()
        names = {a.id: a.name for a in read.actors}
        return [
            Line(
                " + ".join(names[i] for i in s.speakers), " + ".join(s.for_), self._cut(s.source), self._cut(s.cue),
                " + ".join(self.text[a:b] for a, b in s.content), s.mode, s.act, " + ".join(s.targets),
                " + ".join(names[i] for i in s.addressees), s.encounter, s.rule,
            )
            for s in read.statements
        ]  # fmt: skip

    def _cut(self, span: Span | None) -> str | None:
        return None if span is None else self.text[slice(*span)]


def lines(story: str, *, code: str = "en", title: str = "", outlet: str | None = None) -> list[Line]:
    """The statements of a story in plain words."""
    return Story(story, code=code, title=title, outlet=outlet).lines()


def told(story: str, *, code: str = "en") -> list[tuple[str, str | None, str]]:
    """Speaker, cue and content of each statement in a story."""
    return [(line.speaker, line.cue, line.content) for line in lines(story, code=code)]


def only(story: str, *, code: str = "en", title: str = "", outlet: str | None = None) -> Line:
    """The one statement of a story."""
    found = lines(story, code=code, title=title, outlet=outlet)
    assert len(found) == 1, [(line.speaker, line.cue, line.content) for line in found]
    return found[0]


def check(row: Row, *, code: str = "en", before: str = "") -> None:
    """Fails unless the story, after the lines `before` it, gives just the statements of its row."""
    story, expected = row
    assert told(f"{before}\n{story}" if before else story, code=code) == expected
