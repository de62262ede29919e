"""Loaded and contested names in a report: in what is quoted and in its own words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dragoman.compare.records import Account, LoadedName
from dragoman.find.lexicon import Lexicon
from dragoman.find.tokens import tokenize
from dragoman.model import FramingKind, Span
from dragoman.world.names import languages, load_names


def loaded_names(account: Account) -> list[LoadedName]:
    """In the page's order. Of a page that has other main contacts only what stands where this one is reported."""
    told = {f.span: f for s in account.record.statements if _here(account, s.encounter) for f in s.framing}
    found = [
        LoadedName(
            report=account.uri, text=account.text[f.span[0] : f.span[1]], normal=f.normal, kind=f.kind, span=f.span
        )
        for f in told.values()
    ]
    for start, end in _stretches(account):
        for span, normal, kind in _names(account, start, end):
            if not any(f.span[0] < span[1] and span[0] < f.span[1] for f in found):
                text = account.text[span[0] : span[1]]
                found.append(LoadedName(report=account.uri, text=text, normal=normal, kind=kind, span=span))
    return sorted(found, key=lambda f: f.span)


def _here(account: Account, encounter: str | None) -> bool:
    return encounter == account.encounter.id or _alone(account)


def _alone(account: Account) -> bool:
    return [e.id for e in account.record.encounters if e.salience == "main"] == [account.encounter.id]


def _stretches(account: Account) -> tuple[Span, ...]:
    article = account.record.article
    if not _alone(account):
        return account.encounter.evidence
    title = article.title.span if article.title else None
    return (*((title,) if title else ()), *article.body)


def _names(account: Account, start: int, end: int) -> Iterator[tuple[Span, str, FramingKind]]:
    lexicon = _lexicon((account.report.language or "").split("-")[0])
    tokens = tokenize(account.text, start, end)
    for hit in lexicon.find(tokens):
        for normal, kind in hit.values:
            if kind is not None:
                yield (tokens.start[hit.first], tokens.end[hit.last - 1]), normal, kind
                break


@cache
def _lexicon(language: str) -> Lexicon[tuple[str, FramingKind | None]]:
    """All metonyms, so that a longer plain name is not taken for the loaded one inside it."""
    if language not in languages():
        return Lexicon([])
    rows = load_names(language).metonyms
    return Lexicon([(m.text, (m.target or m.text, m.framing), m.case) for m in rows])
