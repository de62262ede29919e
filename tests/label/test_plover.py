"""Encounters and statements -> PLOVER events."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.label import label
from dragoman.label.plover import act_types
from dragoman.model import Act, Encounter, Participant, Place, Statement
from dragoman.world.codebooks import plover

CALL = Encounter(
    id="e1", kind="phone_call", status="held", salience="main", date="2031-03-04", date_basis="stated", date_span=None,
    place=None, occasion=None, relation=None, duration_minutes=None,
    participants=(
        Participant(actor="a1", for_="BRA", role=None, span=(0, 5)),
        Participant(actor="a2", for_="ARG", role=None, span=(10, 15)),
    ),
    topics=(), outcomes=(), confidence=0.9, evidence=((0, 40),), rule="call.spoke",
)  # fmt: skip
THANKS = Statement(
    id="s1", speakers=("a2",), for_=("ARG",), source=None, addressees=(), encounter="e1", mode="indirect",
    content=((50, 60),), cue=(45, 49), act="thank", targets=("BRA",), stance=(), framing=(), confidence=0.9, rule="f",
)  # fmt: skip


def change(encounter: Encounter, **fields: object) -> Encounter:
    return msgspec.structs.replace(encounter, **fields)


def test_call_and_act() -> None:
    first, second = label((CALL,), (THANKS,), {"e1": (6, 9)})
    assert (first.id, first.type, first.mode) == ("v1", "CONSULT", "phone")
    assert (first.actors, first.recipients) == (("BRA",), ("ARG",))
    assert (first.date, first.reality, first.of, first.evidence) == ("2031-03-04", "reported", "e1", ((6, 9),))
    assert (second.id, second.type, second.mode) == ("v2", "SUPPORT", None)
    assert (second.actors, second.recipients) == (("ARG",), ("BRA",))
    assert (second.date, second.of, second.evidence) == ("2031-03-04", "s1", ((45, 49),))


def test_without_a_cue_the_evidence_and_the_words_stand() -> None:
    quote = msgspec.structs.replace(THANKS, cue=None, encounter=None)
    first, second = label((CALL,), (quote,), {})
    assert (first.evidence, second.evidence, second.date) == (((0, 40),), ((50, 60),), None)


@pytest.mark.parametrize(
    ("fields", "mode", "actors"),
    [
        ({"kind": "meeting"}, None, ("BRA",)),
        ({"kind": "meeting", "place": Place(name="Lima", country="PER", span=None)}, "third-party", ("BRA",)),
        ({"kind": "meeting", "place": Place(name="Brasilia", country="BRA", span=None)}, "visit", ("ARG",)),
        ({"kind": "meeting", "relation": "sidelines", "occasion": "Forum"}, "multilateral", ("BRA",)),
        ({"kind": "conference"}, "multilateral", ("BRA",)),
        ({"kind": "video_call"}, "phone", ("BRA",)),
        ({"kind": "message"}, None, ("BRA",)),
        ({"kind": "visit", "place": Place(name="Brasilia", country="BRA", span=None)}, "visit", ("ARG",)),
    ],
)
def test_mode_and_direction(fields: dict[str, object], mode: str | None, actors: tuple[str, ...]) -> None:
    (event,) = label((change(CALL, **fields),), (), {})
    assert (event.mode, event.actors) == (mode, actors)


def test_initiator_acts() -> None:
    asked = tuple(msgspec.structs.replace(p, role="initiator" if p.for_ == "ARG" else None) for p in CALL.participants)
    (event,) = label((change(CALL, participants=asked),), (), {})
    assert (event.actors, event.recipients) == (("ARG",), ("BRA",))


@pytest.mark.parametrize(
    ("status", "reality"), [("planned", "planned"), ("proposed", "hypothetical"), ("cancelled", "denied")]
)
def test_what_was_not_held_is_not_reported(status: str, reality: str) -> None:
    (event,) = label((change(CALL, status=status),), (), {})
    assert event.reality == reality


@pytest.mark.parametrize("act", ["state", "hope", "concern"])
def test_acts_that_are_no_events(act: Act) -> None:
    assert label((), (msgspec.structs.replace(THANKS, act=act),), {}) == ()


def test_speakers_for_nobody_and_one_sided_contacts_give_none() -> None:
    alone = change(CALL, participants=CALL.participants[:1])
    assert label((alone,), (msgspec.structs.replace(THANKS, for_=()),), {}) == ()


def test_types_are_in_the_codebook() -> None:
    assert set(act_types().values()) <= {row.type for row in plover()}
