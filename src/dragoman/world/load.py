"""World: everything the stages may know, loaded once and asked by language."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.world.files import data_root, load_toml
from dragoman.world.letters import LETTERS
from dragoman.world.names import NameTables, load_names
from dragoman.world.pack.clean import LanguagePacks, load_language_packs
from dragoman.world.pack.encounters import Encounters
from dragoman.world.pack.frames import Frames
from dragoman.world.pack.grammar import Grammar
from dragoman.world.pack.times import Times
from dragoman.world.pack.topics import TopicPack


class Language(msgspec.Struct, frozen=True, eq=False):
    """Everything known of one language that dragoman reads."""

    code: str
    grammar: Grammar
    frames: Frames
    encounters: Encounters
    topics: TopicPack | None
    times: Times
    names: NameTables


class World:
    """The knowledge that travels in the wheel. A language is loaded when it is first asked for."""

    @property
    def packs(self) -> LanguagePacks:
        """What cleaning knows of every language."""
        return _packs()

    def languages(self) -> tuple[str, ...]:
        """The languages with a full pack (frames, grammar …), sorted."""
        return _languages()

    def language(self, code: str | None) -> Language | None:
        """The pack of a language (BCP 47, its first part counts); None where there is none."""
        short = (code or "").split("-")[0].lower()
        return _language(short) if short in _languages() else None


@cache
def _languages() -> tuple[str, ...]:
    folder = data_root() / "languages"
    return tuple(sorted(d.name for d in folder.iterdir() if d.is_dir() and (d / "frames.toml").is_file()))


@cache
def _packs() -> LanguagePacks:
    return load_language_packs()


@cache
def _language(code: str) -> Language:
    folder = data_root() / "languages" / code
    return Language(
        code,
        load_toml(folder / "grammar.toml", Grammar, LETTERS),
        load_toml(folder / "frames.toml", Frames, LETTERS),
        load_toml(folder / "encounters.toml", Encounters, LETTERS),
        load_toml(folder / "topics.toml", TopicPack, LETTERS) if (folder / "topics.toml").is_file() else None,
        _packs().times_of(code),
        load_names(code),
    )


@cache
def load_world() -> World:
    """The world as installed."""
    return World()
