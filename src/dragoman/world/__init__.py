"""The only place for knowledge: packs for languages, offices, names, bodies, metonyms, topics, codebooks."""

from dragoman.world.load import Language, World, load_world

__all__ = ["Language", "World", "load_world"]
