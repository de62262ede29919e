"""What was talked about: the text's own list beside "discussed" or "about", else the main issues raised."""

from __future__ import annotations

from bisect import bisect_right

from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.interpret.encounter_draft import EncounterDraft, Report
from dragoman.interpret.reports import Reports
from dragoman.interpret.topic_phrases import TopicPhrases
from dragoman.model import Topic
from dragoman.world.calendar import Time
from dragoman.world.pack.encounters import ContactNoun, TopicCue

_MOST = 8
_FAR = 160
_NEAR = 8
# With so many topics from words of the second rank none of the third are looked for.
_ENOUGH = 3
# A single thing told by words of the first rank is no list; how many phrases with topic words are taken.
_SECOND, _NAMED = 2, 4


def find_topics(drafts: list[EncounterDraft], reader: Reports, times: tuple[Time, ...]) -> None:
    """Gives each contact the topics that stand with it, in the order of the text, at most eight.

    Main contacts come first, as if there were no others; then the others, from what stands nearest to them (not in
    languages where nothing can be taken off around a topic, whose loose topics are less sure).
    """
    if not drafts:
        return
    finder = _Topics(reader, times, drafts)
    hits = [h for h in reader.words.topic_cues.find(reader.found.tokens) if finder.told(h)]
    main = [d for d in drafts if d.salience == "main"]
    others = [d for d in drafts if d.salience != "main"] if reader.words.layer else []
    for some, all_ in ((main, main), (others, drafts)):
        if some:
            finder.drafts = all_
            finder.fill(some, hits)
    for draft in drafts:
        draft.topics.sort(key=lambda t: t.span)
        del draft.topics[_MOST:]
    _share(drafts)


def _share(drafts: list[EncounterDraft]) -> None:
    """A contact told in one sentence with another one is about the same things ("arrived for talks on X")."""
    for draft in drafts:
        for other in drafts:
            together = draft.status != "held" and set(draft.sentences) & set(other.sentences)
            if not draft.topics and together and draft.states() & other.states():
                draft.topics = list(other.topics)


def _talks(draft: EncounterDraft) -> bool:
    return draft.status == "held" and draft.kind != "visit"


