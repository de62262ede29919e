"""What completes an office behind its role word: "of Kenya", "for Syria", "to the Premier of Kenya"."""

from __future__ import annotations

from dragoman.find.lexicon import Hit
from dragoman.find.tokens import POSSESSIVE, Tokens
from dragoman.identify.mentions import Mention
from dragoman.identify.names import name_run
from dragoman.identify.vocabulary import Entity, Vocabulary, value_of

_SERVICE = 4  # words of the service that an official serves
_PHRASE = 14  # tokens that the name of an office may have


class Complements:
    """Steps over complements in one page's tokens, and takes from them the state of the office."""

    def __init__(self, tokens: Tokens, hits: list[Hit[Entity]], vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.hits = {h.first: h for h in hits}
        self.ends = {h.last: h for h in hits}
        self.vocabulary = vocabulary
        words = vocabulary.grammar.words
        self.closed = vocabulary.preposition | vocabulary.conjunction | vocabulary.determiner | vocabulary.possessive
        self.closed |= frozenset(words.auxiliary) | frozenset(words.modal) | frozenset(words.relative)

    def state(self, hit: Hit[Entity] | None, *, adjective: bool = True) -> str | None:
        entity = value_of(hit, "state", "adjective", "body", "metonym", "capital")
        return entity.value if entity and (adjective or entity.kind != "adjective") else None

    def of_state(self, mention: Mention, j: int, last: int) -> int:
        """Over "of Iran", "of the Republic of Kazakhstan", "dari Iran"; sets the state when there is none yet."""
        if j >= last or self.tokens.key[j] not in (self.vocabulary.of[0],):
            return j
        for k in range(j + 1, min(j + 5, last)):
            code = self.state(self.hits.get(k))
            if code:
                mention.states = mention.states or (code,)
                return self.hits[k].last
            if self.tokens.key[k] not in self.vocabulary.determiner and not self.tokens.word[k][0].isupper():
                break
            if self.tokens.key[k] == self.vocabulary.of[0]:
                break
        return j

    def glued(self, k: int) -> bool:
        """Whether no space stands before the token: the hyphen of "then-Prime Minister"."""
        return k > 0 and self.tokens.end[k - 1] == self.tokens.start[k]

    def over_service(self, k: int, first: int) -> int:
        """Over the service or field between a state and its official ("Israeli [military] official", "U.S. [defense]
        officials"); `k` where there is none."""
        key, word = self.tokens.key, self.tokens.word
        for j in range(k - 1, max(first, k - _SERVICE) - 1, -1):
            house = value_of(self.hits.get(j), "institution") or value_of(self.ends.get(j + 1), "institution")
            if not word[j].islower() or not (house or key[j] in self.vocabulary.not_name):
                return k
            before = self.ends.get(j)
            short = before is not None and self.state(before) is not None and word[before.first].isupper()
            if short or value_of(before, "adjective", "body"):
                return j
            if key[j - 1] in POSSESSIVE and self.state(self.ends.get(j - 1)):
                return j
        return k

    def complement(self, mention: Mention, j: int, last: int) -> int:
        """Over "for Syria", "in special political affairs", "to the UN" when a name follows."""
        if self.tokens.key[j] not in self.vocabulary.of and self.tokens.key[j] not in self.vocabulary.preposition:
            return j
        over = self.complement_party(mention, j, last)
        if over is not None:
            return over
        if self.vocabulary.listed:
            return j
        for k in range(j + 1, min(j + 10, last)):
            word = self.tokens.word[k]
            if word == "," and k - j > 1:
                return k if self._named_behind(k, last) else j
            if not word[0].isalpha() and word not in "-&":
                return j
            if self.tokens.key[k] in self.vocabulary.conjunction and self.hits.get(k + 1) is None:
                continue
            end = name_run(self.tokens, k, last, self.vocabulary, self.hits, sure=False)
            previous = self.hits.get(k) or self.ends.get(k)
            field = k - j > 1 and self.tokens.key[k - 1] in self.vocabulary.not_name
            if end - k >= 2 and (previous is not None or field or self.tokens.word[k - 1][0].islower()) and k - j > 1:
                if self.tokens.word[k - 1][0].islower() and self.tokens.key[k - 1] in self.vocabulary.preposition:
                    continue
                field = self.tokens.key[k - 1] in self.vocabulary.conjunction and end - k >= 3
                return k + field  # "for Trade and Industry Ana Ruiz"
            if value_of(self.hits.get(k), "role", "pronoun"):
                return j
        return j

    def _named_behind(self, comma: int, last: int) -> bool:
        """Whether a whole name stands between this comma and the next mark: "envoy for the region, Kari Lund, …"."""
        end = name_run(self.tokens, comma + 1, last, self.vocabulary, self.hits, sure=False)
        return end - comma > 2 and (end >= last or not self.tokens.word[end][0].isalnum())

    def complement_party(self, mention: Mention, j: int, last: int) -> int | None:
        """Over a state, a body or a state's institution right behind the preposition: "ambassador to Croatia",
        "spokesman for the Nigerian army" (whose state is the office's)."""
        if self.tokens.key[j] not in self.vocabulary.of or j + 1 >= last:
            return None
        k = j + 1 + (self.tokens.key[j + 1] in self.vocabulary.determiner)
        hit = self.hits.get(k)
        if hit is not None and value_of(hit, "role"):  # "secretary to the Premier of Kenya"
            over = self.of_state(mention, hit.last, last)
            return over if over > hit.last else None
        code = self.state(hit)
        if code is None:
            return self._field(mention, k, last)
        if hit is None or hit.last >= last:
            return None
        if self.tokens.key[hit.last] in POSSESSIVE and value_of(self.hits.get(hit.last + 1), "role"):
            mention.states = mention.states or (code,)  # "adviser to Ukraine's President X"
            return None
        noun = self.hits.get(hit.last + (self.tokens.key[hit.last] in POSSESSIVE))
        if noun is not None and value_of(noun, "institution"):
            mention.states = mention.states or (code,)
            return noun.last
        phrase = self._phrase_party(mention, k, last)
        if phrase is not None:
            return phrase
        word = self.tokens.word[hit.last]
        named = name_run(self.tokens, hit.last, last, self.vocabulary, self.hits, sure=False) - hit.last >= 2
        return hit.last if word == "," or word[0].islower() or named else None

    def bracket(self, j: int, last: int) -> int:
        """Over a short bracket: "(Seskab)", "(PRC)"."""
        if j < last and self.tokens.word[j] == "(":
            for k in range(j + 1, min(j + 5, last)):
                if self.tokens.word[k] == ")":
                    return k + 1
        return j

    def _field(self, mention: Mention, k: int, last: int) -> int | None:
        """Over a field of work that a state or a state's office follows: "secretary [for] Foreign Affairs to the
        Premier of Kenya", "president [of] the 75th session of the General Assembly"."""
        for j in range(k, min(k + 4, last)):
            if self.tokens.key[j] in self.vocabulary.of and j > k:
                over = self.of_state(mention, j, last)
                return over if over > j else self.complement_party(mention, j, last)
            if self.hits.get(j) is not None or not self.tokens.word[j][0].isalnum():
                break
        return self._phrase_party(mention, k, last)

    def _phrase_party(self, mention: Mention, k: int, last: int) -> int | None:
        """Over a name of capitalised words that a mark ends, with a state or its army in it: "spokeswoman for the
        [Taiwan Affairs Office of China's State Council], said"."""
        state = None
        j = k
        while j < min(k + _PHRASE, last) and self.tokens.word[j][0].isalnum():
            word, key = self.tokens.word[j], self.tokens.key[j]
            if not (word[0].isupper() or key in POSSESSIVE or key in self.vocabulary.of[:1] or key in self.closed):
                return None
            hit = self.hits.get(j)
            found = value_of(hit, "state", "adjective", "body", "metonym") if j > k else None
            state = found.value if found is not None else state
            j = hit.last if hit is not None else j + 1
            if j < last and self.tokens.key[j] in POSSESSIVE:
                j += 1
        if state is None or j >= last or self.tokens.key[j] != ",":
            return None
        mention.states = mention.states or (state,)
        return j
