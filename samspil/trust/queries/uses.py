"""What AI is used for here: every use there is, joined with what people recorded about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samspil.chat.models import Chat
from samspil.chat.queries import use_in
from samspil.core.ai_act.built import FACTS, Built
from samspil.core.ai_act.calendar import CALENDAR, Known, Provision, looked_on, to_look_at
from samspil.governance.models import ModelServer
from samspil.uses.queries import Standing, Thing, built_in, law_looks, standing_at, standings
from samspil.work.models import Process, ProcessTeam
from samspil.work.queries import use_in as process_use
from samspil.work.queries import with_people_topics


class NoSuchUse(LookupError):
    """There is no such use here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """A provision as the calendar has it, when somebody last looked, and whether to look again."""

    provision: Provision
    known: Known
    in_force: bool
    looked: date
    due: bool


def things() -> list[Thing]:
    """Every use there is now: it is here as soon as what it is a use in, and gone with it."""
    return [*_processes(), *_chats(), *_single()]


def uses(*, on: date) -> list[Standing]:
    """Every use as it stands on that day; a fixed number of statements."""
    return standings(things(), on=on)


def use_at(public_id: UUID, *, on: date) -> Standing:
    """One use as it stands; raises `NoSuchUse`."""
    for one in things():
        if one.thing == str(public_id):
            return standing_at(one, on=on)
    raise NoSuchUse(public_id)


def use_taken_by(thing: Thing) -> set[int]:
    """Who is in a team that takes the cases of a process, by primary key; of other uses nobody."""
    if thing.kind is not Built.PROCESS:
        return set()
    taking = ProcessTeam.objects.filter(process__public_id=thing.thing)
    found = taking.exclude(team__members=None).values_list("team__members", flat=True)
    return set(found)


def waiting_uses(*, on: date) -> Sequence[Standing]:
    """Uses that AI may not begin with yet, though it is there."""
    return [one for one in uses(on=on) if not one.gate.open]


def law(*, on: date) -> list[LawRow]:
    """The calendar of the law, in its order."""
    checked = law_looks()
    due = to_look_at(on=on, checked=checked)
    return [
        LawRow(
            provision=each,
            known=known,
            in_force=known.in_force(on=on),
            looked=looked_on(known, checked_on=checked.get(each)),
            due=each in due,
        )
        for each, known in CALENDAR.items()
    ]


def _processes() -> Iterator[Thing]:
    for one, about_people in with_people_topics(Process.objects.order_by("name")):
        yield process_use(one, about_people=about_people)


def _chats() -> Iterator[Thing]:
    return map(use_in, Chat.objects.order_by("name"))


def _single() -> Iterator[Thing]:
    asked = ModelServer.objects.filter(on=True).exists()
    for kind in FACTS:
        if kind is not Built.MODEL or asked:
            yield built_in(kind)