class _Topics:
    """The topics of one page. open: contacts for which words of the second rank are used; single: those of them that
    have a topic by words of the first."""

    def __init__(self, reader: Reports, times: tuple[Time, ...], drafts: list[EncounterDraft]) -> None:
        self.reader = reader
        self.found = reader.found
        self.words = reader.words
        self.drafts = drafts
        self.open = drafts
        self.single: list[EncounterDraft] = []
        self.lists = TopicPhrases(reader, times)
        self.firsts = [s.first for s in reader.sentences]

    def fill(self, some: list[EncounterDraft], hits: list[Hit[TopicCue]]) -> None:
        """Gives topics to some of the contacts, by words of one rank after the other."""
        for report, draft in sorted(((r, d) for d in some for r in d.told if not r.title), key=lambda x: x[0].cue):
            self.about(report, draft)
        self.open = some
        for rank in (1, 2, 3):
            if rank == 2:
                few = _SECOND if self.words.layer and not self.words.possessor_after else 1
                self.open = [d for d in some if len(d.topics) < few and _talks(d)]
                self.single = [d for d in self.open if d.topics]
            self.open = [d for d in self.open if rank < 3 or len(d.topics) < _ENOUGH]
            for hit in hits if self.open else ():
                self.take(hit, rank)
        self.open = [d for d in some if not d.topics and _talks(d)]
        if self.open:
            self.named()

    def told(self, hit: Hit[TopicCue]) -> bool:
        """Whether the cue stands in the story; in quotations only words that announce a list count."""
        at = self.found.tokens.start[hit.first]
        quoted = any(q.start <= at < q.end for q in self.found.quotes)
        plain = not quoted or hit.values[0].rank == 1 or any(d.kind == "message" for d in self.drafts)
        return plain and self._sentence(hit.first).paragraph > 0

    def _sentence(self, k: int) -> Sentence:
        return self.reader.sentences[bisect_right(self.firsts, k) - 1]

    def about(self, report: Report, draft: EncounterDraft) -> None:
        """What stands after "about" in the sentence of a report."""
        last = self.reader.sentences[report.sentence].last
        keys = self.found.tokens.key
        for k in range(report.cue[1], min(report.cue[1] + 45, last)):
            n = self.words.about.starts(keys, k, last)
            if keys[k] == "," and self._new_subject(k + 1, last):
                return
            if n:
                self._add(draft, self.lists.right(k + n, last))
                return

    def _new_subject(self, k: int, last: int) -> bool:
        """Whether somebody else is spoken of from token `k` on."""
        mention = self.reader.slots.starting.get(k)
        return self.lists.clause(k, last) or (mention is not None and mention.kind in ("name", "state"))

    def take(self, hit: Hit[TopicCue], rank: int) -> None:
        """Adds the topics beside one cue to the contact that its sentence belongs to."""
        for row in hit.values:
            if row.rank == rank:
                self._row(hit, row)

    def named(self) -> None:
        """Adds the phrases with topic words to contacts of which nearly nothing else tells what they were about."""
        for hit in self.words.topics.hits(self.found.tokens):
            sentence = self._sentence(hit.first)
            draft = self._owner(hit, sentence, self.drafts) if sentence.paragraph > 0 else None
            if draft is not None and draft in self.open and len(draft.topics) < _NAMED:
                self._add(draft, self.lists.around(hit.first, hit.last, sentence.first, sentence.last))

    def _row(self, hit: Hit[TopicCue], row: TopicCue) -> None:
        sentence = self._sentence(hit.first)
        draft = self._owner(hit, sentence, self.drafts)
        if draft is None or draft not in self.open or not self._ours(hit, row, sentence):
            return
        if row.rank == 1 and self._noun(hit, sentence, draft):
            return
        if row.side == "subject" and draft in self.single:
            return
        self._add(draft, self._spans(hit, row, sentence))

    def _spans(self, hit: Hit[TopicCue], row: TopicCue, sentence: Sentence) -> list[tuple[int, int]]:
        if row.side == "left":
            return [*self.lists.left(hit, sentence), *self.lists.examples(hit.last, sentence.last)]
        if row.side == "subject":
            return self.lists.subject(hit.last, sentence.last)
        return (self.lists.right if row.rank == 1 else self.lists.loose)(hit.last, sentence.last)

    def _ours(self, hit: Hit[TopicCue], row: TopicCue, sentence: Sentence) -> bool:
        """Whether the cue's verb tells of what was done, not of what is hoped or denied; relative clauses do not."""
        group = self.reader.slots.group(hit.first, sentence.first)
        before = self.found.tokens.key[group.at - 1] if group.at > sentence.first else ""
        return not group.negated and not (row.side == "left" and before in self.words.relative)

    def _noun(self, hit: Hit[TopicCue], sentence: Sentence, draft: EncounterDraft) -> bool:
        """Whether the cue is a noun of some other contact ("its role in the talks on X")."""
        cue = self.words.cues.at(self.found.tokens, hit.first)
        noun = cue is not None and all(isinstance(row, ContactNoun) for row in cue.values)
        return noun and not any(sentence.first <= r <= hit.first < r + _NEAR for r in draft.reports)

    def _owner(
        self, hit: Hit[TopicCue] | Hit[tuple[int, str]], sentence: Sentence, drafts: list[EncounterDraft]
    ) -> EncounterDraft | None:
        """The contact reported in this sentence, else the latest one before it, else the first one soon after."""
        for draft in drafts:
            if any(sentence.first <= r < sentence.last for r in draft.reports):
                return draft
        if self.lists.headline(sentence):
            after = [d for d in drafts if 0 < d.reports[0] - hit.first < _FAR]
            if after:
                return after[0]
        before = [d for d in drafts if d.reports[0] < hit.first and d.kind != "visit"]
        if self._face_to_face(hit, sentence):
            before = [d for d in before if d.kind in ("meeting", "conference")] or before
        if before:
            return max(before, key=lambda d: max(r for r in d.reports if r < hit.first))
        return drafts[0] if drafts and drafts[0].reports[0] - hit.first < _FAR else None

    def _face_to_face(self, hit: Hit[TopicCue] | Hit[tuple[int, str]], sentence: Sentence) -> bool:
        """Whether the sentence speaks of a meeting before the cue ("the annual meeting serves to discuss …")."""
        cues = (self.words.cues.at(self.found.tokens, k) for k in range(sentence.first, hit.first))
        rows = [row for cue in cues if cue is not None for row in cue.values]
        return any(isinstance(r, ContactNoun) and not r.weak and r.kind in ("meeting", "conference") for r in rows)

    def _add(self, draft: EncounterDraft, spans: list[tuple[int, int]]) -> None:
        tokens = self.found.tokens
        for first, last in spans:
            start, end = self.found.chars(first, last)
            text = self.found.text[start:end]
            known = any((start < t.span[1] and t.span[0] < end) or _alike(text, t.text) for t in draft.topics)
            if not known:
                topic = self.words.topics.within(tokens, first, last)
                draft.topics.append(Topic(text=text, span=(start, end), topic=topic))


def _alike(a: str, b: str) -> bool:
    """Whether two phrases say the same in other words: most words of the shorter stand in the longer."""
    x = {w for w in a.casefold().split() if len(w) > 3}
    y = {w for w in b.casefold().split() if len(w) > 3}
    return bool(x and y) and len(x & y) >= 0.6 * min(len(x), len(y))
