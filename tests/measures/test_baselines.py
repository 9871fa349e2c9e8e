"""What cases took before AI: counted or entered, shown beside the months since, never of few."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.anonymity import TooFewPeople
from samspil.core.measures.spread import NoValues
from samspil.core.roles import NotAllowed, Role
from samspil.measures.actions import count_baseline
from samspil.measures.models import Baseline
from samspil.measures.queries import baseline_of
from samspil.people.actions import make_token
from samspil.people.models import Colleague
from samspil.work.models import Case, Complaint, Decision, Process, Proposal
from tests.factories import MONDAY_9, make_case, make_colleague, make_process
from tests.pages import english, words

pytestmark = pytest.mark.either
FIRST, LAST = date(2026, 2, 1), date(2026, 2, 28)
FEBRUARY = datetime(2026, 2, 10, 9, tzinfo=MONDAY_9.tzinfo)
ENTERED = {
    "how": "by_hand", "note": "Timed for two weeks.", "since": "2026-01-05",
    "until": "2026-01-16", "cases": 40, "minutes": 12.5, "low": 8, "high": 20,
    "looked_at": 40, "wrong": 6,
}  # fmt: skip


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader."""
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def process(organisation: object) -> Process:
    """A line of work."""
    return make_process(name="Returns")


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


def decided(process: Process, *, n: int, people: int, at: datetime = FEBRUARY) -> Case:
    """So many decisions of ten, twenty, thirty … minutes that people made without AI."""
    case = make_case(process)
    by = [make_colleague() for _ in range(people)]
    Decision.objects.bulk_create(
        Decision(
            case=case, round=Decision.objects.count() + number + 1, by=by[number % people],
            verdict="own", seconds=600 * (number + 1), at=at,
        )
        for number in range(n)
    )  # fmt: skip
    return case


def test_a_baseline_is_counted_from_cases_that_people_decided_without_ai(process, lene):
    case = decided(process, n=21, people=5)
    with_ai, hidden = [
        Proposal.objects.create(
            case=case, round=number, skill="triage", version="1", made_at=FEBRUARY
        )
        for number in (99, 1)
    ]
    Decision.objects.filter(round=1).update(proposal=hidden, at_the_time={"unseen": True})
    Decision.objects.create(
        case=case, round=99, proposal=with_ai, by=lene, verdict="agreed", seconds=1, at=FEBRUARY
    )
    complaint = Complaint(case=case, round=3, at=FEBRUARY, due_at=FEBRUARY, outcome="changed")
    complaint.decision = Decision.objects.create(
        case=case, round=50, by=lene, verdict="own", seconds=600, at=MONDAY_9
    )
    complaint.save()

    made = count_baseline(process, since=FIRST, until=LAST, by=lene, at=MONDAY_9)

    assert (made.cases, made.minutes, made.low, made.high) == (21, 110, 60, 160)
    assert (made.sure_low, made.sure_high) == (60, 160)
    assert (made.errors, made.looked_at) == (1, 21)
    assert baseline_of(process) == made


def test_of_fewer_than_five_people_nothing_is_counted(process, lene):
    decided(process, n=20, people=4)

    with pytest.raises(TooFewPeople):
        count_baseline(process, since=FIRST, until=LAST, by=lene, at=MONDAY_9)
    assert not Baseline.objects.exists()


def test_days_without_cases_give_no_baseline(process, lene):
    decided(process, n=20, people=5, at=FEBRUARY + timedelta(days=19))

    with pytest.raises(NoValues):
        count_baseline(process, since=FIRST, until=LAST, by=lene, at=MONDAY_9)


def test_who_does_not_share_out_work_records_none(process):
    with pytest.raises(NotAllowed):
        count_baseline(
            process, since=FIRST, until=LAST, by=make_colleague(Role.EMPLOYEE), at=MONDAY_9
        )


def test_a_baseline_is_entered_by_hand_and_shown_with_its_doubt(process, browser):
    address = f"/measures/{process.public_id}/"
    assert "There is no baseline yet" in words(browser.get(address))

    assert browser.post(f"{address}new/", ENTERED)["Location"] == address

    shown = words(browser.get(address))
    assert "12.5 half of them from 8.0 to 20.0" in shown
    assert "about 15 in 100 (7 to 30 in 100)" in shown
    assert "by hand Timed for two weeks." in shown
    assert "recorded by Lene Krogh" in shown
    assert "12.5" in words(browser.get("/measures/"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"low": 13}, "The middle lies between the two others."),
        ({"wrong": 41}, "More were wrong than were looked at."),
        ({"wrong": ""}, "Say both: how many were looked at, and how many wrong."),
        ({"until": "2026-01-01"}, "The last day comes before the first."),
        ({"until": "9999-12-31"}, "Days from 2000 to 2099 can be told."),
        ({"minutes": "nan"}, "Enter a number."),
        ({"cases": 0}, "Ensure this value is greater than or equal to 1."),
    ],
)
def test_figures_that_do_not_fit_together_are_named_and_not_kept(process, browser, changed, said):
    answer = browser.post(f"/measures/{process.public_id}/new/", {**ENTERED, **changed})

    assert answer.status_code == 422
    assert said in words(answer)
    assert not Baseline.objects.exists()


