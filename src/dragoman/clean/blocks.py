"""Labelling every piece of a page, with the rule that said so."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.clean.dates import full_dates
from dragoman.clean.layout import Layout
from dragoman.clean.pieces import Piece
from dragoman.clean.repeats import mark_references, mark_repeats
from dragoman.clean.rules import Rules
from dragoman.clean.title import Headline, find_title, split_headline
from dragoman.world.pack.clean import LanguagePacks

_ANNOUNCES = (":", "：")
_RULE = re.compile(r"[-–—_=*]{3,}")
_LETTER = re.compile(r"[^\W_]")
_INNER_STOP = re.compile(r"[.!?。！？؟] |^[“\"«„]| [-–—]{1,2} ")
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[-–•*])\s")
_WORD = re.compile(r"[^\W_]{4,}")
_TERM = re.compile(r"[^\W_]+")
# Furniture that stands between two paragraphs of one list without ending it.
_TRANSPARENT = frozenset({"no-words", "placeholder"})
# What follows a rule (---) repeats the story when this share of its longer words stands there.
_SUMMARY = 0.6


def lay_out(pieces: list[Piece], rules: Rules, packs: LanguagePacks, language: str | None, given: str | None) -> Layout:
    """Labels for all pieces: furniture by its words, then the headline, then the story between first and last
    sentence, then what repeats."""
    page = Layout(pieces, [None] * len(pieces))
    _mark_furniture(page, rules)
    _date_lines(page, packs, language)
    mark_references(page, packs, language)
    _find_title(page, rules, given)
    _mark_story(page)
    mark_repeats(page)
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
        if mark is None and _LETTER.search(piece.text) is None:
            page.labels[i] = ("furniture", "no-words")
        if _RULE.fullmatch(piece.text) and begun and _is_appendix(page, i, rules):
            closed = "after-rule"
            page.labels[i] = ("furniture", closed)
        elif page.labels[i] is not None:
            continue
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
    """A first line taken for a sentence may still be a headline: long without a stop, a question, cut off by dots."""
    piece = page.pieces[i]
    if any(page.labels[k] is None for k in range(i)) or i + 1 >= len(page.pieces):
        return False
    if not piece.full or len(piece.text) > 200:
        return not piece.full and len(piece.text) <= 320
    if _one_sentence(page, i):
        return True
    return piece.truncated or piece.text.rstrip("\"'”’»)] ")[-1:] in ("?", "!", "？", "！", "…", "؟")


def _one_sentence(page: Layout, i: int) -> bool:
    """Whether the line is one short sentence with an empty line under it, on a page of several paragraphs."""
    piece = page.pieces[i]
    apart = page.pieces[i + 1].line > piece.line + 1 and len(page.pieces) > i + 3
    return apart and len(piece.text) <= 160 and _INNER_STOP.search(piece.text) is None


def _mark_story(page: Layout) -> None:
    """What stands between the first and the last sentence is story, unless labelled already."""
    after = -1 if page.title is None or page.title.glued else page.title.piece
    free = [i for i, label in enumerate(page.labels) if label is None]
    told = [i for i in free if i > after and page.pieces[i].sentence and not _teaser(page, i)]
    told = told or _only_text(page, [i for i in free if i > after])
    if not told:
        return
    first, last = told[0], told[-1]
    dated = {d.piece for d in page.dated}
    for i in free:
        piece = page.pieces[i]
        if not piece.full and ((i in dated and i < first) or _place_line(page, i)):
            page.labels[i] = ("dateline", "date-line")
        elif first <= i <= last:
            page.labels[i] = ("body", "body.between-sentences")
        elif i < first:
            short = i > after and _says_something(piece) and not piece.truncated
            page.labels[i] = ("body", "body.short-lead") if short else ("furniture", "before-story")
        elif _goes_on(page, i):
            page.labels[i] = ("body", "body.short-end")
        else:
            page.labels[i] = ("furniture", "after-story")


def _only_text(page: Layout, free: list[int]) -> list[int]:
    """The text of a page without one long sentence: short ones, else paragraphs without a stop, else its first line.

    Where nothing is left but a headline as long as a paragraph, that is the text.
    """
    told = [i for i in free if page.pieces[i].full] or [i for i in free if page.pieces[i].prose] or free[:1]
    title = page.title
    if not told and title is not None and page.pieces[title.piece].prose:
        page.labels[title.piece] = ("body", "body.only-line")
        page.title = None
    return told


def _place_line(page: Layout, i: int) -> bool:
    """A place under (or above) the date line: "Oslo"."""
    before = page.labels[i - 1] if i else None
    return before == ("dateline", "date-line") and len(_TERM.findall(page.pieces[i].text)) <= 3


def _teaser(page: Layout, i: int) -> bool:
    """A line cut off with dots before the story is its teaser."""
    return page.pieces[i].truncated and i + 1 < len(page.pieces)


def _says_something(piece: Piece) -> bool:
    """A short line that belongs to running text: a sentence, or one that announces what follows."""
    return piece.prose or ((piece.full or piece.text.endswith(_ANNOUNCES)) and len(_TERM.findall(piece.text)) >= 3)


def _goes_on(page: Layout, i: int) -> bool:
    """A short line after the last long sentence: a sentence, or an item of the list the story ends with."""
    piece = page.pieces[i]
    before = next((b for b in page.labels[i - 1 :: -1] if b is None or b[1] not in _TRANSPARENT), None) if i else None
    if before is None or before[0] != "body":
        return piece.full and len(_TERM.findall(piece.text)) >= 5
    if _ITEM.match(piece.text):
        return _ITEM.match(page.pieces[i - 1].text) is not None or page.pieces[i - 1].text.endswith(_ANNOUNCES)
    return piece.prose or piece.full
