"""What a contact led to: agreements, signings, the next contact."""

from __future__ import annotations

from dragoman.identify import Mention
from dragoman.interpret.encounter_draft import EncounterDraft
from dragoman.interpret.parties import two_sides
from dragoman.interpret.reports import Reports
from dragoman.model import Outcome


def find_outcomes(drafts: list[EncounterDraft], reader: Reports) -> None:
    """Adds the outcomes told in the story to the main held contact that stands before them."""
    main = [d for d in drafts if d.salience == "main" and d.status == "held" and d.kind != "visit"]
    if not main:
        return
    found, words = reader.found, reader.words
    for hit in words.outcome_cues.find(found.tokens):
        sentence = next((s for s in reader.sentences if s.first <= hit.first < s.last), None)
        if sentence is None or sentence.paragraph == 0:
            continue
        group = reader.slots.group(hit.first, sentence.first)
        subject = reader.slots.subject(group.at, sentence.first)
        if words.verb_first and (behind := reader.slots.following(hit.last, sentence.last)) is not None:
            subject = [behind]
        if group.modal or group.negated or not _joint(subject, reader, hit.first):
            continue
        last = hit.last
        while last < sentence.last and found.tokens.key[last] not in (";", ",", ".") and last - hit.last < 40:
            last += 1
        draft = next((d for d in reversed(main) if d.reports[0] <= hit.first), main[0])
        start, end = found.chars(hit.first, last)
        if last > hit.last or hit.values[0].kind != "signing":
            draft.outcomes.append(Outcome(kind=hit.values[0].kind, text=found.text[start:end], span=(start, end)))


def _joint(subject: list[Mention], reader: Reports, before: int) -> bool:
    """Whether both sides are the subject; nobody's own promise is an outcome."""
    parties = reader.parties
    return bool(subject) and (parties.is_group(subject) or two_sides(parties.of(subject, before)))
