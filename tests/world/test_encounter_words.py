"""Each row of each `encounters.toml` and `topics.toml` does what its `example` and its `never` say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pytest
import rows

from dragoman.find.tokens import key_of
from dragoman.interpret.topic_words import TopicLexicon
from dragoman.model import Encounter
from dragoman.world.load import load_world
from dragoman.world.pack.encounters import ContactNoun, ContactVerb, OutcomeCue, TopicCue
from dragoman.world.pack.topics import TopicWords

Row: TypeAlias = ContactVerb | ContactNoun | TopicCue | OutcomeCue | TopicWords

LANGUAGES = load_world().languages()
BEFORE = {
    "ar": "التقى وزير الخارجية البرازيلي أحمد سيلفا اليوم، وزير الخارجية الأرجنتيني خوان بيريز.",
    "en": "President Ana Silva of Brazil met Argentine President Juan Perez in Lima.",
    "fa": "وزیر امور خارجه برزیل احمد سیلوا با وزیر امور خارجه آرژانتین خوان پرس دیدار کرد.",
    "id": "Presiden Brasil Ana Silva bertemu dengan Presiden Argentina Juan Perez di Lima.",
    "ru": "Президент Бразилии Ана Силва встретилась с президентом Аргентины Хуаном Пересом в Лиме.",
}
"""A contact for the topics and outcomes told in the next sentence."""


def cases() -> Iterator[object]:
    """Every row of every language, with a readable id."""
    for code in LANGUAGES:
        data = rows.language(code).encounters
        for verb in data.verb:
            yield pytest.param(code, verb, id=rows.name_of(code, "contact verb", verb.cue))
        for noun in data.noun:
            yield pytest.param(code, noun, id=rows.name_of(code, "contact noun", noun.noun))
        for topic in data.topic:
            yield pytest.param(code, topic, id=rows.name_of(code, "topic cue", topic.cue))
        for outcome in data.outcome:
            yield pytest.param(code, outcome, id=rows.name_of(code, "outcome", outcome.cue))
        pack = rows.language(code).topics
        for words in pack.topic if pack else ():
            yield pytest.param(code, words, id=f"{code}:topic:{words.topic}")


CASES = list(cases())


@pytest.mark.parametrize(("code", "row"), CASES)
def test_row(code: str, row: Row, request: pytest.FixtureRequest) -> None:
    rows.settle(request.node.callspec.id, wrong(code, row))


def test_known_failures_name_rows() -> None:
    names = {p.id for p in CASES}  # type: ignore[attr-defined]
    tables = ("contact verb", "contact noun", "topic cue", "outcome", "topic")
    assert {row for row in rows.known() if row.split(":")[1] in tables} <= names


# ---------------------------------------------------------------------------------------------- what a row promises


def wrong(code: str, row: Row) -> Iterator[tuple[str, str]]:
    """`example` or `never` with a message for each sentence that does not give what the row promises."""
    if isinstance(row, ContactVerb | ContactNoun):
        return contact(code, row)
    if isinstance(row, TopicCue):
        return topics(code, row)
    return outcome(code, row) if isinstance(row, OutcomeCue) else classified(code, row)


def contact(code: str, row: ContactVerb | ContactNoun) -> Iterator[tuple[str, str]]:
    """A contact of two sides of the row's kind that the row's words report; none by words that are no contact."""
    skip = isinstance(row, ContactNoun) and row.skip
    wanted = rows.forms(row.cue if isinstance(row, ContactVerb) else row.noun)
    read = rows.read(row.example, code)
    fits = any(told(read, row, wanted, e) for e in read.record.encounters)
    if fits == skip:
        yield (
            "example",
            f"example: {row.example}\n   gave {contacts(read)}\n   {'not none' if skip else 'no ' + row.kind} by this row",
        )
    for sentence in row.never:
        read = rows.read(sentence, code)
        if any(rows.holds(key_of(read.words(cue)), wanted) for cue in read.record.cues.values()):
            yield "never", f"never: {sentence}\n   gave {contacts(read)}"


def told(
    read: rows.Read, row: ContactVerb | ContactNoun, wanted: Iterable[tuple[str, ...]], contact: Encounter
) -> bool:
    """Whether the row's words report the contact; those of a supporting row give its date only."""
    if isinstance(row, ContactVerb) and row.support:
        words = key_of(read.text[read.article.body[0][0] : contact.date_span[0]]) if contact.date_span else ()
        return rows.holds(words, wanted)
    sides = {p.for_ for p in contact.participants}
    reported = any(rows.holds(key_of(read.words(span)), wanted) for span in contact.evidence)
    return reported and (row.open or contact.kind == row.kind) and len(sides) > 1


def topics(code: str, row: TopicCue) -> Iterator[tuple[str, str]]:
    """A topic in the sentence after a contact."""
    for what, sentence in [("example", row.example), *(("never", s) for s in row.never)]:
        read = rows.read(f"{BEFORE[code]} {sentence}", code)
        start = read.text.index(sentence)
        found = [t.text for e in read.record.encounters for t in e.topics if t.span[0] >= start]
        if bool(found) == (what == "never"):
            yield what, f"{what}: {sentence}\n   gave topics {found}"


def outcome(code: str, row: OutcomeCue) -> Iterator[tuple[str, str]]:
    """An outcome of the row's kind in the sentence after a contact."""
    for what, sentence in [("example", row.example), *(("never", s) for s in row.never)]:
        read = rows.read(f"{BEFORE[code]} {sentence}", code)
        found = [(o.kind, o.text) for e in read.record.encounters for o in e.outcomes]
        if any(kind == row.kind for kind, _ in found) == (what == "never"):
            yield what, f"{what}: {sentence}\n   gave outcomes {found}, not {row.kind}"


def classified(code: str, row: TopicWords) -> Iterator[tuple[str, str]]:
    """The example has the row's topic, each `never` has another."""
    lexicon = TopicLexicon(rows.language(code).topics)
    for what, phrase in [("example", row.example), *(("never", s) for s in row.never)]:
        topic = lexicon.classify(phrase)
        if (topic == row.topic) == (what == "never"):
            yield what, f"{what}: {phrase}\n   gave {topic}"


def contacts(read: rows.Read) -> str:
    """The encounters in one line each, for a message."""
    lines = [
        f"{e.kind} by {read.words(read.record.cues[e.id])!r} of {[p.for_ for p in e.participants]} ({e.rule})"
        for e in read.record.encounters
    ]
    return " | ".join(lines) or "no encounter"
