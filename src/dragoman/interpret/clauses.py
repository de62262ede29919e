"""One sentence -> drafts of the statements in it: which cue, whose, and which words are reported."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.find import Found
from dragoman.find.lexicon import Hit
from dragoman.find.sentences import Sentence
from dragoman.find.tokens import POSSESSIVE
from dragoman.identify import Identified
from dragoman.interpret.contents import Contents
from dragoman.interpret.cues import Cue, CueWords
from dragoman.interpret.draft import Draft
from dragoman.interpret.finite import Finite
from dragoman.interpret.forms import Forms
from dragoman.interpret.orders import Orders
from dragoman.interpret.reading import PHRASE, SEPARATORS, Reading
from dragoman.interpret.sources import Sources
from dragoman.interpret.subjects import Left
from dragoman.interpret.targets import TO_SOMEBODY
from dragoman.interpret.trailing import Trailing
from dragoman.world.pack.frames import Noun, Sourced, Verb

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
        self.orders = Orders(self.on, self.forms)
        self.finite = Finite(self.on, self.forms)
        self.sources = Sources(self.on, self.hits_within)
        self.trailing = Trailing(self.on, self.contents)
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
        drafts = self.trailing.outermost(drafts, sentence)
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
            elif isinstance(draft.row, Verb) and not kept and drafts[i + 1 :] and drafts[i + 1].inherits:
                drafts[i + 1].subject, drafts[i + 1].loose = draft.subject, draft.loose
        return kept

    def _tells(self, draft: Draft, before: list[Draft]) -> bool:
        """Whether the words are a report: no plea for anonymity, nothing that another cue reports already."""
        k = bisect_left(self.tokens.start, draft.content[0][0])
        spots = (k, draft.start) if draft.start < len(self.tokens) else (k,)
        plea = any(self.cues.unsaid.at(self.tokens, spot) is not None for spot in spots)
        return not plea and all(draft.content != other.content for other in before)

    def hits_within(self, first: int, last: int) -> list[Hit[Cue]]:
        """Reporting words that begin in the tokens `[first, last)`."""
        return self.hits[bisect_left(self.hit_starts, first) : bisect_left(self.hit_starts, last)]

    def _narrated(self, k: int) -> bool:
        """Whether the word at token `k` is the page's own, not quoted; a quotation may begin with the page's own verb
        (Mr Sunak "stressed the importance …")."""
        quote = None if self.on.spoken else self.on.quote_at(self.tokens.start[k])
        return quote is None or (quote.inner == self.tokens.start[k] and k >= 2 and k - 1 in self.subjects.ending)

    def _draft(self, hit: Hit[Cue], sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        """The draft of the first row of the cue's words that reports something here."""
        for row in hit.values:
            draft = (
                self.sources.draft(hit, row, sentence)
                if isinstance(row, Sourced)
                else self._verb(hit, row, sentence, drafts)
            )
            if draft is not None:
                return draft
        return None

    # ------------------------------------------------------------------------------------------ verbs

    def _verb(self, hit: Hit[Cue], row: Verb, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        """The draft of a verb; where its subject stands decides who completes it. None where it reports nothing."""
        cue_last, noun = self.noun_of(hit, sentence.last)
        if not row.cue and row.takes and noun is None:
            left = self.subjects.verb_group(hit.first, sentence.first)
            draft = Draft(hit.first, (hit.first, hit.last), row, start=hit.last)
            return None if left.negated or left.modal else self.forms.voiced(draft, left, sentence)
        draft = Draft(hit.first, (hit.first, cue_last), row, noun=noun, rule="frame")
        draft.start = cue_last
        draft.participle = self.cues.is_participle(self.tokens, hit)
        behind = self.subjects.starting.get(cue_last)
        outlet = behind is not None and behind.kind == "outlet" and "addressee" not in row.takes
        if row.neutral and outlet and hit.first > sentence.first:
            return None  # "…, reports the agency"
        subject = row.subject or self.cues.grammar.order.subject
        if subject in ("clitic", "none"):
            return self._without_subject(draft, row, sentence)
        quote_before = self.on.quote_ends(hit.first)
        if row.subject is None and self.cues.verb_first:
            return self.orders.verb_first(draft, row, sentence, drafts)
        if row.subject is None and self.cues.verb_final:
            return self.orders.verb_final(draft, row, sentence, drafts)
        if subject == "right" or (
            quote_before and not draft.participle and self.forms.right_subject(cue_last, sentence)
        ):
            return self.forms.inverted(draft, row, sentence, quote_before)
        if cue_last < sentence.last and self.tokens.key[cue_last] in self.cues.agent - self.cues.links_of(row):
            quoted = self.tokens.key[hit.first] in self.cues.passive  # "was quoted as saying by"
            if not quoted and not row.passive and not self.subjects.verb_group(hit.first, sentence.first).passive:
                return None  # a participle with an agent: "claimed by both"
        if self._trails(hit, row, cue_last, sentence):
            draft.postposed = True
            return self.forms.inverted(draft, row, sentence, None)
        return self._behind_subject(draft, row, sentence, drafts)

    def _without_subject(self, draft: Draft, row: Verb, sentence: Sentence) -> Draft | None:
        """ "ujarnya", "говорится в заявлении X": no subject of its own; whoever spoke last, or who issued the text."""
        assert draft.cue is not None
        draft.inherits = True
        left = self.subjects.verb_group(draft.cue[0], sentence.first)
        draft.first = left.at
        own = self.subjects.before(left.at, sentence.first) if row.subject == "none" else ()
        if own and own[-1].kind in ("institution", "office", "name"):
            draft.subject, draft.inherits = own[-1:], False
        elif row.subject == "none" and (end := self._place_of_words(*draft.cue, sentence)) > draft.start:
            draft.start, draft.postposed = end, True
            issuer = self.subjects.ending.get(end)
            if issuer is not None and issuer.kind != "outlet":
                draft.subject, draft.inherits = (issuer,), False
        return None if left.modal or left.negated else self.forms.checked(draft, row, sentence)

    def _behind_subject(self, draft: Draft, row: Verb, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        """ "X (has) said …", "…, adding …", "The attack was claimed by X": what stands before the verb tells which."""
        assert draft.cue is not None
        first = draft.cue[0]
        left = self.subjects.verb_group(first, sentence.first)
        if not self.cues.participle and left.at > sentence.first and self.tokens.key[left.at - 1] in self.cues.beside:
            draft.participle = True  # "Sambil mengecam …, ia …"
            left.at -= left.at - 1 == sentence.first
        if draft.participle and left.passive:  # "is urging"
            draft.participle = left.passive = False
        if left.modal and self.subjects.speaking:
            self._own_wish(left, sentence)
        if not left.negated and left.modal and self._purpose(draft, row, left, sentence, drafts):
            return draft
        if left.negated or (left.modal and row.act != "commit"):
            return None
        before = self.tokens.key[left.at - 1] if left.at > sentence.first else ""
        named = left.at in self.subjects.ending
        if left.at == first and not named and before in self.cues.determiner | POSSESSIVE:
            return None
        if (row.passive or (left.passive and row.subject is None)) and not draft.participle:
            return self.forms.passive(draft, left, sentence) if row.takes else None
        if draft.participle:
            return self.forms.participle(draft, left, before, sentence, drafts)
        return self.finite.draft(draft, row, left, before, sentence, drafts)

    def _own_wish(self, left: Left, sentence: Sentence) -> None:
        """ "I would like to thank …", "I must say …": in one's own voice a wish to say it says it."""
        at = left.at
        if at > sentence.first and self.tokens.key[at - 1] in self.cues.wish:
            at = self.subjects.verb_group(at - 1, sentence.first).at
        if at - 1 in self.subjects.speaking:
            left.at, left.modal = at, False

    def _purpose(self, draft: Draft, row: Verb, left: Left, sentence: Sentence, drafts: list[Draft]) -> bool:
        """ "X called Y to congratulate her on …": what somebody got in touch for was said; fills in the speaker."""
        act = draft.noun.act if draft.noun is not None else row.act
        previous = drafts[-1] if drafts else None
        if previous is not None and not previous.reports_nothing:
            return False
        assert draft.cue is not None
        met = previous is not None and "object" in row.takes and row.cue != ""
        if not (met or act in TO_SOMEBODY) or self.cues.purpose.isdisjoint(self.tokens.key[left.at : draft.cue[0]]):
            return False
        subject = previous.subject if previous is not None else ()
        subject = subject or self.subjects.clause_subject(left.at, sentence.first)
        if not subject or not self.cues.modal.isdisjoint(self.tokens.key[subject[-1].last : left.at]):
            return False
        draft.subject, draft.first = subject, left.at
        between = self.who.within(subject[-1].last, left.at)
        draft.addressee = next((m for m in between if m.kind in _SPEAKERS and not m.place), None)
        return draft.addressee is not None

    def _place_of_words(self, first: int, k: int, sentence: Sentence) -> int:
        """Where the text's name ends behind an impersonal verb that follows the words: "…, it is said in a note of X";
        `k` where none stands there."""
        apart = first - sentence.first > 3 and self.tokens.key[first - 1] in SEPARATORS
        if not apart or k >= sentence.last or self.tokens.key[k] not in self.cues.inside_office:
            return k
        for j in range(k + 1, min(k + PHRASE, sentence.last)):
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
        if mention is not None and not self._ends_clause(mention.last, sentence):
            return False  # "X, speaking in Oslo, said the envoy would fly home"
        free = self.cues.grammar.order.subject == "either"
        apart = self.tokens.key[hit.first - 1] == "," or (free and self.tokens.key[hit.first - 1] in SEPARATORS)
        return apart and (inside or (named and (free or hit.first - 1 not in self.subjects.ending)))

    def _ends_clause(self, k: int, sentence: Sentence) -> bool:
        """Whether no verb can follow at token `k`: behind the subject of an inverted verb."""
        if k >= sentence.last or not self.tokens.word[k][0].isalpha():
            return True
        closed = (
            self.cues.preposition | self.cues.conjunction | self.cues.relative | self.cues.ends | self.cues.not_name
        )
        key = self.tokens.key[k]
        dated = key in closed or self.cues.skips.at(self.tokens, k) is not None
        return dated or key in self.cues.link or bool(self.cues.participle and key.endswith(self.cues.participle))

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
            if key in self.cues.preposition or not (key[0].isalnum() or key in POSSESSIVE):
                break
            adjoining = adjoining and key in self.cues.between
        return hit.last, None
