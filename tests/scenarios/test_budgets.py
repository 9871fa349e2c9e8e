"""A first year's budget: planned, spent, brought in row by row, warned of, and paid back."""

import csv
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import translation

from samspil.adapters.tables import sheet
from samspil.audit.models import Task
from samspil.core.measures.spread import Spread
from samspil.core.roles import NotAllowed
from samspil.core.scenarios.budget import Kind
from samspil.core.scenarios.guessing import Guess
from samspil.measures.actions import Measured, record_baseline
from samspil.measures.models import Baseline, How
from samspil.measures.queries import last_months
from samspil.people.actions import make_token
from samspil.scenarios import actions, queries
from samspil.scenarios.actions import Planned, StaleLine, UnfitLine, UnfitSpending
from samspil.scenarios.models import Budget, BudgetLine, Spending
from samspil.scenarios.queries.gains import saved
from tests.factories import MONDAY_9, make_process
from tests.measures.test_baselines import FEBRUARY, decided
from tests.pages import english, words
from tests.scenarios.conftest import a_budget, estimated

MARCH = datetime(2026, 3, 10, 9, tzinfo=ZoneInfo("Europe/Copenhagen"))
LINE = {"kind": "licences", "name": "Help", "plan_low": "1,000", "plan_likely": "2,000"}


@pytest.fixture
def budget(lene):
    return a_budget(lene)[0]


@pytest.fixture
def leader(client_of, lene):
    return english(client_of(lene))


def now(budget, *, at=MARCH):
    return queries.reckoned(queries.budget_at(budget.public_id), now=at)


def line_of(name):
    return queries.line_at(BudgetLine.objects.get(name=name).public_id)


def test_training_is_planned_in_hours_and_counts_in_money(budget):
    found = now(budget)

    licences, training = found.outlook.lines
    assert licences.spent == 6100.5
    assert 50 * 400 < training.plan.p10 < training.plan.p90 < 120 * 400
    assert (found.outlook.months, found.outlook.behind) == (1, 1)
    assert budget.first_month.day == 1
    assert found.payback is not None
    assert found.payback.p10 < found.payback.p50


def test_of_two_who_write_down_spending_the_second_is_told(budget, lene):
    line = line_of("Licences")
    seen = line.version
    actions.spend(line, {1: Decimal(5), 2: Decimal(6)}, seen=seen, by=lene, at=MONDAY_9)

    with pytest.raises(StaleLine):
        actions.spend(line, {}, seen=seen, by=lene, at=MONDAY_9)
    assert {one.month: one.amount for one in Spending.objects.all()} == {1: 5, 2: 6}


def test_two_lines_of_one_name_are_told_apart_or_refused(budget, lene):
    line = line_of("Training")
    again = Planned(kind=Kind.HELP, name="Training", plan=Guess(low=1, likely=1, high=1))
    with pytest.raises(UnfitLine, match="already"):
        actions.add_line(budget, again, by=lene, at=MONDAY_9)

    actions.remove_line(line, by=lene, at=MONDAY_9)
    actions.add_line(budget, again, by=lene, at=MONDAY_9)
    with pytest.raises(UnfitLine):
        actions.restore_line(line, by=lene, at=MONDAY_9)
    assert [one.kind for one in now(budget).lines] == ["licences", "help"]


