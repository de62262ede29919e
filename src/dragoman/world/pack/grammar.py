"""`grammar.toml`: where a language puts things, and its small closed word classes. The engine only obeys it."""

from __future__ import annotations

from typing import Literal

from dragoman.world.files import Row


class Order(Row):
    """Where the parts of a report stand.

    subject: the side of the reporting verb on which its subject stands by default; `either`: before it, but behind
        it where the verb closes what was said ("…, заявил X").
    state: where the state of an office stands: `before` ("Iranian minister", "Iran's minister") or `after` the role
        ("Menteri Iran"); the words in `of` may link it after the role in either case ("President of Iran"). `both`:
        its adjective before the role, its name after it ("иранский министр", "министр Ирана").
    participle, adverb, plural: endings of verbs without a subject of their own, of adverbs and of plural nouns, where
        the language has them.
    home: the state whose offices its press names without the state.
    names: `capitals`: a name is a run of capitalised words; `listed`: no capitals, names follow roles or are known.
    object: the side of the verb on which stands what it reports where no linking word tells: `left` in a language
        whose verbs close the clause.
    definite: the article as it is written onto its noun; after two words of a listed name it begins another word.
    bare_sides: a plural noun for the sides needs no word before it to mean both of them (a language without articles).
    """

    subject: Literal["left", "right", "either"] = "left"
    state: Literal["before", "after", "both"] = "before"
    names: Literal["capitals", "listed"] = "capitals"
    object: Literal["left", "right"] = "right"
    definite: str = ""
    participle: str = ""
    adverb: str = ""
    plural: str = ""
    home: str | None = None
    bare_sides: bool = False


class Clitic(Row):
    """A small word written onto the next one; it is cut off where the whole word is unknown and the rest is known.

    form: how the word begins. cut: how many letters of it are the small word (all of them when left out); restore:
    what then stands before the rest, where writing it on changed it ("لل" = ل before ال). least: letters that the rest
    must have. page: the rest counts as known too where it stands by itself on the page (names).
    """

    form: str
    cut: int = 0
    restore: str = ""
    least: int = 3
    page: bool = False


class Pronoun(Row):
    """`forms` that stand for the last speaker (singular) or for both sides (plural); gender where it has one."""

    forms: tuple[str, ...]
    number: Literal["singular", "plural"]
    gender: Literal["m", "f", "n"] | None = None


class Words(Row):
    """Closed classes, as whole words in lower case.

    skip: may stand between subject and verb (also, further, meanwhile, for his part …). apart: phrases that set a
    new subject apart ("for his part"). ends: words after which a clause with a subject of its own begins.
    two: words that make a plural noun mean both sides. sides: plural nouns for them (ministers, leaders, sides).
    institution: nouns that with a state's name are one of its institutions. outlet: nouns of news
    media, never speakers.
    official: institutions that speak for the state of the page's dateline where none is named ("officials said").
    event: verbs of contact that report no words: a clause with one ends what was reported before (compact patterns).
    inside: prepositions after which a named state is where something happens, not whom an act is aimed at.
    house: prepositions between an official and the house or person he serves ("an official [at] Qatar's ministry").
    mutual: nouns for what two sides share; offered or promised without a name, it is to the other side.
    voice: words of a title by which the page speaks with somebody's voice (compact patterns).
    speaks: pronouns by which a text speaks of itself as subject (I, we).
    document: nouns of what is published or sent, after which a participle reports ("a statement urging …").
    beside: words after which a participle shares the sentence's subject ("while underscoring").
    courtesy: openings of sentences that only greet or thank in passing (compact patterns).
    indefinite: articles of somebody not named before ("an Iranian official").
    seldom_name: words of `not_name` that are names behind another name ("Zhang Jun").
    question: what a line of a transcript opens with that is a reporter's question ("Q").
    wish: verbs between "I" and what is said by saying it ("I want to thank").
    passive: auxiliaries that make the verb after them passive.
    inside_office: words between a verb and the institution in which it is said ("сообщили в МИД").
    purpose: words that open an infinitive of purpose ("called X to congratulate him").
    infinitive: the marks of an infinitive, without which a verb that takes only one reports nothing.
    public: more words for those who act for a state, beside institution and official ("envoy"), in phrases that nobody
        knows.
    some: numbers that without an article count people nobody named ("three diplomats").
    many: words for several people that have no plural ending ("police", "those").
    finding: what tells something without being said: polls, studies, footage.
    unsaid: what is no report right behind a cue ("asked not to be named", "informed each other"; compact patterns).
    epithet: nouns for a person by which a page takes up who was named before; taken_up: the words that close such a
    phrase ("mantan jenderal itu"). private: nouns for those who act for no state, before its name ("warga Moskwa").
    contrast: words that set another's words against those reported before ("…, while Kenya condemned …").
    told: words before the one who is told ("kepada"); none: the object itself is told ("told reporters that").
    inserted: words that open an inserted report ("as President Biden made clear").
    """

    determiner: tuple[str, ...]
    possessive: tuple[str, ...]
    preposition: tuple[str, ...]
    conjunction: tuple[str, ...]
    auxiliary: tuple[str, ...]
    modal: tuple[str, ...]
    negation: tuple[str, ...]
    skip: tuple[str, ...]
    relative: tuple[str, ...]
    ends: tuple[str, ...]
    agent: tuple[str, ...]
    of: tuple[str, ...]
    two: tuple[str, ...]
    sides: tuple[str, ...]
    institution: tuple[str, ...]
    official: tuple[str, ...]
    outlet: tuple[str, ...]
    honorific: tuple[str, ...]
    particle: tuple[str, ...]
    suffix: tuple[str, ...]
    not_name: tuple[str, ...]
    abbreviation: tuple[str, ...]
    first_person: tuple[str, ...]
    second_person: tuple[str, ...]
    event: tuple[str, ...]
    inserted: tuple[str, ...]
    told: tuple[str, ...]
    wish: tuple[str, ...]
    indefinite: tuple[str, ...]
    courtesy: tuple[str, ...]
    beside: tuple[str, ...]
    document: tuple[str, ...]
    speaks: tuple[str, ...]
    voice: tuple[str, ...]
    inside: tuple[str, ...]
    mutual: tuple[str, ...]
    passive: tuple[str, ...]
    inside_office: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    epithet: tuple[str, ...] = ()
    taken_up: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    finding: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    question: tuple[str, ...] = ()
    seldom_name: tuple[str, ...] = ()
    house: tuple[str, ...] = ()


class Grammar(Row):
    """The whole file. quotes: pairs of opening and closing marks, straight ones last.

    clitic: small words written onto the next one, longest first. common: frequent words that stand in no other table
    (compact patterns), so that they are taken for no name and nothing is cut off them. name_endings: where names of
    people decline, endings with those of the plain form ("ом" with "" for "Байденом"); one name may then end in
    several ways.
    """

    order: Order
    quotes: tuple[tuple[str, str], ...]
    words: Words
    pronoun: tuple[Pronoun, ...]
    clitic: tuple[Clitic, ...] = ()
    common: tuple[str, ...] = ()
    name_endings: tuple[tuple[str, str], ...] = ()
