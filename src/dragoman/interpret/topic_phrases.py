"""The main issues raised where a text has no list of topics: what verbs of speech govern, without its layers."""

from __future__ import annotations

from dragoman.find.tokens import POSSESSIVE
from dragoman.interpret.topic_lists import ENDS, TopicLists
from dragoman.interpret.topic_words import OTHER

# How long the subject of a reported clause may be; how many items of a loose list are taken.
_SUBJECT, _FEW = 18, 5
# How many layers stand around a topic, and how many words one of them has.
_LAYERS, _LAYER = 5, 5
_PHRASE = 12


class TopicPhrases(TopicLists):
    """Reads the noun phrases of one page that tell what was talked about."""

    def loose(self, first: int, last: int) -> list[tuple[int, int]]:
        """The first items after words that do not announce a list, without what stands around them."""
        if first >= last or self.keys[first] in self.words.complement:
            return []
        begin = self._peeled(first, last)
        items = self.right(begin, last) if begin is not None else []
        return [i for i in items if not self._verbal(*i) and self._tells(*i)][:_FEW]

    def _peeled(self, first: int, last: int) -> int | None:
        """Where the topic begins: "[called on Peru to take steps to cut] its deficit", "[the need for] a truce"."""
        for _ in range(_LAYERS):
            if first >= last:
                return None
            inner = self._over_party(first, last)
            if inner is None:
                return None
            if inner == first:
                inner = self._over_verb(first, last)
            if inner == first:
                inner = self._over_layer(first, last)
            if inner == first:
                break
            first = inner
        return first

    def _over_party(self, first: int, last: int) -> int | None:
        """Over somebody to whom it is said, as far as "for", "on", "to"; None where nothing but him is told."""
        keys = self.keys
        mention = self.reader.slots.mention_at(first, last, int(keys[first] in self.words.determiner))
        if mention is None or mention.adjective or (mention.kind == "institution" and not mention.states):
            return first
        if mention.last < last and keys[mention.last] in POSSESSIVE:
            return first
        after = keys[mention.last] if mention.last < last else ""
        if after in self.words.infinitive:
            return mention.last
        if after in self.words.concerning:
            return mention.last + 1
        return mention.last if mention.kind == "pronoun" and after[:1].isalpha() else None

    def _over_verb(self, first: int, last: int) -> int:
        """Over an infinitive with its "to" and adverbs, and over a bare verb."""
        keys, k = self.keys, first
        if keys[k] in self.words.infinitive and k + 2 < last:
            k += 1
            while (
                k + 2 < last and self.words.grammar.order.adverb and keys[k].endswith(self.words.grammar.order.adverb)
            ):
                k += 1
            return k + 1
        return k + 1 if keys[k] in self.words.deed else first

    def _over_layer(self, first: int, last: int) -> int:
        """Over a noun that only says how the topic was spoken of, with the preposition behind it."""
        keys, words = self.keys, self.words
        for k in range(first, min(first + _LAYER, last - 1)):
            if keys[k] in words.layer and keys[k + 1] in words.complement:
                return last  # "hope that …"
            if keys[k] in words.layer and (keys[k + 1] in words.preposition or keys[k + 1] in words.infinitive):
                return (
                    k + 1
                    if keys[k + 1] in words.infinitive and keys[k + 2 : k + 3] != [] and self._bares(k + 2)
                    else k + 2
                )
            if keys[k] in words.preposition or (not keys[k][0].isalnum() and keys[k] not in POSSESSIVE):
                break
        return first

    def _bares(self, k: int) -> bool:
        """Whether token `k` is a bare verb rather than the beginning of a noun phrase."""
        return self.keys[k] not in self.words.determiner | self.words.possessive and k not in self.reader.slots.starting

    def _tells(self, first: int, last: int) -> bool:
        """Whether it says what was talked about: long enough or with a topic's words ("the drivers" is neither), no
        group nor anybody else named, no layer left around it ("deep condolences on …")."""
        keys, words = self.keys, self.words
        if self._party(first, last) or (last - first < 5 and keys[last - 1] in words.grammar.words.sides):
            return False
        head = next((k for k in range(first, last) if keys[k] in words.preposition), last)
        if not words.layer.isdisjoint(keys[first:head]):
            return False
        return last - first > 2 or words.topics.within(self.tokens, first, last) != OTHER

    def _party(self, first: int, last: int) -> bool:
        """Whether nobody but somebody named is there, or a group stands at its head."""
        mention = self.reader.slots.mention_at(first, last, int(self.keys[first] in self.words.determiner))
        return mention is not None and (mention.last >= last or mention.kind == "group")

    def around(self, first: int, last: int, floor: int, end: int) -> list[tuple[int, int]]:
        """The noun phrase in which the topic words `[first, last)` stand, between the tokens `floor` and `end`."""
        words, keys = self.words, self.keys
        while first > floor and self._inner(first - 1) and last - first < _PHRASE:
            first -= 1
            if keys[first] in words.determiner or keys[first] in words.possessive:
                break
        while last < end and last - first < _PHRASE:
            if keys[last] in words.preposition and keys[last] in words.concerning and last + 1 < end:
                if self.tokens.start[last + 1] in self.dates or self._person(last + 1, end):
                    break
                last += 2
            elif self._inner(last) and keys[last] not in words.determiner:
                last += 1
            else:
                break
        item = self._trim(first, last)
        return [] if item[1] <= item[0] or self._verbal(*item) else [item]

    def _inner(self, k: int) -> bool:
        """Whether a noun phrase may go on over token `k`."""
        words, key = self.words, self.keys[k]
        if not key[0].isalnum() and key not in POSSESSIVE:
            return False
        closed = words.preposition | words.conjunction | words.auxiliary | words.modal | words.relative | words.clause
        mention = self.reader.slots.starting.get(k)
        named = (mention is not None and mention.kind == "pronoun") or k in self.reader.slots.named
        verb = key in words.deed or key in words.speaks or key in words.complement or key in words.finite
        return key not in closed and not verb and not named and not self._said(k)

    def _said(self, k: int) -> bool:
        hit = self.words.topic_cues.at(self.tokens, k)
        return hit is not None

    def subject(self, first: int, last: int) -> list[tuple[int, int]]:
        """The subject of a reported clause that begins at `first` ("that [the growth of trade] is vital")."""
        words, keys = self.words, self.keys
        end = first = self._complement(first, last)
        while end < min(last, first + _SUBJECT) and keys[end] not in words.finite:
            if keys[end] == "," and self._resumed(end + 1, last):
                break
            if keys[end] in ENDS or keys[end] == "," or keys[end] in words.relative:
                return []
            end += 1
        item = self._trim(first, end)
        if end - first < 3 or end >= min(last, first + _SUBJECT):
            return []
        mention = self.reader.slots.mention_at(first, last, 1)
        gerund = bool(words.participle) and keys[item[0]].endswith(words.participle)
        if gerund or (mention is not None and mention.last >= item[1]):
            return []
        linked = any(k in words.preposition for k in keys[item[0] + 1 : item[1] - 1])
        return [item] if linked and not self._verbal(*item) and not self._empty(*item) else []

    def _complement(self, first: int, last: int) -> int:
        """Where the reported clause begins: after "that", if it stands before the first comma."""
        for k in range(first, min(last, first + _SUBJECT)):
            if self.keys[k] in self.words.complement and (k == first or self.keys[first] in self.words.preposition):
                return k + 1
            if self.keys[k] == ",":
                break
        return first

    def _resumed(self, k: int, last: int) -> bool:
        """Whether what a comma at `k` inserts ends in another comma and the verb of the clause."""
        close = next((j for j in range(k, min(k + _SUBJECT, last - 1)) if self.keys[j] == ","), None)
        return close is not None and self.keys[close + 1] in self.words.finite
