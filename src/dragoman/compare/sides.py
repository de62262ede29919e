"""Whose voice a page is: the state of its outlet or agency, and whether it is official."""

from __future__ import annotations

from functools import cache

from dragoman.compare.records import Account, SideReport
from dragoman.find.lexicon import Lexicon
from dragoman.find.tokens import tokenize
from dragoman.world import load_world
from dragoman.world.names import languages, load_names
from dragoman.world.outlets import Outlet, outlet_at, outlet_named
from dragoman.world.states import states

_OFFICIAL = frozenset({"palace", "ministry", "government", "embassy", "supreme_leader_office"})


def side_of(account: Account) -> SideReport:
    """By the outlet's name (or the domain that it is called by), else its address, else the agency whose text it is."""
    found = _outlet(account)
    return SideReport(
        page=account.uri,
        outlet=account.outlet,
        side=found.state if found else None,
        official=found.official if found else False,
    )


def _outlet(account: Account) -> Outlet | None:
    agency = account.record.article.agency
    language = (account.report.language or "").split("-")[0]
    named = _named(account.outlet, language) if account.outlet else None
    if named is not None:
        return named
    if account.url and (there := outlet_at(account.url)) is not None:
        return there
    return _named(agency.name, language) if agency else None


@cache
def _named(name: str, language: str) -> Outlet | None:
    """A known outlet; a domain; a ministry, embassy or palace; a paper that bears the name of a state or capital."""
    known = outlet_named(name) or (outlet_at(f"https://{name}") if "." in name and " " not in name else None)
    if known is not None:
        return known
    tokens = tokenize(name, 0, len(name))
    hits = [value for hit in _lexicon(language).find(tokens) for value in hit.values]
    told = [state for state, _ in hits if state in states()]
    official = any(office for _, office in hits)
    return Outlet(state=told[0], official=official) if told else None


@cache
def _lexicon(language: str) -> Lexicon[tuple[str, bool]]:
    """Names of states and of what speaks for them, and words for ministries ("", True), in the language and English."""
    rows: list[tuple[str, tuple[str, bool], bool]] = []
    for code in sorted({language, "en"} & set(languages())):
        names = load_names(code)
        rows += [(s.text, (s.iso3, False), s.case) for s in names.states]
        rows += [(m.text, (m.target or "", m.type in _OFFICIAL), m.case) for m in names.metonyms if m.target]
    world = load_world()
    for code in sorted({language, "en"} & set(world.languages())):
        pack = world.language(code)
        words = pack.grammar.words.institution if pack else ()
        rows += [(text, ("", True), False) for text in words]
    return Lexicon(rows)
