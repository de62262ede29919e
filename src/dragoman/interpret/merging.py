"""Reports of one page -> contacts: what tells of the same contact again is joined to it."""

from __future__ import annotations

import msgspec

from dragoman.interpret.contact_status import PREFIX
from dragoman.interpret.encounter_draft import EncounterDraft, Party, Report
from dragoman.interpret.parties import two_sides
from dragoman.interpret.reports import Reports
from dragoman.model import Article
from dragoman.world.calendar import Time
from dragoman.world.pack.encounters import ContactKind

_UNMADE = {"cancelled", "proposed"}
_TALKS = ("phone_call", "video_call", "meeting")


class Merger:
    """Joins reports in reading order."""

    def __init__(self, reader: Reports, times: tuple[Time, ...], article: Article) -> None:
        self.reader = reader
        self.found = reader.found
        self.times = times
        self.article = article
        self.drafts: list[EncounterDraft] = []

    def merge(self, reports: list[Report]) -> list[EncounterDraft]:
        """The contacts, in the order of their first report in the story."""
        titles = [r for r in reports if r.title]
        told = [r for r in reports if not r.title]
        for report in told:
            if not report.support:
                self._add(report)
        for report in told:
            if report.support and (draft := self._same(report)) is not None:
                self._join(draft, report)
        for draft in self.drafts:
            draft.told.sort(key=lambda r: r.cue[0])
            self._titled(draft, titles)
        self._visits(titles)
        self._untold(titles)
        self.drafts = [d for d in self.drafts if not self._moot(d)]
        return [d for d in self.drafts if two_sides(d.participants) or d.kind == "conference"]

    def _add(self, report: Report) -> None:
        if report.joins:
            self._attend(report)
            return
        draft = self._same(report)
        if draft is not None:
            if not _quoted(report):
                self._join(draft, report)
            return
        parties = report.parties
        if report.taken_up and not (report.group or (report.left and report.right)):
            parties = self._gathered(report)
            if not parties:
                return
        if two_sides(parties) or (report.kind == "conference" and (report.occasion or report.place) and parties):
            self.drafts.append(self._new(report, parties))

    def _attend(self, report: Report) -> None:
        """Adds those who took part to the gathering told last."""
        draft = self.drafts[-1] if self.drafts else None
        if draft is not None and draft.kind == "conference" and draft.status == report.status:
            draft.participants = unique([*draft.participants, *report.parties])
            draft.reports.append(report.cue[0])
            draft.told.append(report)

    def _new(self, report: Report, parties: list[Party]) -> EncounterDraft:
        draft = EncounterDraft(
            report.kind, report.status, "background", unique(parties), self.found.chars(*report.cue), report.rule,
            [], [report.cue[0]], place=report.place, open=report.open, occasion=report.occasion,
        )  # fmt: skip
        draft.told = [report]
        draft.background, draft.embedded = report.background, report.embedded
        return draft

    def _gathered(self, report: Report) -> list[Party]:
        """The states of the sides, for an earlier gathering of theirs that is told with its date."""
        if report.kind != "conference" or report.event or not self._days(report):
            return []
        return [Party(p.code, p.span, p.first) for p in self.reader.parties.latest if p.code]

    def _untold(self, titles: list[Report]) -> None:
        """A contact that only the title names with both its sides (transcripts, remarks before a meeting)."""
        if any(d.salience == "main" or (d.kind in _TALKS and not d.background) for d in self.drafts):
            return
        for title in titles:
            speaker = self._speaker(title) if title.kind in _TALKS and title.status == "held" else None
            if speaker is not None:
                self._headline(title, [speaker, *title.parties])
                return
            people = sum(p.person is not None for p in title.parties)
            named = (title.noun and two_sides(title.left)) or (people > 1 and title.status == "held")
            if named and two_sides(title.parties) and title.kind in _TALKS:
                self._headline(title, title.parties)
                return

    def _headline(self, title: Report, parties: list[Party]) -> None:
        draft = self._new(title, parties)
        draft.title = True
        self.drafts.append(draft)

    def _speaker(self, title: Report) -> Party | None:
        """Who speaks in a transcript beside the one person whom its title names ("Meeting with President X")."""
        if len(title.parties) != 1 or title.parties[0].person is None:
            return None
        parties, keys = self.reader.parties, self.found.tokens.key
        for mention in parties.persons:
            if mention.last < len(keys) and keys[mention.last] == ":":
                party = parties.of([mention], mention.first)[0]
                if two_sides([party, title.parties[0]]):
                    return party
        return None

    def _join(self, draft: EncounterDraft, report: Report) -> None:
        if self._same_journey(draft, report):
            self._traveller(draft, report)
        for party in () if report.topical or draft.status != report.status else report.parties:
            self._join_party(draft, party, report)
        draft.reports.append(report.cue[0])
        draft.told.append(report)
        draft.place = draft.place or report.place
        draft.occasion = draft.occasion or report.occasion
        if self._gathering(draft, report) or (draft.open and not report.open):
            self._set_kind(draft, report.kind)
            draft.open = False

    @staticmethod
    def _join_party(draft: EncounterDraft, party: Party, report: Report) -> None:
        for known in draft.participants:
            if known.same(party):
                if known.person is None and party.person is not None:
                    known.person, known.mention, known.span = party.person, party.mention, party.span
                known.role = known.role or party.role
                return
        if party.person is not None and not report.taken_up:
            draft.participants.append(party)

    @staticmethod
    def _set_kind(draft: EncounterDraft, kind: ContactKind) -> None:
        draft.rule = draft.rule.replace(PREFIX[draft.kind], PREFIX[kind], 1)
        draft.kind = kind

    # ------------------------------------------------------------------------------------------ the same contact?

    def _same(self, report: Report) -> EncounterDraft | None:
        for draft in reversed(self.drafts):
            if self._agree(draft, report):
                return draft
        return None

    def _agree(self, draft: EncounterDraft, report: Report) -> bool:
        if report.apart and not self._same_day(draft, report):
            return False
        if self._gathering(draft, report):
            return True
        if draft.kind != report.kind and not (
            (draft.open or report.open) and draft.kind in _TALKS and report.kind in _TALKS
        ):
            return False
        if self._same_journey(draft, report):
            return True
        if report.topical and {p.code for p in report.parties} <= draft.states() and draft.kind in _TALKS:
            return draft.status == report.status
        if report.taken_up and len({p.code for p in report.parties}) < 2:
            return draft.status == report.status or draft.status == "planned"
        if draft.status != report.status:
            return False
        if report.kind == "conference" and not (
            report.occasion is None or draft.occasion is None or self._alike(report.occasion, draft.occasion)
        ):
            return False
        if not (self._parties_agree(draft, report) or self._led_by_one(draft, report)):
            return False
        return not self._dates_differ(draft, report)

    @staticmethod
    def _led_by_one(draft: EncounterDraft, report: Report) -> bool:
        """Whether both tell of one person's journey to one country, whoever else came along."""
        if draft.kind != "visit" or not (report.left and report.right) or report.left[0].person is None:
            return False
        mine = draft.participants[0].person, draft.participants[-1].code
        return mine == (report.left[0].person, report.right[-1].code)

    @staticmethod
    def _gathering(draft: EncounterDraft, report: Report) -> bool:
        """Whether a noun calls the meeting told in the same sentence a conference ("met for their [summit]")."""
        if draft.kind != "meeting" or report.kind != "conference" or report.sentence not in draft.sentences:
            return False
        codes = {p.code for p in report.parties}
        return report.noun and draft.status == report.status and len(codes) > 2 and codes == draft.states()

    @staticmethod
    def _same_journey(draft: EncounterDraft, report: Report) -> bool:
        """Whether both tell of one visit that was offered or called off, in one of them as what is to come."""
        if draft.kind != "visit" or report.kind != "visit" or not (report.left and report.right):
            return False
        if "planned" not in (draft.status, report.status) or not {draft.status, report.status} & _UNMADE:
            return False
        mine, theirs = draft.participants[0], report.left[0]
        return draft.participants[-1].code == report.right[0].code and (mine.person is None or mine.same(theirs))

    @staticmethod
    def _traveller(draft: EncounterDraft, report: Report) -> None:
        """Names the visitor, if only this report does; a visit called off is no longer planned."""
        mine, theirs = draft.participants[0], report.left[0]
        if mine.person is None:
            mine.person, mine.mention, mine.span = theirs.person, theirs.mention, theirs.span
        draft.status = draft.status if draft.status in _UNMADE else report.status

    def _moot(self, draft: EncounterDraft) -> bool:
        """Whether it is the talk foreseen for a visit that was offered or called off."""
        if draft.kind != "meeting" or draft.status != "planned" or not all(r.topical for r in draft.told):
            return False
        people = {p.person for p in draft.participants if p.person is not None}
        visits = (d for d in self.drafts if d.kind == "visit" and d.status in _UNMADE)
        return any(v.participants[0].person in people and v.participants[-1].code in draft.states() for v in visits)

    @staticmethod
    def _alike(a: str, b: str) -> bool:
        return bool(set(a.casefold().split()) & set(b.casefold().split()))

    @staticmethod
    def _parties_agree(draft: EncounterDraft, report: Report) -> bool:
        mine, theirs = draft.participants, report.parties
        if any(
            p.person is not None and q.person is not None and p.person != q.person and p.code == q.code
            and not any(q.same(r) for r in mine)
            for p in mine for q in theirs
        ):  # fmt: skip
            return False
        inside = all(any(p.same(q) for p in mine) for q in theirs)
        return inside or all(any(p.same(q) for q in theirs) for p in mine)

    def _dates_differ(self, draft: EncounterDraft, report: Report) -> bool:
        """Whether the report and one before it tell different days."""
        mine = self._days(report)
        known = {d for r in draft.told for d in self._days(r)}
        same = any(a.startswith(b) or b.startswith(a) for a in mine for b in known)
        return bool(mine and known and not same and report.sentence not in draft.sentences)

    def _same_day(self, draft: EncounterDraft, report: Report) -> bool:
        mine = self._days(report)
        return any(a.startswith(b) or b.startswith(a) for a in mine for r in draft.told for b in self._days(r))

    def _days(self, report: Report) -> set[str]:
        start, end = self.found.chars(*report.scope)
        told = [
            t.resolve(self.article.anchor, report.status == "planned") or (self.found.text[t.start : t.end], "")
            for t in self.times if t.kind == "date" and start <= t.start and t.end <= end
        ]  # fmt: skip
        return {t[0] for t in told}

    # ------------------------------------------------------------------------------------------ title

    def _titled(self, draft: EncounterDraft, titles: list[Report]) -> None:
        """A title that names one of the sides and a kind tells of this contact."""
        for title in titles:
            if self._summit(draft, title):
                draft.title, draft.participants = True, unique([*draft.participants, *title.parties])
                continue
            talks = draft.kind in _TALKS and title.kind in _TALKS
            kinds = draft.kind == title.kind or (talks and (draft.open or title.open))
            sides = not title.parties or any(p.same(q) for p in draft.participants for q in title.parties)
            if kinds and sides and draft.status in ("held", title.status) and not self._titled_before(draft):
                draft.title = draft.title or title.noun or not title.embedded
                if draft.open and draft.kind != title.kind:
                    self._set_kind(draft, title.kind)
                draft.open = False

    def _titled_before(self, draft: EncounterDraft) -> bool:
        """Whether the title tells of an earlier contact of the same sides."""
        return any(
            d.title and d.reports[0] < draft.reports[0] and d.states() == draft.states() and _shared(d, draft)
            and (d.kind == draft.kind or (d.kind in _TALKS and draft.kind in _TALKS))
            for d in self.drafts
        )  # fmt: skip

    def _summit(self, draft: EncounterDraft, title: Report) -> bool:
        """Whether the title names the body whose leaders a state is told to host."""
        bodies = [p for p in title.parties if not self.reader.words.is_state(p.code)]
        hosted = draft.kind == title.kind == "conference" and draft.participants[0].role == "host"
        return hosted and draft.participants[0].person is None and 0 < len(bodies) == len(title.parties)

    def _visits(self, titles: list[Report]) -> None:
        """A title about somebody's visit, where the story tells how the guest is received: a visit too."""
        for title in titles:
            for draft in list(self.drafts):
                hosts = [p for p in draft.participants if p.role == "host"]
                guests = [p for p in draft.participants if p.role != "host" and p.person is not None]
                if title.kind != "visit" or not hosts or not guests or any(d.kind == "visit" for d in self.drafts):
                    continue
                if any(p.same(q) for p in guests for q in title.parties):
                    host = Party(hosts[0].code, hosts[0].span, hosts[0].first)
                    visit = msgspec.structs.replace(
                        draft, kind="visit", rule="visit.title", participants=[guests[0], host], title=True, open=False
                    )
                    self.drafts.append(visit)


def _quoted(report: Report) -> bool:
    """Whether it is told in a quotation by one of the sides: it adds nothing to what the page itself tells."""
    return any(p.mention is not None and p.mention.text == "quoted" for p in report.left)


def _shared(a: EncounterDraft, b: EncounterDraft) -> bool:
    """Whether no side sends somebody else to one of two contacts."""
    mine, theirs = ({p.person for p in d.participants if p.person is not None} for d in (a, b))
    return mine <= theirs or theirs <= mine


def unique(parties: list[Party]) -> list[Party]:
    """The parties without a state whose person is there too, and without repeats."""
    out: list[Party] = []
    for party in parties:
        known = next((p for p in out if p.same(party)), None)
        if known is None:
            out.append(party)
        elif known.person is None and party.person is not None:
            out[out.index(known)] = party
    return out
