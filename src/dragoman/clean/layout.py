"""The labels of a page while they are being made."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from dragoman.clean.dates import Dated
from dragoman.clean.pieces import Piece
from dragoman.clean.title import Headline

Label: TypeAlias = Literal["title", "body", "dateline", "byline", "caption", "repeat", "furniture"]


class Layout(msgspec.Struct):
    """Labels of a page's pieces, and what was seen on the way."""

    pieces: list[Piece]
    labels: list[tuple[Label, str] | None]
    title: Headline | None = None
    official: int | None = None
    dated: list[Dated] = []

    def body(self) -> list[int]:
        """Numbers of the story's pieces."""
        return [i for i, label in enumerate(self.labels) if label is not None and label[0] == "body"]