def test_the_database_itself_refuses_what_cannot_be(budget):
    for wrong in ({"low": -1}, {"likely": 1_000_000}):
        with pytest.raises(IntegrityError), transaction.atomic():
            BudgetLine.objects.update(**wrong)
    for wrong in ({"month": 13}, {"amount": -1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Spending.objects.update(**wrong)


def test_what_was_spent_goes_out_and_comes_back(budget, lene):
    budget = queries.budget_at(budget.public_id)
    table = list(queries.spending_rows(budget))
    assert table == [["line", "month", "amount"], ["Licences", "2026-01", "6100.50"]]
    Spending.objects.all().delete()

    assert actions.bring_spending(budget, BytesIO(sheet(table)), by=lene, at=MONDAY_9) == 1
    assert Spending.objects.get().amount == Decimal("6100.50")

    danish = "linje;måned;beløb\nLicences;2026-02;1.000,25\nLicences;2;2.000\nTraining;3;7\n"
    with translation.override("da"):
        assert actions.bring_spending(budget, BytesIO(danish.encode()), by=lene, at=MARCH) == 2
    assert line_of("Licences").spending.get(month=2).amount == Decimal("3000.25")
    assert line_of("Licences").spending.get(month=1).amount == Decimal("6100.50")


def test_a_file_with_faults_names_every_row_and_changes_nothing(budget, leader, lene):
    rows = "line,month,amount\nLicences,2,5\nWine,2,5\nLicences,2027-05,5\nLicences,2,-5\n"

    address = f"/scenarios/budgets/{budget.public_id}/spent/"
    page = leader.post(address, {"file": SimpleUploadedFile("a.csv", rows.encode())})

    said = words(page)
    assert page.status_code == 422
    assert "Row 3: the budget has no line called “Wine”." in said
    assert "Row 4: “2027-05” lies outside the year" in said
    assert "Row 5: “-5” is less than 0." in said
    assert Spending.objects.count() == 1
    with pytest.raises(UnfitSpending, match="line, month and amount"):
        actions.bring_spending(budget, BytesIO(b"a;b\n1;2\n"), by=lene, at=MONDAY_9)


def test_a_budget_is_planned_spent_and_shown_by_page(leader):
    given = {
        "name": "First year", "first_month": "2026-01-20", "people": "20", "currency": "EUR",
        "hour_cost": "50", "months_low": "1", "months_likely": "2", "months_high": "3",
    }  # fmt: skip
    begun = leader.post("/scenarios/budgets/new/", given)
    address = begun["Location"]
    whole = address.removesuffix("lines/")
    assert "No line yet" in words(leader.get(whole))

    wrong = leader.post(address, {**LINE, "plan_high": "1,500"})
    assert "The three have to go upwards" in words(wrong)
    leader.post(address, {**LINE, "plan_high": "4,000 €"})
    line = BudgetLine.objects.get()
    months = f"/scenarios/lines/{line.public_id}/months/"
    assert leader.post(months, {"seen": "1", "month_1": "x"}).status_code == 422
    leader.post(months, {"seen": "1", "month_1": "9,000.50"})

    shown = words(leader.get(whole))
    assert "months that are over nobody wrote down anything yet" in shown
    assert "Spent so far: 9,000 EUR." in shown
    assert "More was spent than was planned for the whole year." in shown
    assert "1,000 to 3,000 EUR" in shown
    assert "no promise" in shown
    assert "Nobody may tell yet what it saves." in shown
    assert "More was spent than was planned" in words(leader.get("/scenarios/budgets/"))
    assert "First year: more than planned was spent" in words(leader.get("/scenarios/due/"))


def test_what_is_taken_away_comes_back(budget, leader):
    whole = f"/scenarios/budgets/{budget.public_id}/"
    line = f"/scenarios/lines/{line_of('Training').public_id}/"

    leader.post(f"{line}remove/")
    assert "Hours of training" not in words(leader.get(whole))
    leader.post(f"{line}restore/")
    leader.post(f"{whole}remove/")
    assert leader.get(whole).status_code == 404
    leader.post(f"{whole}restore/")

    text = leader.get(f"{whole}budget.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text), delimiter=text[len("kind")]))
    assert [row[1] for row in rows[1:]] == ["Licences", "Training"]
    assert leader.get(f"{whole}budget.xlsx").content[:2] == b"PK"


def test_measured_minutes_become_hours_saved_and_never_fewer_than_none(lene):
    before = Baseline(minutes=20, low=15, high=30, sure_low=18, sure_high=22)
    after = Spread(n=60, median=12, low=9, high=16, sure_low=11, sure_high=13)

    assert saved(before, after) == Guess(low=5, likely=8, high=11)
    assert saved(before, replace(after, median=40, sure_low=39, sure_high=41)).high == 0
    assert last_months([make_process().pk], now=MARCH) == {}


def test_what_is_measured_stands_in_place_of_the_estimate(lene, budget):
    process = make_process(name="Returns")
    task = estimated(lene, saved=(0.5, 0.8))
    Task.objects.update(process=process)
    Budget.objects.update(hours_low=None, hours_likely=None, hours_high=None)
    before = now(budget)
    assert (before.tasks, before.measured) == ([task.title], [])
    assert before.gain.guessed is not None

    measured = Measured(
        how=How.BY_HAND, note="Timed.", cases=40, minutes=60, low=50, high=80, errors=None,
        looked_at=None, since=date(2026, 1, 5), until=date(2026, 1, 16),
    )  # fmt: skip
    record_baseline(process, measured, by=lene, at=MONDAY_9)
    decided(process, n=6, people=4)
    assert now(budget).measured == []
    decided(process, n=6, people=5, at=FEBRUARY + timedelta(days=1))

    found = now(budget)
    assert [(one.process, one.hours.likely) for one in found.measured] == [
        ("Returns", 12 * 25 / 60)
    ]
    assert (found.tasks, found.gain.guessed) == ([], None)
    assert found.gain.measured == found.measured[0].hours


def test_a_program_reads_budgets_and_writes_down_spending(client, lene, budget):
    token = make_token(colleague=lene, name="x", at=MONDAY_9)

    def ask(method, path="", body=None):
        answer = client.generic(
            method, f"/api/v1/budgets{path}", json.dumps(body), "application/json",
            headers={"Authorization": f"Bearer {token}"},
        )  # fmt: skip
        return answer.status_code, answer.json() if answer.content else None

    (told,) = ask("GET")[1]
    line = told["lines"][0]
    here = f"/{told['id']}/lines/{line['id']}/spent"
    assert ask("PUT", here, {"amounts": {"13": 5}, "seen": line["version"]})[0] == 422
    assert ask("PUT", here, {"amounts": {"1": -5}, "seen": line["version"]})[0] == 422
    assert ask("PUT", here, {"amounts": {"1": 5}, "seen": 0})[0] == 409
    status, after = ask("PUT", here, {"amounts": {"2": 700}, "seen": line["version"]})
    assert status == 200
    assert after["lines"][0]["spent"] == {"2": "700.00"}
    assert after["end"]["p10"] < after["end"]["p90"]


def test_who_does_not_share_out_work_sees_no_budget(budget, emil, client_of):
    there = client_of(emil)

    for path in ("", "new/", f"{budget.public_id}/", f"{budget.public_id}/spending.csv"):
        assert there.get(f"/scenarios/budgets/{path}").status_code == 403
    with pytest.raises(NotAllowed):
        actions.spend(line_of("Licences"), {}, seen=2, by=emil, at=MONDAY_9)


def test_one_budget_and_three_cost_the_same(budget, lene, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert [len(one.lines.all()) for one in queries.budgets()] == [2]
    a_budget(lene)
    a_budget(lene)
    with django_assert_num_queries(3):
        assert [len(one.lines.all()) for one in queries.budgets()] == [2, 2, 2]


def test_a_program_begins_a_budget_with_its_lines_all_or_none(client, lene):
    token = make_token(colleague=lene, name="x", at=MONDAY_9)
    licences = {"kind": "licences", "name": "Licences", "plan": [4000, 5000, 6000]}
    body = {
        "name": "2027", "currency": "DKK", "hour_cost": 400, "first_month": "2027-01-15",
        "people": 40, "months": [1, 2, 4], "lines": [licences],
    }  # fmt: skip

    def post(path, said):
        return client.post(
            f"/api/v1/budgets{path}", json.dumps(said), "application/json",
            headers={"Authorization": f"Bearer {token}"},
        )  # fmt: skip

    made = post("", body)

    assert made.status_code == 201
    told = made.json()
    assert (told["first_month"], [one["name"] for one in told["lines"]]) == (
        "2027-01-01", ["Licences"]
    )  # fmt: skip
    more = {"kind": "training", "name": "Course", "plan": [1, 2, 3], "once": True}
    assert len(post(f"/{told['id']}/lines", more).json()["lines"]) == 2
    bad = [
        post(f"/{told['id']}/lines", more),
        post("", body | {"months": [4, 2, 1]}),
        post("", body | {"lines": [licences, licences]}),
        post("", body | {"hour_cost": 0}),
        post("", body | {"people": 0}),
    ]
    assert [one.status_code for one in bad] == [422] * 5
    assert Budget.objects.count() == 1
