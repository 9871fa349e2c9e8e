"""Opening hours, steps and absences, set by people at their browsers."""

from datetime import date

import pytest
from django.urls import reverse

from samspil.core.roles import Role
from samspil.people.models import Absence
from samspil.people.queries import absences
from samspil.tenancy.models import Organisation
from samspil.work import actions
from samspil.work.models import EscalationStep, Timetable
from samspil.work.queries.ladders import ladders
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.pages import words

WEEK = {f"day_{number}": "9:00-12:00, 13–17" for number in range(5)}
HOURS = {**WEEK, "country": "DK", "zone": "Europe/Copenhagen"}
STEP = {"level": "1", "amount": "30", "way": "before", "target": "leader"}


@pytest.fixture
def leader(organisation):
    return make_colleague(Role.LEADER, name="Lis Lund")


@pytest.fixture
def browser(leader, browser_of):
    return browser_of(leader)


@pytest.fixture
def process(leader):
    return make_process(team=make_team(leader, name="First line"), name="Customer service")


def test_a_leader_sets_the_opening_hours_and_finds_them_as_typed(browser):
    browser.post("/settings/hours/", HOURS)

    table = Timetable.objects.get()
    assert table.hours == [[["09:00", "12:00"], ["13:00", "17:00"]]] * 5 + [[], []]
    shown = browser.get("/settings/hours/")
    assert 'value="09:00–12:00, 13:00–17:00"' in shown.content.decode()
    assert "Christmas" in words(shown) or "New Year" in words(shown)


def test_around_the_clock_needs_no_hours(browser):
    answer = browser.post("/settings/hours/", {"around_the_clock": "on", "zone": "Europe/Berlin"})

    assert answer.status_code == 302
    assert (Timetable.objects.get().hours, Organisation.objects.get().time_zone) == (
        [],
        "Europe/Berlin",
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"zone": "Europe/Copenhagen"}, "Write at least one time"),
        ({**HOURS, "day_0": "nine to five"}, "is no time"),
        ({**HOURS, "day_0": "9-12-17"}, "is no time"),
        ({**HOURS, "around_the_clock": "on"}, "Take this tick away"),
        ({**HOURS, "state": "BY"}, "States are Germany's"),
        ({**HOURS, "zone": "Mars/Base"}, "Select a valid choice"),
    ],
)
def test_hours_that_cannot_be_are_refused_beside_the_field(browser, typed, said):
    answer = browser.post("/settings/hours/", typed)

    assert answer.status_code == 422
    assert said in words(answer)
    assert not Timetable.objects.exists()


def test_a_process_gets_hours_of_its_own_and_loses_them_again(browser, process):
    address = reverse("work:hours", args=[process.public_id])

    browser.post(address, {**HOURS, "zone": "Europe/London"})
    assert Timetable.objects.get().zone == "Europe/London"
    browser.post(address, {"as_all": "on", "zone": "Europe/London"})

    assert not Timetable.objects.exists()


def test_steps_are_added_changed_and_removed(browser, process):
    address = reverse("work:steps", args=[process.public_id])
    EscalationStep.objects.all().delete()

    browser.post(address, STEP)
    step = EscalationStep.objects.get()
    assert [rung.when for rung in ladders(process)[0].rungs] == ["30 minutes before it is due"]
    browser.post(address, {**STEP, "amount": "50", "way": "share", "step": step.public_id})
    assert EscalationStep.objects.get().percent == 50
    browser.post(reverse("work:remove_step", args=[process.public_id]), {"step": step.public_id})
    assert not EscalationStep.objects.exists()
    browser.post(reverse("work:use_usual_steps", args=[process.public_id]))
    assert EscalationStep.objects.count() == 8


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({**STEP, "amount": "101", "way": "share"}, "At most 100 percent"),
        ({**STEP, "target": "colleague"}, "Choose who is to be told"),
        ({**STEP, "amount": ""}, "This field is required"),
    ],
)
def test_a_step_that_cannot_be_is_refused_beside_the_field(browser, process, typed, said):
    answer = browser.post(reverse("work:steps", args=[process.public_id]), typed)

    assert answer.status_code == 422
    assert said in words(answer)


def test_a_step_that_does_not_exist_is_not_found(browser, process):
    address = reverse("work:steps", args=[process.public_id])
    other = EscalationStep.objects.filter(process=make_process())[0]

    for named in ("nonsense", other.public_id):
        assert browser.get(address, {"step": named}).status_code == 404


def test_everybody_sees_the_ladder_and_only_some_may_change_it(browser_of, process):
    employee = browser_of(make_colleague(Role.EMPLOYEE))

    shown = employee.get(reverse("work:process", args=[process.public_id]))

    assert "after 75 % of the time" in words(shown)
    assert "Change the steps" not in words(shown)
    assert employee.get(reverse("work:steps", args=[process.public_id])).status_code == 403
    assert employee.get("/settings/hours/").status_code == 403


def test_somebody_enters_an_absence_and_takes_it_back(organisation, browser_of):
    anna, bent = make_colleague(name="Anna Holm"), make_colleague(name="Bent Bak")
    typed = {
        "colleague": anna.public_id,
        "first_day": "2099-07-01",
        "last_day": "2099-07-14",
        "deputy": bent.public_id,
    }
    annas = browser_of(anna)

    annas.post("/settings/absences/", typed)
    assert "Anna Holm" in words(annas.get("/settings/absences/"))
    assert absences(since=date(2099, 1, 1), most=9)[0].deputy == bent
    planned = Absence.objects.get()
    cancel = reverse("settings:cancel_absence", args=[planned.public_id])
    assert browser_of(bent).post(cancel).status_code == 403
    annas.post(cancel)

    assert "Nobody is away" in words(annas.get("/settings/absences/"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"last_day": "2099-06-30"}, "before the first"),
        ({"deputy": "own"}, "somebody else"),
        ({"colleague": "other"}, "Select a valid choice"),
    ],
)
def test_an_absence_that_cannot_be_is_refused_beside_the_field(
    organisation, browser_of, change, said
):
    anna, bent = make_colleague(), make_colleague()
    keys = {"own": anna.public_id, "other": bent.public_id}
    typed = {"colleague": anna.public_id, "first_day": "2099-07-01", "last_day": "2099-07-14"}

    answer = browser_of(anna).post(
        "/settings/absences/",
        typed | {name: keys.get(value, value) for name, value in change.items()},
    )

    assert answer.status_code == 422
    assert said in words(answer)
    assert not Absence.objects.exists()


def test_pages_cost_the_same_for_one_and_for_three(
    browser, leader, process, django_assert_max_num_queries
):
    addresses = [
        "/settings/hours/",
        "/settings/absences/",
        reverse("work:steps", args=[process.public_id]),
        reverse("work:hours", args=[process.public_id]),
        reverse("work:process", args=[process.public_id]),
    ]

    def costs() -> list[int]:
        counted = []
        for address in addresses:
            with django_assert_max_num_queries(12) as captured:
                browser.get(address)
            counted.append(len(captured.captured_queries))
        return counted

    Absence.objects.create(colleague=leader, first_day="2099-01-01", last_day="2099-01-02")
    one = costs()
    for number in range(2):
        away, deputy = make_colleague(), make_colleague()
        Absence.objects.create(
            colleague=away, deputy=deputy, first_day="2099-01-01", last_day="2099-01-02"
        )
        make_process(name=f"Process of more {number}")
        planned = actions.PlannedStep(level="1", minutes=number)
        actions.set_step(process, None, planned=planned, by=leader, at=MONDAY_9)

    assert costs() == one
