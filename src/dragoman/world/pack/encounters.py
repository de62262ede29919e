"""`encounters.toml`: the words by which a language reports that officials met, called, visited or wrote."""

from __future__ import annotations

from typing import Literal

from dragoman.model import OutcomeKind, Status
from dragoman.world.files import Row

ContactKind = Literal["phone_call", "video_call", "meeting", "visit", "conference", "message"]
Slot = Literal["object", "with", "joint", "place", "event"]


class ContactVerb(Row):
    """A verb of contact; its subject is one side.

    cue: compact pattern of all its forms (see `files.expand`). kind: what it reports. rule: its short name.
    other: where the other side stands: the `object`, after a word of `with` (`links`: the row's own words instead of
        the pack's), in a `joint` subject ("A and B met"), as the `place` that is visited (behind one of `links`, if
        there are any), as an `event` attended.
    open: the kind is only the usual one; a medium ("by telephone"), the title or the page's other words may change
        it. medium: only a medium may change it, or there must be one.
    person: the other side must be a person or a group of persons. located: counts only with a place after the object.
    unless: words right after the other side with which it is another verb ("called on X [to] resign").
    joins: it only tells who else takes part in the gathering told before ("It was attended by").
    addressed: its subject is whom the speaker of a transcript addresses ("Welcome to Moscow").
    support: it reports no contact by itself, but tells more of one that the page reports ("told his counterpart on
        Tuesday"). host: the side that receives the other one.
    status: what the forms tell by themselves (those of the future: `planned`).
    journey: the other side has come for it from abroad, unless an ambassador: a visit too ("menerima kunjungan X").
    example: a sentence in which it reports a contact of two sides; never: sentences in which it reports none.
    """

    cue: str
    kind: ContactKind
    rule: str
    other: tuple[Slot, ...]
    example: str
    links: tuple[str, ...] = ()
    open: bool = False
    medium: Literal["may", "must"] | None = None
    person: bool = False
    located: bool = False
    unless: tuple[str, ...] = ()
    joins: bool = False
    addressed: bool = False
    support: bool = False
    journey: bool = False
    status: Status = "held"
    host: Literal["subject", "other"] | None = None
    never: tuple[str, ...] = ()


class ContactNoun(Row):
    """A noun for a contact ("meeting", "percakapan telepon"); who takes part stands around it.

    plural: more than one contact ("meetings with A, B and C" are three). weak: it counts only with a light verb, an
    opening preposition or persons on both sides. place: its side is the place after a word of `toward`. event: a
    gathering with a name of its own. links: words before the other side, instead of the pack's `with`. skip: the
    words are no contact ("press conference"). The other fields are as in `ContactVerb`.
    """

    noun: str
    kind: ContactKind
    rule: str
    example: str
    links: tuple[str, ...] = ()
    open: bool = False
    plural: bool = False
    weak: bool = False
    place: bool = False
    event: bool = False
    skip: bool = False
    never: tuple[str, ...] = ()


class Medium(Row):
    """Words that tell how two sides spoke ("by telephone"); with an open cue they decide the kind."""

    words: tuple[str, ...]
    kind: ContactKind
    rule: str


class StatusWords(Row):
    """Words near a cue by which the contact has not been held. `before`: only in front of the cue."""

    words: tuple[str, ...]
    status: Status
    before: bool = False


class TopicCue(Row):
    """Words beside which the things discussed are listed.

    side: where the list stands: right or left of the cue, or as the `subject` of the clause that it introduces.
    rank: 1 for a list of topics, 2 and then 3 for words used where there is none.
    """

    cue: str
    example: str
    side: Literal["right", "left", "subject"] = "right"
    rank: Literal[1, 2, 3] = 1
    never: tuple[str, ...] = ()


class OutcomeCue(Row):
    """Words that tell what the sides agreed or signed; the outcome is what follows."""

    cue: str
    kind: OutcomeKind
    example: str
    never: tuple[str, ...] = ()


