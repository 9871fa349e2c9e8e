"""Today: messages come in now, and simulated people decide most of what then waits."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from random import Random

from django.db import transaction
from django.utils import timezone

from samspil.core.judging import UNJUDGED
from samspil.core.routing import Reason
from samspil.demo.actions.answering import answer_to
from samspil.demo.actions.senders import message_to
from samspil.demo.queries.cast import LINES, Line
from samspil.demo.queries.company import deciders, process_of
from samspil.demo.queries.happened import waiting_today
from samspil.demo.queries.samples import (
    Sample,
    Sizes,
    messages_after_noon,
    messages_until_noon,
)
from samspil.people.models import Colleague
from samspil.work import actions as work
from samspil.work.models import Case

FETCHED_TOGETHER = 25
DECIDED_TOGETHER = 12
"""So many are decided in one transaction: a commit for each would take longer than deciding."""
LEFT_OF = 9
"""One of so many is left for whoever looks at the demonstration."""
CHECKS_LEFT_OF = 3
"""One of so many checks of what AI finished is left, so that there is something to try."""
HELD_OF = 90
"""One of so many is being worked on."""

Progress = Callable[[int], None]
Staff = Mapping[int, list[Colleague]]
"""Who may decide a team's cases, by the team's primary key."""


def bring_in_today(*, sizes: Sizes, progress: Progress) -> int:
    """Open a case for each message until noon that is not here yet; returns how many."""
    return _bring_in({line: messages_until_noon(line, sizes) for line in LINES}, progress)


def bring_in_after_noon(*, sizes: Sizes, progress: Progress) -> int:
    """Open a case for each further message that is not here yet; returns how many."""
    return _bring_in({line: messages_after_noon(line, sizes) for line in LINES}, progress)


def _bring_in(messages: Mapping[Line, Sequence[Sample]], progress: Progress) -> int:
    opened = 0
    for line, samples in messages.items():
        process = process_of(line)
        for start in range(0, len(samples), FETCHED_TOGETHER):
            some = samples[start:][:FETCHED_TOGETHER]
            arrivals = [message_to(line, sample) for sample in some]
            came = work.open_cases(arrivals, process=process, at=timezone.now())
            opened += len(came.cases)
            progress(opened)
    return opened


def decide_most(*, sizes: Sizes, progress: Progress) -> int:
    """Simulated people take what waits, riskiest first, and leave one case of nine or so.

    Which are left follows from the message alone, so a second run decides nothing more. Returns
    how many were decided.
    """
    staff, waiting = deciders(), list(waiting_today(sizes))
    decided = 0
    for start in range(0, len(waiting), DECIDED_TOGETHER):
        some = waiting[start : start + DECIDED_TOGETHER]
        decided += _decide_some(some, staff)
        progress(start + len(some))
    return decided


@transaction.atomic
def _decide_some(waiting: Sequence[tuple[Case, Sample]], staff: Staff) -> int:
    decided = 0
    for case, sample in waiting:
        draw = _draw(sample)
        left_of = CHECKS_LEFT_OF if case.reason == Reason.SPOT_CHECK else LEFT_OF
        if draw % left_of:
            _decide(case, sample, person=_of_team(case, staff, draw), draw=draw)
            decided += 1
        elif draw % HELD_OF == 0:
            work.claim(case, by=_of_team(case, staff, draw), at=timezone.now())
    return decided


def _decide(case: Case, sample: Sample, *, person: Colleague, draw: int) -> None:
    """Claim and decide at once: simulated people need no time, and none is made up for them.

    Where a person judges first they do, by what they know.
    """
    work.claim(case, by=person, at=timezone.now())
    answer = answer_to(case, sample, chance=Random(draw))  # noqa: S311 - must always run alike
    if case.judging in UNJUDGED:
        work.judge_first(case, topic=answer.topic, by=person, at=timezone.now())
    right = case.reason == Reason.SPOT_CHECK and answer.topic == case.topic
    work.decide(
        case,
        answer="" if right else answer.text,
        topic=answer.topic,
        by=person,
        at=timezone.now(),
        simulated=True,
    )


def _of_team(case: Case, staff: Staff, draw: int) -> Colleague:
    team = staff[case.team_id or 0]
    return team[draw // HELD_OF % len(team)]


def _draw(sample: Sample) -> int:
    """A number that is as good as drawn, always the same for the same message."""
    return int.from_bytes(sha256(sample.id.encode()).digest()[8:16])
