"""Page -> Article: what is title, story and furniture, in which language, from when and by whom; nothing is deleted."""

from __future__ import annotations

import re

from dragoman.clean.blocks import lay_out
from dragoman.clean.dates import anchor_of, published
from dragoman.clean.hover import hover_spans
from dragoman.clean.language import identify_language
from dragoman.clean.layout import Layout
from dragoman.clean.lead import Lead, Surroundings, read_lead
from dragoman.clean.pieces import divide
from dragoman.clean.rules import Rules, rules_of
from dragoman.clean.source import find_agency, find_outlet
from dragoman.model import Article, Block, Page, Span, Title
from dragoman.world.pack.clean import Clean, LanguagePacks, load_language_packs

__all__ = ["LanguagePacks", "clean", "load_language_packs"]

_NO_PACK = Clean()
_VISIBLE = re.compile(r"[^\n]+")
# The first paragraphs that are looked at for a dateline (a standfirst may stand before it).
_LEADS = 3


def clean(page: Page, packs: LanguagePacks) -> Article:
    """The page with every piece labelled. Pure: the same page and packs give the same article."""
    text = page.text
    language = identify_language(text, page.given.language, packs.votes)
    rules = rules_of(packs.shared, packs.clean.get((language or "").split("-")[0], _NO_PACK))
    layout = lay_out(divide(text), rules, packs, language, page.given.title)
    leads = _leads(page, layout, packs, language, rules)
    title = None if layout.title is None else layout.title.piece
    stated = next((lead.published for lead in leads if lead.published is not None), None)
    when = published(layout.dated, layout.pieces, title, page.given, rules, stated)
    anchor, anchor_stated = anchor_of(when, page.given)
    around = Surroundings(text, page.url, page.given.outlet)
    blocks, inside = _blocks(layout, leads, text, rules)
    return Article(
        page=page,
        language=language,
        title=_title(page, layout),
        published=when,
        outlet=find_outlet(layout.pieces, layout.official, leads, rules, around),
        agency=find_agency(layout.pieces, set(layout.body()), leads, rules),
        blocks=tuple(blocks),
        reading=_reading(text, layout, inside),
        anchor=anchor,
        anchor_stated=anchor_stated,
    )


def _title(page: Page, layout: Layout) -> Title | None:
    if layout.title is not None:
        span = (layout.title.start, layout.title.end)
        return Title(text=page.text[span[0] : span[1]], span=span)
    return Title(text=page.given.title, span=None) if page.given.title else None


def _leads(page: Page, layout: Layout, packs: LanguagePacks, language: str | None, rules: Rules) -> list[Lead]:
    """The datelines of the first paragraphs."""
    around = Surroundings(page.text, page.url, page.given.outlet)
    out = []
    for i in layout.body()[:_LEADS]:
        piece = layout.pieces[i]
        start = piece.start
        if layout.title is not None and layout.title.glued and layout.title.piece == i:
            start = layout.title.end + 1
        lead = read_lead(page.text, start, piece.end, packs.times_of(language), rules, around)
        if lead is not None:
            out.append(lead)
    return out


def _blocks(layout: Layout, leads: list[Lead], text: str, rules: Rules) -> tuple[list[Block], list[Span]]:
    """All blocks in order (body pieces of one line joined), and the spans inside the story that are not read."""
    out: list[Block] = []
    inside = [(lead.start, lead.end) for lead in leads]
    last = -1
    for piece, label in zip(layout.pieces, layout.labels, strict=True):
        name, rule = label or ("furniture", "unlabelled")
        start = layout.title.start if name == "title" and layout.title is not None else piece.start
        if start > piece.start:
            out.append(Block(start=piece.start, end=start, label="furniture", rule="crumbs"))
        if name == "body" and out and out[-1].label == "body" and last == piece.line:
            out[-1] = Block(start=out[-1].start, end=piece.end, label="body", rule=out[-1].rule)
        else:
            out.append(Block(start=start, end=piece.end, label=name, rule=rule))
        last = piece.line
        if name == "body":
            inside += hover_spans(text, piece.start, piece.end, rules)
    out += [Block(start=lead.start, end=lead.end, label="dateline", rule="dateline.lead") for lead in leads]
    if layout.title is not None and layout.title.glued:
        out.append(Block(start=layout.title.start, end=layout.title.end, label="title", rule=layout.title.rule))
    return sorted(out, key=lambda b: (b.start, -b.end)), sorted(inside)


def _reading(text: str, layout: Layout, inside: list[Span]) -> str:
    """The page with everything but title and story blanked; a line break where pieces of one line meet."""
    out: list[str] = []
    at, line = 0, -1
    for piece, label in zip(layout.pieces, layout.labels, strict=True):
        if label is None or label[0] not in ("title", "body"):
            continue
        start, end = piece.start, piece.end
        if layout.title is not None and label[0] == "title":
            start = layout.title.start
        gap = _blank(text[at:start])
        out.append(gap[:-1] + "\n" if line == piece.line and gap else gap)
        out.append(text[start:end])
        at, line = end, piece.line
    out.append(_blank(text[at:]))
    read = "".join(out)
    for a, b in inside:
        read = read[:a] + _blank(read[a:b]) + read[b:]
    if layout.title is not None and layout.title.glued:
        read = read[: layout.title.end] + "\n" + read[layout.title.end + 1 :]
    return read


def _blank(text: str) -> str:
    """Spaces in place of everything but line breaks."""
    return _VISIBLE.sub(lambda found: " " * len(found.group()), text)
