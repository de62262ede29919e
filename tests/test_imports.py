"""The order of the journey: a stage imports only model, world, errors and earlier stages; and no import goes in circles."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import dragoman

PACKAGE = Path(dragoman.__file__).parent
STAGES = (
    "acquire",
    "clean",
    "find",
    "identify",
    "interpret",
    "label",
    "align",
    "merge",
    "compare",
    "save",
    "search",
    "brief",
)
BASE = {"model", "errors", "world"}
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "world": {"errors", "model"},
    **{stage: BASE | set(STAGES[:at]) for at, stage in enumerate(STAGES)},
    "pipeline": BASE | set(STAGES),
}
"""What a part may import besides itself; parts that are not listed (serve, share, engines) may import everything."""

FILES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(name: str) -> str:
    """`clean` of `dragoman.clean.dates`; empty for the package itself."""
    return f"{name}.".split(".")[1]


def imported(path: Path, *, lazy: bool) -> Iterator[str]:
    """Modules of dragoman that a file imports; with `lazy` also inside functions and for type checking."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if lazy else iter(tree.body)
    for node in nodes:
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] == "dragoman")


def known(name: str) -> str:
    """The module that a dotted name belongs to: `dragoman.model.Page` is of `dragoman.model`."""
    modules = {name_of(path) for path in FILES}
    while name not in modules:
        name = name.rpartition(".")[0]
    return name


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_follow_the_journey(path: Path) -> None:
    part = part_of(name_of(path))
    if part not in ALLOWED:
        return
    parts = {part_of(known(name)) for name in imported(path, lazy=True)} - {"", part}
    assert parts <= ALLOWED[part], f"{name_of(path)} must not import {sorted(parts - ALLOWED[part])}"


def test_every_part_has_its_place() -> None:
    parts = {name_of(path).split(".")[1] for path in FILES if path.parent != PACKAGE}
    assert parts <= {*STAGES, "world", "serve", "share"}


def test_no_circles() -> None:
    graph = {name_of(path): {known(n) for n in imported(path, lazy=False)} - {name_of(path)} for path in FILES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(error.args[1]))
