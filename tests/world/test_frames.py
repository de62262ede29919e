"""Each row of each `frames.toml` does what it says: its `example` gives the statement, its `never` gives none."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
import rows

from dragoman.find.tokens import key_of
from dragoman.model import Statement
from dragoman.world.load import load_world
from dragoman.world.pack.frames import Frames, Noun, Pattern, Sourced, Verb

Key = tuple[str, ...]

LANGUAGES = load_world().languages()
FRAMES: dict[str, Frames] = {code: rows.language(code).frames for code in LANGUAGES}
_HEAD = 8  # words of the content within which a noun must stand that opens it


def cases() -> Iterator[object]:
    """Every row of every language, with a readable id."""
    for code, frames in FRAMES.items():
        for verb in frames.verb:
            yield pytest.param(code, verb, id=rows.name_of(code, "verb", verb.cue))
        for noun in frames.noun:
            yield pytest.param(code, noun, id=rows.name_of(code, "noun", noun.noun))
        for source in frames.source:
            yield pytest.param(code, source, id=rows.name_of(code, "source", source.cue))
        for pattern in frames.pattern:
            yield pytest.param(code, pattern, id=rows.name_of(code, "pattern", pattern.words[0], pattern.act))


CASES = list(cases())


@pytest.mark.parametrize(("code", "row"), CASES)
def test_row(code: str, row: Verb | Noun | Sourced | Pattern, request: pytest.FixtureRequest) -> None:
    rows.settle(request.node.callspec.id, wrong(code, row))


@pytest.mark.parametrize(("code", "row"), CASES)
def test_nothing_is_lost(code: str, row: Verb | Noun | Sourced | Pattern, request: pytest.FixtureRequest) -> None:
    """Every word of the example is the speaker's, the cue's or the content's, or one that belongs to neither."""
    rows.settle(request.node.callspec.id, lost(code, row), ("content",))


def test_known_failures_name_rows() -> None:
    names = {p.id for p in CASES}  # type: ignore[attr-defined]
    frames = {row for row in rows.known() if row.split(":")[1] in ("verb", "noun", "source", "pattern")}
    assert frames <= names


def test_a_known_failure_that_passes_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "known", lambda: {"en:verb:sigh": {"example": "why"}})
    rows.settle("en:verb:sigh", iter([("example", "gave nothing")]))
    rows.settle("en:verb:sigh", iter([]), ("content",))
    with pytest.raises(AssertionError, match="en:verb:sigh: its example passes now; take it out"):
        rows.settle("en:verb:sigh", iter([]))
    with pytest.raises(AssertionError, match="gave one"):
        rows.settle("en:verb:sigh", iter([("example", "gave nothing"), ("never", "gave one")]))


def test_a_row_that_does_not_keep_its_word_is_seen() -> None:
    row = Verb(
        cue="condemn(|s|ed)", act="praise", example="Chile condemned the raid.", never=("Chile condemned it all.",)
    )
    assert [what for what, _ in wrong("en", row)] == ["example", "never"]
    assert [what for what, _ in wrong("en", msgspec.structs.replace(row, act="criticize", never=()))] == []


# ---------------------------------------------------------------------------------------------- what a row promises


def wrong(code: str, row: Verb | Noun | Sourced | Pattern) -> Iterator[tuple[str, str]]:
    """`example` or `never` with a message for each sentence that does not give what the row promises."""
    read = rows.read(row.example, code)
    if not any(right(code, row, read, s) for s in read.record.statements):
        yield "example", f"example: {row.example}\n   gave {read.came()}\n   not {row.act} by this row"
    for sentence in row.never:
        read = rows.read(sentence, code)
        if any(fires(code, row, read, s) for s in read.record.statements):
            yield "never", f"never: {sentence}\n   gave {read.came()}"


