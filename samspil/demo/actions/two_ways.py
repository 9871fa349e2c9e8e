"""A parallel run that is under way: a few messages that go the old way and the new way."""

from datetime import datetime, timedelta

from samspil.core.parallel_runs.people import Part
from samspil.demo.queries.cast import BENT, DANISH, EMILY, LEADER
from samspil.demo.queries.company import colleague_playing, deciders, process_of
from samspil.parallel_runs import actions as parallel
from samspil.parallel_runs.models import ParallelRun
from samspil.people.models import Colleague
from samspil.work import actions as work
from samspil.work.models import Case, Outgoing, Proposal

WANTED = 60
WRITTEN = (
    "Hvornår bliver min varmepumpe leveret? Ordren er 48120.",
    "Jeg vil gerne sende filteret retur, det passer ikke.",
    "Hvad koster en ny fjernbetjening til mit anlæg?",
    "Kan jeg få en kopi af fakturaen fra marts?",
)
"""The last one still waits for the old way, the one before it for the new way."""
TOOK, NEEDED = timedelta(minutes=9), timedelta(minutes=4)


def try_both_ways(*, at: datetime) -> bool:
    """Do all of it once; tells whether it was done now."""
    if ParallelRun.objects.exists():
        return False
    process, leader = process_of(DANISH), colleague_playing(LEADER)
    new, settles = colleague_playing(EMILY), colleague_playing(BENT)
    terms = parallel.Terms(share=1.0, most=WANTED, new=[new], settles=[settles])
    run = parallel.start_run(process, terms, by=leader, at=at)
    arrivals = [work.Arrival(text=text, sender="kunde@post.example") for text in WRITTEN]
    opened = work.open_cases(arrivals, process=process, at=at).cases
    work.propose_and_route([case.pk for case in opened], at=at)
    hands = deciders()
    drawn = list(Case.objects.among([one.pk for one in opened]).filter(reason="parallel"))
    for case in drawn[:-1]:
        there = (one for one in hands[case.team_id or 0] if one not in (new, settles))
        _old_way(case, by=next(there), at=at)
    for _ in drawn[:-2]:
        _new_way(run, by=new, at=at)
    return True


def _old_way(case: Case, *, by: Colleague, at: datetime) -> None:
    """Somebody decides it by themselves, as AI would have in the end."""
    topic = Proposal.objects.get(case=case, round=case.round).likeliest
    work.claim(case, by=by, at=at - TOOK)
    work.decide(
        case,
        answer="Tak for din besked. Det ser jeg på med det samme.",
        topic=topic,
        by=by,
        at=at,
        simulated=True,
    )
    work.deliver(list(Outgoing.objects.filter(case=case).values_list("pk", flat=True)), at=at)


def _new_way(run: ParallelRun, *, by: Colleague, at: datetime) -> None:
    """Somebody else agrees with what AI proposes."""
    pair = parallel.take(run, Part.NEW, by=by, at=at - NEEDED)
    if pair is None:
        return
    proposal = Proposal.objects.get(case=pair.case_id, round=pair.round)
    parallel.answer_new_way(pair, topic=proposal.likeliest, text=proposal.draft, by=by, at=at)
