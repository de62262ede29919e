"""Sentences -> statements with speaker, act, targets, stance and loaded wording, in reading order."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from dragoman.find import Found, Quote
from dragoman.find.lexicon import Lexicon
from dragoman.find.sentences import Sentence
from dragoman.identify import Identified
from dragoman.interpret.acts import Acts
from dragoman.interpret.clauses import Clauses
from dragoman.interpret.confidence import statement_features, weigh
from dragoman.interpret.cues import CueWords
from dragoman.interpret.deeds import Speaker
from dragoman.interpret.draft import Draft
from dragoman.interpret.joined import Joined
from dragoman.interpret.speakers import Contact, Ref, Speakers
from dragoman.interpret.targets import Sides
from dragoman.interpret.voice import Voice
from dragoman.model import Act, Mode
from dragoman.world.pack.frames import Pattern, Verb

_MARKS = " \t\r\n\"'“”‘’«»„‹›.,;:!?…–—-"
_SHARE = 0.55  # of a sentence's characters that a quotation must fill to stand for itself


class Said(msgspec.Struct):
    """A statement before actors have ids. codes: states and bodies spoken for; at: token of cue or quotation."""

    refs: tuple[Ref, ...]
    codes: tuple[str, ...]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    mode: Mode
    act: Act
    targets: tuple[str, ...]
    addressee: tuple[Ref, ...]
    contact: int | None
    at: int
    rule: str
    confidence: float


class Statements:
    """Reads all statements of one page."""

    def __init__(
        self, found: Found, who: Identified, cues: CueWords, patterns: Lexicon[Pattern], contacts: list[Contact]
    ) -> None:
        self.found = found
        self.who = who
        self.cues = cues
        self.clauses = Clauses(found, who, cues)
        self.voice = Voice(found, who, cues, self.clauses)
        self.acts = Acts(found, who, cues, patterns)
        self.speakers = Speakers(found, who, contacts, cues)
        self.speakers.turns = {m.first for m in self.voice.owners.values()}
        self.contacts = contacts

    def read(self) -> list[Said]:
        """The statements of title-less story, in order."""
        out: list[Said] = []
        voices: list[Draft] = []
        voiced: Draft | None = None
        for number, sentence in Joined(self.clauses).sentences():
            if sentence.paragraph == 0:
                continue
            if sentence.paragraph in self.voice.owners:
                drafts = self.voice.read(sentence, number, voiced)
                voiced = drafts[-1] if drafts else voiced
                voices += drafts
                continue
            drafts = self.clauses.read(sentence, number)
            refs = self._resolve(drafts)
            for draft, speakers in zip(drafts, refs, strict=True):
                said = self._said(draft, speakers)
                if said is not None:
                    out.append(said)
            out += self._floating(sentence, drafts, out)
            if not drafts:
                self._hear(sentence)
        for draft in voices:
            said = self._said(draft, self.speakers.of(draft.subject, draft.first))
            if said is not None:
                out.append(said)
        return sorted(out, key=lambda s: s.content[0])

    # ------------------------------------------------------------------------------------------ speakers

    def _resolve(self, drafts: list[Draft]) -> list[tuple[Ref, ...]]:
        """The speakers of a sentence's drafts: their own, or those of the cue before (after a fronted one: behind)."""
        out: list[tuple[Ref, ...]] = []
        for draft in drafts:
            self._behind_text(draft)
            own = self.speakers.of(draft.subject, draft.first) if draft.subject else ()
            if draft.loose is not None and not own:
                text = self.found.text[slice(*self.found.chars(*draft.loose))]
                code = self.speakers.states.of_phrase(*draft.loose)
                before = None if code else self.speakers.named_so(self.found.tokens.key[draft.loose[1] - 1].rstrip("s"))
                unknown = Ref("institution", text, code) if code else before or Ref("unknown", text)
                own = self._issuer(draft.loose) or self._we(draft.loose) or (unknown,)
            if not own and draft.inherits and draft.rule != "fronted":
                own = out[-1] if out and out[-1] else self._heirs(draft) or self._own_sentence(draft)
            out.append(own)
            self.speakers.note(own)
        for i, draft in enumerate(drafts):
            if draft.rule == "fronted" and not out[i]:
                out[i] = next((r for r in out[i + 1 :] if r), ()) or self._following(draft)
        self._lend(drafts)
        return out

    def _behind_text(self, draft: Draft) -> None:
        """ "A statement by the ministry said": the one who issued it speaks."""
        span = (draft.subject[0].first, draft.subject[-1].last) if draft.subject else draft.loose
        if span is None or draft.cue is None or span[1] > draft.cue[0]:
            return
        texts = [k for k in range(*span) if self.found.tokens.key[k] in self.cues.document]
        if texts and (len(draft.subject) == 1 or draft.loose):
            issuer = self.speakers.states.issuer(texts[0] + 1, draft.cue[0])
            if issuer is not None:
                draft.subject, draft.loose = (issuer,), None

    def _we(self, loose: tuple[int, int]) -> tuple[Ref, ...]:
        """ "We have been clear" as a page's own words: the state that publishes it speaks."""
        own = loose[1] - loose[0] == 1 and self.cues.says_i(self.found.tokens.key[loose[0]])
        return (Ref("state", self.who.home, self.who.home),) if own and self.who.home else ()

    def _issuer(self, loose: tuple[int, int]) -> tuple[Ref, ...]:
        """ "The statement said": those who spoke last issued it."""
        key = self.found.tokens.key
        definite = key[loose[0]] in self.cues.determiner - self.cues.indefinite
        return self.speakers.last if definite and key[loose[1] - 1] in self.cues.document else ()

    @staticmethod
    def _lend(drafts: list[Draft]) -> None:
        """A cue without a subject of its own is said by the words that name the speaker elsewhere in the sentence."""
        named: Draft | None = None
        for draft in [*drafts, *(d for d in drafts if d.rule == "fronted")]:
            if draft.subject or draft.loose:
                named = named if draft.rule == "fronted" else draft
            elif named is not None and (draft.rule != "fronted" or draft is not drafts[0] or named is not draft):
                draft.subject, draft.loose = named.subject, named.loose

    def _heirs(self, draft: Draft) -> tuple[Ref, ...]:
        """Speakers of a cue without a subject: both sides for an agreement, else the last speaker."""
        verb = draft.row if isinstance(draft.row, Verb) else None
        both = verb is not None and (verb.act == "agree" or verb.subject == "none")
        if (both or draft.rule in ("passive", "impersonal")) and (sides := self.speakers.sides(draft.first)):
            return sides
        if self.speakers.last_single is not None:
            return (self.speakers.last_single,)
        return self.speakers.last

    def _own_sentence(self, draft: Draft) -> tuple[Ref, ...]:
        """The subject with which the sentence began, where nobody has spoken yet."""
        sentence = self.found.sentences[draft.sentence]
        return self.speakers.of(self.clauses.subjects.clause_subject(draft.first, sentence.first), draft.first)

    def _following(self, draft: Draft) -> tuple[Ref, ...]:
        for mention in self.who.within(draft.start, draft.start + 60):
            before = self.found.tokens.key[mention.first - 1]
            if before == "," and mention.kind in ("name", "office", "pronoun", "group"):
                return self.speakers.one(mention, mention.first)
        return ()

    def _hear(self, sentence: Sentence) -> None:
        """A sentence without a cue: its subject is whom "he" means next."""
        subject = self.clauses.subjects.clause_subject(sentence.last, sentence.first)
        if subject and subject[0].kind in ("name", "office", "institution"):
            self.speakers.note(self.speakers.of(subject, subject[0].first))

    # ------------------------------------------------------------------------------------------ statements

    def _said(self, draft: Draft, refs: tuple[Ref, ...]) -> Said | None:
        if not refs:
            return None
        codes = tuple(dict.fromkeys(r.code for r in refs if r.code))
        own = frozenset(codes)
        contact = self._contact(draft.first, refs) if not draft.elsewhere else None
        other = self._others(contact, refs) or self._other_voices(draft, refs)
        act, aim = self.acts.decide(draft, Speaker.of(refs))
        codes_other = tuple(r.code for r in other if r.code)
        content = tuple(c for c in (self._trim(*c) for c in draft.content) if c[1] > c[0])
        if not content:
            return None
        source: tuple[int, int] | None = None
        if draft.subject:
            source = self.found.chars(draft.subject[0].first, draft.subject[-1].last)
        elif draft.loose:
            source = self.found.chars(*draft.loose)
        addressee = self.speakers.of((draft.addressee,), draft.first) if draft.addressee else other
        if draft.elsewhere:
            addressee = ()
        told = addressee if draft.addressee else ()
        sides = Sides(own, codes_other, tuple(r.code for r in told if r.code))
        return Said(
            refs=refs, codes=codes, source=source, content=content,
            cue=self.found.chars(*draft.cue) if draft.cue else None,
            mode=draft.mode, act=act,  # type: ignore[arg-type]
            targets=tuple(self.acts.targets.of(draft, act, aim, sides)), addressee=addressee, contact=contact,
            at=draft.first, rule=self._rule(draft),
            confidence=weigh("statement", statement_features(draft, refs, content, codes)),
        )  # fmt: skip

    def _rule(self, draft: Draft) -> str:
        """Quotations are named by where the cue stands, all else by the row whose cue reports it."""
        if draft.cue is None or draft.row is None or draft.rule.startswith("quote"):
            return draft.rule
        return self.cues.rule_of(draft.row, draft.noun, self.found.tokens.key[draft.cue[0]])

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Without marks and white space at either end."""
        text = self.found.text
        while start < end and text[start] in _MARKS:
            start += 1
        while end > start and text[end - 1] in _MARKS:
            end -= 1
        return start, end

    def _contact(self, at: int, refs: tuple[Ref, ...]) -> int | None:
        """The contact in which the statement was made: the latest one so far in which all its speakers took part."""
        best = None
        for i, contact in enumerate(self.contacts):
            if contact.status == "held" and (contact.at <= at or best is None) and all(r in contact.refs for r in refs):
                best = i
        return best

    def _others(self, contact: int | None, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        if contact is None:
            return ()
        return tuple(r for r in self.contacts[contact].refs if r not in refs)

    def _other_voices(self, draft: Draft, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """In a transcript, those who speak beside this one."""
        if draft.rule != "voice":
            return ()
        voices = dict.fromkeys(r for m in self.voice.owners.values() for r in self.speakers.one(m, m.first))
        return tuple(r for r in voices if r not in refs)

    # -------------------------------------------------------------------------------- quotations without a cue

    def _going_on(self, said: list[Said]) -> tuple[Ref, ...]:
        """Who speaks on: whoever was quoted last, even somebody nobody knows; else the last single speaker."""
        if said and said[-1].rule.startswith("quote") and {r.kind for r in said[-1].refs} == {"unknown"}:
            return said[-1].refs
        return (self.speakers.last_single,) if self.speakers.last_single else self.speakers.last

    def _floating(self, sentence: Sentence, drafts: list[Draft], said: list[Said]) -> list[Said]:
        """A sentence that is a quotation with no cue of its own: the last speaker goes on."""
        start, end = self.found.chars(sentence.first, sentence.last)
        covered = [c for d in drafts for c in d.content]
        out = []
        for quote in self._inside(start, end):
            if any(s <= quote.inner < e or quote.inner <= s < quote.inner_end for s, e in covered):
                continue
            long_enough = quote.inner_end - quote.inner >= (
                12 if quote.end - quote.start >= 0.9 * (end - start) else 25
            )
            alone = quote.end - quote.start >= _SHARE * (end - start) or (drafts and drafts[-1].mode == "direct")
            refs = self._going_on(said)
            if not (long_enough and alone and refs):
                continue
            out.append(self._continued(quote, tuple(refs)))
        return out

    def _continued(self, quote: Quote, refs: tuple[Ref, ...]) -> Said:
        draft = Draft(bisect_left(self.found.tokens.start, quote.start), None, None, rule="quote.floating")
        draft.content = [(quote.inner, quote.inner_end)]
        codes = tuple(dict.fromkeys(r.code for r in refs if r.code))
        contact = self._contact(draft.first, refs)
        other = self._others(contact, refs)
        act, aim = self.acts.decide(draft, Speaker.of(refs))
        sides = Sides(frozenset(codes), tuple(r.code for r in other if r.code))
        return Said(
            refs=refs, codes=codes, source=None, content=(self._trim(quote.inner, quote.inner_end),), cue=None,
            mode="direct", act=act,
            targets=tuple(self.acts.targets.of(draft, act, aim, sides)),
            addressee=other, contact=contact, at=draft.first, rule="quote.floating",
            confidence=weigh("statement", statement_features(draft, refs, draft.content, codes)),
        )  # fmt: skip

    def _inside(self, start: int, end: int) -> list[Quote]:
        return [q for q in self.found.quotes if start <= q.start < end]