class Encounters(Row, rename={"with_": "with"}):
    """The whole file.

    with: words before the other side ("with", "dengan"). between: before both sides. toward: before the place visited.
    inside: before the place of a contact. light: compact patterns of the verbs that carry a noun ("held", "had").
    opening: prepositions that with a noun set the scene ("In a telephone conversation, …"). count: words that only
    count contacts ("a day of meetings"). possessive: words that make the last speaker a side ("his meeting with"),
    clitic: the ending that does so. apart: words that make several contacts of one sentence. sidelines, attending:
    words before the name of the occasion. event: nouns that make a name an event's. including: words between a vague
    head and its list. pairing: words that govern two things joined by "and". reporting: verbs of those who tell the
    story ("officials said"). finite: words by which a clause shows itself. complement: words before a reported clause.
    concerning: words between a person and the topic ("thanked X for Y"). joined: words between the items of a list,
    beside commas. stop: words that after a comma end a list of topics. trailing: words that end one everywhere. vague:
    nouns that name no topic by themselves. about: words between a contact and its topic. infinitive: the modal words
    that do not say whether a thing happens. initiative: nouns of "at the initiative of". anaphor: determiners that take
    up a contact told before. mediation: words before the one who brought two sides together; company: before those who
    came along. purpose: words between a journey and the contact for which it is made. background: words of what was
    before the news. definite: how a noun begins that takes up what was told. same_day: words for the day of the contact
    told before. retinue: unnamed company behind a subject ("and his delegation"). we: what the sides call themselves in
    a transcript. country: words for the state named before. then: words before whom the same subject met next ("then
    with"). ended, begun: words by which the day told is the last or the first of several ("ended a two-day visit on
    Friday"). possible: modal words by which a contact is only thought of ("could meet"). envoys: nouns for those whom a
    state or body sends ("an IMF team"). earlier, coming: adjectives of another contact of those told of ("the previous
    meeting", "the next round"). happened: verbs behind a noun that tell what became of the contact ("talks between A
    and B ended"). written: words of a title by which the page is a message ("Greetings to"). ours: possessives of both
    sides in a transcript. led: words before the head of a delegation. became: words by which an infinitive tells what
    has happened ("became the first to visit"). refusing: words before a contact that does not come about ("refused
    to"). invite: verbs between which and a contact the guest stands ("invited X to a dinner"). within: words before a
    gathering in which it took place ("dalam KTT"). invited: passive verbs whose agent stands between the invited and
    what he is to do ("diundang X untuk"). attended: words before those who came to a gathering ("attended by"). heads:
    nouns with which a new item of a list of topics begins, in a language without articles. layer: nouns that stand
    around a topic ("the need for X"); deed: verbs that stand bare before one ("to cut X, boost Y").
    """

    with_: tuple[str, ...]
    between: tuple[str, ...]
    toward: tuple[str, ...]
    inside: tuple[str, ...]
    light: tuple[str, ...]
    opening: tuple[str, ...]
    count: tuple[str, ...]
    clitic: str
    possessive: tuple[str, ...]
    apart: tuple[str, ...]
    sidelines: tuple[str, ...]
    attending: tuple[str, ...]
    event: tuple[str, ...]
    including: tuple[str, ...]
    joined: tuple[str, ...]
    stop: tuple[str, ...]
    vague: tuple[str, ...]
    initiative: tuple[str, ...]
    infinitive: tuple[str, ...]
    anaphor: tuple[str, ...]
    mediation: tuple[str, ...]
    company: tuple[str, ...]
    purpose: tuple[str, ...]
    about: tuple[str, ...]
    background: tuple[str, ...]
    verb: tuple[ContactVerb, ...]
    noun: tuple[ContactNoun, ...]
    medium: tuple[Medium, ...]
    status: tuple[StatusWords, ...]
    topic: tuple[TopicCue, ...]
    outcome: tuple[OutcomeCue, ...]
    definite: str = ""
    pairing: tuple[str, ...] = ()
    reporting: tuple[str, ...] = ()
    finite: tuple[str, ...] = ()
    complement: tuple[str, ...] = ()
    concerning: tuple[str, ...] = ()
    trailing: tuple[str, ...] = ()
    same_day: tuple[str, ...] = ()
    retinue: tuple[str, ...] = ()
    we: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    here: tuple[str, ...] = ()  # words for the place of the dateline
    ended: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    attended: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    envoys: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    became: tuple[str, ...] = ()
    invite: tuple[str, ...] = ()
    refusing: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    layer: tuple[str, ...] = ()
    deed: tuple[str, ...] = ()