def lost(code: str, row: Verb | Noun | Sourced | Pattern) -> Iterator[tuple[str, str]]:
    """`content` with a message when a word of the example is left out of the statement."""
    read = rows.read(row.example, code)
    said = next((s for s in read.record.statements if right(code, row, read, s)), None)
    if said is None or said.cue is None:
        return
    tokens = read.found.tokens
    cue = said.cue
    sentence = next(s for s in read.found.sentences if tokens.start[s.first] <= cue[0] < tokens.end[s.last - 1])
    taken = [cue, *said.content, *([said.source] if said.source else [])]
    left = [
        k for k in range(sentence.first, sentence.last)
        if tokens.word[k][0].isalnum() and not any(a <= tokens.start[k] < b for a, b in taken)
    ]  # fmt: skip
    words = rows.language(code).grammar.words
    small = {*words.auxiliary, *words.passive, *words.agent, *words.determiner, *FRAMES[code].link}
    small.update(*(r.link for r in (row, *FRAMES[code].noun) if isinstance(r, (Verb, Noun))))
    small.update(word for verb in FRAMES[code].verb for word in (*verb.opens, *verb.closes))
    if isinstance(row, Verb):
        told = next((k for k in left if tokens.key[k] in row.told and tokens.start[k] < cue[0]), None)
        if told is not None:  # "asked [of the minister] that": told before the cue
            left = [k for k in left if not told <= k or tokens.start[k] > cue[0]]
    begin = next(k for k in range(sentence.first, sentence.last) if tokens.end[k] > said.content[0][0])
    if (isinstance(row, Verb) and row.subject == "none") or (isinstance(row, Sourced) and row.clitic):
        left = [k for k in left if tokens.start[k] > cue[0]]  # "In the statement it was noted that", "…; in her view"
    told = next((k for k in left if tokens.start[k] > cue[0] and addressee(code, row, tokens.key[k])), None)
    if told is not None:
        left = [k for k in left if not told <= k < (begin if begin > told else sentence.last)]
    missing = [tokens.word[k] for k in left if tokens.key[k] not in small]
    if begin - 1 in left and tokens.start[begin] > cue[0] and tokens.key[begin - 1] in words.determiner:
        missing += [tokens.word[begin - 1]] if tokens.key[begin - 1] not in FRAMES[code].link else []
    if missing:
        yield "content", f"content: {row.example}\n   gave {read.came()}\n   and lost {missing}"


def addressee(code: str, row: Verb | Noun | Sourced | Pattern, key: str) -> bool:
    """Whether the one who is told may begin at a word behind the cue."""
    words = rows.language(code).grammar.words
    if key in words.told:
        return not (isinstance(row, Noun) and key in row.link)
    return isinstance(row, Verb) and "addressee" in row.takes and key not in (*words.modal, *words.preposition)


def right(code: str, row: Verb | Noun | Sourced | Pattern, read: rows.Read, said: Statement) -> bool:
    """Whether the statement is the one for which the row stands."""
    content = content_of(read, said)
    if isinstance(row, Pattern):
        return said.act == row.act and rows.holds(content, rows.forms(*row.words))
    if isinstance(row, Noun):
        wanted = rows.forms(row.noun)
        opens = rows.holds(content[:_HEAD], wanted)  # where a word of part `cue` has an article it opens the content
        return said.act == row.act and (opens or (row.part == "cue" and rows.holds(cue_of(read, said), wanted)))
    if not by_cue(code, row, read, said):
        return False
    neutral = isinstance(row, Sourced) or row.neutral
    return said.act == row.act or (neutral and turned(code, content, said.act))


def fires(code: str, row: Verb | Noun | Sourced | Pattern, read: rows.Read, said: Statement) -> bool:
    """Whether the statement exists because of the row."""
    if isinstance(row, (Noun, Pattern)):
        return said.act == row.act
    return by_cue(code, row, read, said)


def by_cue(code: str, row: Verb | Sourced, read: rows.Read, said: Statement) -> bool:
    """Whether the cue is a form of the row, with or without a noun that it takes as a light verb."""
    cue = cue_of(read, said)
    for form in rows.forms(row.cue):
        if cue == form:
            return True
        if cue[: len(form)] == form and form in rows.forms(*FRAMES[code].light):
            return rows.holds(cue[len(form) :], {f for n in FRAMES[code].noun for f in rows.forms(n.noun)})
    return False


def turned(code: str, content: Key, act: str) -> bool:
    """Whether a pattern or noun in the content gives a neutral cue this act."""
    frames = FRAMES[code]
    words = {f for p in frames.pattern if p.act == act for f in rows.forms(*p.words)}
    words |= {f for n in frames.noun if n.act == act for f in rows.forms(n.noun)}
    return rows.holds(content, words)


def cue_of(read: rows.Read, said: Statement) -> Key:
    return key_of(read.words(said.cue)) if said.cue else ()


def content_of(read: rows.Read, said: Statement) -> Key:
    return tuple(k for span in said.content for k in key_of(read.words(span)))
