"""Pages and records made for tests: invented people, invented sentences. `read_page` stands in for the reader."""

from __future__ import annotations

import re

from dragoman.model import (
    Actor,
    ArticleRecord,
    Encounter,
    Event,
    Framing,
    Given,
    Page,
    PageInfo,
    PageRecord,
    Participant,
    Place,
    Published,
    Source,
    Span,
    Stance,
    Statement,
    Title,
    Topic,
)  # fmt: skip

ENGLISH = """Harbour Gazette
Ministers talk about the strait
Tehran, 5 March 2031 - Foreign Minister Darius Navabi spoke by telephone with his Japanese counterpart, Haruko Mizuno, on Wednesday about shipping in the strait.
Navabi condemned the raids by Israel. "Our door stays open," he added.
Mizuno thanked Iran for freeing the crew.
"""
JAPANESE = """海風新聞
日イラン外相電話会談
2031年3月5日、水野春子外務大臣は、ナヴァービー・イラン外務大臣と電話会談を行った。
水野大臣は、乗組員の解放に謝意を表明した。
"""
PERSIAN = """روزنامه باد
گفت‌وگوی تلفنی وزیران خارجه
داریوش نوابی وزیر امور خارجه با هاروکو میزونو همتای ژاپنی خود تلفنی گفت‌وگو کرد.
"""
VISIT = """Harbour Gazette
Minister to travel to Tokyo
Tokyo, 11 April 2031 - Foreign Minister Darius Navabi met Foreign Minister Haruko Mizuno in Tokyo on Friday about energy.
"""
HOSTILE = """=HYPERLINK("http://x.example","[bold red]click[/]") \x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \u202egnol\u202c
Foreign Minister [link=x]Darius Navabi[/link] met @Haruko Mizuno :smile:\x00 \ud800 on 1 May 2031.
"""


def span(text: str, words: str, after: int = 0) -> Span:
    """Where the words stand first."""
    start = text.index(words, after)
    return start, start + len(words)


def person(text: str, key: str, name: str, state: str, *, label: str = "", office: str = "foreign_minister") -> Actor:
    """A person whose name stands in the text."""
    return Actor(
        id=key, kind="person", name=name, label=label or name, for_=state, office=office, role=office, qualifier=None,
        wikidata=None, mentions=(span(text, name),),
    )  # fmt: skip


def encounter(text: str, actors: tuple[Actor, ...], **given: object) -> Encounter:
    """A contact between the actors; `date` and the like by keyword."""
    values: dict[str, object] = {
        "id": "e1", "kind": "phone_call", "status": "held", "salience": "main", "date": None, "date_basis": "stated",
        "date_span": None, "place": None, "occasion": None, "relation": None, "duration_minutes": None, "topics": (),
        "outcomes": (), "confidence": 0.9, "evidence": (span(text, text.splitlines()[2]),) if text.count("\n") > 2 else (),
        "rule": "made.encounter",
    }  # fmt: skip
    participants = tuple(Participant(actor=a.id, for_=a.for_, role=None, span=a.mentions[0]) for a in actors)
    return Encounter(**{**values, "participants": participants, **given})  # type: ignore[arg-type]


def statement(text: str, key: str, speaker: Actor, words: str, **given: object) -> Statement:
    """What the speaker says."""
    values: dict[str, object] = {
        "speakers": (speaker.id,), "for_": (speaker.for_,) if speaker.for_ else (), "source": speaker.mentions[0],
        "addressees": (), "encounter": "e1", "mode": "indirect", "cue": None, "act": "state", "targets": (),
        "stance": (), "framing": (), "confidence": 0.8, "rule": "made.statement",
    }  # fmt: skip
    return Statement(id=key, content=(span(text, words),), **{**values, **given})  # type: ignore[arg-type]


def record(
    page: Page, *, language: str | None, published: str | None = None, actors: tuple[Actor, ...] = (),
    encounters: tuple[Encounter, ...] = (), statements: tuple[Statement, ...] = (), events: tuple[Event, ...] = (),
) -> PageRecord:  # fmt: skip
    """A record whose outlet and title are the page's first two lines."""
    lines = page.text.splitlines()
    title = Title(text=lines[1], span=span(page.text, lines[1])) if len(lines) > 1 else None
    return PageRecord(
        page=PageInfo(id=page.id, uri=page.uri, url=page.url, media_type=page.media_type, chars=len(page.text)),
        article=ArticleRecord(
            language=language,
            title=title,
            published=Published(date=published, span=None, basis="metadata") if published else None,
            outlet=Source(name=lines[0], span=span(page.text, lines[0])) if lines and lines[0] else None,
            agency=None,
            body=((0, len(page.text)),),
        ),
        actors=actors, encounters=encounters, statements=statements, events=events,
    )  # fmt: skip


