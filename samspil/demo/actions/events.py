"""What happened to the processes in the past weeks: AI stopped for two hours, models changed."""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial

from samspil.demo.actions.agenda import Agenda
from samspil.demo.queries.cast import CARDS, EMILY, LEADER, LINES, Line
from samspil.demo.queries.company import colleague_playing, process_of
from samspil.work import actions as work

STOPPED_WHY = "The payment system is down: until we know more, people answer these questions."


def plan_events(
    agenda: Agenda, *, number: int, days: int, hour: Callable[[time], datetime]
) -> None:
    """Plan the events of day `number` (from 0) of `days`."""
    if number == days // 3:
        for line in LINES:
            agenda.plan(hour(time(7, 45)), partial(_agree_on_model, line))
    if number == days // 2:
        agenda.plan(hour(time(9, 58)), _stop_cards)
        agenda.plan(hour(time(12, 15)), _lift_cards)


def _agree_on_model(line: Line, at: datetime) -> None:
    """After the first weeks each process gets the model in which it works today."""
    process = process_of(line)
    if process.organisation_model == line.model:
        return
    work.change_process(
        process,
        organisation_model=line.model,
        first_response_minutes=process.first_response_minutes,
        least_confidence=process.least_confidence,
        teams={},
        by=colleague_playing(LEADER),
        at=at,
    )


def _stop_cards(at: datetime) -> None:
    work.stop(process_of(CARDS), why=STOPPED_WHY, by=colleague_playing(EMILY), at=at)


def _lift_cards(at: datetime) -> None:
    work.lift_stop(process_of(CARDS), by=colleague_playing(LEADER), at=at)
