"""What a use is, what is owed for it, and whether AI may begin."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from samspil.core.ai_act.built import Built
from samspil.core.ai_act.calendar import Provision
from samspil.core.ai_act.classing import Class, classify
from samspil.core.ai_act.duties import Owed, duties_of
from samspil.core.ai_act.facts import Affected, Facts, Narrow, Question, joined
from samspil.core.ai_act.going_live import Gate, Recorded, gate_of, not_recorded
from samspil.core.ai_act.roles import Own, Part, part_of
from samspil.people.models import Colleague
from samspil.uses.models import LawLook, Overseer, PublicNotice, Use


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A use that there is: of which kind, in what, by which name, and what the program knows."""

    kind: Built
    thing: str
    name: str
    known: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A use with all that follows: its class, the organisation's part, duties and the gate.

    `use` is what people recorded, one that is not kept where they have not. `settled`: a person
    took this class on, for all that is known now.
    """

    thing: Thing
    use: Use
    overseers: Sequence[Overseer]
    facts: Facts
    found: Class
    part: Part
    owed: Sequence[Owed]
    gate: Gate
    settled: bool

    @property
    def answers(self) -> Colleague | None:
        """Who answers for errors in it and still works here."""
        named = self.use.answerable
        return named if named and named.left_at is None else None


def standings(things: Iterable[Thing], *, on: date) -> list[Standing]:
    """Each of these uses as it stands on that day; two statements."""
    uses = {(one.kind, one.thing): one for one in _uses()}
    return [
        _standing(each, uses.get((each.kind.value, each.thing)) or Use(), on=on) for each in things
    ]


def standing_at(thing: Thing, *, on: date) -> Standing:
    """One use as it stands on that day; two statements, one where nothing was recorded."""
    return _standing(thing, use_of(thing.kind, thing.thing), on=on)


def said_of(use: Use) -> Facts:
    """What people say of a use beside what the program knows."""
    return Facts(
        affected=frozenset(Affected(one) for one in use.affected),
        reads=frozenset(),
        answers={Question(key): bool(says) for key, says in use.answers.items()},
        narrow=Narrow(use.narrow) if use.narrow else None,
    )


def digest(facts: Facts) -> str:
    """The same for the same facts only."""
    told = {
        "affected": sorted(facts.affected),
        "does": sorted(facts.does),
        "reads": sorted(facts.reads),
        "answers": {key: facts.answers[key] for key in sorted(facts.answers)},
        "narrow": facts.narrow,
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def law_looks() -> Mapping[Provision, date]:
    """When somebody here last looked at each provision."""
    return {Provision(row.provision): row.day for row in LawLook.objects.all()}


def notice_on(thing: str) -> PublicNotice | None:
    """What is kept of the notice on a use, published or not."""
    return PublicNotice.objects.filter(thing=thing).first()


def notice_name(thing: str) -> str:
    """The name under which the notice on a use is published; empty where it is not."""
    found = notice_on(thing)
    return found.slug if found and found.published_at else ""


def use_of(kind: Built, thing: str) -> Use:
    """What people recorded of a use; one that is not kept where they have not."""
    return _uses().filter(kind=kind, thing=thing).first() or Use()


def _uses() -> QuerySet[Use]:
    overseers = Overseer.objects.select_related("colleague", "training").order_by("pk")
    return Use.objects.select_related("settled_by", "answerable").prefetch_related(
        Prefetch("overseers", queryset=overseers)
    )


def _standing(thing: Thing, use: Use, *, on: date) -> Standing:
    facts = joined(thing.known, said_of(use))
    found = classify(facts)
    done = recorded(use, facts)
    part = part_of(frozenset(Own(one) for one in use.own), risk=found.risk)
    missing = not_recorded(found, facts, done, on=on)
    return Standing(
        thing=thing,
        use=use,
        overseers=_here(use),
        facts=facts,
        found=found,
        part=part,
        owed=duties_of(found, facts, part=part, missing=missing),
        gate=gate_of(found, facts, done, on=on),
        settled=done.settled,
    )


def recorded(use: Use, facts: Facts) -> Recorded:
    here = _here(use)
    return Recorded(
        settled=use.settled_facts == digest(facts),
        overseers=len(here),
        trained=sum(one.training is not None for one in here),
        people_told=use.people_told,
        representatives_told=use.representatives_told,
        assessed=use.assessed,
        stop_plan=bool(use.stop_plan.strip()),
    )


def _here(use: Use) -> list[Overseer]:
    """Who watches over it and still works here."""
    if not use.thing:
        return []
    return [one for one in use.overseers.all() if one.colleague.left_at is None]
