"""The only place for knowledge: packs for languages, offices, names, bodies, metonyms, topics, codebooks."""
