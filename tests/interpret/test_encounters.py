"""Contacts: who, which kind and status, merging, when and where, topics, outcomes. Sentences made for these tests."""

from __future__ import annotations

import pytest

from dragoman.find import find
from dragoman.identify import identify
from dragoman.interpret.encounter_draft import EncounterDraft
from dragoman.interpret.encounter_words import EncounterWords
from dragoman.interpret.encounters import find_encounters
from dragoman.interpret.topic_words import TopicLexicon
from dragoman.model import Article, Block, Page, Published, Title
from dragoman.world.load import load_world

SILVA = "President Ana Silva of Brazil"
PEREZ = "Argentine President Juan Perez"
SILVA_ID = "Presiden Brasil Ana Silva"
PEREZ_ID = "Presiden Argentina Juan Perez"


def drafts(
    story: str, *, code: str = "en", title: str = "", anchor: str | None = "2031-03-07", stated: bool = False
) -> list[EncounterDraft]:
    """The contacts of a story whose paragraphs are its lines; 7 March 2031 is a Friday."""
    text = f"{title}\n{story}"
    at, blocks = len(title) + 1, []
    for line in story.split("\n"):
        blocks.append(Block(start=at, end=at + len(line), label="body", rule="made"))
        at += len(line) + 1
    published = Published(date=anchor, span=None, basis="stated" if stated else "metadata") if anchor else None
    article = Article(
        page=Page(uri="made", text=text), language=code, title=Title(text=title, span=(0, len(title))) if title else None,
        published=published, outlet=None, agency=None, blocks=tuple(blocks), reading=text, anchor=anchor,
        anchor_stated=stated,
    )  # fmt: skip
    language = load_world().language(code)
    assert language is not None
    found = find(article, language.grammar)
    words = EncounterWords(language.encounters, language.topics, language.grammar, language.names, language.times)
    return find_encounters(found, identify(article, found, language), article, words, language.times)


def one(story: str, **given: object) -> EncounterDraft:
    found = drafts(story, **given)  # type: ignore[arg-type]
    assert len(found) == 1, [(d.kind, d.status, d.rule) for d in found]
    return found[0]


@pytest.mark.parametrize(
    ("story", "kind", "status"),
    [
        (f"{SILVA} spoke by telephone with {PEREZ}.", "phone_call", "held"),
        (f"{SILVA} met virtually with {PEREZ}.", "video_call", "held"),
        (f"{SILVA} will meet {PEREZ} next week.", "meeting", "planned"),
        (f"{SILVA} and {PEREZ} held a video conference.", "video_call", "held"),
        (f"A meeting between {SILVA} and {PEREZ} was called off.", "meeting", "cancelled"),
        (f"{SILVA} has proposed a meeting with {PEREZ}.", "meeting", "proposed"),
        (f"{SILVA} sent {PEREZ} a message of condolence.", "message", "held"),
        (f"{PEREZ} is on a visit to Brazil.", "visit", "held"),
    ],
)
def test_kind_and_status(story: str, kind: str, status: str) -> None:
    draft = one(story)
    assert (draft.kind, draft.status, draft.states()) == (kind, status, {"BRA", "ARG"})


@pytest.mark.parametrize(
    "story",
    [
        f"{SILVA} did not meet {PEREZ}.",
        f"{SILVA} might meet {PEREZ}.",
        f"{SILVA} spoke to reporters about Argentina.",
        f"{SILVA} held a press conference with {PEREZ}.",
        f"{SILVA} praised {PEREZ}.",
        "The two ministers enjoyed the weather.",
        "Brazil and Argentina want peace.",
    ],
)
def test_no_contact(story: str) -> None:
    assert drafts(story) == []