def english(page: Page) -> PageRecord:
    text = page.text
    iran, japan = person(text, "a1", "Darius Navabi", "IRN"), person(text, "a2", "Haruko Mizuno", "JPN")
    topic = Topic(text="shipping in the strait", span=span(text, "shipping in the strait"), topic="transit")
    call = encounter(text, (iran, japan), date="2031-03-05", topics=(topic,))
    raids = span(text, "raids")
    said = (
        statement(
            text, "s1", iran, "the raids by Israel", act="criticize", targets=("ISR",), addressees=("a2",),
            stance=(Stance(toward="ISR", value=-1),),
            framing=(Framing(span=raids, text="raids", normal="attacks", kind="critical"),),
        ),
        statement(text, "s2", iran, "Our door stays open", mode="direct", addressees=("a2",)),
        statement(text, "s3", japan, "Iran for freeing the crew", act="thank", targets=("IRN",), addressees=("a1",)),
    )  # fmt: skip
    values = {"codebook": "plover", "date": "2031-03-05", "reality": "reported", "according_to": None}
    events = (
        Event(id="v1", type="CONSULT", mode="phone", actors=("IRN",), recipients=("JPN",), of="e1", evidence=(span(text, "spoke by telephone"),), **values),
        Event(id="v2", type="ACCUSE", mode=None, actors=("IRN",), recipients=("ISR",), of="s1", evidence=(span(text, "condemned"),), **values),
    )  # fmt: skip
    return record(
        page,
        language="en",
        published="2031-03-05",
        actors=(iran, japan),
        encounters=(call,),
        statements=said,
        events=events,
    )


def japanese(page: Page) -> PageRecord:
    text = page.text
    japan = person(text, "a1", "水野春子", "JPN", label="Haruko Mizuno")
    iran = person(text, "a2", "ナヴァービー", "IRN", label="ナヴァービー")
    call = encounter(text, (japan, iran), date="2031-03-05", duration_minutes=20)
    said = (statement(text, "s1", japan, "乗組員の解放に謝意", act="thank", targets=("IRN",)),)
    return record(
        page, language="ja", published="2031-03-05", actors=(japan, iran), encounters=(call,), statements=said
    )


def persian(page: Page) -> PageRecord:
    text = page.text
    iran, japan = person(text, "a1", "داریوش نوابی", "IRN"), person(text, "a2", "هاروکو میزونو", "JPN")
    return record(
        page, language="fa", published="2031-03-06", actors=(iran, japan), encounters=(encounter(text, (iran, japan)),)
    )


def visit(page: Page) -> PageRecord:
    text = page.text
    iran, japan = person(text, "a1", "Darius Navabi", "IRN"), person(text, "a2", "Haruko Mizuno", "JPN")
    tokyo = Place(name="Tokyo", country="JPN", span=span(text, "Tokyo on Friday"[:5], 60))
    topic = Topic(text="energy", span=span(text, "energy"), topic="energy")
    met = encounter(text, (iran, japan), kind="meeting", date="2031-04-11", place=tokyo, topics=(topic,))
    return record(page, language="en", published="2031-04-11", actors=(iran, japan), encounters=(met,))


def hostile(page: Page) -> PageRecord:
    text = page.text
    iran, japan = person(text, "a1", "[link=x]Darius Navabi[/link]", "IRN"), person(text, "a2", "@Haruko Mizuno", "JPN")
    met = encounter(text, (iran, japan), kind="meeting", date="2031-05-01", occasion="=1+1", evidence=((0, len(text)),))
    said = (statement(text, "s1", japan, text.splitlines()[0], mode="direct"),)
    return record(page, language="en", actors=(iran, japan), encounters=(met,), statements=said)


BULK = re.compile(r"Bulk (\d+)\n(\d{4}-\d\d-\d\d) ([A-Z]{3}) ([A-Z]{3})\n")


def bulk_text(number: int, date: str = "2030-01-01", a: str = "IRN", b: str = "JPN") -> str:
    """The text of one of many pages."""
    return f"Bulk {number}\n{date} {a} {b}\nFirst Person of {a} called Second Person of {b} in call number {number}.\n"


def bulk(page: Page) -> PageRecord:
    found = BULK.match(page.text)
    assert found
    _, date, a, b = found.groups()
    actors = person(page.text, "a1", f"First Person of {a}", a), person(page.text, "a2", f"Second Person of {b}", b)
    return record(page, language="en", actors=actors, encounters=(encounter(page.text, actors, date=date),))


MADE = {ENGLISH: english, JAPANESE: japanese, PERSIAN: persian, VISIT: visit, HOSTILE: hostile}


def read_page(page: Page, _world: object = None) -> PageRecord:
    """The record of a made page; of any other, one without contacts. `unreadable` in a page is a fault."""
    if "unreadable" in page.text:
        raise KeyError("no such thing")
    if BULK.match(page.text):
        return bulk(page)
    return MADE.get(page.text, lambda p: record(p, language="en"))(page)


def page(text: str, uri: str = "", **given: str) -> Page:
    """A page, with what its carrier states."""
    return Page(uri=uri or f"made/{text[:8].strip()}.txt", text=text, given=Given(**given))


def read(text: str, uri: str = "", **given: str) -> tuple[Page, PageRecord]:
    """Page and record."""
    made = page(text, uri, **given)
    return made, read_page(made)


GAZETTE, WIND = "made/gazette.txt", "made/umikaze.txt"


def usual() -> list[tuple[Page, PageRecord]]:
    """Five pages: one call in three languages, a meeting, and the call's English page a second time elsewhere."""
    return [
        read(ENGLISH, GAZETTE),
        read(JAPANESE, WIND),
        read(PERSIAN, "made/bad.txt"),
        read(VISIT, "made/visit.txt"),
        read(ENGLISH, "made/reprint.txt", outlet="The Reprint", published="2031-03-07"),
    ]
