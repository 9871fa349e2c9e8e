"""What AI may do and never does, in step with the rule that routes cases."""

import pytest

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.mandate import WORDS, Limit, limits, share_of
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route, Step
from samspil.core.routing import Facts, route
from samspil.core.skill import Option, Proposal, Senders


def sure(result="delivery_status"):
    option = Option(result=result, confidence=0.99)
    return Proposal(options=(option,), evidence=(), language="en", sureness=0.99)


@pytest.mark.parametrize("level", [Autonomy.PERSON, Autonomy.DRAFT])
@pytest.mark.parametrize("model", MODELS.values())
def test_a_mandate_promises_what_the_rule_does_with_an_ordinary_case(model, level):
    done = route(
        Facts(proposal=sure(), model=model, stepped_back=level is Autonomy.PERSON, reply_ready=True)
    )

    said = share_of(model, level=level)

    assert said[Step.REPLY] is done.route
    assert (said[Step.SORT] is Route.ALONE) == done.sorted_alone


@pytest.mark.parametrize("level", [Autonomy.CAREFUL, Autonomy.ALONE])
@pytest.mark.parametrize("model", MODELS.values())
def test_from_careful_autonomy_on_it_promises_what_a_certificate_lets_ai_do(model, level):
    done = route(Facts(proposal=sure(), model=model, limit=0.5, reply_ready=True))

    assert share_of(model, level=level)[Step.REPLY] is done.route


@pytest.mark.parametrize("level", [Autonomy.PERSON, Autonomy.DRAFT])
@pytest.mark.parametrize("model", MODELS.values())
def test_before_that_no_mandate_lets_ai_reply_alone(model, level):
    assert share_of(model, level=level)[Step.REPLY] is not Route.ALONE
    assert limits(Senders.CUSTOMERS, model=model, level=level)[0] is Limit.SEND


@pytest.mark.parametrize("senders", Senders)
def test_where_ai_may_finish_cases_the_mandate_says_what_and_names_the_floors(senders):
    said = limits(senders, model=MODELS["supervised"], level=Autonomy.CAREFUL)

    assert said[:2] == (Limit.PROVED, Limit.FLOORS)
    assert Limit.SEND not in said


@pytest.mark.parametrize("model", ["collaborative", "complementary"])
def test_where_people_did_not_agree_to_it_no_level_lets_ai_send(model):
    assert limits(Senders.CUSTOMERS, model=MODELS[model], level=Autonomy.ALONE)[0] is Limit.SEND


def test_feelings_are_named_where_employees_write_and_dissatisfaction_where_customers_do():
    employees, customers = (
        limits(senders, model=MODELS["supervised"], level=Autonomy.DRAFT)
        for senders in (Senders.EMPLOYEES, Senders.CUSTOMERS)
    )

    assert Limit.FEELINGS in employees
    assert not {Limit.DISSATISFIED, Limit.VULNERABLE} & set(employees)
    assert {Limit.DISSATISFIED, Limit.VULNERABLE} <= set(customers)
    assert Limit.FEELINGS not in customers
    assert employees[0] is customers[0] is Limit.SEND


def test_every_limit_has_a_sentence():
    assert set(WORDS) == set(Limit)
