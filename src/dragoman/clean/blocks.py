"""Labelling every piece of a page, with the rule that said so."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal, TypeAlias

import msgspec

from dragoman.clean.dates import Dated, full_dates
from dragoman.clean.pieces import Piece, fold
from dragoman.clean.rules import Rules
from dragoman.clean.title import Headline, find_title, split_headline
from dragoman.world.pack.clean import LanguagePacks

Label: TypeAlias = Literal["title", "body", "dateline", "byline", "caption", "repeat", "furniture"]

_ANNOUNCES = (":", "：")
_RULE = re.compile(r"[-–—_=*]{3,}")
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[-–•*])\s")
_WORD = re.compile(r"[^\W_]{4,}")
_TERM = re.compile(r"[^\W_]+")
# A standfirst repeats the body when this share of its words stands in the paragraph in the same measure.
_NEARLY = 0.9
# What follows a rule (---) repeats the story when this share of its longer words stands there.
_SUMMARY = 0.6


class Layout(msgspec.Struct):
    """Labels of a page's pieces, and what was seen on the way."""

    pieces: list[Piece]
    labels: list[tuple[Label, str] | None]
    title: Headline | None = None
    official: int | None = None
    dated: list[Dated] = []

    def body(self) -> list[int]:
        """Numbers of the story's pieces."""
        return [i for i, label in enumerate(self.labels) if label is not None and label[0] == "body"]


def lay_out(pieces: list[Piece], rules: Rules, packs: LanguagePacks, language: str | None, given: str | None) -> Layout:
    """Labels for all pieces: furniture by its words, then the headline, then the story between first and last
    sentence, then what repeats."""
    page = Layout(pieces, [None] * len(pieces))
    _mark_furniture(page, rules)
    _date_lines(page, packs, language)
    _find_title(page, rules, given)
    _mark_story(page)
    _mark_repeats(page)
    return page


# ------------------------------------------------------------------------------------------ furniture


def _mark_furniture(page: Layout, rules: Rules) -> None:
    """Labels lines by the words of the packs; a mark may take the lines after it along."""
    begun, listing, closed = False, "", ""
    for i, piece in enumerate(page.pieces):
        if closed:
            page.labels[i] = ("furniture", closed)
            continue
        mark = rules.mark(piece.text)
        if _RULE.fullmatch(piece.text) and begun and _is_appendix(page, i, rules):
            closed = "after-rule"
            page.labels[i] = ("furniture", closed)
        elif mark is not None:
            page.labels[i] = (mark.label, mark.rule)
            closed = mark.rule if mark.then == "page" and begun else ""
            listing = mark.rule if mark.then == "list" else listing
        elif listing and not piece.sentence:
            page.labels[i] = ("furniture", listing)
        else:
            listing = ""
            begun = begun or piece.sentence


def _is_appendix(page: Layout, rule: int, rules: Rules) -> bool:
    """Whether what follows a line of dashes is not story: furniture, or a summary of what stands above."""
    after = page.pieces[rule + 1 :]
    if not after or rules.mark(after[0].text) is not None:
        return True
    above = Counter(w for p in page.pieces[:rule] for w in _WORD.findall(p.text.casefold()))
    words = _WORD.findall(" ".join(p.text for p in after[:2]).casefold())
    return bool(words) and sum(w in above for w in words) >= _SUMMARY * len(words)


def _date_lines(page: Layout, packs: LanguagePacks, language: str | None) -> None:
    """Finds the full dates in short lines; a line that says nothing else is a dateline."""
    dated = []
    for i, piece in enumerate(page.pieces):
        label = page.labels[i]
        if piece.sentence and label is None:
            continue
        if label is not None and label[1] in ("copyright", "after-rule", "related", "read also", "address", "summary"):
            continue
        found = full_dates(piece, i, packs, language)
        if found is not None:
            dated.append(found)
            if found.alone and label is None:
                page.labels[i] = ("dateline", "date-line")
    page.dated = dated


# ------------------------------------------------------------------------------------------ headline and story


def _find_title(page: Layout, rules: Rules, given: str | None) -> None:
    """Labels the headline, and above it the name of the official body whose page this is."""
    free = [i for i, label in enumerate(page.labels) if label is None]
    first = next((i for i in free if page.pieces[i].sentence and not _may_be_title(page, i)), len(page.pieces))
    header = [i for i in free if i < first]
    official = [i for i in header[:3] if rules.institution(page.pieces[i].text)]
    if official and len(header) > len(official):
        page.official = official[0]
        for i in official:
            page.labels[i] = ("furniture", "official-body")
        header = [i for i in header if i not in official]
    page.title = find_title(page.pieces, header, given, rules)
    if page.title is not None:
        page.labels[page.title.piece] = ("title", page.title.rule)
    elif first < len(page.pieces) and first == free[0]:
        length = split_headline(page.pieces[first], rules)
        if length is not None:
            start = page.pieces[first].start
            page.title = Headline(start, start + length, first, "title.glued", glued=True)


