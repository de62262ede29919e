"""Docs check: what README, CHANGELOG and docs/ refer to must exist.

Relative links and their headings, files named in backticks, `make` targets and `dragoman` commands with their options.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
FILE = re.compile(r"`((?:docs|examples|src|tests|tools)/[\w./*-]*)`")
MAKE = re.compile(r"`make ([a-z]+)`|^\$ make ([a-z]+)", re.M)
COMMAND = re.compile(r"(?:^\$ |`)(?:\w+=\S+ )*dragoman ([a-z]+)([^`\n|>]*)", re.M)
OPTION = re.compile(r"(?<!\S)(--[a-z-]+)")


def main() -> int:
    """Prints every broken reference; 1 if there are any."""
    files = [
        path
        for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(ROOT.glob("docs/**/*.md")))
        if path.exists()
    ]
    wrong = [f"{path.relative_to(ROOT)}: {what}" for path in files for what in problems(path)]
    print("\n".join(wrong) or f"docs: {len(files)} files, every reference exists")
    return int(bool(wrong))


def problems(path: Path) -> Iterator[str]:
    """What one page refers to in vain."""
    text = path.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    yield from (f"no such link: {link}" for link in LINK.findall(prose) if not linked(path, link))
    yield from (f"no such file: {name}" for name in FILE.findall(text) if not any(ROOT.glob(name.rstrip("/"))))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    yield from (f"no such target: make {a or b}" for a, b in MAKE.findall(text) if (a or b) not in targets)
    for word, rest in COMMAND.findall(text):
        words = [word, *rest.split()[:2]]
        command = next((c for n in (3, 2) if (c := " ".join(words[:n])) in commands()), word)
        options = commands().get(command)
        if options is None:
            yield f"no such command: dragoman {command}"
        else:
            yield from (f"dragoman {command} has no {o}" for o in OPTION.findall(rest) if o not in options)


def linked(path: Path, link: str) -> bool:
    """True for addresses elsewhere, and for files and headings that exist."""
    if re.match(r"[a-z]+:", link):
        return True
    name, _, heading = link.partition("#")
    target = (path.parent / name).resolve() if name else path
    if not target.exists():
        return False
    return not heading or heading in headings(target)


def headings(path: Path) -> set[str]:
    """Headings of a page as the anchors that GitHub makes of them."""
    lines = re.findall(r"^#+ +(.*)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in lines}


@cache
def commands() -> dict[str, set[str]]:
    """Every command of `dragoman` ("add", "world who", "world import csv") with its options."""
    import typer

    from dragoman.serve.cli import app

    group = typer.main.get_command(app)
    found: dict[str, set[str]] = {}
    named = dict(getattr(group, "commands", {}))
    for _ in range(2):
        for name, command in list(named.items()):
            named |= {f"{name} {sub}": within for sub, within in getattr(command, "commands", {}).items()}
    for name, command in named.items():
        found[name] = {"--help"} | {option for parameter in command.params for option in parameter.opts}
    return found


if __name__ == "__main__":
    sys.exit(main())
