"""What each side said: positions by topic with their direction, requests, blame and praise, third parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from dragoman.brief.contacts import words
from dragoman.brief.records import Direction, Line, Part, Said
from dragoman.interpret.topic_words import OTHER
from dragoman.model import Act
from dragoman.search.statements import StatementView
from dragoman.world.files import Row, data_root, load_rows

_ASKED = ("request", "commit", "agree")
_BLAME = ("criticize", "reject", "warn", "deny")
_PRAISE = ("praise", "thank", "congratulate", "condole", "welcome", "support")
_THIRD = 8
"""So many third parties are told of, the most spoken of first."""


class _Tone(Row, frozen=True, kw_only=True):
    act: Act
    tone: int


@cache
def _tones() -> dict[str, int]:
    return {row.act: row.tone for row in load_rows(data_root() / "codebooks" / "act_tone.csv", _Tone)}


def positions(state: str, said: Iterable[Said]) -> Part:
    """Topic by topic, those most spoken of first: the latest wording, and where it stands to the first one."""
    topics: dict[str, list[Said]] = {}
    for s in said:
        if state in s.first.for_:
            topics.setdefault(s.topic, []).append(s)
    ordered = sorted(topics.items(), key=lambda item: (item[0] == OTHER, -len(item[1]), item[0]))
    lines = tuple(_position(state, topic, held) for topic, held in ordered)
    note = "The latest wording of each topic; harder or softer compares its act with that of the first one, both cited."
    return Part(key=f"positions_{state}", head=f"Positions of {state}", lines=lines, note=note, quoted=True)


def _position(state: str, topic: str, held: Sequence[Said]) -> Line:
    dated = [s for s in held if s.first.date] or held
    last, first = _strongest(dated, dated[-1].first.date), _strongest(dated, dated[0].first.date)
    text = f"{'other matters' if topic == OTHER else words(topic)} · {speakers(last.first)}: {last.first.act}"
    direction = _direction(first.first, last.first) if topic != OTHER else None
    cites = last.cites
    if first.first.date != last.first.date and topic != OTHER:
        text += f" – {direction}" if direction else ""
        text += f" (first, {first.first.date}: {first.first.act})"
        cites += first.cites
    if len(held) > 1:
        text += f" · {len(held)} statements"
    return Line(
        text=text, date=last.first.date, engagement=last.first.engagement, by=state, to=last.first.targets,
        act=last.first.act, topic=topic, direction=direction, cites=cites,
    )  # fmt: skip


def _strongest(held: Sequence[Said], date: str | None) -> Said:
    """Of what was said on that day, what does most by being said; of equals the last."""
    day = [s for s in held if s.first.date == date]
    return max(enumerate(day), key=lambda s: (abs(_tones()[s[1].first.act]), s[0]))[1]


def _direction(first: StatementView, last: StatementView) -> Direction | None:
    """How the act of the later statement stands to that of the earlier; None where there are not two days, or one
    only states something, which tells no tone."""
    if not first.date or not last.date or first.date >= last.date or "state" in (first.act, last.act):
        return None
    change = _tones()[last.act] - _tones()[first.act]
    return "harder" if change < 0 else "softer" if change > 0 else "unchanged"


def asked(said: Iterable[Said]) -> Part:
    """Requests, promises and agreements, in time, with whom they were made to."""
    return _acts("requests", "Requests and commitments", said, _ASKED)


def blame(said: Iterable[Said]) -> Part:
    """Condemnations, rejections, warnings and denials, in time."""
    return _acts("condemnations", "Condemnations, rejections, warnings", said, _BLAME)


def praise(said: Iterable[Said]) -> Part:
    """Praise, thanks and support, in time."""
    return _acts("praise", "Praise, thanks, support", said, _PRAISE)


def _acts(key: str, head: str, said: Iterable[Said], acts: Sequence[str]) -> Part:
    return Part(key=key, head=head, lines=tuple(_line(s) for s in said if s.first.act in acts), quoted=True)


def _line(said: Said) -> Line:
    view = said.first
    to = tuple(dict.fromkeys((*view.targets, *view.addressees)))
    aimed = f" → {', '.join(to)}" if to else ""
    return Line(
        text=f"{speakers(view)}: {view.act}{aimed}", date=view.date, engagement=view.engagement,
        by=", ".join(view.for_), to=to, act=view.act, topic=said.topic, cites=said.cites,
    )  # fmt: skip


def speakers(view: StatementView) -> str:
    """Who speaks, and for whom."""
    names = ", ".join(view.speakers) or "speaker not named"
    return f"{names} ({', '.join(view.for_)})" if view.for_ else names


def third_parties(parties: Sequence[str], said: Iterable[Said]) -> Part:
    """States and bodies that both sides or one speak of most, with each side's latest words."""
    of: dict[str, list[Said]] = {}
    for s in said:
        for code in dict.fromkeys((*_named(s), *s.first.targets)):
            if code not in parties:
                of.setdefault(code, []).append(s)
    ordered = sorted(of.items(), key=lambda item: (-len(item[1]), item[0]))[:_THIRD]
    lines = [_third(code, state, held) for code, held in ordered for state in parties if _by(state, held)]
    return Part(key="third_parties", head="Third parties most spoken of", lines=tuple(lines), quoted=True)


def _named(said: Said) -> list[str]:
    """Codes of states and bodies in the words; those of waters and regions have an underscore or act for nobody."""
    from dragoman.world.bodies import is_party

    return [sign[1:] for sign in said.signs if sign[0] == "=" and is_party(sign[1:])]


def _by(state: str, held: Iterable[Said]) -> list[Said]:
    return [s for s in held if state in s.first.for_]


def _third(code: str, state: str, held: Sequence[Said]) -> Line:
    own = _by(state, held)
    acts = Counter(s.first.act for s in own)
    told = ", ".join(f"{act} {n}" for act, n in sorted(acts.items(), key=lambda a: (-a[1], a[0])))
    last = own[-1]
    text = (
        f"{code} · {state}: {len(own)} statement{'s' if len(own) > 1 else ''} ({told}); latest, {speakers(last.first)}:"
    )
    return Line(text=text, date=last.first.date, by=state, to=(code,), act=last.first.act, cites=last.cites)
