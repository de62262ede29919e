"""The subject of a plain verb in the clause: right before it, taken over from the verb before, or some way off."""

from __future__ import annotations

from dragoman.find.sentences import Sentence
from dragoman.find.tokens import key_of
from dragoman.identify import Mention
from dragoman.interpret.draft import Draft
from dragoman.interpret.forms import Forms
from dragoman.interpret.gaps import Gaps
from dragoman.interpret.reading import Reading
from dragoman.interpret.subjects import Left
from dragoman.world.files import expand
from dragoman.world.pack.frames import Sourced, Verb

_NAME = 6  # words of a name with what stands before it


class Finite:
    """Completes the draft of a verb behind its subject: "X said …", "X met Y and thanked …", "officials said …"."""

    def __init__(self, on: Reading, forms: Forms) -> None:
        self.on = on
        self.tokens = on.tokens
        self.cues = on.cues
        self.subjects = on.subjects
        self.forms = forms
        self.gaps = Gaps(on)

    def draft(
        self, draft: Draft, row: Verb, left: Left, before: str, sentence: Sentence, drafts: list[Draft]
    ) -> Draft | None:
        """The draft with its speaker; None where the verb reports nothing here. before: the key before its group."""
        previous = drafts[-1] if drafts else None
        own = self.subjects.before(left.at, sentence.first) or self._set_off(row, left, previous, sentence)
        if own:
            if own[-1].kind == "outlet" or self._denied(own[0].first, sentence) or self._no_verb(draft, own, left):
                return None
            if own[-1].place:  # "officials with the minister in Vienna said"
                return self._distant(draft, row, left, sentence, previous)
            if previous is not None and not self._new_clause(own[0].first, previous, sentence):
                reported = bool(row.takes) and not left.modal and not left.passive
                if not (reported and self._relayed(own, row, drafts)) or own[0].first in self.subjects.speaking:
                    return None
                outer = drafts.pop()
                previous = None
                if isinstance(outer.row, Sourced):
                    draft.subject, draft.first = own, outer.first
                    return self.forms.checked(draft, row, sentence)
                if own[-1].kind == "pronoun" and (outer.subject or outer.loose):
                    draft.subject, draft.loose, draft.first = outer.subject, outer.loose, outer.first
                    return self.forms.checked(draft, row, sentence)
            elif self._of_body(own[-1]) and self._closing(draft, sentence):
                if any(not d.reports_nothing for d in drafts):
                    return None
            draft.subject, draft.first = own, self.subjects.head(own[0].first, sentence.first)
            self._relative(draft, sentence)
            if not (self._governed(own[0], draft.first, sentence.first) and previous is None):
                return self.forms.checked(draft, row, sentence)
            draft.subject = ()
        draft.first = left.at
        if before == "," and self._apart(draft, left, sentence):
            return None
        if before in self.cues.relative:
            mention = self.subjects.ending.get(left.at - 1) or (
                self.subjects.ending.get(left.at - 2) if self.tokens.key[left.at - 2] == "," else None
            )
            if mention is not None and not mention.place and (previous is None or mention.last < left.at - 1):
                draft.subject, draft.first = (mention,), left.at - 1
                return self.forms.checked(draft, row, sentence)
            return self._relative_loose(draft, row, left, sentence) if previous is None else None
        if before in self.cues.conjunction or before == ",":
            return self._coordinated(draft, row, left, before, sentence, previous)
        return self._distant(draft, row, left, sentence, previous)

    def _set_off(self, row: Verb, left: Left, previous: Draft | None, sentence: Sentence) -> tuple[Mention, ...]:
        """ "Oslo rejects it, the envoy, X, said": a name between commas behind what somebody else did."""
        mention = self.subjects.ending.get(left.at - 1)
        if previous is None or not row.neutral or mention is None or mention.kind != "name":
            return ()
        head = self.subjects.head(mention.first, sentence.first)
        set_off = self.tokens.key[left.at - 1] == "," and self.tokens.key[head - 1] == ","
        return (mention,) if set_off and head - previous.start > 1 else ()

    def _apart(self, draft: Draft, left: Left, sentence: Sentence) -> bool:
        """ "X, asked about the port, said": a participle right behind the name with which the clause begins."""
        mention = self.subjects.ending.get(left.at - 1)
        if mention is None or mention.kind not in ("name", "office") or draft.cue is None:
            return False
        head = self.subjects.head(mention.first, sentence.first)
        opens = head == sentence.first or self.tokens.key[head - 1] in self.cues.ends | self.cues.conjunction
        closes = any(self.tokens.key[k] == "," for k in range(draft.cue[1], min(draft.cue[1] + 20, sentence.last)))
        return opens and closes and left.at == draft.cue[0]

    def _no_verb(self, draft: Draft, own: tuple[Mention, ...], left: Left) -> bool:
        """ "The ministry report": behind a single subject the bare form is a noun."""
        assert draft.cue is not None
        if left.at != draft.cue[0] or tuple(self.tokens.key[slice(*draft.cue)]) not in self.cues.present:
            return False
        last, head = own[-1], self.subjects.head(own[0].first, self.on.floor)
        if self._governed(own[0], head, self.on.floor):
            return False
        joined = len(own) > 1 or self.tokens.key[head - 1] in self.cues.conjunction | {","}
        many = last.plural or last.kind in ("group", "pronoun") or self.tokens.key[last.last - 1].endswith("s")
        return not (joined or many or last.first in self.subjects.speaking)

    def _governed(self, mention: Mention, head: int, first: int) -> bool:
        """Whether a preposition governs the subject: before its words, or before the article of a name nobody knows
        ("Mr. Morgan of the Norwegian Relief Club")."""
        stranger = mention.person is not None and self.on.who.people[mention.person].state is None
        return self.subjects.governed(head if stranger else mention.first, first)

    def _denied(self, k: int, sentence: Sentence) -> bool:
        """ "Nor did he praise …": the negation and its auxiliary stand before the subject."""
        k = self.subjects.head(k, sentence.first)
        key = self.tokens.key
        return k - 2 >= sentence.first and key[k - 1] in self.cues.auxiliary and key[k - 2] in self.cues.negation

    def _relative_loose(self, draft: Draft, row: Verb, left: Left, sentence: Sentence) -> Draft | None:
        """ "analysts, who say that …": the words before the relative speak, where no mention covers them."""
        end = left.at - 1
        comma = end > sentence.first and self.tokens.key[end - 1] == ","
        start = self.gaps.loose_left(end - comma, sentence.first)
        if start >= end - comma or not (row.neutral and "clause" in row.takes):
            return None
        draft.loose, draft.first = (start, end - comma), end
        return self.forms.checked(draft, row, sentence)

    def _relayed(self, own: tuple[Mention, ...], row: Verb, drafts: list[Draft]) -> bool:
        """ "The ministry said that the minister conveyed …": the inner speaker counts, and "he said he reiterated"."""
        previous = drafts[-1]
        if own[-1].gender == "n" or row.attitude:
            return False  # "Qatar said that it stands ready": its own words
        if isinstance(previous.row, Sourced):
            return own[-1].kind in ("name", "office", "pronoun") and not previous.postposed
        if not (isinstance(previous.row, Verb) and previous.row.neutral) or previous.postposed:
            return False
        if own[0].first - previous.start > 2 or own[-1].kind in ("state", "institution"):
            return False
        outer = next((d.subject[-1].kind for d in reversed(drafts) if d.subject), "") if not previous.loose else ""
        return outer in ("institution", "state", "office") or (own[-1].kind == "pronoun" and row.neutral)

    def _ahead(self, draft: Draft) -> bool:
        """Whether a verb of contact tells what is to come: "will visit Rome, the White House said" is a statement."""
        keys = self.tokens.key[slice(*draft.cue)] if draft.reports_nothing and draft.cue else []
        return not (self.cues.modal | self.cues.passive).isdisjoint(keys)

    @staticmethod
    def _of_body(mention: Mention) -> bool:
        """A body, or an office nobody's name stands at ("the president's press service")."""
        return mention.kind in ("institution", "state") or (mention.kind == "office" and mention.person is None)

    def _closing(self, draft: Draft, sentence: Sentence) -> bool:
        """ "…, the ministry reported." at the end of a sentence that is somebody's statement already."""
        return draft.start >= sentence.last or not self.tokens.word[draft.start][0].isalnum()

    def _relative(self, draft: Draft, sentence: Sentence) -> None:
        """ "…, which he said took place …": the clause begins at the relative word."""
        k = draft.first
        if k - 1 > sentence.first and self.tokens.key[k - 1] in self.cues.relative:
            draft.first = k - 1

    def _new_clause(self, k: int, previous: Draft, sentence: Sentence) -> bool:
        """Whether a subject at token `k` begins a clause beside the one already reported, not inside it."""
        if self.on.quote_ends(k) is not None:
            return True
        k = self.subjects.head(k, sentence.first) if self._ahead(previous) else k
        before = self.tokens.key[k - 1]
        linked = before in self.cues.link and previous.rule != "fronted"
        if linked or not any(w[0].isalnum() for w in self.tokens.word[previous.start : k]):
            return False
        if k in self.subjects.speaking and before[0].isalnum():
            return before in self.cues.conjunction
        phrase = self.subjects.verb_group(k, sentence.first)
        before = self.tokens.key[phrase.at - 1] if phrase.at > sentence.first else before
        if before in self.cues.ends - self.cues.beside and self._that_clause(previous):
            return False  # "insisted that … because he feared …"
        if before in self.cues.contrast and self.tokens.key[phrase.at - 2] == "," and not self._that_clause(previous):
            return True
        state = self.on.who_begins(k) in ("state", "institution")
        if state and (before in self.cues.ends or self._that_clause(previous)):
            return False
        opens = self.cues.ends | self.cues.conjunction | self.cues.relative
        return before in (",", ";", "—", "–") or before in opens

    def _that_clause(self, draft: Draft) -> bool:
        """Whether a linking word opens what the cue reports."""
        return draft.start < len(self.tokens) and self.tokens.key[draft.start] in self.cues.link

    def _coordinated(
        self, draft: Draft, row: Verb, left: Left, before: str, sentence: Sentence, previous: Draft | None
    ) -> Draft | None:
        """ "X met Y and thanked …": the subject of the verb before goes on, or the one that the clause began with."""
        at = left.at - 1
        if before in self.cues.conjunction and at > sentence.first and self.tokens.key[at - 1] == ",":
            at -= 1
        draft.first = at
        draft.inherits = True
        if previous is not None and self._goes_with_modal(draft, previous, left):
            return None
        if previous is None:
            draft.subject = self.subjects.clause_subject(at, sentence.first)
            draft.loose = None if draft.subject else self._name_apart(at, before, sentence)
            if not draft.subject and draft.loose is None:
                return None
            draft.inherits = False
        elif previous.participle and before in self.cues.conjunction and previous.rule != "fronted":
            return None
        return self.forms.checked(draft, row, sentence)

    def _name_apart(self, at: int, before: str, sentence: Sentence) -> tuple[int, int] | None:
        """ "Morgan, asked about the port, said": the tokens of a name nobody knows with which the sentence begins."""
        first = self.on.after_quotes(at, sentence.first)
        if self.cues.skips.at(self.tokens, first) is not None:
            return None
        word, key = self.tokens.word, self.tokens.key
        k = first
        closed = self.cues.preposition | self.cues.ends | self.cues.auxiliary | self.cues.modal | self.cues.not_name
        while k < at and k - first < _NAME and word[k][0].isalpha() and key[k] not in closed:
            k += 1
        named = before == "," and first < k < at and key[k] == "," and word[first][0].isupper()
        return (first, k) if named and word[k - 1][0].isupper() else None

    def _goes_with_modal(self, draft: Draft, previous: Draft, left: Left) -> bool:
        """ "said X would settle A and discuss B": a bare form joined to one behind a modal inside what is reported."""
        assert draft.cue is not None
        if previous.reports_nothing or tuple(self.tokens.key[slice(*draft.cue)]) not in self.cues.bases:
            return False
        return not self.cues.modal.isdisjoint(self.tokens.key[previous.start : left.at])

    def _distant(self, draft: Draft, row: Verb, left: Left, sentence: Sentence, previous: Draft | None) -> Draft | None:
        """A subject with something between it and the verb, or one that no mention covers."""
        floor = previous.start if previous is not None else sentence.first
        if previous is None:
            subject = self.subjects.clause_subject(left.at, self.on.after_quotes(left.at, sentence.first))
            if subject and self.gaps.plain(subject[-1].last, left.at):
                draft.subject, draft.first = subject, subject[0].first
                return self.forms.checked(draft, row, sentence)
        start = self.gaps.loose_left(left.at, floor)
        mention = self.subjects.starting.get(start)
        if (
            mention is not None
            and mention.last < left.at
            and self._goes_on(mention)
            and (previous is None or self._new_clause(start, previous, sentence))
        ):
            draft.subject, draft.first = (mention,), start
            return self.forms.checked(draft, row, sentence)
        if self.tokens.key[start] in self.cues.preposition:
            return None  # "In a phone call on Wednesday": no subject
        if self._bare(draft, row) and not self.gaps.many(start, left.at):
            return None  # "paid a courtesy call on": a noun that looks like the verb
        if previous is not None and left.at - start == 1 and self._plain_word(start):
            return None  # "denied as baseless reports that …": a noun that looks like the verb
        if start < left.at and (previous is None or self._new_clause(start, previous, sentence)):
            draft.loose, draft.first = (start, left.at), start
            return self.forms.checked(draft, row, sentence) if row.takes else None
        return None

    def _plain_word(self, k: int) -> bool:
        """Whether a lower-case word stands there that is no plural: nobody who could speak."""
        plural = self.cues.plural
        return self.tokens.word[k][0].islower() and not (plural and self.tokens.key[k].endswith(plural))

    def _goes_on(self, mention: Mention) -> bool:
        """Whether a noun phrase that begins with the mention goes on: "X and his team", "officials working on …"."""
        key = self.tokens.key[mention.last]
        if mention.kind == "institution":
            ending = self.cues.participle
            return key in self.cues.preposition or key in self.cues.relative or bool(ending and key.endswith(ending))
        if mention.kind in ("name", "office") and key in self.cues.preposition:
            return True  # "Mr. Morgan of the Norwegian Refugee Council"
        return mention.kind in ("name", "office", "pronoun") and key in self.cues.conjunction

    def _bare(self, draft: Draft, row: Verb) -> bool:
        """Whether the cue stands in the form that is also a noun's or takes a plural subject: the row's first one."""
        assert draft.cue is not None
        return bool(self.cues.plural) and tuple(self.tokens.key[slice(*draft.cue)]) == key_of(expand(row.cue)[0])
