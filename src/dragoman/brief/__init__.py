"""A cited note on two states: their contacts, people, positions, requests, and where their readouts differ.

Every line names the pages and characters that it rests on; what no page says is not said. Only the lines on coverage
and gaps speak of the store itself.
"""

from dragoman.brief.brief import brief
from dragoman.brief.records import Brief, Line, Part

__all__ = ["Brief", "Line", "Part", "brief"]
