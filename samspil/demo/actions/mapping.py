"""Two maps: from job advert to exit, with a plan beside it, and how orders run by their log."""

from datetime import datetime

from samspil.audit.queries import listed_task
from samspil.core.process_maps.outlines import Outline
from samspil.core.process_maps.saying import Said
from samspil.demo.actions.logs import NAME
from samspil.demo.actions.sharing_out import HIRING
from samspil.demo.queries.cast import LEADER, QUESTIONS, STAFF
from samspil.demo.queries.company import colleague_playing, process_of, team_called
from samspil.eventlogs.models import EventLog
from samspil.people.models import Colleague
from samspil.process_maps import actions as maps
from samspil.process_maps.models import Connection, ProcessMap, Step
from samspil.process_maps.queries import log_draft, outline_draft

SAYS = {
    "need": (60, 0, 0.0), "advert": (90, 480, 0.05), "applications": (6, 60, 0.02),
    "reading": (12, 2_880, 0.1), "interview": (75, 7_200, 0.0), "offer": (45, 1_440, 0.02),
    "contract": (40, 1_440, 0.08), "onboarding": (480, 20_160, 0.1),
    "development": (90, 43_200, 0.0), "exit": (120, 1_440, 0.05),
}  # fmt: skip
"""Minutes of work, minutes of waiting before it, and the share that goes wrong, as guessed."""
OURS = {
    "need": "Afklare, hvad stillingen kræver",
    "advert": "Skrive stillingsopslaget og slå det op",
    "applications": "Modtage ansøgninger og svare på de første spørgsmål",
    "reading": "Læse ansøgninger op mod kravene",
    "interview": "Holde samtaler",
    "offer": "Beslutte og give et tilbud",
    "contract": "Skrive kontrakten og få den underskrevet",
    "onboarding": "Tage godt imod den nye kollega",
    "development": "Tale om arbejde og udvikling",
    "exit": "Sige farvel: udstyr, viden, anbefaling",
}
"""What the company calls the steps of the outline."""

OF_MANAGER = ("need", "interview", "offer", "development")


def draw_maps(*, at: datetime) -> bool:
    """Do all of it once; tells whether it was done now."""
    if ProcessMap.objects.exists():
        return False
    leader = colleague_playing(LEADER)
    hiring = _from_advert_to_exit(leader, at=at)
    _plan(hiring, by=leader, at=at)
    log = EventLog.objects.filter(name=NAME).first()
    if log:
        maps.begin_map(NAME, log_draft(log), log=log, by=leader, at=at)
    return True


def _from_advert_to_exit(leader: Colleague, *, at: datetime) -> ProcessMap:
    draft = outline_draft(Outline.ADVERT_TO_EXIT)
    owner = maps.Owner(team=team_called(STAFF))
    made = maps.begin_map("Fra stillingsopslag til farvel", draft, owner=owner, by=leader, at=at)
    steps = list(Step.objects.filter(map=made).order_by("place"))
    for step, (key, (minutes, waiting, errors)) in zip(steps, SAYS.items(), strict=True):
        said = Said(minutes=minutes, waiting=waiting, errors=errors, times=1)
        wanted = maps.Wanted(name=OURS[key], owner=_owner(key), said=said)
        maps.change_step(step, wanted, seen=step.version, by=leader, at=at)
    _say_links(steps, by=leader, at=at)
    again = Connection.objects.get(source=steps[4], target=steps[5])
    maps.change_share(again, 0.7, by=leader, at=at)
    maps.connect(steps[4], steps[1], share=0.3, by=leader, at=at)
    return made


def _owner(key: str) -> maps.Owner:
    """HR's own steps are the team's; the others are a role's."""
    if key in OF_MANAGER:
        return maps.Owner(role="Ansættende leder")
    return (
        maps.Owner(role="Teamet selv")
        if key == "onboarding"
        else maps.Owner(team=team_called(STAFF))
    )


def _say_links(steps: list[Step], *, by: Colleague, at: datetime) -> None:
    """First questions are the live process; reading applications is a task of the matrix."""
    linked = {2: maps.Linked(process=process_of(QUESTIONS))}
    task = listed_task(HIRING)
    if task:
        linked[3] = maps.Linked(task=task)
    for place, one in linked.items():
        now = Step.objects.get(pk=steps[place].pk)
        maps.link_step(now, one, seen=now.version, by=by, at=at)


def _plan(hiring: ProcessMap, *, by: Colleague, at: datetime) -> None:
    """Contracts come from a template, and the advert begins with a draft."""
    plan = maps.plan_map(hiring, "Sådan skal det blive", by=by, at=at)
    for key, minutes in (("advert", 40), ("contract", 15)):
        step = Step.objects.get(map=plan, name=OURS[key])
        said = Said(minutes=minutes, waiting=step.waiting, errors=step.errors, times=step.times)
        owner = maps.Owner(team=step.team, role=step.role)
        wanted = maps.Wanted(name=step.name, owner=owner, said=said)
        maps.change_step(step, wanted, seen=step.version, by=by, at=at)
