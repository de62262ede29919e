"""The query API over a store: engagements, statements, events, one engagement with its evidence, timelines.

Every answer cites: what is said of a contact or a statement comes with page and characters. `search.compare` and
`search.coverage` are imported by themselves, as a plain question needs neither.
"""

from dragoman.search.engagements import engagements, timeline
from dragoman.search.events import events
from dragoman.search.query import Found, Query, QueryError
from dragoman.search.show import show
from dragoman.search.statements import statements

__all__ = ["Found", "Query", "QueryError", "engagements", "events", "show", "statements", "timeline"]
