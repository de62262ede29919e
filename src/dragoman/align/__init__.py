"""What words are about, and how alike two such contents are, also across languages: no translation, only signs.

A text becomes weighted signs: states, bodies and other names by their codes, concepts that languages share
(`world/data/concepts.csv`), and what is left of other words when their affixes are taken off.
"""

from dragoman.align.signs import Signs, signs
from dragoman.align.similar import covered, similar

__all__ = ["Signs", "covered", "signs", "similar"]