def test_reports_of_one_contact_are_joined() -> None:
    story = (
        f"{SILVA} met with {PEREZ} on Tuesday.\nDuring the meeting, she praised fishing.\n"
        "The two presidents held their talks in Lima on the sidelines of the Andean Grain Forum."
    )
    draft = one(story)
    assert (draft.date, draft.date_basis) == ("2031-03-04", "relative")
    assert draft.place is not None
    assert draft.place.country == "PER"
    assert (draft.occasion, draft.relation) == ("Andean Grain Forum", "sidelines")
    assert len(draft.evidence) == 3


def test_plural_meetings_are_one_for_each_counterpart() -> None:
    found = drafts(f"{SILVA} held meetings with {PEREZ} and Peruvian President Luis Soto.")
    assert [sorted(d.states()) for d in found] == [["ARG", "BRA"], ["BRA", "PER"]]


def test_a_call_with_two_is_one() -> None:
    assert one(f"{SILVA} spoke with {PEREZ} and Peruvian President Luis Soto.").states() == {"BRA", "ARG", "PER"}


def test_another_day_is_another_contact() -> None:
    found = drafts(f"{SILVA} met {PEREZ} on Tuesday.\nShe had met {PEREZ} on 3 January 2030.")
    assert [d.date for d in found] == ["2031-03-04", "2030-01-03"]


def test_title_decides_an_open_kind() -> None:
    title = "Readout of President Silva's Meeting with President Perez"
    assert one(f"{SILVA} spoke with {PEREZ}.", title=title).kind == "meeting"
    assert one(f"{SILVA} spoke with {PEREZ}.").kind == "phone_call"


def test_publication_date_only_when_the_text_states_it() -> None:
    story = f"{SILVA} met {PEREZ}."
    assert one(story, stated=True).date_basis == "article"
    assert one(story).date is None


def test_dates_and_places_of_what_was_said_are_not_the_contact() -> None:
    draft = one(f"{SILVA} met {PEREZ} to discuss the floods in Chile in May 2029.")
    assert (draft.date, draft.place) == (None, None)


def test_duration() -> None:
    assert one(f"{SILVA} and {PEREZ} held a telephone conversation for 40 minutes.").duration_minutes == 40


def test_initiator_host_and_mediator() -> None:
    called = one(f"{SILVA} had a telephone conversation with {PEREZ} at the initiative of the Argentine side.")
    assert {p.code: p.role for p in called.participants} == {"BRA": None, "ARG": "initiator"}
    received = one(f"{SILVA} received {PEREZ} in Brasilia.")
    assert {p.code: p.role for p in received.participants} == {"BRA": "host", "ARG": "guest"}
    hosted = one(f"{SILVA} held talks with {PEREZ}, which were hosted by Peruvian President Luis Soto.")
    assert {p.code: p.role for p in hosted.participants}["PER"] == "mediator"


def test_pair_of_states_in_one_word() -> None:
    draft = one("A Brazil-Peru summit will take place in Lima next year.")
    assert (draft.kind, draft.status, draft.states()) == ("conference", "planned", {"BRA", "PER"})


def test_cue_and_rule() -> None:
    story = f"{SILVA} spoke by telephone with {PEREZ}."
    draft = one(story)
    assert story[draft.cue[0] - 1 : draft.cue[1] - 1] == "spoke by telephone"
    assert draft.rule == "call.spoke-by-telephone"


@pytest.mark.parametrize(
    ("story", "topics"),
    [
        ("The two presidents discussed grain exports, the drought in Somalia and a joint dam.",
         ["grain exports", "the drought in Somalia", "a joint dam"]),
        ("They talked about a range of issues, including fishing and the situation in Chad.",
         ["fishing", "the situation in Chad"]),
        ("Rail links were also discussed.", ["Rail links"]),
        ("They discussed fish, and agreed to stay in contact.", ["fish"]),
        ("They exchanged views on oil, with the guest asking for more.", ["oil"]),
    ],
)  # fmt: skip
def test_topics(story: str, topics: list[str]) -> None:
    draft = one(f"{SILVA} met {PEREZ}.\n{story}")
    assert [t.text for t in draft.topics] == topics


