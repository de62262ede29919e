"""`frames.toml`: the words by which a language reports what somebody said, and what is done by saying it."""

from __future__ import annotations

from typing import Literal

from dragoman.model import Act
from dragoman.world.files import Row

Takes = Literal["clause", "object", "infinitive", "addressee"]
Aim = Literal["none", "content", "first", "addressee"]
Whose = Literal["own", "other"]
Then = Literal["to", "doing"]


class Verb(Row):
    """A reporting verb.

    cue: compact pattern of all its forms (see `files.expand`), with a particle that belongs to it ("call on").
    act: what is done by saying it. neutral: the verb only reports (said, stressed): the act may follow the content.
    takes: what may follow: a `clause` (that …, or a quotation), an `object` (noun phrase: "condemned X"), an
        `infinitive` ("agreed to …"), an `addressee` (the object is whom it is said to: "told reporters that …").
    link: words between cue and content that belong to neither ("of" in "warned of X"), beside the pack's own.
    target: whom the act is aimed at: `first` = the first state or body named in the content (its agent),
        `content` = every one named there, `addressee` = the other side or the one told, `none`.
    subject: where the subject stands: `left`, `right` ("kata Prabowo"), `clitic` (the cue itself holds a pronoun for
        the last speaker: "ujarnya"), `none` (impersonal: "it was noted", "dikatakan"). Left out: the pack's order.
    passive: the one in subject position is not the speaker; the speaker follows the pack's agent word (by, oleh).
    needs: `quote`: counts only beside a quotation; `person`: only with a person (or group of persons) as subject,
        `actor`: only with a person, state or body as subject (a risky verb: "claimed", "supported"), `text`: only with
        a body, a text or a study ("the poll shows that").
    content: the side of the cue on which the reported object stands, if not where the grammar says. opens: words before
        an object that stands left of the cue; closes: the verb's last words, behind an object that it encloses.
    told: words before the one told where he stands left of the cue.
    attitude: what somebody wants, expects or holds, said in no words ("wants", "is certain"): inside another report it
        is part of what is reported.
    example: a sentence in which it must give a statement with this act. never: sentences in which it must give none.
    """

    cue: str
    act: Act
    example: str
    neutral: bool = False
    takes: tuple[Takes, ...] = ("clause",)
    link: tuple[str, ...] = ()
    target: Aim = "none"
    subject: Literal["left", "right", "either", "clitic", "none"] | None = None
    passive: bool = False
    needs: Literal["quote", "person", "actor", "text"] | None = None
    content: Literal["left", "right"] | None = None
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    attitude: bool = False
    never: tuple[str, ...] = ()


class Noun(Row):
    """A noun that names an act of speaking, used with a light verb ("voiced concern") or under a neutral verb.

    part: `cue`: with a light verb it belongs to the cue ("expressed hope"), the content follows its link word;
        `content`: it opens the content ("expressed [Iran's readiness to help]", "the need for …").
    A noun of part `cue` that has a possessor or article before it is content all the same ("his support for …").
    """

    noun: str
    act: Act
    part: Literal["cue", "content"]
    example: str
    link: tuple[str, ...] = ()
    target: Aim = "none"
    never: tuple[str, ...] = ()


class Sourced(Row):
    """A preposition that names the source of a whole clause: "according to X, …", "menurut X", "Menurutnya".

    before: it is the sentence before that is reported ("Об этом сообщил X").
    """

    cue: str
    example: str
    clitic: bool = False
    before: bool = False
    act: Act = "state"
    never: tuple[str, ...] = ()


class Pattern(Row):
    """Words in the content that turn the act of a neutral cue.

    words: compact patterns; any of them, as whole words, in the content.
    names_party: only if a state or body is named in the content, which then is the target.
    opens: only at the content's start (after its subject for `modal` patterns such as "should").
    whose: only as the speaker's `own` deed ("his government will …"), or as that of `other` people, who are the target.
    negated: with `whose`, only where the verb is denied ("did not honour its word"); else only where it is not.
    predicate: only behind a form of "to be", said of the subject that `whose` speaks of ("Peru's offer is generous").
    then: only before somebody named who is `to` do something ("want Peru to …") or before his `doing` it.
    but: words that may not follow ("will" promises something, but not before "be").
    """

    act: Act
    words: tuple[str, ...]
    example: str
    names_party: bool = False
    opens: bool = False
    whose: Whose | None = None
    negated: bool = False
    predicate: bool = False
    then: Then | None = None
    but: tuple[str, ...] = ()
    target: Aim = "none"
    never: tuple[str, ...] = ()


class Frames(Row):
    """The frame lexicon of a language.

    light: compact patterns of light verbs (express, voice, convey, …) that take a `noun`.
    between: words that may stand between a light verb and its noun (deep, strong, his, their, its, great …).
    link: words that introduce a content and belong to neither it nor the cue (that, bahwa, agar).
    aside: words that open a clause which is not the point of what is said (who, if, how).
    against: words before what somebody is up against ("resist Chad's aggression" blames nobody anew).
    own: what a speaker acts for, when it is his or "the" one (country, government).
    """

    light: tuple[str, ...]
    between: tuple[str, ...]
    link: tuple[str, ...]
    verb: tuple[Verb, ...]
    noun: tuple[Noun, ...]
    source: tuple[Sourced, ...]
    pattern: tuple[Pattern, ...]
    aside: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
