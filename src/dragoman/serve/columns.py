"""What stands in the columns of tables (for people, short) and sheets (CSV, everything)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.serve.output import Column
from dragoman.serve.safe import excerpt

if TYPE_CHECKING:
    from dragoman.search.cite import Evidence
    from dragoman.search.engagements import EngagementView
    from dragoman.search.events import EventView
    from dragoman.search.statements import StatementView

SHORT_ID = 8
"""Characters of an id in tables; `show` takes the beginning of an id."""
_EXCERPT = 220


def words(value: str | None) -> str:
    """An id such as `phone_call` as words."""
    return (value or "").replace("_", " ")


def listed(values: Iterable[str]) -> str:
    """Values in one cell of a sheet."""
    return "; ".join(values)


def cited(evidence: Evidence) -> str:
    """Page and characters: `pages/a.txt [12,40)`."""
    return f"{evidence.page} [{evidence.span[0]},{evidence.span[1]})"


def kind(item: EngagementView) -> str:
    """Kind, and status where it is not held."""
    return words(item.kind) + ("" if item.status == "held" else f" ({item.status})")


def place(item: EngagementView) -> str:
    """The place with its country."""
    if item.place is None:
        return ""
    return item.place.name + (f" ({item.place.country})" if item.place.country else "")


def who(item: StatementView) -> str:
    """The speakers and whom they speak for."""
    names = ", ".join(item.speakers) or "?"
    return f"{names} ({', '.join(item.for_)})" if item.for_ else names


def act(item: StatementView) -> str:
    """The act and whom it is aimed at."""
    return item.act + (f" → {', '.join(item.targets)}" if item.targets else "")


def coded(item: EventView) -> str:
    """Type with mode."""
    return item.type + (f" {item.mode}" if item.mode else "")


def _sources(item: EngagementView) -> str:
    """How many reports, and in which languages."""
    languages = sorted({r.language for r in item.reports if r.language})
    return f"{len(item.reports)} ({', '.join(languages)})" if languages else str(len(item.reports))


def _first(evidence: tuple[Evidence, ...]) -> str:
    return cited(evidence[0]) if evidence else ""


ENGAGEMENTS: tuple[Column[EngagementView], ...] = (
    Column("date", lambda x: x.date or "undated", firm=True),
    Column("contact", kind),
    Column("parties", lambda x: " ".join(x.parties), style="bold"),
    Column("people", lambda x: ", ".join(x.people), least=64),
    Column("place", place, least=90),
    Column("topics", lambda x: ", ".join(words(t) for t in x.topics), least=105),
    Column("reports", _sources, least=52),
    Column("id", lambda x: x.id[:SHORT_ID], firm=True, style="cyan"),
)
ENGAGEMENTS_SHEET: tuple[Column[EngagementView], ...] = (
    Column("id", lambda x: x.id),
    Column("kind", lambda x: x.kind),
    Column("status", lambda x: x.status),
    Column("date", lambda x: x.date or ""),
    Column("parties", lambda x: listed(x.parties)),
    Column("people", lambda x: listed(x.people)),
    Column("place", lambda x: x.place.name if x.place else ""),
    Column("country", lambda x: (x.place.country if x.place else None) or ""),
    Column("occasion", lambda x: x.occasion or ""),
    Column("topics", lambda x: listed(x.topics)),
    Column("reports", lambda x: str(len(x.reports))),
    Column("pages", lambda x: listed(r.page for r in x.reports)),
    Column("outlets", lambda x: listed(sorted({r.outlet for r in x.reports if r.outlet}))),
    Column("languages", lambda x: listed(sorted({r.language for r in x.reports if r.language}))),
    Column("conflicts", lambda x: listed(c.field for c in x.conflicts)),
)
STATEMENTS: tuple[Column[StatementView], ...] = (
    Column("date", lambda x: x.date or "undated", firm=True),
    Column("speaker", who, style="bold"),
    Column("act", act),
    Column("said", lambda x: excerpt(x.text, _EXCERPT)),
    Column("page", lambda x: _first(x.evidence), style="cyan"),
)
STATEMENTS_SHEET: tuple[Column[StatementView], ...] = (
    Column("id", lambda x: x.id),
    Column("date", lambda x: x.date or ""),
    Column("speakers", lambda x: listed(x.speakers)),
    Column("for", lambda x: listed(x.for_)),
    Column("act", lambda x: x.act),
    Column("mode", lambda x: x.mode),
    Column("text", lambda x: x.text),
    Column("targets", lambda x: listed(x.targets)),
    Column("addressees", lambda x: listed(x.addressees)),
    Column("topics", lambda x: listed(x.topics)),
    Column("stance", lambda x: listed(f"{s.toward} {s.value}" for s in x.stance)),
    Column("framing", lambda x: listed(f.text for f in x.framing)),
    Column("engagement", lambda x: x.engagement or ""),
    Column("page", lambda x: x.page),
    Column("characters", lambda x: listed(f"[{e.span[0]},{e.span[1]})" for e in x.evidence)),
    Column("outlet", lambda x: x.outlet or ""),
    Column("language", lambda x: x.language or ""),
    Column("confidence", lambda x: f"{x.confidence:.2f}"),
)
EVENTS: tuple[Column[EventView], ...] = (
    Column("date", lambda x: x.date or "undated", firm=True),
    Column("event", coded, style="bold"),
    Column("who", lambda x: f"{', '.join(x.actors)} → {', '.join(x.recipients)}"),
    Column("reality", lambda x: x.reality, least=76),
    Column("evidence", lambda x: excerpt(" … ".join(e.text for e in x.evidence), _EXCERPT)),
    Column("page", lambda x: _first(x.evidence) or x.page, style="cyan"),
)
EVENTS_SHEET: tuple[Column[EventView], ...] = (
    Column("id", lambda x: x.id),
    Column("date", lambda x: x.date or ""),
    Column("codebook", lambda x: x.codebook),
    Column("type", lambda x: x.type),
    Column("mode", lambda x: x.mode or ""),
    Column("actors", lambda x: listed(x.actors)),
    Column("recipients", lambda x: listed(x.recipients)),
    Column("reality", lambda x: x.reality),
    Column("of", lambda x: x.of or ""),
    Column("according_to", lambda x: x.according_to or ""),
    Column("evidence", lambda x: listed(e.text for e in x.evidence)),
    Column("page", lambda x: x.page),
    Column("characters", lambda x: listed(f"[{e.span[0]},{e.span[1]})" for e in x.evidence)),
    Column("outlet", lambda x: x.outlet or ""),
    Column("language", lambda x: x.language or ""),
)
