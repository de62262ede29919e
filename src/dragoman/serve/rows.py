"""Where in the knowledge files the row stands that a rule or a cue comes from: `languages/en/frames.toml:57`."""

from __future__ import annotations

import re
from functools import cache

from dragoman.find.tokens import key_of, tokenize
from dragoman.world.files import data_root, expand

_KEY = re.compile(r"\s*(\w+)\s*=(.*)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_PATTERNS = frozenset({"cue", "noun", "light"})
_MOST = 3
"""Rows told of one rule: some names are borne by several."""


class Rows:
    """The rows of one language's files and of those shared by all, by rule name and by the words of their cues."""

    def __init__(self, code: str | None) -> None:
        self._rules: dict[str, list[str]] = {}
        self._cues: dict[tuple[str, str], dict[tuple[str, ...], list[str]]] = {}
        names = [f"languages/{code}/{stem}.toml" for stem in ("clean", "frames", "encounters")] if code else []
        for name in (*names, "furniture.toml"):
            path = data_root().joinpath(*name.split("/"))
            if path.is_file():
                self._index(name, path.read_text(encoding="utf-8"))

    def _index(self, name: str, text: str) -> None:
        stem = name.rpartition("/")[2].removesuffix(".toml")
        key = ""
        for number, line in enumerate(text.splitlines(), 1):
            given = _KEY.match(line)
            key = "" if line.startswith("[") else given[1] if given else key
            if key not in _PATTERNS | {"rule"} or line.lstrip().startswith("#"):
                continue
            for pattern in _QUOTED.findall(given[2] if given else line):
                where = f"{name}:{number}"
                if key == "rule":
                    self._rules.setdefault(pattern, []).append(where)
                else:
                    self._add(stem, pattern, where)

    def _add(self, stem: str, pattern: str, where: str) -> None:
        for form in expand(pattern):
            words = key_of(form)
            if words:
                self._cues.setdefault((stem, words[0]), {}).setdefault(words, []).append(where)

    def of_rule(self, rule: str) -> tuple[str, ...]:
        """The rows that bear this name, also as `kind.name` and as two names joined (`call.spoke-by-telephone`)."""
        for name in (rule, rule.partition(".")[2]):
            if name in self._rules:
                return tuple(self._rules[name][:_MOST])
        parts = rule.partition(".")[2].split("-")
        for at in range(len(parts) - 1, 0, -1):
            first, second = "-".join(parts[:at]), "-".join(parts[at:])
            if first in self._rules:
                return tuple((self._rules[first][:1] + self._rules.get(second, [])[:1])[:_MOST])
        return ()

    def of_cue(self, stem: str, text: str) -> tuple[str, ...]:
        """The rows of `frames` or `encounters` (`stem`) whose words stand in the text of a cue, the longest ones."""
        keys = tuple(tokenize(text, 0, len(text)).key)
        best: list[str] = []
        i = 0
        while i < len(keys):
            forms = self._cues.get((stem, keys[i]), {})
            fit = max((w for w in forms if keys[i : i + len(w)] == w), key=len, default=())
            best += forms[fit] if fit else []
            i += max(len(fit), 1)
        return tuple(dict.fromkeys(best))[:_MOST]


@cache
def rows_of(language: str | None) -> Rows:
    """The rows for pages in a language (BCP 47, its first part counts)."""
    return Rows((language or "").split("-")[0] or None)
