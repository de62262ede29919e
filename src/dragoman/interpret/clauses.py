"""One sentence -> drafts of the statements in it: which cue, whose, and which words are reported."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.find import Found
from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.find.tokens import key_of
from dragoman.identify import Identified, Mention
from dragoman.interpret.acts import TO_SOMEBODY
from dragoman.interpret.contents import Contents
from dragoman.interpret.cues import Cue, CueWords
from dragoman.interpret.draft import Draft
from dragoman.interpret.forms import Forms
from dragoman.interpret.reading import SEPARATORS, Reading
from dragoman.interpret.subjects import Left
from dragoman.world.files import expand
from dragoman.world.pack.frames import Noun, Sourced, Verb

_NP = 9
_SPEAKERS = ("name", "office", "institution")


class Clauses:
    """Reads the statements of one page, sentence by sentence."""

    def __init__(self, found: Found, who: Identified, cues: CueWords) -> None:
        self.found = found
        self.tokens = found.tokens
        self.who = who
        self.cues = cues
        self.on = Reading(found, who, cues)
        self.contents = Contents(self.on)
        self.forms = Forms(self.on)
        self.subjects = self.on.subjects
        self.hits = cues.verbs.find(found.tokens)
        self.hit_starts = [h.first for h in self.hits]
        self.light = {h.first: h for h in cues.light.find(found.tokens)}
        self.nouns = {h.first: h for h in cues.nouns.find(found.tokens)}

    # ------------------------------------------------------------------------------------------ sentence

    def read(self, sentence: Sentence, number: int) -> list[Draft]:
        """The drafts of one sentence, in order, with speaker mentions and content."""
        drafts: list[Draft] = []
        self.on.floor = sentence.first
        floor = sentence.first
        for hit in self.hits_within(sentence.first, sentence.last):
            if hit.first < floor or not self._narrated(hit.first):
                continue
            draft = self._draft(hit, sentence, drafts)
            if draft is not None:
                draft.sentence = number
                drafts.append(draft)
                floor = draft.cue[1] if draft.cue else hit.last
        for i, draft in enumerate(drafts):
            if draft.rule in ("passive", "source.before") or draft.reports_nothing:
                continue
            self.contents.fill(
                draft, drafts[i - 1] if i else None, drafts[i + 1] if i + 1 < len(drafts) else None, sentence
            )
        return self._kept(drafts)

    def _kept(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts that report something; the subject of one that does not goes to the next without its own."""
        kept: list[Draft] = []
        for i, draft in enumerate(drafts):
            if draft.reports_nothing or (draft.content and self._tells(draft, drafts[:i])):
                kept.append(draft)
            elif i + 1 < len(drafts) and drafts[i + 1].inherits and not drafts[i + 1].subject and not kept:
                drafts[i + 1].subject, drafts[i + 1].loose = draft.subject, draft.loose
        return kept

    def _tells(self, draft: Draft, before: list[Draft]) -> bool:
        """Whether the words are a report: no plea for anonymity, nothing that another cue reports already."""
        k = bisect_left(self.tokens.start, draft.content[0][0])
        unsaid = self.cues.unsaid.at(self.tokens, k) or self.cues.unsaid.at(self.tokens, draft.start)
        return unsaid is None and all(draft.content != other.content for other in before)

    def hits_within(self, first: int, last: int) -> list[Hit[Cue]]:
        """Reporting words that begin in the tokens `[first, last)`."""
        return self.hits[bisect_left(self.hit_starts, first) : bisect_left(self.hit_starts, last)]

    def _narrated(self, k: int) -> bool:
        """Whether the word at token `k` is the page's own, not quoted; a quotation may begin with the page's own verb
        (Mr Sunak "stressed the importance …")."""
        quote = self.on.quote_at(self.tokens.start[k])
        return quote is None or (quote.inner == self.tokens.start[k] and k >= 2 and k - 1 in self.subjects.ending)

    def _draft(self, hit: Hit[Cue], sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        for row in hit.values:
            draft = (
                self._source(hit, row, sentence) if isinstance(row, Sourced) else self._verb(hit, row, sentence, drafts)
            )
            if draft is not None:
                return draft
        return None

    # ------------------------------------------------------------------------------------------ sources

    def _source(self, hit: Hit[Cue], row: Sourced, sentence: Sentence) -> Draft | None:
        """ "According to X, …", "…, menurut X", "Menurutnya, …"."""
        draft = Draft(hit.first, (hit.first, hit.last), row, rule="source")
        if row.clitic:
            draft.inherits = True
            draft.start = hit.last
        else:
            mention = self.subjects.starting.get(hit.last) or self.subjects.starting.get(hit.last + 1)
            if mention is None or mention.kind == "outlet" or mention.last > sentence.last:
                return None
            draft.subject = (mention,)
            draft.start = mention.last
        if row.before:
            return self._sentence_before(draft, sentence)
        draft.postposed = hit.first > sentence.first + 2 and self.tokens.key[hit.first - 1] in (",", "—", "–")
        if draft.postposed and self.tokens.key[hit.first - 2] in self.cues.relative:
            if draft.start < sentence.last and self.tokens.key[draft.start] == ",":  # ", which, according to X, …"
                draft.postposed, draft.first = False, hit.first - 2
                return draft
        if not draft.postposed and not (draft.start < sentence.last and self.tokens.key[draft.start] == ","):
            return None if hit.first > sentence.first else draft
        return draft

    def _sentence_before(self, draft: Draft, sentence: Sentence) -> Draft | None:
        """ "Об этом сообщил X": what the sentence before it tells, where nobody else says it."""
        i = bisect_left([s.first for s in self.found.sentences], sentence.first) - 1
        before = self.found.sentences[i] if i >= 0 else sentence
        if draft.first > sentence.first + 1 or i < 0 or before.paragraph == 0:
            return None
        if self.hits_within(before.first, before.last):
            return None
        draft.content, draft.rule = [self.found.chars(before.first, before.last)], "source.before"
        return draft

    # ------------------------------------------------------------------------------------------ verbs

    def _verb(self, hit: Hit[Cue], row: Verb, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        key = self.tokens.key
        cue_last, noun = self.noun_of(hit, sentence.last)
        if not row.cue and row.takes and noun is None:
            return None
        draft = Draft(hit.first, (hit.first, cue_last), row, noun=noun, rule="frame")
        draft.start = cue_last
        draft.participle = self.cues.is_participle(self.tokens, hit)
        behind = self.subjects.starting.get(cue_last)
        if row.neutral and behind is not None and behind.kind == "outlet" and hit.first > sentence.first:
            return None  # "…, reports the agency"
        subject = row.subject or self.cues.grammar.order.subject
        if subject == "clitic" or subject == "none":
            draft.inherits = True
            left = self.subjects.verb_group(hit.first, sentence.first)
            draft.first = left.at
            own = self.subjects.before(left.at, sentence.first) if subject == "none" else ()
            if own and own[-1].kind in ("institution", "office", "name"):
                draft.subject, draft.inherits = own[-1:], False
            elif subject == "none" and (end := self._place_of_words(hit, cue_last, sentence)) > cue_last:
                draft.start, draft.postposed = end, True
                issuer = self.subjects.ending.get(end)
                if issuer is not None and issuer.kind != "outlet":
                    draft.subject, draft.inherits = (issuer,), False
            return None if left.modal or left.negated else self.forms.checked(draft, row, sentence)
        quote_before = self.on.quote_ends(hit.first)
        if row.subject is None and self.cues.verb_first:
            return self.forms.verb_first(draft, row, sentence, drafts)
        if row.subject is None and self.cues.verb_final:
            return self.forms.verb_final(draft, row, sentence, drafts)
        if subject == "right" or (
            quote_before and not draft.participle and self.forms.right_subject(cue_last, sentence)
        ):
            return self.forms.inverted(draft, row, sentence, quote_before)
        if cue_last < sentence.last and self.tokens.key[cue_last] in self.cues.agent - self.cues.links_of(row):
            if not row.passive and not self.subjects.verb_group(hit.first, sentence.first).passive:
                return None  # a participle with an agent: "claimed by both"
        if self._trails(hit, row, cue_last, sentence):
            draft.postposed = True
            return self.forms.inverted(draft, row, sentence, None)
        left = self.subjects.verb_group(hit.first, sentence.first)
        if not left.negated and left.modal and self._purpose(draft, row, left, sentence, drafts):
            return draft
        if left.negated or (left.modal and row.act != "commit"):
            return None
        before = key[left.at - 1] if left.at > sentence.first else ""
        named = left.at in self.subjects.ending
        if left.at == hit.first and not named and before in self.cues.determiner | {"'s", "'", "’"}:
            return None
        if (row.passive or (left.passive and row.subject is None)) and not draft.participle:
            return self.forms.passive(draft, left, sentence) if row.takes else None
        if draft.participle:
            return self.forms.participle(draft, left, before, sentence, drafts)
        return self._finite(draft, row, left, before, sentence, drafts)

    def _purpose(self, draft: Draft, row: Verb, left: Left, sentence: Sentence, drafts: list[Draft]) -> bool:
        """ "X called Y to congratulate her on …": what somebody got in touch for was said; fills in the speaker."""
        act = draft.noun.act if draft.noun is not None else row.act
        if act not in TO_SOMEBODY or self.tokens.key[left.at] not in self.cues.purpose:
            return False
        previous = drafts[-1] if drafts else None
        if previous is not None and not previous.reports_nothing:
            return False
        subject = previous.subject if previous is not None else ()
        subject = subject or self.subjects.clause_subject(left.at, sentence.first)
        if not subject or not self.cues.modal.isdisjoint(self.tokens.key[subject[-1].last : left.at]):
            return False
        draft.subject, draft.first = subject, left.at
        between = self.who.within(subject[-1].last, left.at)
        draft.addressee = next((m for m in between if m.kind in _SPEAKERS and not m.place), None)
        return draft.addressee is not None

    def _place_of_words(self, hit: Hit[Cue], k: int, sentence: Sentence) -> int:
        """Where the text's name ends behind an impersonal verb that follows the words: "…, it is said in a note of X";
        `k` where none stands there."""
        apart = hit.first - sentence.first > 3 and self.tokens.key[hit.first - 1] in SEPARATORS
        if not apart or k >= sentence.last or self.tokens.key[k] not in self.cues.inside_office:
            return k
        for j in range(k + 1, min(k + _NP, sentence.last)):
            mention = self.subjects.starting.get(j)
            if mention is not None:
                return mention.last
            if not self.tokens.word[j][0].isalnum():
                return j
        return sentence.last

    def _trails(self, hit: Hit[Cue], row: Verb, k: int, sentence: Sentence) -> bool:
        """ "The talks will go on, said Foreign Minister X.": a verb of saying after a comma, its subject behind it."""
        if not row.neutral or "clause" not in row.takes or hit.first - sentence.first < 4 or k >= sentence.last:
            return False
        if self.subjects.verb_group(hit.first, sentence.first).at in self.subjects.ending:
            return False  # "X, for his part, said his government …"
        mention = self.forms.speaker_at(k) or self.forms.speaker_behind_told(row, k, sentence)
        named = mention is not None and mention.kind in _SPEAKERS and not mention.place
        if mention is not None and mention.kind == "pronoun":  # ", said he."
            named = mention.last >= sentence.last or not self.tokens.word[mention.last][0].isalnum()
        inside = mention is not None and self.tokens.key[k] in self.cues.inside_office
        free = self.cues.grammar.order.subject == "either"
        apart = self.tokens.key[hit.first - 1] == "," or (free and self.tokens.key[hit.first - 1] in SEPARATORS)
        return apart and (inside or (named and (free or hit.first - 1 not in self.subjects.ending)))

    def noun_of(self, hit: Hit[Cue], last: int) -> tuple[int, Noun | None]:
        """A light verb's noun that belongs to the cue: "expressed (deep) concern"."""
        if hit.first not in self.light:
            return hit.last, None
        adjoining = True
        for k in range(hit.last, min(last, hit.last + 8)):
            noun = self.nouns.get(k)
            if noun is not None:
                row = noun.values[0]
                bare = adjoining and not any(self.tokens.key[m] in self.cues.determiner for m in range(hit.last, k))
                return (noun.last if row.part == "cue" and bare else hit.last), row
            key = self.tokens.key[k]
            if key in self.cues.preposition or not (key[0].isalnum() or key in ("'s", "'", "’")):
                break
            adjoining = adjoining and key in self.cues.between
        return hit.last, None

    def _finite(
        self, draft: Draft, row: Verb, left: Left, before: str, sentence: Sentence, drafts: list[Draft]
    ) -> Draft | None:
        own = self.subjects.before(left.at, sentence.first)
        previous = drafts[-1] if drafts else None
        if own and own[-1].kind != "outlet":
            if self._denied(own[0].first, sentence):
                return None
            if own[-1].place:  # "officials with the minister in Vienna said"
                return self._distant(draft, row, left, sentence, previous)
            if previous is not None and not self._new_clause(own[0].first, previous, sentence):
                reported = bool(row.takes) and not left.modal and not left.passive
                if not (reported and self._relayed(own, row, previous)):
                    return None
                outer = drafts.pop()
                previous = None
                if own[-1].kind == "pronoun" and (outer.subject or outer.loose):
                    draft.subject, draft.loose, draft.first = outer.subject, outer.loose, outer.first
                    return self.forms.checked(draft, row, sentence)
            elif own[-1].kind in ("institution", "state") and self._closing(draft, sentence):
                if any(not d.reports_nothing for d in drafts):
                    return None
            draft.subject, draft.first = own, self.subjects.head(own[0].first, sentence.first)
            self._relative(draft, sentence)
            if not (self._object_of_preposition(own[0], sentence) and previous is None):
                return self.forms.checked(draft, row, sentence)
            draft.subject = ()
        if own and own[-1].kind == "outlet":
            return None
        draft.first = left.at
        if before in self.cues.relative:
            mention = self.subjects.ending.get(left.at - 1) or (
                self.subjects.ending.get(left.at - 2) if self.tokens.key[left.at - 2] == "," else None
            )
            if mention is not None and not mention.place and (previous is None or mention.last < left.at - 1):
                draft.subject, draft.first = (mention,), left.at - 1
                return self.forms.checked(draft, row, sentence)
            return self._relative_loose(draft, row, left, sentence, previous)
        if before in self.cues.conjunction or before == ",":
            return self._coordinated(draft, row, left, before, sentence, previous)
        return self._distant(draft, row, left, sentence, previous)

    def _denied(self, k: int, sentence: Sentence) -> bool:
        """ "Nor did he praise …": the negation and its auxiliary stand before the subject."""
        k = self.subjects.head(k, sentence.first)
        key = self.tokens.key
        return k - 2 >= sentence.first and key[k - 1] in self.cues.auxiliary and key[k - 2] in self.cues.negation

    def _relative_loose(
        self, draft: Draft, row: Verb, left: Left, sentence: Sentence, previous: Draft | None
    ) -> Draft | None:
        """ "analysts, who say that …": the words before the relative speak, where no mention covers them."""
        end = left.at - 1
        comma = end > sentence.first and self.tokens.key[end - 1] == ","
        start = self._loose_left(end - comma, previous.start if previous is not None else sentence.first)
        if previous is not None or start >= end - comma or not (row.neutral and "clause" in row.takes):
            return None
        draft.loose, draft.first = (start, end - comma), end
        return self.forms.checked(draft, row, sentence)

    def _relayed(self, own: tuple[Mention, ...], row: Verb, previous: Draft) -> bool:
        """ "The ministry said that the minister conveyed …": the inner speaker counts, and "he said he reiterated"."""
        if own[-1].gender == "n":
            return False  # "Qatar said that it stands ready": its own words
        if isinstance(previous.row, Sourced):
            return own[-1].kind in ("name", "office", "pronoun") and not previous.postposed
        if not (isinstance(previous.row, Verb) and previous.row.neutral) or previous.postposed:
            return False
        if own[0].first - previous.start > 2 or own[-1].kind in ("state", "institution"):
            return False
        outer = previous.subject[-1].kind if previous.subject else ""
        return outer in ("institution", "state", "office") or (own[-1].kind == "pronoun" and row.neutral)

    def _closing(self, draft: Draft, sentence: Sentence) -> bool:
        """ "…, the ministry reported." at the end of a sentence that is somebody's statement already."""
        return draft.start >= sentence.last or not self.tokens.word[draft.start][0].isalnum()

    def _relative(self, draft: Draft, sentence: Sentence) -> None:
        """ "…, which he said took place …": the clause begins at the relative word."""
        k = draft.first
        if k - 1 > sentence.first and self.tokens.key[k - 1] in self.cues.relative:
            draft.first = k - 1

    def _object_of_preposition(self, mention: Mention, sentence: Sentence) -> bool:
        k = mention.first
        return k > sentence.first and self.tokens.key[k - 1] in self.cues.preposition - self.cues.ends

    def _new_clause(self, k: int, previous: Draft, sentence: Sentence) -> bool:
        """Whether a subject at token `k` begins a clause beside the one already reported, not inside it."""
        before = self.tokens.key[k - 1]
        assert previous.cue is not None
        if self.on.quote_ends(k) is not None:
            return True
        if before in self.cues.link or not any(w[0].isalnum() for w in self.tokens.word[previous.start : k]):
            return False
        phrase = self.subjects.verb_group(k, sentence.first)
        before = self.tokens.key[phrase.at - 1] if phrase.at > sentence.first else before
        if before in self.cues.ends - self.cues.beside and self._that_clause(previous):
            return False  # "insisted that … because he feared …"
        state = self.on.who_begins(k) in ("state", "institution")
        if state and (before in self.cues.ends or self._that_clause(previous)):
            return False
        return (
            before in (",", ";", "—", "–")
            or before in self.cues.ends
            or before in self.cues.conjunction
            or (before in self.cues.relative)
        )

    def _that_clause(self, draft: Draft) -> bool:
        """Whether a linking word opens what the cue reports."""
        return draft.start < len(self.tokens) and self.tokens.key[draft.start] in self.cues.link

    def _coordinated(
        self, draft: Draft, row: Verb, left: Left, before: str, sentence: Sentence, previous: Draft | None
    ) -> Draft | None:
        at = left.at - 1
        if before in self.cues.conjunction and at > sentence.first and self.tokens.key[at - 1] == ",":
            at -= 1
        draft.first = at
        draft.inherits = True
        if previous is not None and self._goes_with_modal(draft, previous, left):
            return None
        if previous is None:
            subject = self.subjects.clause_subject(at, sentence.first)
            if not subject:
                return None
            draft.subject, draft.inherits = subject, False
            if row.act in ("agree", "state") and not row.neutral:
                return self.forms.checked(draft, row, sentence)
        elif previous.participle and before in self.cues.conjunction and previous.rule != "fronted":
            return None
        return self.forms.checked(draft, row, sentence)

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
            subject = self.subjects.clause_subject(left.at, sentence.first)
            if subject and self._plain_gap(subject[-1].last, left.at):
                draft.subject, draft.first = subject, subject[0].first
                return self.forms.checked(draft, row, sentence)
        start = self._loose_left(left.at, floor)
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
        if self._bare(draft, row) and not self.tokens.key[left.at - 1].endswith(self.cues.plural):
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
        return mention.kind in ("name", "office", "pronoun") and key in self.cues.conjunction

    def _plain_gap(self, first: int, last: int) -> bool:
        """Between subject and verb stands an insertion between marks, or a short phrase of time or place."""
        word, before = self.tokens.key[first], self.tokens.word[last - 1]
        if word in (",", "("):
            return last - first <= 30 and before in (",", ")")
        if word not in self.cues.preposition or last - first > 10:
            return False
        if any(k in self.cues.auxiliary for k in self.tokens.key[first:last]):
            return False
        return before[0].isupper() or before[0].isdigit() or not before[0].isalnum() or last - first <= 4

    def _bare(self, draft: Draft, row: Verb) -> bool:
        """Whether the cue stands in the form that is also a noun's or takes a plural subject: the row's first one."""
        assert draft.cue is not None
        return bool(self.cues.plural) and tuple(self.tokens.key[slice(*draft.cue)]) == key_of(expand(row.cue)[0])

    def _loose_left(self, at: int, floor: int) -> int:
        """Start of a plain noun phrase that ends at token `at`."""
        k = at
        while k > floor and at - k < _NP:
            word, key = self.tokens.word[k - 1], self.tokens.key[k - 1]
            if not (word[0].isalnum() or word in ("'s", "’s")) or key in self.cues.link or key in self.cues.ends:
                break
            if key in self.cues.auxiliary or key in self.cues.modal:
                return at
            k -= 1
        return k
