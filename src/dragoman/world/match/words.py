"""Names cut into the words that are compared: titles and particles marked, endings and clitics undone."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import msgspec

from dragoman.world.files import Row, data_root, load_rows, load_toml
from dragoman.world.match.sounds import Script, script_of, spell

_PARTS = re.compile(r"[^\W\d_]+(?:[.'\u2019\u02bb\u02bc`][^\W\d_]+)*\.?")
_APOSTROPHE = re.compile(r"['\u2019\u02bb\u02bc`]")
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"))


class Word(msgspec.Struct, frozen=True):
    """A word of a name. sounds: its own and those it has without its ending or clitic; free: a title or particle."""

    text: str
    script: Script
    sounds: tuple[str, ...]
    free: bool = False
    initial: bool = False
    given: frozenset[str] = frozenset()


class _Ending(msgspec.Struct, frozen=True, rename={"from_": "from"}, forbid_unknown_fields=True):
    from_: str
    to: str


class _Clitics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    before: tuple[str, ...]
    shortest: int


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    titles: frozenset[str]
    behind: tuple[str, ...]
    particles: frozenset[str]
    joined: frozenset[str]
    apostrophe: frozenset[str]
    ending: tuple[_Ending, ...]
    clitics: _Clitics


class _Given(Row, frozen=True, kw_only=True):
    """Forms of one given name, parted by a bar."""

    name: str
    forms: str


@cache
def _table() -> _Words:
    return load_toml(data_root() / "matching" / "words.toml", _Words)


@cache
def _given() -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for row in load_rows(data_root() / "matching" / "given_names.csv", _Given):
        for form in map(fold_word, row.forms.split("|")):
            out[form] = out.get(form, frozenset()) | {row.name}
    return out


def fold_word(word: str) -> str:
    """Lower case without accents; й, ё and the marks of kana stay."""
    text = unicodedata.normalize("NFC", word.replace("İ", "I").replace("I", "i").casefold())
    if text.isascii() or script_of(text) not in ("latin", "arabic"):
        return text
    parts = unicodedata.normalize("NFKD", text.replace("ı", "i"))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


@lru_cache(maxsize=32768)
def name_words(name: str) -> tuple[Word, ...]:
    """The words of a name in their order; of a name in Chinese characters each character is one."""
    text = unicodedata.normalize("NFC", name.translate(_ZERO_WIDTH)).partition(",")[0]
    text = without_title(text)
    out: list[Word] = []
    whole = any(c in "·・•‧" for c in text)  # foreign names: a part is a word
    for part in _PARTS.findall(text):
        if script_of(part) == "han" and not whole:
            out += [_word(char, False) for char in part if script_of(char) == "han"]
        else:
            out += [_word(word, part.endswith(".") or part.isascii()) for word in _unsuffixed(part)]
    return tuple(_joined([word for word in out if word.text]))


def _joined(words: list[Word]) -> list[Word]:
    """With first parts like Abdel written onto the word they belong to, over an article."""
    out: list[Word] = []
    for word in words:
        article = word.free and word.text in _table().particles
        if out and out[-1].text in _table().joined and not (article and len(word.text) < 2):
            whole = out[-1].text + word.text
            out[-1] = Word(whole, word.script, ()) if article else _word(whole, False)
        elif out and not out[-1].sounds:
            out[-1] = _word(out[-1].text + word.text, False)
        else:
            out.append(word)
    return [word if word.sounds else _word(word.text, False) for word in out]


def without_title(text: str) -> str:
    """The name without a title that is written behind it without a space."""
    for title in _table().behind:
        if text.endswith(title) and len(text) > len(title) + 1:
            return text.removesuffix(title)
    return text


def _unsuffixed(part: str) -> list[str]:
    """The word without an ending behind an apostrophe, cut at inner full stops ("J.R." is two initials)."""
    pieces = _APOSTROPHE.split(part)
    if len(pieces) > 1 and len("".join(pieces[:-1])) >= 2 and pieces[-1].casefold() in _table().apostrophe:
        pieces = pieces[:-1]
    return [word for word in "".join(pieces).split(".") if word]


def _word(word: str, short: bool) -> Word:
    table = _table()
    text, script = fold_word(word), script_of(word)
    free = text in table.titles or text in table.particles or word.casefold() in table.titles
    initial = short and len(text) == 1 and script in ("latin", "cyrillic") and not (free and text != "m")
    lowered = unicodedata.normalize("NFC", word.replace("İ", "i").lower())
    sounds = list(dict.fromkeys(spell(form) for form in (lowered, *_forms(lowered, script))))
    return Word(text, script, tuple(s for s in sounds if s) or (text,), free, initial, _given_of(text, script))


def _given_of(text: str, script: Script) -> frozenset[str]:
    known = _given()
    return known.get(text) or next((known[f] for f in _forms(text, script) if f in known), frozenset())


def _forms(word: str, script: Script) -> list[str]:
    """Without endings (Cyrillic) or clitics (Arabic script)."""
    table = _table()
    if script == "cyrillic" and len(word) > 3:
        cut = [word[: -len(e.from_)] + e.to for e in table.ending if word.endswith(e.from_)]
        return [form for form in cut if len(form) >= 3]
    if script == "arabic":
        cut = [word[len(c) :] for c in table.clitics.before if word.startswith(c)]
        return [form for form in cut if len(form) >= table.clitics.shortest]
    return []
