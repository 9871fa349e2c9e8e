"""How the company watches over its AI: rules, a review, an incident, a notice, a hold, outcomes."""

from datetime import datetime, timedelta

from samspil.core.ai_reviews import Asked, Conclusion
from samspil.core.fairness.group_table import Counted
from samspil.core.incidents import Breach, Duty
from samspil.core.retention.holds import HoldOn
from samspil.core.shares import Share
from samspil.demo.queries.cast import BENT, DANISH, EMILY, GERMAN, LEADER, OWNER
from samspil.demo.queries.company import colleague_playing, process_of
from samspil.fairness import actions as fairness
from samspil.governance import actions as governance
from samspil.people.queries import day_of
from samspil.trust import actions as trust
from samspil.trust.models import Concerned, Incident
from samspil.trust.queries.reviews import waiting_review
from samspil.work.models import Process
from samspil.work.queries import latest_sender

NOTICE = "havgaard-ai"
YESTERDAY, AN_HOUR = timedelta(hours=20), timedelta(hours=1)
SOON, LATER = timedelta(days=21), timedelta(days=90)
WHAT = "Et svar med en kundes adresse og ordrenummer blev sendt til en anden kunde."
TOLD = "Anmeldt på Datatilsynets side; kvittering i arkivet."
CONDITION = "Se de svar igennem, som AI foreslår om returret: for mange bliver rettet."
INTERVIEWS = "Ansøgere til lageret, indkaldt til samtale"
INVITED = {"kvinder": Share(hits=31, n=84), "mænd": Share(hits=52, n=148)}
HELD = "Sag ved retten i Flensburg om en varmepumpe."


def watch_over_ai(*, at: datetime) -> bool:
    """Do all of it once; tells whether it was done now. The incident is left open, to be closed."""
    if Incident.objects.exists():
        return False
    process = process_of(DANISH)
    _write_rules(at=at)
    _review(process, at=at)
    _go_wrong(process, at=at)
    terms = {"contact": "", "privacy_url": ""}  # the public form says whom to ask
    trust.publish_notice(process, slug=NOTICE, by=colleague_playing(LEADER), at=at, **terms)
    _hold(process_of(GERMAN), at=at)
    counts = Counted(groups=INVITED, unknown=6)
    fairness.keep_outcomes(INTERVIEWS, counts, by=colleague_playing(OWNER), at=at)
    return True


def _write_rules(*, at: datetime) -> None:
    leader = colleague_playing(LEADER)
    first = governance.begin_guidelines(by=leader, at=at)[0]
    made = governance.publish_guideline(first, changed="", matters=True, by=leader, at=at)
    for player in (EMILY, BENT):
        by = colleague_playing(player)
        governance.confirm_guideline(first, made.number, by=by, at=at)


def _review(process: Process, *, at: datetime) -> None:
    leader, waiting = colleague_playing(LEADER), waiting_review(process.public_id, now=at)
    assert waiting is not None
    condition = trust.Condition(what=CONDITION, owner=leader, due_on=day_of(at) + SOON)
    judged = trust.Judged(
        answers={one: one is not Asked.QUALITY for one in Asked},
        conclusion=Conclusion.CONDITIONS, conditions=[condition],
    )  # fmt: skip
    trust.conclude_review(waiting, judged, by=leader, at=at)


def _go_wrong(process: Process, *, at: datetime) -> None:
    owner, concerns = colleague_playing(OWNER), [Concerned.CUSTOMERS.value]
    reported = trust.Reported(
        what=WHAT, noticed_at=at - YESTERDAY, thing=str(process.public_id), concerns=concerns,
        number=1,
    )  # fmt: skip
    made = trust.report_incident(reported, by=colleague_playing(EMILY), at=at)
    judged = trust.JudgedIncident(breach=Breach.RISK, concerns=concerns, number=1)
    trust.judge_incident(made, judged, by=owner, at=at)
    told, when = Duty.DATA_AUTHORITY, at - AN_HOUR
    trust.note_step(made, duty=told, what=TOLD, when=when, by=owner, at=at)


def _hold(process: Process, *, at: datetime) -> None:
    sender = latest_sender(process)
    if sender:
        until = day_of(at) + LATER
        owner = colleague_playing(OWNER)
        governance.put_hold(HoldOn.PERSON, sender, why=HELD, review_on=until, by=owner, at=at)