def _may_be_title(page: Layout, i: int) -> bool:
    """A first line that ends like a sentence may still be a headline: a question, or cut off with dots."""
    piece = page.pieces[i]
    if any(page.labels[k] is None for k in range(i)) or len(piece.text) > 200 or i + 1 >= len(page.pieces):
        return False
    return piece.truncated or piece.text.rstrip("\"'”’»)] ")[-1:] in ("?", "!", "？", "！", "…", "؟")


def _mark_story(page: Layout) -> None:
    """What stands between the first and the last sentence is story, unless labelled already."""
    after = -1 if page.title is None or page.title.glued else page.title.piece
    free = [i for i, label in enumerate(page.labels) if label is None]
    told = [i for i in free if i > after and page.pieces[i].sentence and not _teaser(page, i)]
    told = told or [i for i in free if i > after and page.pieces[i].full] or [i for i in free if i > after]
    if not told:
        return
    first, last = told[0], told[-1]
    for i in free:
        piece = page.pieces[i]
        if first <= i <= last:
            page.labels[i] = ("body", "body.between-sentences")
        elif i < first:
            short = i > after and _says_something(piece) and not piece.truncated
            page.labels[i] = ("body", "body.short-lead") if short else ("furniture", "before-story")
        elif _goes_on(page, i):
            page.labels[i] = ("body", "body.short-end")
        else:
            page.labels[i] = ("furniture", "after-story")


def _teaser(page: Layout, i: int) -> bool:
    """A line cut off with dots before the story is its teaser."""
    return page.pieces[i].truncated and i + 1 < len(page.pieces)


def _says_something(piece: Piece) -> bool:
    """A short line that belongs to running text: a sentence, or one that announces what follows."""
    return piece.prose or ((piece.full or piece.text.endswith(_ANNOUNCES)) and len(_TERM.findall(piece.text)) >= 3)


def _goes_on(page: Layout, i: int) -> bool:
    """A short line after the last long sentence: a sentence, or an item of the list the story ends with."""
    piece = page.pieces[i]
    before = page.labels[i - 1] if i else None
    if before is None or before[0] != "body":
        return piece.full and len(_TERM.findall(piece.text)) >= 5
    if _ITEM.match(piece.text):
        return _ITEM.match(page.pieces[i - 1].text) is not None or page.pieces[i - 1].text.endswith(_ANNOUNCES)
    return piece.prose or piece.full and (len(_TERM.findall(piece.text)) >= 3 or piece.weight > len(piece.text))


# ------------------------------------------------------------------------------------------ repeats


def _mark_repeats(page: Layout) -> None:
    """Repeats of the headline anywhere, of long paragraphs, and a standfirst that says what a paragraph says."""
    body = page.body()
    if page.title is not None and not page.title.glued:
        title = page.pieces[page.title.piece]
        key = fold(title.text[page.title.start - title.start :])
        for i, piece in enumerate(page.pieces):
            if i != page.title.piece and len(piece.text) <= len(title.text) + 60 and _repeats_title(piece, key):
                page.labels[i] = ("repeat", "repeat.title")
    seen: dict[str, int] = {}
    for i in body:
        piece = page.pieces[i]
        if piece.weight >= 60:
            if piece.text in seen:
                page.labels[i] = ("repeat", "repeat.paragraph")
            seen.setdefault(piece.text, i)
    body = page.body()
    for i in body[:2]:
        if any(_says_the_same(page.pieces[i], page.pieces[k]) for k in body if k > i):
            page.labels[i] = ("repeat", "repeat.standfirst")


def _repeats_title(piece: Piece, title: str) -> bool:
    key = fold(piece.text)
    if not key or len(key) < 8:
        return False
    if key == title:
        return True
    short, long = sorted((key, title), key=len)
    return len(short) >= 0.7 * len(long) and not piece.full and (long.startswith(short) or long.endswith(short))


def _says_the_same(standfirst: Piece, paragraph: Piece) -> bool:
    """Whether the paragraph opens with the standfirst's words (nearly all, in whatever punctuation)."""
    words = [w.casefold() for w in _TERM.findall(standfirst.text)]
    if len(words) < 6 and standfirst.weight < 60:
        return False
    if fold(standfirst.text) in fold(paragraph.text[: 2 * len(standfirst.text) + 80]):
        return True
    there = Counter(w.casefold() for w in _TERM.findall(paragraph.text)[: len(words) + 6])
    same = sum((Counter(words) & there).values())
    return len(words) >= 8 and same >= _NEARLY * len(words)
