"""Many pages to engagements: candidates (block keys) -> compare (pure pair features) -> link -> conflicts -> engage.

Nothing here reads or writes anything: reports in, engagements out, the same for the same reports in any order. An
engagement is a view over links; a link carries its score, why it was drawn and by whom, and can be taken away again.

Seams for what is still simple: `names.same_name` (names across scripts), `candidates.block` and `candidates.buckets`
(planned with held, neighbouring days, visits and the meetings in them), `link.cluster` (a person's word on a pair).
"""

from dragoman.merge.engage import engagements, merge
from dragoman.merge.records import Conflict, ConflictValue, Engagement, Link, Person, Report
from dragoman.merge.reports import reports_of

__all__ = ["Conflict", "ConflictValue", "Engagement", "Link", "Person", "Report", "engagements", "merge", "reports_of"]
