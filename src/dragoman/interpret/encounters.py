"""Mentions -> encounters: the reports of one contact on a page become one record, with when, where and about what."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.find import Found
from dragoman.find.times import find_times
from dragoman.identify import Identified
from dragoman.interpret.encounter_draft import EncounterDraft, Report
from dragoman.interpret.encounter_words import EncounterWords
from dragoman.interpret.enrich import Enricher
from dragoman.interpret.merging import Merger
from dragoman.interpret.outcomes import find_outcomes
from dragoman.interpret.reports import Reports
from dragoman.interpret.topics import find_topics
from dragoman.interpret.when_where import dateline
from dragoman.model import Article
from dragoman.world.pack.times import Times

__all__ = ["EncounterDraft", "find_encounters"]


def find_encounters(
    found: Found, who: Identified, article: Article, words: EncounterWords, times: Times
) -> list[EncounterDraft]:
    """The contacts that the page reports, in the order of their first report.

    times: the language's dates and durations.
    """
    hits = words.cues.find(found.tokens)
    if not hits or not who.mentions:
        return []
    reader = Reports(found, who, words, dateline(article, words))
    starts = [h.first for h in hits]
    reports: list[Report] = []
    for number, sentence in enumerate(reader.sentences):
        lo, hi = bisect_left(starts, sentence.first), bisect_left(starts, sentence.last)
        if lo < hi:
            reports += reader.read(hits[lo:hi], sentence, number)
    if not reports:
        return []
    told = find_times(found.text, times)
    merger = Merger(reader, told, article)
    drafts = merger.merge(reports)
    if not drafts:
        return []
    enricher = Enricher(reader, told, article, times)
    enricher.enrich(drafts)
    find_topics(drafts, reader, told)
    find_outcomes(drafts, reader)
    return drafts
