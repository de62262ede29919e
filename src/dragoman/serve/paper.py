"""A paper that is written as terminal text, Markdown or HTML: sections of entries that cite what they rest on."""

from __future__ import annotations

from dragoman.model import Record, Span


class Cite(Record):
    """Characters `[start, end)` of a page and what stands there; `span` None where only the page itself says it."""

    page: str
    span: Span | None
    text: str = ""

    @property
    def where(self) -> str:
        """Page and characters: `a.txt [12,40)`."""
        return f"{self.page} [{self.span[0]},{self.span[1]})" if self.span else self.page


class Entry(Record):
    """One line. `label` stands before it, bold; `quoted`: the words of its citations are shown, in quotation marks."""

    text: str = ""
    label: str = ""
    cites: tuple[Cite, ...] = ()
    quoted: bool = False


class Section(Record):
    """A heading with entries; `level` 2 for a part of the paper, 3 for a part of a part."""

    head: str
    entries: tuple[Entry, ...] = ()
    level: int = 2
    note: str = ""


class Paper(Record):
    """The whole. `note` stands under the title."""

    title: str
    note: str
    sections: tuple[Section, ...]
