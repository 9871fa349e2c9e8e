"""Whether AI may begin with a use, as the register has it."""

from datetime import date
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.translation import gettext

from samspil.core.ai_act.built import FACTS, Built
from samspil.core.ai_act.classing import Risk, classify
from samspil.core.ai_act.facts import joined
from samspil.core.ai_act.going_live import Gate, gate_of
from samspil.core.filings.words import NAMES
from samspil.core.roles import NotAllowed
from samspil.people.queries import day_of
from samspil.uses.queries.standing import Thing, recorded, said_of, use_of

HERE = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
"""From which the ids of those uses follow of which there is one."""


class NotBegun(NotAllowed):
    """The gate before a use of AI is closed; the message is fit to show to a person."""


def built_in(kind: Built) -> Thing:
    """A use of which there is one."""
    name = gettext(NAMES[kind].words)
    return Thing(kind=kind, thing=str(uuid5(HERE, kind)), name=name, known=FACTS[kind])


def gate_at(thing: Thing) -> Gate:
    """Whether AI may begin with this use today; two statements, one where nothing is said.

    The day costs another, and is asked for only where the gate waits for days: at high risk.
    """
    use = use_of(thing.kind, thing.thing)
    facts = joined(thing.known, said_of(use))
    found = classify(facts)
    on = day_of(timezone.now()) if found.risk is Risk.HIGH else date.min
    return gate_of(found, facts, recorded(use, facts), on=on)


def may_begin_with(kind: Built) -> bool:
    """Whether the gate before a use of which there is one is open today; two statements."""
    return gate_at(built_in(kind)).open


def check_may_begin(*kinds: Built) -> None:
    """Raise `NotBegun` where the gate before one of these uses is closed."""
    for kind in kinds:
        if not may_begin_with(kind):
            raise NotBegun(
                gettext("AI may not begin here yet: %(use)s. The register of uses says why.")
                % {"use": gettext(NAMES[kind].words)}
            )
