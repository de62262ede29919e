"""Many pages to engagements: keys (who can meet) -> compare (pure pair features) -> link -> conflicts -> engage.

Nothing here reads or writes anything: reports in, engagements out, the same for the same reports in any order. An
engagement is a view over links; a link carries its score, why it was drawn and by whom, and can be taken away again.
"""

from dragoman.merge.engage import engagements, merge
from dragoman.merge.records import Conflict, ConflictValue, Engagement, Judgement, Link, Person, Report, Stage
from dragoman.merge.reports import reports_of

__all__ = [
    "Conflict", "ConflictValue", "Engagement", "Judgement", "Link", "Person", "Report", "Stage", "engagements", "merge",
    "reports_of",
]  # fmt: skip
