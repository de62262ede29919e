"""What was talked about: the text's own list beside "discussed" or "about", else the main issues raised."""

from __future__ import annotations

from bisect import bisect_right

from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.find.tokens import Tokens
from dragoman.interpret.encounter_draft import EncounterDraft, Report
from dragoman.interpret.reports import Reports
from dragoman.interpret.topic_lists import TopicLists
from dragoman.model import Topic
from dragoman.world.calendar import Time
from dragoman.world.pack.encounters import ContactNoun, TopicCue

_MOST = 8
_FAR = 160


def find_topics(drafts: list[EncounterDraft], reader: Reports, times: tuple[Time, ...]) -> None:
    """Gives each main contact the topics that stand with it, in the order of the text, at most eight."""
    main = [d for d in drafts if d.salience == "main"]
    if not main:
        return
    finder = _Topics(reader, times, main)
    hits = [h for h in reader.words.topic_cues.find(reader.found.tokens) if finder.plain(h.first)]
    for report, draft in sorted(((r, d) for d in main for r in d.told if not r.title), key=lambda x: x[0].cue):
        finder.about(report, draft)
    for hit in hits:
        finder.take(hit, 1)
    finder.open = [d for d in main if not d.topics and d.status == "held" and d.kind != "visit"]
    for hit in hits if finder.open else ():
        finder.take(hit, 2)
    for draft in main:
        draft.topics.sort(key=lambda t: t.span)
        del draft.topics[_MOST:]
    _share(main)


def _share(drafts: list[EncounterDraft]) -> None:
    """A contact told in one sentence with another one is about the same things ("arrived for talks on X")."""
    for draft in drafts:
        for other in drafts:
            together = draft.status != "held" and set(draft.sentences) & set(other.sentences)
            if not draft.topics and together and draft.states() & other.states():
                draft.topics = list(other.topics)


class _Topics:
    """The topics of one page. open: contacts for which words of the second rank are used."""

    def __init__(self, reader: Reports, times: tuple[Time, ...], main: list[EncounterDraft]) -> None:
        self.reader = reader
        self.found = reader.found
        self.words = reader.words
        self.main = main
        self.open = main
        self.lists = TopicLists(reader, times)
        self.firsts = [s.first for s in reader.sentences]

    def plain(self, k: int) -> bool:
        """Whether the token stands in the story and outside quotations."""
        at = self.found.tokens.start[k]
        return self._sentence(k).paragraph > 0 and not any(q.start <= at < q.end for q in self.found.quotes)

    def _sentence(self, k: int) -> Sentence:
        return self.reader.sentences[bisect_right(self.firsts, k) - 1]

    def about(self, report: Report, draft: EncounterDraft) -> None:
        """What stands after "about" in the sentence of a report."""
        last = self.reader.sentences[report.sentence].last
        keys = self.found.tokens.key
        for k in range(report.cue[1], min(report.cue[1] + 45, last)):
            n = self.words.about.starts(keys, k, last)
            if n:
                self._add(draft, self.lists.right(k + n, last))
                return

    def take(self, hit: Hit[TopicCue], rank: int) -> None:
        """Adds the topics beside one cue to the contact that its sentence belongs to."""
        row = hit.values[0]
        if row.rank != rank:
            return
        sentence = self._sentence(hit.first)
        drafts = self.main if rank == 1 else self.open
        draft = self._owner(hit, sentence, drafts)
        if draft is None or not self._ours(hit, row, sentence) or (rank == 1 and self._noun(hit, sentence, draft)):
            return
        spans = self.lists.left(hit, sentence) if row.side == "left" else self.lists.right(hit.last, sentence.last)
        self._add(draft, spans)

    def _ours(self, hit: Hit[TopicCue], row: TopicCue, sentence: Sentence) -> bool:
        """Whether the cue's verb tells of what was done, not of what is hoped or denied; relative clauses do not."""
        group = self.reader.slots.group(hit.first, sentence.first)
        before = self.found.tokens.key[group.at - 1] if group.at > sentence.first else ""
        return not group.negated and not (row.side == "left" and before in self.words.relative)

    def _noun(self, hit: Hit[TopicCue], sentence: Sentence, draft: EncounterDraft) -> bool:
        """Whether the cue is a noun of some other contact ("its role in the talks on X")."""
        cue = self.words.cues.at(self.found.tokens, hit.first)
        noun = cue is not None and all(isinstance(row, ContactNoun) for row in cue.values)
        return noun and not any(sentence.first <= r < sentence.last for r in draft.reports)

    def _owner(self, hit: Hit[TopicCue], sentence: Sentence, drafts: list[EncounterDraft]) -> EncounterDraft | None:
        """The contact reported in this sentence, else the latest one before it, else the first one soon after."""
        for draft in drafts:
            if any(sentence.first <= r < sentence.last for r in draft.reports):
                return draft
        if self.lists.headline(sentence):
            after = [d for d in drafts if 0 < d.reports[0] - hit.first < _FAR]
            if after:
                return after[0]
        before = [d for d in drafts if d.reports[0] < hit.first and d.kind != "visit"]
        if before:
            return max(before, key=lambda d: max(r for r in d.reports if r < hit.first))
        return drafts[0] if drafts and drafts[0].reports[0] - hit.first < _FAR else None

    def _add(self, draft: EncounterDraft, spans: list[tuple[int, int]]) -> None:
        tokens = self.found.tokens
        for first, last in spans:
            start, end = self.found.chars(first, last)
            text = self.found.text[start:end]
            known = any((start < t.span[1] and t.span[0] < end) or _alike(text, t.text) for t in draft.topics)
            if not known:
                part = Tokens(
                    tokens.start[first:last], tokens.end[first:last], tokens.word[first:last], tokens.key[first:last]
                )  # fmt: skip
                draft.topics.append(Topic(text=text, span=(start, end), topic=self.words.topics.of(part)))


def _alike(a: str, b: str) -> bool:
    """Whether two phrases say the same in other words: most words of the shorter stand in the longer."""
    x = {w for w in a.casefold().split() if len(w) > 3}
    y = {w for w in b.casefold().split() if len(w) > 3}
    return bool(x and y) and len(x & y) >= 0.75 * min(len(x), len(y))
