"""Offices as written: "Iran's Acting Foreign Minister Ali Bagheri", "Presiden terpilih Iran", "his counterpart"."""

from __future__ import annotations

from dragoman.find.lexicon import Hit
from dragoman.find.tokens import POSSESSIVE, Tokens
from dragoman.identify.complements import Complements
from dragoman.identify.holders import is_last_name
from dragoman.identify.mentions import Mention
from dragoman.identify.names import may_be_name, name_run
from dragoman.identify.people import fold
from dragoman.identify.vocabulary import Entity, Vocabulary, value_of
from dragoman.world.roles import office_weight

_HEAD = "agency_head"
_FIELD = 4  # words that the field of an office may have before its title


class Designations(Complements):
    """Reads designations around role words in one page's tokens."""

    def __init__(self, tokens: Tokens, hits: list[Hit[Entity]], vocabulary: Vocabulary, bodies: dict[str, str]) -> None:
        super().__init__(tokens, hits, vocabulary)
        self.bodies = bodies
        self.abbreviation = frozenset(vocabulary.grammar.words.abbreviation)
        self.page: set[str] = set()  # words of the page's names, where capitals do not tell them

    def read(self, hit: Hit[Entity], first: int, last: int) -> Mention:
        """The mention around the role word `hit`, within the sentence `[first, last)`."""
        role = value_of(hit, "role")
        assert role is not None
        mention = Mention(hit.first, hit.last, "office", role=role.value)
        other = value_of(self.ends.get(hit.first), "body") if hit.first > first else None
        if role.value in self.bodies and other is not None and other.value != self.bodies[role.value]:
            mention.role = _HEAD  # "ECOWAS Commission President"
        elif role.value in self.bodies:
            mention.states = (self.bodies[role.value],)
        elif within := self._state_within(hit):
            mention.states = (within,)
        self._left(mention, first)
        self._right(mention, last)
        if self.vocabulary.listed and mention.name is None:
            self._name_before(mention, first)
        return mention

    # ------------------------------------------------------------------------------------- what stands before

    def _left(self, mention: Mention, first: int) -> None:
        """Takes in modifiers, the state's adjective or possessive, and the article or possessive that opens it."""
        k = mention.first
        while k > first:
            hit = self.ends.get(k)
            key = self.tokens.key[k - 1]
            if hit is not None and hit.first >= first and (found := self._before(mention, hit)) is not None:
                k = found
            elif key in POSSESSIVE and k - 1 > first and self.state(self.ends.get(k - 1)) and not mention.states:
                k -= 1
            elif key in self.vocabulary.determiner or key in self.vocabulary.possessive:
                k -= 1
                break
            elif key in POSSESSIVE and value_of(house := self.ends.get(k - 1), "institution") and house is not None:
                k = house.first  # "the Indian foreign ministry's spokesperson"
            elif key in POSSESSIVE and k - 2 > first and self.tokens.key[k - 3] in self.vocabulary.determiner:
                k -= 3  # "the organisation's executive director"
                mention.text = "body"
                break
            elif (key == "-" and self.glued(k - 1)) or (
                self._adjective(k - 1) and k - 1 > first and self._opens(k - 1)
            ):
                k -= 1
            elif (
                not mention.states
                and (opened := min(self.over_service(k, first), self._over_field(mention, k, first))) < k
            ):
                k = opened
            else:
                break
        mention.first = k

    def _over_field(self, mention: Mention, k: int, first: int) -> int:
        """Over capitalised words between a state or body and the title ("European Community [External Relations]
        Commissioner"), which gives the state; `k` where there is none."""
        if self.vocabulary.grammar.order.state != "before":
            return k
        for j in range(k - 1, max(first, k - _FIELD) - 1, -1):
            if j + 1 < k:
                hit = self.ends.get(j + 1)
                if hit is not None:
                    code = self.state(hit)
                    if code is not None and value_of(hit, "adjective", "body"):
                        mention.states = (code,)
                        return hit.first
                    return k
            word = self.tokens.word[j]
            if not (word[0].isupper() and word[-1].isalpha()) or word.isupper() or self.hits.get(j) is not None:
                return k
        return k

    def _state_within(self, hit: Hit[Entity]) -> str | None:
        """The state by whose house or city the title itself goes: "White House spokesman"."""
        words = self.tokens.key[hit.first : hit.last]
        for k in range(len(words) - 1, 0, -1):
            for entity in self.vocabulary.lexicon.get(tuple(words[:k])):
                if entity.kind in ("state", "adjective", "metonym", "body"):
                    return entity.value
        return None

    def _before(self, mention: Mention, hit: Hit[Entity]) -> int | None:
        if modifier := value_of(hit, "modifier"):
            mention.modifier = mention.modifier or modifier.value
            mention.role = self._finer(mention, hit) or mention.role
            return hit.first
        if self.vocabulary.grammar.order.state == "after":
            return None
        both = self.vocabulary.grammar.order.state == "both"
        adjective = value_of(hit, "adjective")
        if (code := (adjective.value if adjective else None) if both else self.state(hit)) and not mention.states:
            mention.states = (code,)
            return hit.first
        return None

    def _finer(self, mention: Mention, hit: Hit[Entity]) -> str | None:
        """The role of modifier and title together, where a state stands between them: "top [Iranian] diplomat"."""
        role = next((h for h in (self.hits.get(k) for k in range(hit.last, mention.last)) if value_of(h, "role")), None)
        if role is None or role.first == hit.last:
            return None
        words = (*self.tokens.key[hit.first : hit.last], *self.tokens.key[role.first : role.last])
        entities = self.vocabulary.lexicon.get(words)
        return next((e.value for e in entities if e.kind == "role"), None)

    def _adjective(self, k: int) -> bool:
        if self.vocabulary.grammar.order.state == "both":  # no articles that would show where the phrase begins
            return False
        word = self.tokens.word[k]
        key = self.tokens.key[k]
        closed = self.vocabulary.preposition | self.vocabulary.conjunction
        return word[0].islower() and len(word) > 2 and key not in closed and k not in self.hits

    def _opens(self, k: int) -> bool:
        """A state, an article or a possessive stands before the unknown adjective at `k`."""
        before = self.tokens.key[k - 1]
        known = before in self.vocabulary.determiner or before in self.vocabulary.possessive or before in POSSESSIVE
        return known or value_of(self.ends.get(k), "adjective") is not None

    # ------------------------------------------------------------------------------------- what stands after

    def _right(self, mention: Mention, last: int) -> None:
        j = mention.last
        for _ in range(6):
            step = self._after(mention, j, last)
            if step == j:
                break
            j = step
        named = self._name(mention, j, last)
        if named is None and j > mention.last:
            named = self._name(mention, mention.last, last)
        mention.last = self._over_rest(max(mention.last, j), last) if named is None else named
        if named is not None:
            if not mention.states:
                mention.last = self.of_state(mention, mention.last, last)
            mention.last = self.bracket(mention.last, last)

    def _after(self, mention: Mention, j: int, last: int) -> int:
        """One step over what may stand between a role and the name; fills in state, modifier, finer role."""
        if j >= last:
            return j
        hit, key = self.hits.get(j), self.tokens.key[j]
        if j == mention.last and self.tokens.key[j - 1] in self.vocabulary.of:  # "ambassador to", with its preposition
            over = self.complement_party(mention, j - 1, last)
            if over is not None:
                return over
        if hit is not None and (modifier := value_of(hit, "modifier")) and not value_of(hit, "role"):
            mention.modifier = mention.modifier or modifier.value
            return hit.last
        side = self.vocabulary.grammar.order.state
        if side != "before" and not mention.states and (code := self.state(hit, adjective=side == "after")):
            mention.states = (code,)
            assert hit is not None
            return hit.last
        if not mention.states and value_of(hit, "state") and hit is not None and self._named_after(hit.last, last):
            mention.states = (value_of(hit, "state").value,)  # type: ignore[union-attr]
            return hit.last
        if key == "(":
            return self.bracket(j, last)
        if key == "-" and j + 1 < last and value_of(self.hits.get(j + 1), "modifier"):
            return j + 1
        if key in POSSESSIVE:
            return self._second_role(mention, j + 1, last) or self._over_owned(j, last)
        if key in self.vocabulary.conjunction:
            return self._second_role(mention, j + 1, last, named=True) or j
        over = self.of_state(mention, j, last)
        return over if over != j else self.complement(mention, j, last)

    def _over_rest(self, j: int, last: int) -> int:
        """Over what is left of a title before a comma: "the Ukrainian [president's office],"."""
        for k in range(j, min(j + _FIELD, last)):
            if self.tokens.key[k] == ",":
                return k
            inside = value_of(self.hits.get(k), "role", "institution") or self.tokens.key[k] in POSSESSIVE
            if not inside and value_of(self.ends.get(k + 1), "role", "institution") is None:
                break
        return j

    def _over_owned(self, j: int, last: int) -> int:
        """Over the state's house and its mark before the name: "Speaker of Ukraine's [Verkhovna Rada], Ruslan X,"."""
        for k in range(j + 1, min(j + _FIELD + 4, last)):
            if self.tokens.key[k] == ",":
                return k if self._named_behind(k, last) else j
            if not self.tokens.word[k][0].isalnum():
                break
        return j

    def _named_after(self, j: int, last: int) -> bool:
        """Whether a whole name follows the state ("President Kenya Samuel Otieno"); "Israel Katz" is one name."""
        return name_run(self.tokens, j, last, self.vocabulary, self.hits, sure=False) - j >= 2

    def _second_role(self, mention: Mention, j: int, last: int, *, named: bool = False) -> int | None:
        """ "… minister's senior assistant": the second role counts; "Crown Prince and Prime Minister X": the first."""
        while j < last and (hit := self.hits.get(j)) and not value_of(hit, "role") and value_of(hit, "modifier"):
            j = hit.last
        hit = self.hits.get(j)
        role = value_of(hit, "role")
        if role is None or hit is None:
            return None
        if not named:
            mention.role = role.value
            mention.modifier = None
            return hit.last
        after_role = self.state(self.hits.get(hit.last))
        if mention.states and after_role and self.vocabulary.grammar.order.state != "before":
            return None
        after = self.of_state(mention, hit.last, last)
        begin = self._over_honorifics(after, last)
        end = name_run(self.tokens, begin, last, self.vocabulary, self.hits, sure=True)
        if end == begin and after == hit.last:
            return None
        self._take_heavier(mention, role.value)
        return after

    def _take_heavier(self, mention: Mention, role: str) -> None:
        """Of two offices the mention keeps the one that counts for more."""
        state = mention.states[0] if mention.states else None
        if office_weight(role, state) > office_weight(mention.role, state):
            mention.role = role

    def _name(self, mention: Mention, j: int, last: int) -> int | None:
        comma = j < last and self.tokens.key[j] == ","
        k = self._over_honorifics(j + 1 if comma else j, last)
        end = name_run(self.tokens, k, last, self.vocabulary, self.hits, sure=True)
        if end == k or (comma and not self._closes(k, end, last)):
            return None
        titled = k == mention.last and self.tokens.key[k - 1] in self.vocabulary.particle  # "Pope Francis"
        mention.name = (k - titled, end)
        mention.kind = "name"
        return end

    def _over_honorifics(self, k: int, last: int) -> int:
        """The token behind "H.E. Dr." or "former" at `k`, and behind the point of a title ("Rep.")."""
        if 0 < k < last and self.tokens.word[k] == "." and self.tokens.key[k - 1] in self.abbreviation:
            k += 1
        while k < last and value_of(hit := self.hits.get(k), "honorific", "modifier"):
            assert hit is not None
            k = hit.last
            if k < last and self.tokens.word[k] == ".":
                k += 1
        return k

    def _name_before(self, mention: Mention, first: int) -> None:
        """Without capitals: the unknown words before an office, set apart by a comma, or after a title ("Mr")."""
        comma = mention.first - 1 > first and self.tokens.key[mention.first - 1] == ","
        end = k = mention.first - comma
        count = 0
        while k > first and end - k < 6:
            hit = self.ends.get(k)
            if value_of(hit, "person") and hit is not None:
                k, count = hit.first, count + 2
            elif self.tokens.key[k - 1] in self.vocabulary.particle and k < end:
                k -= 1
            elif k - 2 >= first and self.tokens.key[k - 2] in self.vocabulary.particle:
                k, count = k - 2, count + 1
            elif may_be_name(self.tokens, k - 1, self.vocabulary, self.hits):
                k, count = k - 1, count + 1
            else:
                break
        titled = value_of(self.ends.get(k), "honorific") is not None
        known = any(value_of(self.hits.get(j), "person") for j in range(k, end))
        marked = titled or known or any(self.tokens.key[j] in self.vocabulary.particle for j in range(k, end))
        single = count == 1 and (is_last_name(fold(self.tokens.word[k])) or (k == first and bool(mention.states)))
        if (count >= 2 and (comma or marked or (count < 4 and mention.states))) or (comma and single):
            mention.name, mention.kind, mention.first = (k, end), "name", k

    def _closes(self, k: int, end: int, last: int) -> bool:
        """A name after a comma belongs to the office when it has two words and punctuation or a small word follows."""
        if end - k < 2:
            return False
        if end >= last or not self.tokens.word[end][0].isalpha():
            return True
        key = self.tokens.key[end]
        return key in self.vocabulary.preposition or key in self.vocabulary.conjunction
