"""The only place for knowledge: packs for languages, offices, names, bodies, metonyms, topics, codebooks.

The packs are loaded only when they are asked for: a question to a store needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.world.load import Language, World, load_world

__all__ = ["Language", "World", "load_world"]


def __getattr__(name: str) -> object:
    """`Language`, `World` and `load_world` of `dragoman.world.load`, imported when first asked for."""
    if name in __all__:
        from dragoman.world import load

        return getattr(load, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
