"""Whose voice a page is."""

from __future__ import annotations

import msgspec
import pytest
from readout_pairs import accounts, pairs

from dragoman.compare.records import Account
from dragoman.compare.sides import side_of
from dragoman.model import Source

ACCOUNT: Account = accounts(pairs()[0])[0]


def account(outlet: str | None, url: str | None, language: str, agency: str | None) -> Account:
    report = msgspec.structs.replace(ACCOUNT.report, language=language)
    credited = Source(name=agency, span=None) if agency else None
    article = msgspec.structs.replace(ACCOUNT.record.article, agency=credited)
    record = msgspec.structs.replace(ACCOUNT.record, article=article)
    return msgspec.structs.replace(ACCOUNT, outlet=outlet, url=url, report=report, record=record)


@pytest.mark.parametrize(
    ("outlet", "url", "language", "agency", "side", "official"),
    [
        ("Ministry of Foreign Affairs of Japan", None, "en", None, "JPN", True),
        ("Kementerian Luar Negeri Republik Indonesia", None, "id", None, "IDN", True),
        ("The White House", None, "en", None, "USA", True),
        ("МИД России", "https://mid.ru/1", "ru", None, "RUS", True),
        ("Elysee Palace", None, "en", None, "FRA", True),
        ("IRNA", None, "en", None, "IRN", False),
        ("en.irna.ir", None, "en", None, "IRN", False),
        ("Tehran Times", None, "en", None, "IRN", False),
        ("Harian Samudra", None, "id", None, None, False),
        ("Harian Samudra", "https://samudra.co.id/1", "id", None, "IDN", False),
        (None, "https://www.mofa.go.jp/1", "en", None, "JPN", True),
        (None, None, "en", "Tasnim", "IRN", False),
        (None, None, "en", None, None, False),
    ],
)
def test_side(
    outlet: str | None, url: str | None, language: str, agency: str | None, side: str | None, official: bool
) -> None:
    found = side_of(account(outlet, url, language, agency))
    assert (found.side, found.official) == (side, official)
