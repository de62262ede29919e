"""Clitics are cut off where the pack declares them, the whole word is unknown and the rest is known."""

from __future__ import annotations

import pytest
import rows

from dragoman.find.clitics import cut_clitics, known_words
from dragoman.find.tokens import tokenize


def cut(text: str, code: str = "ar") -> list[str]:
    language = rows.language(code)
    tokens = tokenize(text, 0, len(text))
    out = cut_clitics(tokens, language.grammar.clitic, known_words(language))
    assert [text[a:b] for a, b in zip(out.start, out.end, strict=True)] == out.word
    return out.word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ووزير الخارجية", ["و", "وزير", "الخارجية"]),
        ("بحث الوزير", ["بحث", "الوزير"]),
        ("سيلتقي الوزير", ["س", "يلتقي", "الوزير"]),
        ("للخارجية", ["ل", "لخارجية"]),
        ("وبقطر", ["و", "ب", "قطر"]),
        ("زيدان وزيدان", ["زيدان", "و", "زيدان"]),
    ],
)
def test_cut(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_marks_and_letters_fold() -> None:
    assert tokenize("اجتماعًا أميركيّ", 0, 16).key == ["اجتماعا", "اميركي"]
    assert tokenize("می‌گوید", 0, 7).key == tokenize("ميگويد", 0, 6).key
