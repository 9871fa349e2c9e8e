"""What the company tries with AI: one in its pilot, one at its gate, whose task is divided anew."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from samspil.allocation.actions import choose
from samspil.allocation.queries import allocated_one
from samspil.audit.queries import listed_tasks
from samspil.core.ai_act.facts import Question
from samspil.core.allocation.divisions import Division
from samspil.core.pipeline.accepting import laid_down
from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.pipeline.plan import Item
from samspil.core.pipeline.stopping import Measure
from samspil.demo.actions.sharing_out import MAILS
from samspil.demo.queries.cast import BENT, DANISH, EMILY, LEADER, OWNER, TICKETS
from samspil.demo.queries.company import colleague_playing, process_of
from samspil.measures.actions import Measured, record_baseline
from samspil.measures.models import How
from samspil.people.models import Colleague
from samspil.people.queries import day_of
from samspil.pipeline import actions as pipeline
from samspil.pipeline.models import Initiative
from samspil.uses import actions as uses
from samspil.work.models import Process
from samspil.work.queries import use_in

QUARTER, FORTNIGHT = timedelta(days=90), timedelta(days=14)
ANEW = "Vi læser alligevel hvert udkast: AI foreslår, og et menneske afgør hver mail."
TIMED = "Simuleret: fem kolleger tog tid på hver sag i to uger, før AI kom med."


def try_out_initiatives(*, at: datetime) -> bool:
    """Do all of it once; tells whether it was done now."""
    if Initiative.objects.exists():
        return False
    process, today = process_of(TICKETS), day_of(at)
    _record(process, today=today, at=at)
    _settle(process, today=today, at=at)
    leader = colleague_playing(LEADER)
    made = pipeline.make_initiative(_pilot(process, today=today), by=leader, at=at)
    pipeline.open_gate(made, by=leader, at=at)
    pipeline.drill(made, by=leader, at=at)
    waiting = _accepted(_waiting(today=today), by=leader, at=at)
    theirs = [(waiting, one) for one in (Item.BASELINE, Item.TOLD)]
    pipeline.hand_out(theirs, to=colleague_playing(EMILY), by=leader, at=at)
    return True


def _accepted(plan: pipeline.Plan, *, by: Colleague, at: datetime) -> Initiative:
    """Begun with its task, which is divided anew then; as an idea where the task is not on the list
    or a person does it alone."""
    task = listed_tasks().filter(title=MAILS).first()
    division = allocated_one(task).division if task else Division.PERSON_ALONE
    if task is None or division is Division.PERSON_ALONE:
        return pipeline.make_initiative(plan, by=by, at=at)
    pilot, scale = laid_down(division)
    made = pipeline.accept(task, replace(plan, pilot=pilot, scale=scale), by=by, at=at)
    choose(task, Division.TOGETHER, why=ANEW, by=by, at=at + timedelta(seconds=1))
    return made


def _pilot(process: Process, *, today: date) -> pipeline.Plan:
    return pipeline.Plan(
        name="Hurtigere hjælp til IT",
        aim="Kolleger får det første svar på en time i stedet for en dag.",
        owner=colleague_playing(LEADER),
        process=process,
        evaluator=colleague_playing(BENT),
        criteria="Fem minutter mindre for hver sag, uden flere fejl.",
        starts_on=today,
        ends_on=today + QUARTER,
        pilot=Arrangement(organisation_model=process.organisation_model, judge_first=0.1),
        scale=Arrangement(organisation_model=process.organisation_model, judge_first=0.05),
        participants=[colleague_playing(one) for one in (LEADER, BENT, EMILY)],
        stops={Measure.AGREEMENT: 0.5, Measure.COMPLAINTS: 0.1, Measure.WAITING: 960},
    )


def _waiting(*, today: date) -> pipeline.Plan:
    return pipeline.Plan(
        name="Returret samme dag",
        aim="Spørgsmål om returret bliver besvaret, den dag de kommer.",
        owner=colleague_playing(LEADER),
        process=process_of(DANISH),
        criteria="Otte ud af ti svar samme dag, med lige så tilfredse kunder.",
        starts_on=today + FORTNIGHT,
        ends_on=today + QUARTER,
        participants=[colleague_playing(EMILY)],
    )


def _record(process: Process, *, today: date, at: datetime) -> None:
    measured = Measured(
        how=How.BY_HAND, note=TIMED, cases=64, minutes=14.0, low=9.0, high=22.5, errors=5,
        looked_at=64, since=today - QUARTER - FORTNIGHT, until=today - QUARTER,
    )  # fmt: skip
    record_baseline(process, measured, by=colleague_playing(LEADER), at=at)


def _settle(process: Process, *, today: date, at: datetime) -> None:
    owner, leader, thing = colleague_playing(OWNER), colleague_playing(LEADER), use_in(process)
    said = uses.Said(answers=tuple((one, False) for one in Question))
    uses.settle(thing, said, by=owner, at=at)
    told = uses.Record(people_told=today, people_told_how="Fortalt på mandagsmødet.")
    uses.record_about(thing, told, by=owner, at=at)
    uses.name_overseers(thing, [leader], by=owner, at=at)
    uses.note_trained(thing, leader, what="AI i IT-hjælpen", day=today, by=owner, at=at)
