"""Drafts -> the record's actors, encounters and statements, with ids and offsets."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from dragoman.find import Found
from dragoman.identify import Identified, Mention
from dragoman.interpret.encounter_draft import EncounterDraft
from dragoman.interpret.speakers import Ref
from dragoman.interpret.statements import Said
from dragoman.model import Actor, Encounter, Framing, Participant, Qualifier, Span, Stance, Statement
from dragoman.world.bodies import bodies
from dragoman.world.roles import Role, role_at
from dragoman.world.states import states

_STANCE = {"criticize": -1, "praise": 1, "thank": 1, "congratulate": 1, "welcome": 1, "support": 1}
_QUALIFIERS: dict[str, Qualifier] = {"acting": "acting", "elect": "elect", "former": "former", "designate": "designate"}


class Assembly:
    """Gives ids to the actors of one page as they are asked for, and makes the final records."""

    def __init__(self, found: Found, who: Identified, spots: Iterable[tuple[Mention, tuple[Ref, ...]]]) -> None:
        self.found = found
        self.who = who
        self.spots = list(spots)
        self.used: dict[Ref, None] = {}
        self.ids: dict[Ref, str] = {}

    # ------------------------------------------------------------------------------------------ actors

    def use(self, refs: Iterable[Ref]) -> None:
        """Notes actors that the record will name."""
        for ref in refs:
            if ref.kind != "unknown" or ref.key:
                self.used.setdefault(ref)

    def actors(self) -> tuple[Actor, ...]:
        """The actors in the order in which the page first names them."""
        made = sorted(((self._spans(ref), ref) for ref in self.used), key=lambda x: x[0][0] if x[0] else (1 << 40, 0))
        out = []
        for number, (spans, ref) in enumerate(made, 1):
            self.ids[ref] = f"a{number}"
            out.append(self._actor(f"a{number}", ref, spans))
        return tuple(out)

    def _actor(self, actor_id: str, ref: Ref, spans: tuple[Span, ...]) -> Actor:
        if ref.person is not None:
            return self._person(actor_id, ref.person, spans)
        if ref.kind == "state":
            return self._state(actor_id, ref, spans)
        kind = "office" if ref.kind == "office" else "organisation"
        if ref.kind == "unknown":
            kind = "person" if " " in ref.key and all(w[:1].isupper() for w in ref.key.split()) else "organisation"
        role = self._role(ref, spans)
        return Actor(
            id=actor_id, kind=kind, name=ref.key, label=ref.key, for_=ref.code,  # type: ignore[arg-type]
            office=role.office if role else None, role=role.role if role else None,
            qualifier=role.qualifier if role else None, wikidata=None, mentions=spans,
        )  # fmt: skip

    def _role(self, ref: Ref, spans: tuple[Span, ...]) -> Role | None:
        """The role by which an office without a name is called."""
        for mention in self.who.mentions if ref.kind == "office" else ():
            if (
                mention.role
                and mention.role != "counterpart"
                and self.found.chars(mention.first, mention.last) in spans
            ):
                return role_at(mention.role, ref.code)
        return None

    def _person(self, actor_id: str, number: int, spans: tuple[Span, ...]) -> Actor:
        person = self.who.people[number]
        name = self.found.text[slice(*self.found.chars(person.first, person.last))]
        role = role_at(person.role, person.state) if person.role and person.role != "counterpart" else None
        qualifier = _QUALIFIERS.get(person.modifier or "") or (role.qualifier if role else None)
        return Actor(
            id=actor_id, kind="person", name=name, label=person.label or name, for_=person.state,
            office=role.office if role else None, role=role.role if role else None, qualifier=qualifier,
            wikidata=None, mentions=spans,
        )  # fmt: skip

    def _state(self, actor_id: str, ref: Ref, spans: tuple[Span, ...]) -> Actor:
        state, body = states().get(ref.key), bodies().get(ref.key)
        label = state.name_en if state else body.name_en if body else ref.key
        name = self.found.text[slice(*spans[0])] if spans else label
        return Actor(
            id=actor_id, kind="state" if state else "organisation", name=name, label=label, for_=ref.key, office=None,
            role=None, qualifier=None, wikidata=state.wikidata if state else None, mentions=spans,
        )  # fmt: skip

    def _spans(self, ref: Ref) -> tuple[Span, ...]:
        spans = []
        for mention in self.who.mentions:
            if ref.person is not None and mention.person == ref.person:
                spans.append(self.found.chars(*(mention.name or (mention.first, mention.last))))
            elif (
                ref.kind == "state"
                and mention.kind == "state"
                and mention.states == (ref.key,)
                and not mention.adjective
                and not mention.place
            ):
                spans.append(self.found.chars(mention.first, mention.last))
        for mention, refs in self.spots:
            if refs == (ref,) and mention.person is None and not (ref.kind == "state" and mention.kind == "state"):
                spans.append(self.found.chars(mention.first, mention.last))
        if not spans and ref.kind in ("office", "institution", "unknown"):
            at = self.found.text.find(ref.key)
            spans = [(at, at + len(ref.key))] if at >= 0 else []
        return tuple(sorted(set(spans)))

    # ------------------------------------------------------------------------------------------ statements

    def statements(self, said: list[Said], encounters: tuple[str, ...]) -> tuple[Statement, ...]:
        """The statements as records. encounters: the id of each contact, in the order of their numbers."""
        out = []
        for number, s in enumerate(said, 1):
            out.append(
                Statement(
                    id=f"s{number}", speakers=tuple(self.ids[r] for r in s.refs if r in self.ids), for_=s.codes,
                    source=s.source, addressees=tuple(self.ids[r] for r in s.addressee if r in self.ids),
                    encounter=encounters[s.contact] if s.contact is not None else None, mode=s.mode, content=s.content,
                    cue=s.cue, act=s.act, targets=s.targets,
                    stance=tuple(
                        Stance(toward=c, value=_STANCE[s.act]) for c in s.targets if s.act in _STANCE  # type: ignore[arg-type]
                    ),
                    framing=self._framing(s), confidence=s.confidence, rule=s.rule,
                )
            )  # fmt: skip
        return tuple(out)

    def _framing(self, said: Said) -> tuple[Framing, ...]:
        """The loaded names in the words reported, of actors and of what is none (a water, a territory)."""
        named = [(m.first, m.last, m.states[0], m.framing) for m in self.who.mentions if m.framing and m.states]
        named += [(first, last, entity.value, entity.framing or "") for first, last, entity in self.who.loaded]
        out = []
        for first, last, normal, kind in sorted(named):
            span = self.found.chars(first, last)
            if any(a <= span[0] and span[1] <= b for a, b in said.content):
                text = self.found.text[slice(*span)]
                out.append(Framing(span=span, text=text, normal=normal, kind=kind))  # type: ignore[arg-type]
        return tuple(out)

    # ------------------------------------------------------------------------------------------ encounters

    def encounters(
        self, drafts: list[EncounterDraft], refs_of: Callable[[EncounterDraft], list[tuple[Ref, str | None, Span]]]
    ) -> tuple[Encounter, ...]:
        """The encounters as records."""
        out = []
        for number, draft in enumerate(drafts, 1):
            participants = tuple(
                Participant(actor=self.ids.get(ref), for_=ref.code, role=role, span=span)  # type: ignore[arg-type]
                for ref, role, span in refs_of(draft)
            )
            fields = {f: getattr(draft, f) for f in Encounter.__struct_fields__ if f not in ("id", "participants")}
            out.append(msgspec.convert({**fields, "id": f"e{number}", "participants": participants}, Encounter))
        return tuple(out)
