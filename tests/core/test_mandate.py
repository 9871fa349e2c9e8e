"""What AI may do and never does, in step with the rule that routes cases."""

import pytest

from samspil.core.mandate import WORDS, Limit, limits, share_of
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route, Step
from samspil.core.routing import Facts, route
from samspil.core.skill import Option, Proposal, Senders


def sure(result="delivery_status"):
    option = Option(result=result, confidence=0.99)
    return Proposal(options=(option,), evidence=(), language="en")


@pytest.mark.parametrize("model", MODELS.values())
def test_a_mandate_promises_what_the_rule_does_with_an_ordinary_case(model):
    done = route(Facts(proposal=sure(), model=model))

    said = share_of(model)

    assert said[Step.REPLY] is done.route
    assert (said[Step.SORT] is Route.ALONE) == done.sorted_alone


@pytest.mark.parametrize("model", MODELS.values())
def test_no_mandate_lets_ai_reply_alone(model):
    assert share_of(model)[Step.REPLY] is not Route.ALONE


def test_feelings_are_named_where_employees_write_and_dissatisfaction_where_customers_do():
    employees, customers = limits(Senders.EMPLOYEES), limits(Senders.CUSTOMERS)

    assert Limit.FEELINGS in employees
    assert Limit.DISSATISFIED not in employees
    assert Limit.DISSATISFIED in customers
    assert Limit.FEELINGS not in customers
    assert employees[0] is customers[0] is Limit.SEND


def test_every_limit_has_a_sentence():
    assert set(WORDS) == set(Limit)
