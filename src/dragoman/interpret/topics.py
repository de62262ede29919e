"""What was talked about, as the text lists it: noun phrases beside "discussed", "about", "including"."""

from __future__ import annotations

from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.identify import Identified
from dragoman.interpret.encounter_draft import EncounterDraft
from dragoman.interpret.encounter_words import POSSESSIVE
from dragoman.interpret.reports import Reports
from dragoman.model import Topic
from dragoman.world.pack.encounters import TopicCue

_MOST = 8
_LONGEST = 60


def find_topics(drafts: list[EncounterDraft], reader: Reports, who: Identified) -> None:
    """Gives each main contact the topics that stand with it: the text's own list, else the main issues raised."""
    main = [d for d in drafts if d.salience == "main" and d.kind not in ("visit",)]
    if not main:
        return
    finder = TopicLists(reader)
    hits = reader.words.topic_cues.find(reader.found.tokens)
    for rank in (1, 2):
        for hit in hits:
            if hit.values[0].rank == rank:
                finder.take(hit, main if rank == 1 else [d for d in main if len(d.topics) < 1 or d in finder.loose])
        finder.loose = [d for d in main if not d.topics]


class TopicLists:
    """Reads the lists of one page."""

    def __init__(self, reader: Reports) -> None:
        self.reader = reader
        self.found = reader.found
        self.tokens = reader.found.tokens
        self.keys = reader.found.tokens.key
        self.words = reader.words
        self.loose: list[EncounterDraft] = []

    def take(self, hit: Hit[TopicCue], drafts: list[EncounterDraft]) -> None:
        """Adds the topics beside one cue to the contact that its sentence belongs to."""
        sentence = next((s for s in self.reader.sentences if s.first <= hit.first < s.last), None)
        if sentence is None or sentence.paragraph == 0 or not drafts:
            return
        draft = self._owner(hit, sentence, drafts)
        if draft is None or self._quoted(hit.first):
            return
        row = hit.values[0]
        if row.side == "left":
            spans = self._left(hit, sentence)
        else:
            spans = self._right(hit, sentence)
        for first, last in spans:
            self._add(draft, first, last)

    def _quoted(self, k: int) -> bool:
        at = self.tokens.start[k]
        return any(q.start <= at < q.end for q in self.found.quotes)

    def _owner(self, hit: Hit[TopicCue], sentence: Sentence, drafts: list[EncounterDraft]) -> EncounterDraft | None:
        """The contact reported in this sentence, else the latest one before it."""
        for draft in drafts:
            if any(sentence.first <= r < sentence.last for r in draft.reports):
                return draft
        before = [d for d in drafts if d.reports[0] < hit.first]
        if before:
            return max(before, key=lambda d: max(r for r in d.reports if r < hit.first))
        return drafts[0] if drafts[0].reports[0] - hit.first < 120 else None

    # ------------------------------------------------------------------------------------------ extent

    def _right(self, hit: Hit[TopicCue], sentence: Sentence) -> list[tuple[int, int]]:
        first = hit.last
        last = self._stop(first, sentence.last)
        for k in range(first, last):
            n = self.words.including.starts(self.keys, k, last)
            if n:
                head = self.split(first, k) if not self._vague(first, k) else []
                return head + self.split(k + n, last)
        return self.split(first, last)

    def _stop(self, first: int, last: int) -> int:
        """Where the list that begins at `first` ends."""
        words, keys = self.words, self.keys
        for k in range(first, min(last, first + _LONGEST)):
            key = keys[k]
            if key in ";:.!?“”\"" or key in words.relative and k > first and keys[k - 1] == ",":
                return k
            comma = k > first and keys[k - 1] == ","
            if comma and (words.stop.starts(keys, k, last) or self._participle(k) or self._clause(k, last)):
                return k - 1
            if key in words.conjunction and self._clause(k + 1, last):
                return k
            if k > first and key == "with" and (m := self.reader.slots.mention_at(k + 1, last)) and m.person is not None:
                return k
            if k > first and key in words.preposition and self._time(k + 1):
                return k
        return min(last, first + _LONGEST)

    def _participle(self, k: int) -> bool:
        ending = self.words.participle
        return bool(ending) and self.keys[k].endswith(ending) and len(self.keys[k]) > 5 and not self.words.including.starts(
            self.keys, k, k + 3
        )

    def _clause(self, k: int, last: int) -> bool:
        """Whether a clause with a subject of its own begins at `k`, or a verb that goes on from the subject before."""
        if k + 1 >= last:
            return False
        mention = self.reader.slots.starting.get(k)
        if mention is not None and mention.kind in ("pronoun", "name", "group", "office"):
            after = self.keys[mention.last] if mention.last < last else ""
            return after not in POSSESSIVE and after[:1].isalpha() and after not in self.words.preposition | self.words.conjunction
        if self.keys[k] in self.words.auxiliary | self.words.modal and self.keys[k] != "to":
            return True
        hit = self.words.topic_cues.at(self.tokens, k) or self.words.outcome_cues.at(self.tokens, k)
        return hit is not None and (hit.last - hit.first > 1 or self.keys[k].endswith("ed"))

    def _time(self, k: int) -> bool:
        return False

    def _left(self, hit: Hit[TopicCue], sentence: Sentence) -> list[tuple[int, int]]:
        """The subject of a passive cue: "X and Y were also discussed"."""
        first = sentence.first
        for k in range(hit.first - 1, sentence.first - 1, -1):
            if self.keys[k] in ";:." or hit.first - k > 45:
                first = k + 1
                break
        last = self.reader.slots.group(hit.first, first).at
        return self.split(first, last)

    # ------------------------------------------------------------------------------------------ items

    def split(self, first: int, last: int) -> list[tuple[int, int]]:
        """The items of a list: cut at commas, at "and" after a comma or before a new noun phrase."""
        cuts: list[tuple[int, int]] = []
        depth = 0
        commas = 0
        k = first
        while k < last:
            key = self.keys[k]
            depth += (key == "(") - (key == ")")
            n = self.words.joined.starts(self.keys, k, last)
            if depth == 0 and key == ",":
                commas += 1
                n = self.words.joined.starts(self.keys, k + 1, last) if k + 1 < last else 0
                cuts.append((k, k + 1 + n))
                k += n
            elif depth == 0 and n and (n > 1 or commas or self._new_phrase(k + n, last)):
                cuts.append((k, k + n))
                k += n - 1
            k += 1
        items, at = [], first
        for start, end in [*cuts, (last, last)]:
            items.append((at, start))
            at = end
        return [i for i in (self._trim(*i) for i in items) if i[1] > i[0]]

    def _new_phrase(self, k: int, last: int) -> bool:
        """Whether a full noun phrase begins at `k`: an article, a possessive, a name with its possessive."""
        if k >= last:
            return False
        key = self.keys[k]
        if key in self.words.determiner or key in self.words.possessive:
            return True
        return any(self.keys[j] in self.words.grammar.words.of[:1] for j in range(k + 1, min(k + 4, last)))

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """Without marks and linking words at either end."""
        words = self.tokens.word
        while first < last and (not words[first][0].isalnum() or self.keys[first] in self.words.conjunction):
            first += 1
        while last > first and not words[last - 1][0].isalnum() and words[last - 1] not in (")", "%"):
            last -= 1
        return first, last

    def _vague(self, first: int, last: int) -> bool:
        keys = [k for k in self.keys[first:last] if k[0].isalpha()]
        return len(keys) < 9 and any(k in self.words.vague for k in keys)

    def _add(self, draft: EncounterDraft, first: int, last: int) -> None:
        keys = self.keys[first:last]
        if len(draft.topics) >= _MOST or (len(keys) < 4 and all(k in self.words.vague or len(k) < 4 for k in keys)):
            return
        start, end = self.found.chars(first, last)
        text = self.found.text[start:end]
        if any(start < t.span[1] and t.span[0] < end or text.casefold() == t.text.casefold() for t in draft.topics):
            return
        draft.topics.append(Topic(text=text, span=(start, end), topic=self.words.topics.classify(text)))
