"""One thing of each kind, and the pages about them."""

from decimal import Decimal

from samspil.core.scenarios.budget import Kind
from samspil.core.scenarios.comparing import OWN
from samspil.core.scenarios.guessing import Guess
from samspil.people.models import Colleague
from samspil.scenarios import actions as scenarios
from samspil.scenarios.models import Budget, BudgetLine, Choice, Comparison, Option
from tests.factories import MONDAY_9
from tests.scenarios.conftest import a_budget, said


def compared(owner: Colleague) -> tuple[Comparison, Option, Choice]:
    wanted = scenarios.Wanted(name="x", currency="EUR", hour_cost=Decimal(50))
    made = scenarios.begin_comparison(wanted, by=owner, at=MONDAY_9)
    said = scenarios.Said(name="x", guesses=dict.fromkeys(OWN, Guess(low=0, likely=0, high=0)))
    option, _ = (scenarios.add_option(made, said, by=owner, at=MONDAY_9) for _ in "ab")
    choice = scenarios.choose(made, None, reason="x", seen=3, by=owner, at=MONDAY_9)
    return made, option, choice


def planned(owner: Colleague) -> tuple[Budget, BudgetLine]:
    guess = Guess(low=1, likely=1, high=1)
    year = scenarios.Year(
        name="x", currency="EUR", hour_cost=Decimal(50), first_month=MONDAY_9.date(), people=5,
        hours=guess, months=guess,
    )  # fmt: skip
    made = scenarios.begin_budget(year, by=owner, at=MONDAY_9)
    said = scenarios.Planned(kind=Kind.LICENCES, name="x", plan=guess)
    return made, scenarios.add_line(made, said, by=owner, at=MONDAY_9)


def of_scenarios(by: Colleague) -> dict[str, str]:
    """The pages on a comparison of two options that was decided."""
    wanted = scenarios.Wanted(name="Tool A or B", currency="DKK", hour_cost=Decimal(400))
    made = scenarios.begin_comparison(wanted, by=by, at=MONDAY_9)
    one, _other = (scenarios.add_option(made, said(name), by=by, at=MONDAY_9) for name in "AB")
    scenarios.choose(made, one, reason="It begins sooner.", seen=3, by=by, at=MONDAY_9)
    whole = f"/scenarios/{made.public_id}/"
    return {
        "comparison": whole,
        "comparison-change": f"{whole}change/",
        "option-new": f"{whole}options/",
        "option": f"/scenarios/options/{one.public_id}/",
        **of_budget(by),
    }


def of_budget(by: Colleague) -> dict[str, str]:
    """The pages on a budget with a line on which something was spent."""
    made, line = a_budget(by)
    whole = f"/scenarios/budgets/{made.public_id}/"
    return {
        "budget": whole,
        "budget-change": f"{whole}change/",
        "budget-bring": f"{whole}spent/",
        "budget-line": f"/scenarios/lines/{line.public_id}/",
        "budget-line-new": f"{whole}lines/",
    }