def test_topic_spans_are_their_text() -> None:
    story = f"{SILVA} met {PEREZ} to discuss the port and the reef."
    assert [story[t.span[0] - 1 : t.span[1] - 1] for t in one(story).topics] == ["the port", "the reef"]


def test_outcomes() -> None:
    story = f"{SILVA} met {PEREZ}.\nThe two presidents agreed to open two schools.\nThey signed a treaty on otters."
    assert [(o.kind, o.text) for o in one(story).outcomes] == [
        ("agreement", "agreed to open two schools"), ("signing", "signed a treaty on otters"),
    ]  # fmt: skip


def test_second_story_and_passing_mention() -> None:
    story = f"{SILVA} met {PEREZ} on Tuesday.\nShe praised his speech.\nIt rained.\nLast year, {SILVA} visited Peru."
    found = drafts(story)
    assert [(d.kind, d.salience) for d in found] == [("meeting", "main"), ("visit", "background")]


def test_visit_with_talks() -> None:
    found = drafts(f"{PEREZ} arrived in Brasilia for talks on otters.")
    assert [(d.kind, d.status) for d in found] == [("visit", "held"), ("meeting", "planned")]


@pytest.mark.parametrize(
    ("story", "kind", "status"),
    [
        (f"{SILVA_ID} melakukan percakapan telepon dengan {PEREZ_ID}.", "phone_call", "held"),
        (f"{SILVA_ID} akan bertemu {PEREZ_ID} di Lima.", "meeting", "planned"),
        (f"{PEREZ_ID} diterima oleh {SILVA_ID}.", "meeting", "held"),
        (f"Pertemuan antara {SILVA_ID} dan {PEREZ_ID} digelar kemarin.", "meeting", "held"),
        (f"{SILVA_ID} mengundang {PEREZ_ID} untuk mengunjungi Brasil.", "visit", "proposed"),
        (f"{SILVA_ID} membatalkan kunjungan ke Argentina.", "visit", "cancelled"),
    ],
)
def test_indonesian(story: str, kind: str, status: str) -> None:
    draft = one(story, code="id")
    assert (draft.kind, draft.status, draft.states()) == (kind, status, {"BRA", "ARG"})


def test_indonesian_topics() -> None:
    met = "Presiden Brasil Ana Silva bertemu Presiden Argentina Juan Perez."
    draft = one(f"{met}\nKedua presiden membahas ekspor gandum, sengketa perbatasan, dan kerja sama riset.", code="id")
    assert [t.text for t in draft.topics] == ["ekspor gandum", "sengketa perbatasan", "kerja sama riset"]


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (f"{SILVA} praised Argentina on a visit to the country.", [("visit", "held", "ARG BRA")]),
        (f"{SILVA} discussed plans for {PEREZ} to visit Brasilia.", [("visit", "planned", "ARG BRA")]),
        (f"{SILVA} invited {PEREZ} to visit Brasilia.", [("visit", "proposed", "ARG BRA")]),
        (f"{SILVA} will visit Peru and Argentina during a trip in May.",
         [("visit", "planned", "BRA PER"), ("visit", "planned", "ARG BRA")]),
        (f"{SILVA} met {PEREZ}, then with Peruvian President Luis Soto.",
         [("meeting", "held", "ARG BRA"), ("meeting", "held", "BRA PER")]),
        ("At a meeting in the English town of Leeds, the G7 delegates said they would save the whales.",
         [("conference", "held", "G7")]),
        ("Trade grew after the big U.S.-Brazil Farm Conference last week.", [("conference", "held", "BRA USA")]),
        ("The delegations of Brazil, Argentina and Peru met for their third trilateral summit in Lima.",
         [("conference", "held", "ARG BRA PER")]),
        (f"{SILVA} arrived in Lima and Argentina sent a ship.", [("visit", "held", "BRA PER")]),
        (f"{SILVA} has cancelled her trip to Argentina.", [("visit", "cancelled", "ARG BRA")]),
        (f"Brazil will host more than twenty heads of state, including {PEREZ}.",
         [("conference", "planned", "ARG BRA")]),
        (f"{SILVA} called off a visit to Argentina.\nShe was due to arrive in Lima on Friday.\nAna Silva was scheduled to "
         "arrive in Buenos Aires on Monday.", [("visit", "cancelled", "ARG BRA"), ("visit", "planned", "BRA PER")]),
        (f"A visit to Lima by {SILVA} for trade talks was under consideration.\nAna Silva is likely to go to Lima soon.",
         [("visit", "proposed", "BRA PER")]),
    ],
)  # fmt: skip
def test_constructions(story: str, told: list[tuple[str, str, str]]) -> None:
    found = drafts(story)
    assert [(d.kind, d.status, " ".join(sorted(d.states()))) for d in found] == told


