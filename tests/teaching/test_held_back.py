"""What lots chose to prove something teaches nobody for 90 days, and proves nothing after."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from samspil.core.evidence.learning import PROVES_FOR, in_lane
from samspil.core.roles import Role
from samspil.core.routing import Reason
from samspil.people.actions import form_team, make_token
from samspil.teaching import actions
from samspil.teaching.models import Example, LeftOut
from samspil.teaching.queries.decided import decided_page, held_of
from samspil.work import actions as work
from samspil.work.actions.autonomy import seed_of
from samspil.work.models import Certificate, Decision, VerifiedAnswer
from samspil.work.queries.evidence import proving
from tests.factories import MONDAY_9, make_case, make_colleague, make_process, make_verified

pytestmark = pytest.mark.either

TEXT = "When will my heat pump number {0} be delivered? I ordered it in March."
DECIDED = MONDAY_9 + timedelta(days=1)
LAST_MOMENT = DECIDED + PROVES_FOR - timedelta(microseconds=1)
FREE = DECIDED + PROVES_FOR


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER)


@pytest.fixture
def process(owner):
    """AI may finish what it knows here, and lots give every such case to a person."""
    made = make_process(
        name="Shop", team=form_team(name="All", members=[owner]), organisation_model="supervised"
    )
    terms = work.Terms(alpha=0.1, lane=1.0)
    work.change_terms(made, terms, by=owner, at=MONDAY_9)
    make_verified(made, n=250, wrong=0, at=MONDAY_9 + timedelta(hours=1))
    work.climb(made, by=owner, at=MONDAY_9 + timedelta(hours=1))
    Certificate.objects.update(threshold=0.0)
    return made


def decide(process, by, number, *, topic="invoice_copy", at=DECIDED) -> Decision:
    case = make_case(process, TEXT.format(number))
    work.propose_and_route([case.pk], at=at)
    work.claim(case, by=by, at=at)
    case.refresh_from_db()
    return work.decide(case, answer="We look.", topic=topic, by=by, at=at)


def listed(process, *, at, **narrow):
    wanted = {"corrected": False, "left_out": False, "before": None, **narrow}
    return decided_page(process, **wanted, at=at)


def test_lots_keep_a_case_out_of_teaching_for_ninety_days_and_the_page_says_so(process, owner):
    decision = decide(process, owner, 1)

    before, after = listed(process, at=LAST_MOMENT), listed(process, at=FREE)

    assert decision.case.reason == Reason.DRAWN
    assert before.rows == []
    assert (before.held.cases, before.held.first_until, before.held.last_until) == (1, FREE, FREE)
    assert [one.pk for one in after.rows] == [decision.pk]
    assert (after.held.cases, after.held.last_until) == (0, None)


def test_a_case_proves_or_teaches_and_never_both(process, owner):
    decision = decide(process, owner, 1)
    version = VerifiedAnswer.objects.get(decision=decision).version

    for at in (DECIDED, LAST_MOMENT, FREE, FREE + timedelta(days=900)):
        proves = proving(process, version=version, at=at).filter(decision=decision).exists()
        teaches = [one.pk for one in listed(process, at=at).rows] == [decision.pk]

        assert proves is not teaches


def test_what_is_held_back_cannot_be_taken_by_naming_it_nor_be_left_out(process, owner):
    decision = decide(process, owner, 1)

    named = actions.take_decisions(process, [decision.pk], by=owner, at=LAST_MOMENT)
    every = actions.take_decisions(process, None, by=owner, at=LAST_MOMENT)
    left = actions.leave_decisions_out(process, [decision.pk], by=owner, at=LAST_MOMENT)

    assert (named.added, every.added, left) == (0, 0, 0)
    assert not Example.objects.exists()
    assert not LeftOut.objects.exists()
    assert actions.take_decisions(process, [decision.pk], by=owner, at=FREE).added == 1


def test_what_was_left_out_before_it_was_drawn_is_held_back_all_the_same(process, owner):
    decision = decide(process, owner, 1)
    LeftOut.objects.create(decision=decision, by=owner, at=DECIDED)

    actions.take_decisions(process, [decision.pk], by=owner, at=LAST_MOMENT)

    assert listed(process, left_out=True, at=LAST_MOMENT).rows == []
    assert not Example.objects.exists()


def test_only_what_lots_chose_is_held_back(process, owner):
    work.change_terms(process, work.Terms(alpha=0.1, lane=0.0), by=owner, at=MONDAY_9)
    Certificate.objects.update(threshold=1.0)

    decision = decide(process, owner, 1)

    assert decision.case.reason == Reason.BELOW_LIMIT
    assert [one.pk for one in listed(process, at=DECIDED).rows] == [decision.pk]
    assert held_of(process, at=DECIDED).cases == 0


def test_before_anything_is_proved_lots_draw_a_tenth_of_what_people_decide(owner):
    made = make_process(name="New", team=form_team(name="New", members=[owner]))
    seed = seed_of(made)

    decisions = [decide(made, owner, number, topic="delivery_status") for number in range(30)]

    drawn = {one.decision_id for one in VerifiedAnswer.objects.filter(drawn=True)}
    by_hand = {
        one.pk for one in decisions if in_lane(str(one.case.public_id), seed=seed, share=0.1)
    }
    assert {one.case.reason for one in decisions} == {Reason.PERSON_DECIDES}
    assert drawn == by_hand
    assert held_of(made, at=DECIDED).cases == len(drawn)


def test_a_case_that_comes_back_and_is_sorted_otherwise_stays_held_back(process, owner):
    decision = decide(process, owner, 1)
    decision.case.reason = Reason.ANSWERED_BEFORE
    decision.case.save(update_fields=["reason"])

    assert listed(process, at=LAST_MOMENT).rows == []
    assert actions.take_decisions(process, None, by=owner, at=LAST_MOMENT).added == 0


def test_the_page_names_how_many_are_held_back(process, owner, client_of):
    client = client_of(owner)
    client.cookies["django_language"] = "en"
    address = f"/skills/{process.public_id}/decisions/"
    decide(process, owner, 1)

    lately(timezone.now())
    held = client.get(address).content.decode()
    lately(timezone.now() - PROVES_FOR)
    free = client.get(address).content.decode()

    assert "1 case drawn by lot is held back until" in held
    assert TEXT.format(1) not in held
    assert "held back" not in free
    assert TEXT.format(1) in free


def test_a_program_is_told_what_is_held_back_and_cannot_take_it(process, owner, client):
    decision = decide(process, owner, 1)
    token = make_token(colleague=owner, name="a program", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    address = f"/api/v1/processes/{process.public_id}/decisions"
    body = json.dumps({"cases": [str(decision.case.public_id)]})

    lately(timezone.now())
    held = client.get(address).json()
    refused = client.post(address, body, content_type="application/json").json()
    lately(timezone.now() - PROVES_FOR)
    free = client.get(address).json()
    taken = client.post(address, body, content_type="application/json").json()

    assert (held["decisions"], held["held"]["cases"]) == ([], 1)
    assert refused == {"kept": 0, "left_out": 0}
    assert [one["topic"] for one in free["decisions"]] == ["invoice_copy"]
    assert (free["held"]["cases"], free["held"]["last_until"]) == (0, None)
    assert taken == {"kept": 1, "left_out": 0}


def test_a_program_leaves_decided_cases_out(process, owner, client):
    decision = decide(process, owner, 1)
    lately(timezone.now() - PROVES_FOR)
    token = make_token(colleague=owner, name="a program", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    address = f"/api/v1/processes/{process.public_id}/decisions"
    body = json.dumps({"cases": [str(decision.case.public_id)], "leave_out": True})

    left = client.post(address, body, content_type="application/json").json()

    assert left == {"kept": 0, "left_out": 1}
    assert client.get(address).json()["decisions"] == []


def lately(at) -> None:
    """As if everything had been decided then."""
    Decision.objects.update(at=at)
    VerifiedAnswer.objects.update(at=at)
