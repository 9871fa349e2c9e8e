"""From asking what takes time to the first live process, step by step counted, in Danish.

**A first live process** is a process into which an accepted task has gone through the gate of its
pilot, with all that the gate asks for and nothing passed by: a baseline of cases somebody timed
before AI, what the law asks taken on by a named person, those told whom it concerns, somebody
trained who watches over it. It works from then on as the allocation laid it down, and its first
message has been routed. A process in which AI proposes before its baseline is not one.

Counted is everything one person does: the owner, who asks, answers for themselves, accepts, records
and opens. Not counted is what others do for themselves: five colleagues hand in their own sheets.
"""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from samspil.audit import actions as audit
from samspil.audit.models import Audit
from samspil.core.audit import Given
from samspil.core.lifecycle import Stage as CaseStage
from samspil.core.pipeline.stages import Stage
from samspil.core.roles import Role
from samspil.founding.models import Beginning
from samspil.measures.models import Baseline
from samspil.people.models import Colleague
from samspil.pipeline.models import Initiative
from samspil.work.actions import propose_and_route, warm_up
from samspil.work.models import Case, Process
from samspil.work.queries import way_now
from tests.factories import make_colleague, make_team
from tests.journeys.counting import CountedPage

MOST = 40
TASK = "Svare på kundemails"
TIMED = "12 9 14,5 8 11 10 17 9 12 13 8 10 21 11 9 12 14 10 8 16 11 12"
"""What two of them timed on paper; 22 cases."""
OWN = "Hej, hvornår bliver min varmepumpe leveret? Ordren er 4711."


@pytest.fixture
def mette(transactional_db: None, organisation: object) -> Colleague:
    """The owner, with a team that was imported."""
    owner = make_colleague(Role.OWNER, name="Mette Havgaard")
    names = ("Anders Bach", "Birgit Lund", "Carl Mose", "Dorte Ravn", "Emil Sand")
    colleagues = [make_colleague(Role.REVIEWER, name=name) for name in names]
    make_team(owner, *colleagues, name="Kundeservice")
    Beginning.objects.create(began_at=timezone.now())
    warm_up()  # as a worker does meanwhile
    return owner


@pytest.fixture
def at_work(page: Page) -> CountedPage:
    return CountedPage(page)


def ask_and_answer(one: CountedPage) -> None:
    one.press("Spørg, hvad der tager tid", role="link")
    one.press("Begynd")
    one.press("Sig, hvad der tager din tid", role="link")
    one.press("Begynd b")
    one.fill("Eller skriv din egen opgave", TASK)
    one.press("Tilføj")
    one.fill("Hvor mange gange", "40")
    one.fill("Minutter hver gang", "12")
    one.press("Aflevér s")
    one.press("Til runden", role="link")


def others_answer_too() -> None:
    """Each on their own sheet, which costs them as many steps as it cost the owner."""
    round_, now = Audit.objects.get(), timezone.now()
    for number, colleague in enumerate(Colleague.objects.exclude(name="Mette Havgaard")):
        sheet = audit.begin_sheet(round_, by=colleague, at=now)
        given = Given(title=TASK, times=30, minutes=10 + number, error_share=0.05, wish=3)
        audit.say(audit.type_task(sheet, TASK, at=now), given, at=now)
        audit.hand_in(sheet, at=now)


def settle_and_judge(one: CountedPage) -> None:
    one.press("Slut runden nu, og gør op")
    one.press("Hvem gør hvilken opgave n", role="link")
    one.press(TASK, role="link")
    one.choose("Hvor ofte gentager den sig?", "5")
    one.choose("Hvor langt siger faste regler", "4")
    one.choose("Hvor megen snak med andre mennesker", "2")
    one.choose("Hvem handler den om?", "customers")
    one.choose("Afgøres der noget om en enkelt person", "no")
    one.press("Gem")
    one.seen().wait_for("AI foreslår, og et menneske afgør hver gang.")


def accept(one: CountedPage) -> None:
    one.press("Godkend, og prøv den", role="link")
    one.tick("en ny: kundeservice")
    one.fill("Hvad der tæller som vellykket", "Fem minutter mindre for hver sag, uden flere fejl.")
    one.choose("Hvem der vurderer det", "Birgit Lund")
    one.press("Godkend")
    one.seen().wait_for("Port til Pilot")


def give_what_the_gate_asks(one: CountedPage, today: str) -> None:
    form = "#law-form"
    one.fill("De, det handler om, blev orienteret den", today, within=form)
    one.fill("Hvordan, og hvem", "Kunderne: en linje under hver mail.", within=form)
    one.tick("Anders Bach, som tager dens sager")
    one.fill("Hvad de blev oplært i til den", "Samspil, to timer", within=form)
    one.fill("Hvilken dag", today, within=form)
    one.press("Gem, og påtag dig klassen", within=form)
    one.seen().wait_for("1 ting mangler")
    begun = (timezone.localdate() - timedelta(days=14)).isoformat()
    form = "#baseline-form"
    one.fill("Hvad præcis der blev målt", "To af os tog tid på hver sag i to uger.", within=form)
    one.fill("Fra", begun, within=form)
    one.fill("Til og med", today, within=form)
    one.fill("Minutter for hver sag, som der blev taget tid", TIMED, within=form)
    one.press("Gem udgangspunktet", within=form)


@pytest.mark.parametrize(("language", "width"), [("da", 1440)])
def test_from_what_takes_time_to_a_live_process_in_forty_steps(
    at_work: CountedPage, sign_in, screenshot, axe, page, mette, language, width
):
    sign_in(mette)
    one = at_work
    with pytest.raises(AttributeError):
        one.click("main")  # type: ignore[attr-defined]  # no step goes by uncounted

    one.begin("/")
    ask_and_answer(one)
    others_answer_too()
    settle_and_judge(one)
    screenshot(f"first-process-task-{width}")
    accept(one)
    shut = Process.objects.get()
    assert way_now(shut).waits
    screenshot(f"first-process-gate-{width}")
    axe(page)
    give_what_the_gate_asks(one, timezone.localdate().isoformat())
    one.seen().wait_for("Hvad der ændres, når den åbnes")
    screenshot(f"first-process-open-{width}")
    axe(page)
    one.press("Luk det ind i Pilot")
    one.fill("Besked", OWN)
    one.press("Opret den som sag")

    case = Case.objects.get()
    propose_and_route([case.pk], at=timezone.now())
    case.refresh_from_db()
    one.look_again()
    one.seen().wait_for("varmepumpe")
    screenshot(f"first-process-case-{width}")

    tried, baseline, live = Initiative.objects.get(), Baseline.objects.get(), way_now(shut)
    assert (tried.stage, baseline.cases, baseline.minutes) == (Stage.PILOT, 22, 11)
    shut.refresh_from_db()
    assert (shut.organisation_model, way_now(shut).judge_first) == ("collaborative", 0.2)
    assert not live.waits
    assert (case.stage, case.route, case.proposals.count()) == (CaseStage.WAITING, "together", 1)
    print(f"\nAudit to first live process: {len(one.steps)} steps")
    assert len(one.steps) <= MOST, one.steps
