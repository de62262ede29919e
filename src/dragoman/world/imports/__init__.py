"""Reading files of office-holders that others made into rows for the overlay: all of a file or nothing."""

from dragoman.world.imports.check import Read, checked
from dragoman.world.imports.opensanctions import read_opensanctions
from dragoman.world.imports.tables import read_csv, read_wikidata

__all__ = ["Read", "checked", "read_csv", "read_opensanctions", "read_wikidata"]
