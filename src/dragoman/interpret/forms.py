"""The other ways in which a clause reports: the verb before its subject, a participle, a passive."""

from __future__ import annotations

from dragoman.find import Quote
from dragoman.find.sentences import Sentence
from dragoman.identify import Mention
from dragoman.interpret.draft import Draft
from dragoman.interpret.reading import PHRASE, SEPARATORS, Reading
from dragoman.interpret.subjects import Left
from dragoman.world.pack.frames import Verb

_SUBJECT = 14  # tokens before a passive verb that are its subject


class Forms:
    """Completes the draft of a verb whose subject does not simply stand before it."""

    def __init__(self, on: Reading) -> None:
        self.on = on
        self.tokens = on.tokens
        self.cues = on.cues
        self.subjects = on.subjects

    def checked(self, draft: Draft, row: Verb, sentence: Sentence) -> Draft | None:
        """The draft, unless its verb needs a quotation, a person or somebody named, and there is none."""
        if row.needs == "quote" and not self._beside_quote(draft, sentence):
            return None
        if row.needs in ("person", "actor") and draft.loose is not None and not self._reports(draft, sentence):
            return None
        if not self._fits(draft, row, sentence):
            return None
        if row.needs == "text" and not self._is_text(draft):
            return None
        states = bool(draft.subject) and all(m.kind in ("state", "institution") for m in draft.subject)
        return None if row.needs == "person" and states else draft

    def _is_text(self, draft: Draft) -> bool:
        """Whether a body, a text or a study tells it: "the poll", "the committee"."""
        if draft.subject and draft.subject[-1].kind == "institution":
            return True
        first, last = draft.loose or (draft.first, draft.first)
        return not (self.cues.document | self.cues.finding).isdisjoint(self.tokens.key[first:last])

    def _fits(self, draft: Draft, row: Verb, sentence: Sentence) -> bool:
        """Whether an infinitive follows a verb that takes nothing else, and none one that takes only an object."""
        k, to = draft.start, self.cues.infinitive
        if draft.noun is not None or k >= sentence.last or not to:
            return True
        if row.takes == ("infinitive",):
            return not to.isdisjoint(self.tokens.key[k : k + 4])
        return row.takes != ("object",) or self.tokens.key[k] not in to - self.cues.links_of(row)

    def _reports(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether a linking word or a quotation right beside a risky verb shows that it reports words."""
        k = draft.start
        if self.on.quote_ends(draft.first) is not None:
            return True
        return k < sentence.last and (
            self.tokens.key[k] in self.cues.link or self.on.quote_from(k, sentence.last) is not None
        )

    def _beside_quote(self, draft: Draft, sentence: Sentence) -> bool:
        assert draft.cue is not None
        if self.on.quote_ends(draft.first) or self.on.quote_ends(draft.cue[0]):
            return True
        at = draft.start
        if isinstance(draft.row, Verb) and "object" in draft.row.takes:
            return any(self.on.quote_at(self.tokens.start[k]) is not None for k in range(at, sentence.last))
        while at < sentence.last and self.tokens.key[at] in SEPARATORS:
            at += 1
        return at < sentence.last and self.on.quote_at(self.tokens.start[at]) is not None

    def right_subject(self, k: int, sentence: Sentence) -> bool:
        """Whether a mention or a capital stands at token `k`, right behind the verb: ""…," said Boadu"."""
        return k < sentence.last and (k in self.subjects.starting or self.tokens.word[k][0].isupper())

    def speaker_at(self, k: int) -> Mention | None:
        """The mention at token `k`, or the institution there behind a preposition ("сообщили в МИД")."""
        mention = self.subjects.starting.get(k)
        if mention is None and k + 1 < len(self.tokens) and self.tokens.key[k] in self.cues.inside_office:
            inside = self.subjects.starting.get(k + 1)
            if inside is not None and inside.kind in ("institution", "state") and not inside.place:
                return inside
        return mention

    def speaker_behind_told(self, row: Verb, k: int, sentence: Sentence) -> Mention | None:
        """The mention behind one word for those who are told ("сообщил журналистам X"), where subjects stand freely."""
        if "addressee" not in row.takes or self.cues.grammar.order.subject != "either" or k + 1 >= sentence.last:
            return None
        closed = self.cues.preposition | self.cues.conjunction | self.cues.link
        plain = self.tokens.word[k][0].islower() and self.tokens.key[k] not in closed
        return self.speaker_at(k + 1) if plain and k not in self.subjects.starting else None

    def inverted(self, draft: Draft, row: Verb, sentence: Sentence, quote: Quote | None) -> Draft | None:
        """ "…," said Trump; kata Prabowo."""
        assert draft.cue is not None
        k = draft.cue[1]
        mention = self._mention_from(k, sentence.last) if quote is not None else self.speaker_at(k)
        if mention is None and quote is None:
            mention = self.speaker_behind_told(row, k, sentence)
        if mention is not None and mention.kind != "outlet":
            draft.subject = self._chain(mention, sentence.last)
            draft.start = draft.subject[-1].last
        elif quote is not None and k < sentence.last and (end := self._loose_right(k, sentence)) > k:
            draft.loose, draft.start = (k, end), end
        elif quote is None:
            return None
        else:
            draft.inherits = True
        draft.postposed = draft.cue[0] > sentence.first
        return self.checked(draft, row, sentence)

    def _chain(self, mention: Mention, last: int) -> tuple[Mention, ...]:
        """The mention and those joined to it behind it: "said A and B"."""
        chain = [mention]
        while (k := chain[-1].last) + 1 < last and self.tokens.key[k] in self.cues.conjunction:
            joined = self.subjects.starting.get(k + 1)
            if joined is None:
                break
            chain.append(joined)
        return tuple(chain)

    def _mention_from(self, k: int, last: int) -> Mention | None:
        """The mention at token `k`, or one that a short noun phrase there ends in ("said a statement of Japan's …")."""
        for j in range(k, min(k + 4, last)):
            mention = self.subjects.starting.get(j)
            if mention is not None and not mention.place:
                return mention
            if not self.tokens.word[j][0].isalpha() or self.tokens.word[j][0].isupper():
                return None
        return None

    def _loose_right(self, k: int, sentence: Sentence) -> int:
        """The end of a plain noun phrase that begins at token `k`: ""…," said [a senior official]"."""
        end = k
        while end < sentence.last and self.tokens.word[end][0].isalnum() and end - k < PHRASE:
            if self.tokens.key[end] in self.cues.preposition and end > k:
                break
            end += 1
        return end

    def passive(self, draft: Draft, left: Left, sentence: Sentence) -> Draft | None:
        """ "The attack was claimed by X": the agent speaks, what stands before is reported. None without an agent."""
        k = draft.start
        if k >= sentence.last or self.tokens.key[k] not in self.cues.agent:
            return self._impersonal(draft, left, sentence)
        k += 1
        mention = self.subjects.starting.get(k) or self.subjects.starting.get(k + 1)
        if mention is None or mention.kind == "outlet" or mention.last > sentence.last:
            return None
        begin, end = self._passive_subject(draft, left, sentence)
        if begin == left.at:
            return None
        draft.subject, draft.first, draft.rule = self._chain(mention, sentence.last), begin, "passive"
        draft.start = draft.subject[-1].last
        draft.content = [(self.tokens.start[begin], self.tokens.end[end - 1])]
        self._behind_agent(draft, sentence)
        return draft

    def _passive_subject(self, draft: Draft, left: Left, sentence: Sentence) -> tuple[int, int]:
        """The tokens of what stands before a passive verb."""
        assert draft.cue is not None
        end = draft.cue[0]
        while end > sentence.first and self.tokens.key[end - 1] in self.cues.auxiliary | self.cues.passive:
            end -= 1
        begin = left.at
        while begin > sentence.first and left.at - begin < _SUBJECT:
            if not (self.tokens.word[begin - 1][0].isalnum() or self.tokens.key[begin - 1] == "'s"):
                break
            if self.tokens.key[begin - 1] in self.cues.conjunction | self.cues.link | self.cues.ends:
                break
            begin -= 1
        return begin, end

    def _impersonal(self, draft: Draft, left: Left, sentence: Sentence) -> Draft | None:
        """ "The importance of the port was stressed": both sides said so; only with a noun of speaking."""
        if not (isinstance(draft.row, Verb) and draft.row.neutral and "object" in draft.row.takes):
            return None
        if (voiced := self.voiced(draft, left, sentence)) is not None:
            return voiced
        begin, end = self._passive_subject(draft, left, sentence)
        if not any(self.cues.nouns.at(self.tokens, k) is not None for k in range(begin, min(begin + 4, end))):
            return None
        opens = begin == sentence.first or self.tokens.key[begin - 1] == ","
        if not opens or (draft.start < sentence.last and self.tokens.word[draft.start][0].isalpha()):
            return None
        draft.inherits, draft.first, draft.rule = True, begin, "passive"
        draft.content = [(self.tokens.start[begin], self.tokens.end[end - 1])]
        return draft

    def voiced(self, draft: Draft, left: Left, sentence: Sentence) -> Draft | None:
        """ "Concern was expressed over …", "the hope was voiced that …": both sides' words."""
        noun = self.cues.nouns.at(self.tokens, left.at - 1) if left.at > sentence.first else None
        if not left.passive or noun is None or noun.last != left.at or draft.start >= sentence.last:
            return None
        if self.tokens.key[draft.start] not in self.cues.links_of(noun.values[0]):
            return None
        draft.noun, draft.rule, draft.inherits = noun.values[0], "impersonal", True
        draft.first = self._passive_subject(draft, left, sentence)[0]
        return draft

    def _behind_agent(self, draft: Draft, sentence: Sentence) -> None:
        """ "Kenya was urged by X to open its ports": what the one urged is to do belongs to what is reported."""
        j, stop = draft.start, sentence.last
        assert isinstance(draft.row, Verb)
        links = self.cues.links_of(draft.row)
        if j >= stop or not (self.tokens.key[j] in links or self.tokens.key[j] in self.cues.modal):
            return
        j += self.tokens.key[j] in links
        while stop > j and not self.tokens.word[stop - 1][0].isalnum():
            stop -= 1
        if stop > j:
            draft.content = [*draft.content, (self.tokens.start[j], self.tokens.end[stop - 1])]

    def participle(
        self, draft: Draft, left: Left, before: str, sentence: Sentence, drafts: list[Draft]
    ) -> Draft | None:
        """ "…, adding that", "Reaffirming …, he said", "with both expressing …"."""
        draft.first = left.at
        own = self.subjects.before(left.at, sentence.first)
        if own and own[-1].kind in ("pronoun", "group", "name", "office"):
            starts = own[0].first
            opener = self.tokens.key[starts - 1] if starts > sentence.first else ""
            if opener in self.cues.ends:
                draft.subject, draft.first = own, starts - 1
                return draft
        if left.at == sentence.first:
            draft.inherits = True
            draft.rule = "fronted"
            return draft
        if before in self.cues.agent and not drafts:  # "he ended by saying that"
            subject = self.subjects.clause_subject(left.at, sentence.first)
            if subject and subject[0].kind in ("name", "office", "pronoun") and isinstance(draft.row, Verb):
                draft.subject = subject
                return draft if draft.row.neutral else None
        if before in self.cues.document and not drafts:
            subject = self.subjects.clause_subject(left.at, sentence.first)
            if subject and subject[0].kind != "outlet":
                draft.subject = subject
                return draft
        beside = before == "," or before in self.cues.beside
        if beside or (before in self.cues.conjunction and drafts and drafts[-1].participle):
            draft.inherits = True
            if not drafts:
                subject = self.subjects.clause_subject(left.at, sentence.first)
                if subject:
                    draft.subject, draft.inherits = subject, False
            return draft
        return None
