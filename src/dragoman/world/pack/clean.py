"""`clean.toml`: by what words a language's pages show what is not the story; and what tells languages apart."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from dragoman.world.files import Row, data_root, load_toml
from dragoman.world.pack.times import Calendar, Times


class Mark(Row, frozen=True):
    """A kind of line that is not story.

    patterns: regular expressions (a space stands for any white space, case is ignored); `match` says what they have
        to cover: the `whole` line, its `start` or its `end` (the last 90 characters).
    longest: a longer line is never this.
    then: what follows the line: `list` = short lines after it belong to it (related articles), up to the next
        sentence; `page` = all the rest of the page belongs to it (comment form), once the story has begun.
    example: a line that is this. never: lines that are not.
    """

    rule: str
    patterns: tuple[str, ...]
    example: str
    label: Literal["furniture", "byline", "caption"] = "furniture"
    match: Literal["whole", "start", "end"] = "whole"
    longest: int = 120
    then: Literal["", "list", "page"] = ""
    never: tuple[str, ...] = ()


class Clean(Row, frozen=True, cache_hash=True):
    """What cleaning needs of a language; the pack shared by all languages has the same form.

    home: words that open a breadcrumb ("Home"). institutions: shapes of the name of an official body as it stands
        above its own release. openers: words that open a sentence, by which a headline glued to it ends.
    agencies: names of news agencies as pages write them. credits: shapes around `{agency}` that credit one.
    media: words in the names of outlets. sources: shapes of a credit line, with `{name}`.
    dateline_second: what the second name of a dateline is where nothing else tells ("Geneva, Switzerland - ",
        "Jenewa, Harian Contoh - ").
    hover: shapes of hover text inside sentences. connectors: small words inside names. joins: those of
        them between two offices, where one ends ("Minister of Trade and …").
    not_published: words beside a date that is not the story's.
    """

    mark: tuple[Mark, ...] = ()
    home: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    hover: tuple[str, ...] = ()
    connectors: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    not_published: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    dateline_second: Literal["place", "outlet"] = "place"


class Vote(Row, frozen=True):
    """A language's frequent words (in lower case), by which a text of its script is told; `letters`: its own ones."""

    script: str
    words: tuple[str, ...] = ()
    letters: str = ""


class Script(Row, frozen=True):
    """A block of characters `[first, last]` (code points) of a script."""

    script: str
    first: int
    last: int


class Votes(Row, frozen=True, cache_hash=True):
    """`language_votes.toml`. `language` gives (code, Vote) pairs; `script` the blocks."""

    script: tuple[Script, ...]
    languages: tuple[tuple[str, Vote], ...]


class LanguagePacks(msgspec.Struct, frozen=True):
    """What `clean` needs to know of languages; `clean` and `times` by language code."""

    votes: Votes
    shared: Clean
    clean: dict[str, Clean]
    times: dict[str, Times]
    calendar: Calendar

    def times_of(self, language: str | None) -> Times:
        """The language's own dates, else its month names with the shapes of all languages."""
        code = (language or "").split("-")[0]
        own = self.times.get(code)
        return own if own is not None else self.calendar.language.get(code) or self.calendar.language["und"]


class _VotesFile(Row, frozen=True):
    script: tuple[Script, ...]
    language: dict[str, Vote]


def load_language_packs(root: Traversable | None = None) -> LanguagePacks:
    """The packs from the folder `world/data` (or `root`)."""
    data = root or data_root()
    votes = load_toml(data / "language_votes.toml", _VotesFile)
    clean: dict[str, Clean] = {}
    times: dict[str, Times] = {}
    for folder in sorted((data / "languages").iterdir(), key=lambda f: f.name):
        if (folder / "clean.toml").is_file():
            clean[folder.name] = load_toml(folder / "clean.toml", Clean)
        if (folder / "times.toml").is_file():
            times[folder.name] = load_toml(folder / "times.toml", Times)
    return LanguagePacks(
        votes=Votes(script=votes.script, languages=tuple(votes.language.items())),
        shared=load_toml(data / "furniture.toml", Clean),
        clean=clean, times=times, calendar=load_calendar(data),
    )  # fmt: skip


def load_calendar(data: Traversable) -> Calendar:
    """`calendar.toml`, each language with the shapes of all after its own; `und` has these alone."""
    read = load_toml(data / "calendar.toml", Calendar)
    languages = {
        code: msgspec.structs.replace(times, dates=times.dates + read.dates) for code, times in read.language.items()
    }
    languages["und"] = Times(dates=read.dates)
    return Calendar(dates=read.dates, language=languages)