def test_summit_of_the_title() -> None:
    story = (
        "Sebagai tuan rumah, Brasil akan menjamu lebih dari 20 kepala negara, termasuk Presiden Argentina Juan Perez."
    )
    draft = one(story, code="id", title="Sengketa Ikan Bayangi KTT ASEAN di Brasil")
    assert (draft.kind, draft.status, draft.salience) == ("conference", "planned", "main")
    assert draft.states() == {"BRA", "ARG", "ASEAN"}


@pytest.mark.parametrize(
    "story",
    [
        f"{SILVA} met {PEREZ}.\nAna Silva and Juan Perez discussed the floods in Chad, including aid.",
        f"{SILVA} met {PEREZ} and pledged help for the farmers in Chad.",
    ],
)
def test_place_of_a_topic_is_not_the_place(story: str) -> None:
    assert one(story).place is None


def test_an_event_is_where_its_name_says() -> None:
    found = drafts(f"{SILVA} will travel to Rome to meet farmers and will attend the Lima summit of G7 leaders.")
    assert [(d.kind, d.place.name if d.place else None) for d in found] == [("visit", "Rome"), ("conference", "Lima")]


def test_topic_ids() -> None:
    language = load_world().language("en")
    assert language is not None
    words = TopicLexicon(language.topics)
    assert words.classify("ocean protection") == "water_environment"
    assert words.classify("the situation in Haiti") == "armed_conflict"
    assert words.classify("something else") == "other"


SOTO = "Peruvian President Luis Soto"


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (  # whose the possessive in front is
            f"{SILVA} met {PEREZ}. In her talks with {SOTO}, Silva praised trade.",
            [("meeting", "held", {"BRA", "ARG"}, None), ("meeting", "held", {"BRA", "PER"}, None)],
        ),
        (  # a pronoun takes up the subject, not who stands last
            f"{SILVA} held talks with {PEREZ}. She will have a working lunch on Monday with {SOTO}.",
            [("meeting", "held", {"BRA", "ARG"}, None), ("meeting", "planned", {"BRA", "PER"}, "2031-03-10")],
        ),
        (f"{PEREZ} left on Monday for Brasilia.", [("visit", "held", {"ARG", "BRA"}, "2031-03-03")]),
        (
            f"{PEREZ} leaves tomorrow for Lima, where he is due to meet {SOTO}.",
            [("visit", "planned", {"ARG", "PER"}, "2031-03-08"), ("meeting", "planned", {"ARG", "PER"}, None)],
        ),
        (
            f"{SILVA} travelled together with aides to Buenos Aires on Monday and to Lima on Tuesday.",
            [("visit", "held", {"BRA", "ARG"}, "2031-03-03"), ("visit", "held", {"BRA", "PER"}, "2031-03-04")],
        ),
        (f"{PEREZ} ended a three-day visit to Brazil yesterday.", [("visit", "held", {"ARG", "BRA"}, "2031-03-04/2031-03-06")]),
        (f"{SILVA} thanked {PEREZ}, with whom she spoke on Monday.", [("phone_call", "held", {"ARG", "BRA"}, "2031-03-03")]),
        (
            f"{SILVA} met {PEREZ} on Monday. At their previous meeting, on February 3, they had argued.",
            [("meeting", "held", {"BRA", "ARG"}, "2031-03-03"), ("meeting", "held", {"BRA", "ARG"}, "2031-02-03")],
        ),
        (
            f"{SILVA} and {PEREZ}, who last met in Lima in July, spoke by phone on Monday.",
            [("meeting", "held", {"BRA", "ARG"}, "2030-07"), ("phone_call", "held", {"BRA", "ARG"}, "2031-03-03")],
        ),
        ("Talks between Brazil and Argentina resumed on Monday.", [("meeting", "held", {"BRA", "ARG"}, "2031-03-03")]),
        (f"After meeting {PEREZ} on Monday, {SILVA} praised trade.", [("meeting", "held", {"BRA", "ARG"}, "2031-03-03")]),
        (f"{SILVA} became the first leader to visit Peru.", [("visit", "held", {"BRA", "PER"}, None)]),
        (f"{SILVA} refuses to meet {PEREZ}.", []),
        (f"{SILVA} ruled out talks with {PEREZ}.", []),
        (f"{SILVA} called on {PEREZ} to resign.", []),
    ],
)  # fmt: skip
def test_who_met_whom_and_when(story: str, told: list[tuple[str, str, set[str], str | None]]) -> None:
    found = drafts(story)
    assert [(d.kind, d.status, d.states(), d.date) for d in found] == told


