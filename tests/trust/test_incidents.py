"""What went wrong: reported by anybody, judged by a person, told in time, closed with a lesson."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from samspil.core.ai_reviews import Fact, Trigger
from samspil.core.incidents import Breach, Duty, Harm, Severity
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.trust import actions
from samspil.trust.actions import BadIncident, JudgedIncident, Reported
from samspil.trust.models import Incident, Step, Weighed
from samspil.trust.queries.incidents import (
    incident_at,
    open_incidents,
    proposed,
    standing_of,
    stops_around,
)
from samspil.trust.queries.reviews import evidence_of, waiting_review
from samspil.uses.models import Use
from samspil.work.actions import stop
from samspil.work.actions.noting import note_process
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.pages import words

pytestmark = pytest.mark.django_db
JUST_NOW = timezone.now()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MISSENT = "A reply with an address went to another customer."


@pytest.fixture
def officer(organisation):
    return make_colleague(Role.DATA_PROTECTION, name="Dagny Holm")


@pytest.fixture
def process(organisation):
    return make_process(name="Customer service")


def reported(by, *, at=MONDAY_9, **more) -> Incident:
    said = Reported(**{"what": MISSENT, "noticed_at": at, **more})
    return actions.report_incident(said, by=by, at=at)


def judged(incident, by, breach=Breach.RISK, *, at=MONDAY_9 + HOUR, **more) -> Incident:
    actions.judge_incident(incident, JudgedIncident(breach=breach, **more), by=by, at=at)
    return incident_at(incident.public_id)


def told(incident, duty, by, *, at=MONDAY_9 + 2 * HOUR) -> None:
    actions.note_step(incident, duty=duty, what="By its form", when=at, by=by, at=at)


def test_anybody_reports_and_the_72_hours_run_before_anybody_judged(process):
    made = reported(make_colleague(Role.EMPLOYEE), thing=str(process.public_id))

    (one,) = open_incidents(now=MONDAY_9 + 73 * HOUR)

    assert (one.incident, one.severity, one.incident.name) == (
        made,
        Severity.REPORTED,
        process.name,
    )
    assert [(each.owed.duty, each.late) for each in one.open] == [(Duty.DATA_AUTHORITY, True)]
    assert not open_incidents(now=MONDAY_9 + 71 * HOUR)[0].late


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.REVIEWER, Role.HR, Role.PROCESS_OWNER,
                                  Role.STAFF_REPRESENTATIVE])  # fmt: skip
def test_who_does_not_answer_for_ai_judges_and_closes_none(officer, role):
    made, other = reported(officer), make_colleague(role)

    with pytest.raises(NotAllowed):
        judged(made, other)
    with pytest.raises(NotAllowed):
        told(made, Duty.DATA_AUTHORITY, other)
    with pytest.raises(NotAllowed):
        actions.close_incident(made, learned="Nothing.", by=other, at=MONDAY_9)


def test_nothing_is_noticed_in_the_future_or_in_a_use_that_is_not_there(officer):
    with pytest.raises(BadIncident, match="in the future"):
        reported(officer, noticed_at=MONDAY_9 + HOUR)
    with pytest.raises(BadIncident, match="no such use"):
        reported(officer, thing="x")
    with pytest.raises(BadIncident, match="Say what happened"):
        reported(officer, what=" ")

    assert not Incident.objects.exists()


def test_identity_numbers_are_kept_nowhere(officer):
    assert reported(officer, what="CPR 070761-4285 was seen.").what == "CPR [CPR] was seen."


def test_it_is_closed_only_once_it_was_judged_told_and_learned_from(officer):
    made = reported(officer)

    def close(learned="Addresses are checked twice."):
        actions.close_incident(made, learned=learned, by=officer, at=MONDAY_9 + 3 * HOUR)

    with pytest.raises(BadIncident, match="Judge first"):
        close()
    judged(made, officer)
    with pytest.raises(BadIncident, match="has to be told"):
        close()
    told(made, Duty.DATA_AUTHORITY, officer)
    with pytest.raises(BadIncident, match="learned"):
        close(learned=" ")
    close()

    with pytest.raises(BadIncident, match="is closed"):
        judged(made, officer)
    assert open_incidents(now=MONDAY_9 + DAY) == []
    assert [one.event for one in Entry.objects.filter(subject=str(made.public_id))] == [
        "incident_reported", "incident_judged", "incident_told", "incident_closed",
    ]  # fmt: skip


def test_the_database_itself_closes_nothing_that_nobody_judged(officer):
    reported(officer)

    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.update(closed_at=MONDAY_9, closed_by=officer, learned="Something.")


def test_what_rests_on_high_risk_is_shown_and_not_owed_before_it_applies(officer):
    personnel = make_process(name="Personnel", starter="hr")
    Use.objects.all().delete()
    made = judged(
        reported(officer, thing=str(personnel.public_id)), officer, Breach.NONE,
        harms=[Harm.RIGHTS],
    )  # fmt: skip

    one = standing_of(made, now=MONDAY_9 + DAY)

    assert made.high_risk
    assert [each.owed.duty for each in one.tellings] == [Duty.MAKER, Duty.MARKET_AUTHORITY]
    assert one.open == []


def test_stops_and_falls_are_proposed_and_a_person_decides_once(process, officer):
    stop(process, why="", by=officer, at=MONDAY_9)
    (entry,) = proposed(now=MONDAY_9 + HOUR)

    made = reported(officer, entry=entry.sequence, at=MONDAY_9 + HOUR)

    assert proposed(now=MONDAY_9 + HOUR) == []
    assert Weighed.objects.get().incident == made
    with pytest.raises(BadIncident, match="already"):
        actions.dismiss(entry.sequence, by=officer, at=MONDAY_9 + HOUR)


def test_what_was_no_incident_is_proposed_no_more_and_nothing_is_after_a_month(process, officer):
    stop(process, why="", by=officer, at=MONDAY_9)
    (entry,) = proposed(now=MONDAY_9 + HOUR)
    assert proposed(now=MONDAY_9 + 31 * DAY) == []

    actions.dismiss(entry.sequence, by=officer, at=MONDAY_9 + HOUR)

    assert proposed(now=MONDAY_9 + HOUR) == []
    assert not Incident.objects.exists()


def test_a_step_upwards_or_by_a_person_is_no_alarm(process, officer):
    for by, before, after in ((None, 1, 2), (officer, 3, 1), (None, 3, 1)):
        note_process(process, "autonomy_moved", by=by, at=MONDAY_9, before=before, after=after)

    (entry,) = proposed(now=MONDAY_9 + HOUR)

    assert entry.actor_kind != "person"


def test_an_incident_brings_the_review_of_its_use_forward_and_stands_in_its_record(
    process, officer
):
    reported(officer, thing=str(process.public_id), at=MONDAY_9 + DAY)

    found = waiting_review(process.public_id, now=MONDAY_9 + 2 * DAY)

    assert found is not None
    assert found.due.why is Trigger.INCIDENT
    said = {one.fact: one.n for one in evidence_of(found, now=MONDAY_9 + 2 * DAY).said}
    assert said[Fact.INCIDENTS] == 1


def test_the_stops_around_it_are_those_of_its_process_and_of_all(process, officer):
    made = reported(officer, thing=str(process.public_id))
    stop(make_process(name="Spare parts"), why="", by=officer, at=MONDAY_9)
    stop(process, why="Wrong", by=officer, at=MONDAY_9 + HOUR)
    stop(None, why="All", by=officer, at=MONDAY_9 + 2 * HOUR)

    assert [one.why for one in stops_around(made)] == ["Wrong", "All"]


def test_more_incidents_cost_no_more_statements(officer, browser_of, django_assert_max_num_queries):
    browser = browser_of(officer)
    reported(officer)
    with django_assert_max_num_queries(30) as first:
        browser.get("/incidents/")
    for made in (reported(officer), reported(officer)):
        told(made, Duty.DATA_AUTHORITY, officer)

    with django_assert_max_num_queries(len(first) + 1):  # names of those who told
        browser.get("/incidents/")


def test_representatives_read_that_it_happened_and_none_of_its_words(process, officer, browser_of):
    reported(officer, thing=str(process.public_id), at=JUST_NOW, concerns=["customers"], number=3)
    reported(officer, at=JUST_NOW, what="Ms Lund's file was lost.", number=12)
    reader = browser_of(make_colleague(Role.STAFF_REPRESENTATIVE))

    shown = words(reader.get("/rights/ai/"))

    assert "an incident was noticed (to be reported). It concerned customers." in shown
    assert "Fewer than five people were affected." in shown
    assert "Affected people: 12." in shown
    assert "reply with an address" not in shown
    assert "Lund" not in shown
    assert reader.get("/incidents/").status_code == 403


def test_an_employee_reports_on_a_page_and_the_officer_sees_to_it(officer, browser_of):
    employee, browser = browser_of(make_colleague(Role.EMPLOYEE)), browser_of(officer)
    late = employee.post("/incidents/report/", {"what": MISSENT, "noticed_at": "2999-01-01T08:00"})
    sent = employee.post("/incidents/report/", {"what": MISSENT, "noticed_at": "2026-03-02T08:00"})
    address = f"/incidents/{Incident.objects.get().public_id}/"

    assert (late.status_code, sent["Location"]) == (422, "/")
    assert employee.get(address).status_code == 403
    today = words(browser.get("/uses/reminders/"))
    assert "Tell the data protection authority, by 5 Mar 2026" in today
    assert MISSENT not in words(employee.get("/uses/reminders/"))
    browser.post(f"{address}judge/", {"breach": "risk", "concerns": ["customers"], "number": "1"})
    early = browser.post(f"{address}close/", {"learned": "Ask twice."})
    assert "First tell whoever has to be told" in words(early)
    step = {"duty": "data_authority", "what": "Its form", "when": "2026-03-02T10:00"}
    browser.post(f"{address}step/", step)
    closed = browser.post(f"{address}close/", {"learned": "Ask twice."})

    assert closed["Location"] == address
    assert "Ask twice." in words(browser.get(address))
    assert Step.objects.get().what == "Its form"
    assert "Ask twice." in browser.get("/incidents/incidents.csv").content.decode()
