"""Names on the command line -> opened inputs -> pages, in order, one at a time."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from dragoman.acquire.formats import format_of
from dragoman.acquire.stream import Stream
from dragoman.errors import InputError
from dragoman.model import Page

STDIN = "-"


def acquire(inputs: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Page | InputError]:
    """The pages of files, directories (recursively, sorted, hidden names skipped) and `-`, lazily, in input order.

    What cannot be read is yielded as an InputError in its place, never raised: one bad page costs only itself.
    `stdin` is what `-` reads; without it the process's own standard input.
    """
    for name in inputs:
        if name == STDIN:
            yield from _read(STDIN, stdin if stdin is not None else sys.stdin.buffer)
        elif os.path.isdir(name):
            yield from _directory(name)
        else:
            yield from _file(name)


def _directory(name: str) -> Iterator[Page | InputError]:
    empty = True
    for found in _walk(name):
        empty = False
        if isinstance(found, InputError):
            yield found
        else:
            yield from _file(found)
    if empty:
        yield InputError(_shown(name), "a directory without readable files")


def _walk(folder: str) -> Iterator[str | InputError]:
    """Paths of the plain files below a folder in the order of their names; links to folders are not followed."""
    waiting: list[tuple[str, bool]] = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            if os.path.isfile(path) or (os.path.islink(path) and not os.path.isdir(path)):
                yield path
            continue
        try:
            with os.scandir(path) as entries:
                found = sorted((e.name, e.is_dir(follow_symlinks=False)) for e in entries if not e.name.startswith("."))
        except OSError as error:
            yield InputError(_shown(path), _why(error))
            continue
        waiting += [(os.path.join(path, name), is_dir) for name, is_dir in reversed(found)]


def _file(path: str) -> Iterator[Page | InputError]:
    try:
        if stat.S_ISSOCK(os.stat(path).st_mode):
            yield InputError(_shown(path), "not a file")
            return
        raw = open(path, "rb")  # noqa: SIM115 - closed below, where errors are the reader's own
    except (OSError, ValueError) as error:
        yield InputError(_shown(path), _why(error))
        return
    with raw:
        yield from _read(_shown(path), raw)


def _read(name: str, raw: BinaryIO) -> Iterator[Page | InputError]:
    try:
        stream = Stream(name, raw)
        yield from format_of(stream).read(stream)
    except InputError as error:
        yield error


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or directory"
    if isinstance(error, PermissionError):
        return "permission denied"
    return getattr(error, "strerror", None) or str(error)


def _shown(path: str) -> str:
    """A path that can be written: bytes that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