def test_sides_of_a_transcript() -> None:
    story = (
        f"{SILVA}: Mr President, welcome to Brasilia. We met in Lima in July.\n"
        f"{PEREZ}: I spoke by phone with {SOTO} yesterday."
    )
    found = drafts(story, title=f"Meeting with {PEREZ}")
    told = {(d.kind, d.status, tuple(sorted(d.states())), d.date) for d in found}
    assert ("visit", "held", ("ARG", "BRA"), None) in told
    assert ("meeting", "held", ("ARG", "BRA"), "2030-07") in told
    assert ("phone_call", "held", ("ARG", "PER"), "2031-03-06") in told


def test_greetings_of_the_title_are_written() -> None:
    story = f"{SILVA} congratulated {PEREZ} on the national day."
    assert not drafts(story)
    assert one(story, title="Greetings to the President of Argentina").kind == "message"


def test_who_took_part_in_a_gathering() -> None:
    story = f"{SILVA} took part, by video, in the G20 summit on Monday. It was also attended by {PEREZ} and {SOTO}."
    draft = one(story)
    assert (draft.kind, draft.occasion, draft.states()) == ("conference", "G20 summit", {"BRA", "ARG", "PER", "G20"})


@pytest.mark.parametrize(
    ("story", "topics"),
    [
        ("Boadu called on Peru to take steps to cut its deficit with Ghana.", ["its deficit with Ghana"]),
        ("Boadu reiterated the need for an end to the fishing ban.", ["an end to the fishing ban"]),
        ("Boadu voiced his support for the reform of the canal fees.", ["the reform of the canal fees"]),
        ("Boadu briefed Quispe on the state of the northern harbours.", ["the state of the northern harbours"]),
        ("Boadu expressed hope that the rain would come.", []),
        ("Boadu praised the two countries.", []),
        (
            "They discussed efforts to open the port, cut the fees and end the strike.",
            ["efforts to open the port, cut the fees and end the strike"],
        ),
        ("They discussed the Act on Ports, Roads, and Rails.", ["the Act on Ports, Roads, and Rails"]),
    ],
)
def test_topics_without_what_stands_around_them(story: str, topics: list[str]) -> None:
    met = "On Tuesday Ghanaian Foreign Minister Kofi Boadu met Peruvian Foreign Minister Lucia Quispe in Accra."
    assert [t.text for t in drafts(f"{met}\n{story}")[0].topics] == topics