def test_counting_by_page_says_why_it_cannot(process, browser):
    days = {"since": "2026-02-01", "until": "2026-02-28"}
    answer = browser.post(f"/measures/{process.public_id}/count/", days)

    assert answer.status_code == 422
    assert "No case was decided without AI on these days." in words(answer)

    decided(process, n=20, people=5)
    assert browser.post(f"/measures/{process.public_id}/count/", days).status_code == 302


def test_programs_record_and_read_it(process, client, lene):
    token = make_token(colleague=lene, name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    address = f"/api/v1/processes/{process.public_id}/baseline"
    assert client.get(address).json() == {"baseline": None, "months": []}

    sent = {**ENTERED, "of_cases": 40, "first_day": "2026-01-05", "last_day": "2026-01-16"}
    made = client.post(address, sent, content_type="application/json")

    assert made.status_code == 201
    assert client.get(address).json()["baseline"] == made.json()
    wrong = client.post(
        address, {**sent, "last_day": "2026-01-01"}, content_type="application/json"
    )
    assert (wrong.status_code, wrong.json()["errors"]) == (
        422, [{"where": "last_day", "what": "The last day comes before the first."}],
    )  # fmt: skip
    counted = client.post(
        f"{address}/count", {"first_day": "2026-02-01", "last_day": "2026-02-28"},
        content_type="application/json",
    )  # fmt: skip
    assert counted.json()["detail"] == "No case was decided without AI on these days."


def test_the_overview_costs_the_same_for_many_processes(process, browser, lene):
    decided(process, n=20, people=5)
    count_baseline(process, since=FIRST, until=LAST, by=lene, at=MONDAY_9)
    browser.get("/measures/")
    with CaptureQueriesContext(connection) as one:
        browser.get("/measures/")
    for number in range(3):
        make_process(name=f"Returns {number}")

    with CaptureQueriesContext(connection) as four:
        shown = browser.get("/measures/")

    assert len(four) == len(one)
    assert "Returns 2" in words(shown)


TWENTY = "12 9 14,5 8 11 10 17 9 12 13 8 10 21 11 9 12 14 10 8 16"


def test_a_baseline_follows_from_the_minutes_of_each_case(browser, process):
    given = {key: ENTERED[key] for key in ("how", "note", "since", "until")}

    answer = browser.post(
        f"/measures/{process.public_id}/new/", {**given, "each": TWENTY, "next": "/initiatives/"}
    )

    made = Baseline.objects.get()
    assert answer["Location"] == "/initiatives/"
    assert (made.cases, made.minutes, made.low, made.high) == (20, 11, 9, 13.25)
    assert (made.sure_low, made.sure_high) == (9, 13)


def test_an_estimate_fills_the_form_and_is_never_taken_for_a_baseline(browser, process):
    address = f"/measures/{process.public_id}/new/"
    shown = browser.get(f"{address}?estimated=12.5").content.decode()
    assert 'name="minutes" value="12.5"' in shown
    assert "Only estimated so far." in words(browser.get(f"{address}?estimated=12.5"))

    unchanged = browser.post(address, {**ENTERED, "estimated": "12.5"})

    assert unchanged.status_code == 422
    assert "an estimate is no baseline" in words(unchanged)
    assert not Baseline.objects.exists()
    browser.post(address, {**ENTERED, "minutes": 13, "estimated": "12.5"})
    assert Baseline.objects.get().minutes == 13


def test_nonsense_for_an_estimate_and_half_of_the_figures_are_not_taken(browser, process):
    address = f"/measures/{process.public_id}/new/"
    for bad in ("nan", "-1", "1e99", "x"):
        shown = browser.get(f"{address}?estimated={bad}").content.decode()
        assert 'name="minutes" value' not in shown

    half = browser.post(address, {**ENTERED, "low": "", "each": ""})
    wrong = browser.post(address, {**ENTERED, "each": "12 ten"})

    assert "Give this figure, or the minutes of each case." in words(half)
    assert "“ten” is no number of minutes" in words(wrong)
    assert not Baseline.objects.exists()
