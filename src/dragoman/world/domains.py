"""Whose official site an address is: `kremlin.ru` is Russia's, `mofa.go.jp` Japan's, `europa.eu` the EU's."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from dragoman.world.files import Row, data_root, load_rows
from dragoman.world.states import states

_ANY = "*"
_SPELT = {"uk": "GBR"}  # the one country code of the web that is not of ISO 3166


class Domain(Row, frozen=True, kw_only=True):
    """A domain of a state or body, all below it too; `gov.*` without a state: the country code behind it tells."""

    domain: str
    state: str | None = None


def official_state(url: str | None) -> str | None:
    """The state or body whose official site the address belongs to, None for all others."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    labels = host.lower().split(".")
    for k in range(len(labels)):
        name = ".".join(labels[k:])
        if name in _domains():
            return _domains()[name]
        if ".".join([*labels[k:-1], _ANY]) in _domains():
            return _country(labels[-1])
    return None


@cache
def _domains() -> dict[str, str | None]:
    return {row.domain: row.state for row in load_rows(data_root() / "official_domains.csv", Domain)}


@cache
def _country(label: str) -> str | None:
    """The state of a country code of the web."""
    by_code = {row.iso2.lower(): code for code, row in states().items() if row.iso2}
    return _SPELT.get(label) or by_code.get(label)
