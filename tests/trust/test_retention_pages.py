"""How long data is kept, as people, programs and the command line see and set it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from samspil.core.retention.categories import Category
from samspil.core.roles import Role
from samspil.governance import actions as governance
from samspil.governance.models import Agreement, Hold, Period, PurgeReport
from samspil.people.actions import make_token
from samspil.trust import actions
from samspil.work.models import Emptied
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.pages import words
from tests.trust.over import HERS, closed_in

pytestmark = [pytest.mark.either, pytest.mark.usefixtures("home")]

PAGES = ("/retention/", "/retention/chats/", "/retention/holds/", "/retention/reports.csv")


@pytest.fixture
def old(officer):
    """A case of a customer that was closed three years ago."""
    process = make_process(team=make_team(officer))
    return closed_in(process, by=officer, at=timezone.now() - timedelta(days=1100))


def test_only_owner_and_data_protection_open_it(officer, browser_of):
    for role in (Role.LEADER, Role.HR, Role.STAFF_REPRESENTATIVE, Role.EMPLOYEE):
        visitor = browser_of(make_colleague(role))
        assert [visitor.get(page).status_code for page in PAGES] == [403] * len(PAGES)

    assert [browser_of(officer).get(page).status_code for page in PAGES] == [200] * len(PAGES)


def test_lr6_nothing_is_emptied_before_somebody_looked_and_said_yes(old, officer, browser_of):
    visitor = browser_of(officer)
    actions.purge(at=timezone.now())

    assert "1 thing is over" in words(visitor.get("/retention/reminders/"))
    assert "Closed cases of customers: 1 is over" in words(visitor.get("/retention/"))
    visitor.post("/retention/customers/agree/", {"due": "1"})
    actions.purge(at=timezone.now())

    assert Agreement.objects.get().due == 1
    assert Emptied.objects.get().case == old
    assert "Nothing waits" in words(visitor.get("/retention/reminders/"))


def test_who_may_not_decide_is_told_of_nothing_on_today(old, browser_of):
    leader = make_colleague(Role.LEADER)

    assert "Nothing waits" in words(browser_of(leader).get("/retention/reminders/"))


def test_a_period_is_set_within_its_bounds_and_taken_back(officer, browser_of):
    visitor = browser_of(officer)

    refused = visitor.post("/retention/calls/", {"days": "30", "why": ""})
    assert refused.status_code == 422
    assert "AI Act Art. 12, 19, 26(6)" in words(refused)
    assert visitor.post("/retention/calls/", {"days": "500", "why": ""}).status_code == 422
    visitor.post("/retention/calls/", {"days": "500", "why": "Our auditors ask."})
    assert "our own period" in words(visitor.get("/retention/"))
    visitor.post("/retention/calls/usual/")

    assert not Period.objects.exists()


def test_what_is_fixed_or_unknown_cannot_be_set(officer, browser_of):
    visitor = browser_of(officer)

    assert visitor.post("/retention/journal/", {"days": "1"}).status_code == 422
    assert visitor.post("/retention/removed/", {"days": "2"}).status_code == 422
    assert visitor.get("/retention/nothing/").status_code == 404
    assert "Nobody can set this period." in words(visitor.get("/retention/journal/"))


def test_a_hold_is_put_looked_at_and_ended(old, officer, browser_of):
    visitor = browser_of(officer)
    day = (timezone.localdate() + timedelta(days=60)).isoformat()
    said = {"why": "A dispute.", "review_on": day}
    address = f"https://samspil.example/work/{old.public_id}/"

    assert visitor.post("/retention/holds/", {"on": "case", "case": "7", **said}).status_code == 422
    for one in (
        {"on": "case", "case": address},
        {"on": "person", "address": HERS},
        {"on": "process", "process": str(old.process.public_id)},
        {"on": "category", "category": "chats"},
    ):
        assert visitor.post("/retention/holds/", {**one, **said}).status_code == 302
    page = words(visitor.get("/retention/holds/"))
    assert old.process.name in page
    assert HERS in page
    hold = Hold.objects.get(on="case")
    assert hold.value == str(old.public_id)
    where = f"/retention/holds/{hold.public_id}/"
    Hold.objects.update(review_on=MONDAY_9.date())
    assert "4 holds should be looked at again" in words(visitor.get("/retention/reminders/"))
    visitor.post(where, {"review_on": day})
    assert visitor.post(f"{where}end/", {"why": ""}).status_code == 422
    visitor.post(f"{where}end/", {"why": "Settled."})

    assert "Settled." in words(visitor.get(where))
    assert Hold.objects.filter(ended_at=None).count() == 3


def test_the_report_of_a_night_is_shown_and_taken_away(officer, browser_of):
    day = timezone.localdate()
    PurgeReport.objects.create(
        day=day, began_at=timezone.now(), ended_at=timezone.now(), counts={"chats": 3}
    )
    visitor = browser_of(officer)

    assert "Chats: 3" in words(visitor.get("/retention/"))
    assert f"{day};Chats;3;" in visitor.get("/retention/reports.csv").content.decode()
    sheet = visitor.get("/retention/reports.csv?format=xlsx")
    assert sheet["Content-Type"].endswith("sheet")


def test_the_page_costs_the_same_for_one_row_and_for_three(
    old, officer, browser_of, django_assert_max_num_queries
):
    visitor = browser_of(officer)
    with django_assert_max_num_queries(124) as first:
        visitor.get("/retention/")
    for _ in range(2):
        closed_in(old.process, by=officer, at=MONDAY_9)

    with django_assert_max_num_queries(len(first)):
        visitor.get("/retention/")


def test_by_program(old, officer, client):
    secret = make_token(colleague=officer, name="Archive", at=MONDAY_9)
    door = {"headers": {"Authorization": f"Bearer {secret}"}, "content_type": "application/json"}

    kept = {one["category"]: one for one in client.get("/api/v1/retention", **door).json()}
    assert (kept["customers"]["over_now"], kept["customers"]["agreed"]) == (1, False)
    assert (kept["journal"]["days"], kept["journal"]["shortest"]) == (None, 184)
    body = {
        "on": "case",
        "value": str(old.public_id),
        "why": "A dispute.",
        "review_on": "2099-01-01",
    }
    hold = client.post("/api/v1/retention/holds", data=body, **door)
    assert hold.status_code == 201
    assert (
        client.post("/api/v1/retention/customers/agree", data={"due": 1}, **door).status_code == 204
    )
    actions.purge(at=timezone.now())
    assert not Emptied.objects.exists()
    end = f"/api/v1/retention/holds/{hold.json()['id']}/end"
    assert client.post(end, data={"why": "Settled."}, **door).status_code == 204
    assert client.get("/api/v1/retention/holds", **door).json() == []
    assert client.put("/api/v1/retention/chats", data={"days": 7}, **door).status_code == 204
    assert client.put("/api/v1/retention/calls", data={"days": 7}, **door).status_code == 422
    assert client.delete("/api/v1/retention/chats", **door).status_code == 204
    actions.purge(at=timezone.now())

    assert client.get("/api/v1/retention/reports", **door).json()[0]["counts"] == {"customers": 1}


def test_by_the_command_line(old, officer):
    def said(*options: str) -> str:
        out = StringIO()
        call_command("retention", *options, stdout=out)
        return out.getvalue()

    assert "customers: 730 days, over now 1" in said("--dry-run")
    assert "waits for somebody to agree" in said("--dry-run")
    assert said() == "Nothing was over.\n"
    governance.agree_to_purge(Category.CUSTOMERS, due=1, by=officer, at=MONDAY_9)

    assert said() == "Closed cases of customers: 1\n"
