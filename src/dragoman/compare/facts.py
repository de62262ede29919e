"""What each report says of the contact itself, field by field, with the characters that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.compare.citing import participant_span, span_of
from dragoman.compare.records import Account, Fact, Facts

FIELDS = ("date", "place", "occasion", "duration_minutes", "kind", "status")


def facts(accounts: Sequence[Account]) -> tuple[Facts, ...]:
    """Participants first; a field that no report has is left out."""
    found = [Facts(field="participants", told=tuple(f for a in accounts for f in _participants(a)))]
    found += [Facts(field=field, told=tuple(f for a in accounts for f in _fact(a, field))) for field in FIELDS]
    return tuple(f for f in found if f.told)


def _participants(account: Account) -> Iterator[Fact]:
    for person in account.report.people:
        if person.name:
            value = f"{person.name} ({person.for_})" if person.for_ else person.name
            yield Fact(report=account.uri, value=value, span=participant_span(account, person.name))


def _fact(account: Account, field: str) -> Iterator[Fact]:
    value = getattr(account.encounter, field)
    if value is None:
        return
    if field == "place":
        value = value.name
    yield Fact(report=account.uri, value=str(value), span=span_of(account, field, value))
