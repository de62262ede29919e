"""Encounters, statements and the page itself as named fields with the words of the page that say so."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.model import Encounter, Participant, Place, Span, Statement
from dragoman.serve.rows import Rows
from dragoman.trace import Trace


class Quote(msgspec.Struct, frozen=True):
    """Words of the page; `text` is exactly what stands on `span`."""

    text: str
    span: Span


class Field(msgspec.Struct, frozen=True):
    """A named value and what the page says for it. No value and no quotes: the page does not tell."""

    name: str
    value: str = ""
    quotes: tuple[Quote, ...] = ()


class Item(msgspec.Struct, frozen=True):
    """An encounter or a statement. tone: number of the speaker's colour."""

    id: str
    head: str
    fields: tuple[Field, ...]
    tone: int | None = None


class Labels:
    """The page's words and its actors by name."""

    def __init__(self, trace: Trace) -> None:
        self.text = trace.page.text
        self.names_by_id = {a.id: a.name for a in trace.record.actors}

    def name(self, actor: str | None) -> str:
        """`Van Klaveren (a2)`."""
        return f"{self.names_by_id.get(actor, '?')} ({actor})" if actor else ""

    def names(self, actors: Iterable[str]) -> str:
        """Several of them."""
        return ", ".join(self.name(a) for a in actors)

    def quote(self, *spans: Span | None) -> tuple[Quote, ...]:
        """What the page says there."""
        return tuple(Quote(self.text[span[0] : span[1]], span) for span in spans if span is not None)


def facts(trace: Trace) -> tuple[tuple[str, str], ...]:
    """The page and its article in short."""
    page, article = trace.page, trace.article
    when, outlet, agency = article.published, article.outlet, article.agency
    anchor = f"{article.anchor} ({'stated' if article.anchor_stated else 'metadata'})" if article.anchor else ""
    rows = (
        ("page", page.id),
        ("url", page.url or ""),
        ("type", f"{page.media_type}, {len(page.text)} characters"),
        ("language", article.language or "unknown"),
        ("title", (article.title.text + _at(article.title.span)) if article.title else ""),
        ("published", f"{when.date} ({when.basis}){_at(when.span)}" if when else ""),
        ("outlet", outlet.name + _at(outlet.span) if outlet else ""),
        ("agency", agency.name + _at(agency.span) if agency else ""),
        ("“Wednesday” counts from", anchor),
        ("speaks for", (trace.who.home or "") if trace.who else "no pack for this language: nothing more is read"),
    )
    return tuple((name, value) for name, value in rows if value)


def _at(span: Span | None) -> str:
    return f" [{span[0]},{span[1]})" if span else ""


def encounter_item(encounter: Encounter, trace: Trace, labels: Labels, rows: Rows) -> Item:
    """An encounter with every field of its record."""
    e = encounter
    cue = labels.quote(trace.cues.get(e.id))
    where = rows.of_rule(e.rule) or rows.of_cue("encounters", cue[0].text if cue else "")
    fields = [
        Field("rule", _joined(e.rule, *where)),
        Field("cue", "", cue),
        Field("status", e.status),
        Field("salience", e.salience),
        Field("date", _joined(e.date, e.date_basis), labels.quote(e.date_span)),
        _place(e.place, labels),
        Field("occasion", _joined(e.occasion, e.relation)),
        Field("duration", f"{e.duration_minutes} minutes" if e.duration_minutes else ""),
        *(_participant(p, labels) for p in e.participants),
        *(Field("topic", t.topic, labels.quote(t.span)) for t in e.topics),
        *(Field("outcome", o.kind, labels.quote(o.span)) for o in e.outcomes),
        Field("confidence", f"{e.confidence:.2f}"),
        Field("evidence", "", labels.quote(*e.evidence)),
    ]
    parties = " – ".join(dict.fromkeys(p.for_ or "?" for p in e.participants))
    return Item(e.id, f"{e.kind.replace('_', ' ')} · {e.date or 'undated'} · {parties}", tuple(fields))


def _place(place: Place | None, labels: Labels) -> Field:
    if place is None:
        return Field("place")
    return Field("place", _joined(place.name, place.country), labels.quote(place.span))


def _participant(participant: Participant, labels: Labels) -> Field:
    value = _joined(labels.name(participant.actor), participant.for_, participant.role)
    return Field("participant", value, labels.quote(participant.span))


def statement_item(statement: Statement, labels: Labels, rows: Rows, tone: int) -> Item:
    """A statement with every field of its record."""
    s = statement
    cue = labels.quote(s.cue)
    where = rows.of_cue("frames", cue[0].text) if cue else ()
    stance = ", ".join(f"{x.toward} {x.value:+d}" for x in s.stance)
    fields = (
        Field("rule", _joined(s.rule, *where)),
        Field("for", ", ".join(s.for_)),
        Field("source", "", labels.quote(s.source)),
        Field("cue", "", cue),
        Field("act", s.act),
        Field("targets", ", ".join(s.targets)),
        Field("stance", stance),
        Field("addressees", labels.names(s.addressees)),
        Field("encounter", s.encounter or ""),
        Field("mode", s.mode),
        *(Field("framing", f"{f.kind} for {f.normal}", labels.quote(f.span)) for f in s.framing),
        Field("confidence", f"{s.confidence:.2f}"),
        Field("content", "", labels.quote(*s.content)),
    )
    return Item(s.id, f"{labels.names(s.speakers) or 'nobody'} · {s.act}", fields, tone)


def _joined(*parts: str | None) -> str:
    return " · ".join(p for p in parts if p)
