"""What can go wrong, each error naming the input it belongs to."""

from __future__ import annotations


class DragomanError(Exception):
    """Base of every error dragoman raises on purpose."""


class InputError(DragomanError):
    """A page or file that cannot be read. `where` names the input (and line), `reason` says why in one line."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class WorldError(DragomanError):
    """A row of the knowledge in `world/` that is refused. Names the file and the row or key."""


class QuestionError(DragomanError):
    """A question to the knowledge that cannot be asked: names the value and what would do."""


class StoreError(DragomanError):
    """A store that cannot be opened, or an id that it does not hold."""
