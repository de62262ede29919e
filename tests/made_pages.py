"""Pages made for the tests of cleaning, each with one kind of trouble."""

from __future__ import annotations

from dragoman.clean import LanguagePacks, clean, load_language_packs
from dragoman.model import Article, Given, Page

PACKS: LanguagePacks = load_language_packs()

FIRST = "Foreign Minister Ada Holm met her Lundian counterpart in the old harbour town and spoke about herring."
SECOND = "She said both sides had agreed to count the boats again before the ice returns to the northern strait."
THIRD = "The visitors left in the evening after a dinner at which neither delegation mentioned the quarrel."


def article(*lines: str, url: str | None = None, given: Given | None = None) -> Article:
    """The lines as one page, cleaned."""
    return clean(Page(uri="made", text="\n".join(lines), url=url, given=given or Given()), PACKS)


def body(read: Article) -> list[str]:
    """The story's paragraphs as text."""
    return [read.page.text[a:b] for a, b in read.body]


def labelled(read: Article, label: str) -> list[str]:
    """The text of all blocks with this label."""
    return [read.page.text[b.start : b.end] for b in read.blocks if b.label == label]
