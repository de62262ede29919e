"""The outlet and the news agency that a page names."""

from __future__ import annotations

from dragoman.clean.lead import Lead, Surroundings
from dragoman.clean.pieces import Piece
from dragoman.clean.rules import Rules
from dragoman.model import Source

# Credits stand in lines up to this long, or in the last characters of the last paragraphs.
_CREDIT_LINE = 90
_TAIL = 70


def find_agency(pieces: list[Piece], body: set[int], leads: list[Lead], rules: Rules) -> Source | None:
    """The agency credited by a dateline, a credit line, the end of the story or words like "quoted from"."""
    for lead in leads:
        if lead.agency is not None:
            return lead.agency
    ends = set(sorted(body)[-2:])
    for number, piece in enumerate(pieces):
        if number in body:
            continue
        if len(piece.text) <= _CREDIT_LINE:
            found = _credit(piece, 0, rules, own_only=False)
            if found is not None:
                return found
    for number in sorted(body):
        if number in ends:
            found = _credit(pieces[number], max(0, len(pieces[number].text) - _TAIL), rules, own_only=False)
        else:
            found = None
        found = found or _credit(pieces[number], 0, rules, own_only=True)
        if found is not None:
            return found
    return None


def _credit(piece: Piece, start: int, rules: Rules, own_only: bool) -> Source | None:
    for pattern in rules.credits[: rules.own_credits] if own_only else rules.credits:
        found = pattern.search(piece.text, start)
        if found is not None:
            a, b = found.span("agency")
            return Source(name=found.group("agency"), span=(piece.start + a, piece.start + b))
    return None


def find_outlet(
    pieces: list[Piece], official: int | None, leads: list[Lead], rules: Rules, around: Surroundings
) -> Source | None:
    """The official body above its own release, a dateline's paper, a credit line that a domain on the page bears out,
    or the metadata's outlet."""
    if official is not None:
        piece = pieces[official]
        return Source(name=piece.text, span=(piece.start, piece.end))
    for lead in leads:
        if lead.outlet is not None:
            return lead.outlet
    for piece in pieces:
        if len(piece.text) > _CREDIT_LINE:
            continue
        for pattern in rules.sources:
            found = pattern.search(piece.text)
            if found is not None and around.knows(found.group("name")):
                a, b = found.span("name")
                return Source(name=found.group("name"), span=(piece.start + a, piece.start + b))
    return Source(name=around.outlet, span=None) if around.outlet else None
