"""LR2: no case about a person is closed but by a named person's recorded decision."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.floors import Floor
from samspil.core.lifecycle import Stage
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route
from samspil.core.roles import Role
from samspil.core.routing import Facts, Level, route
from samspil.core.skill import Option, Proposal
from samspil.core.topics import TopicText
from samspil.people.actions import make_token
from samspil.people.models import Colleague, Kind
from samspil.work import actions
from samspil.work.models import Case, Decision, Topic
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_team

APPLICATION = "Hello, when will you answer my job application as a fitter?"
LATER = MONDAY_9 + timedelta(hours=1)


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.OWNER)


@pytest.fixture
def machine(organisation):
    return Colleague.objects.create(kind=Kind.AI, name="AI", roles=["owner"], skill="triage")


@pytest.fixture
def case(anna):
    """A case about an applicant, which Anna holds."""
    found = make_claimed(make_process(team=make_team(anna)), anna, APPLICATION)
    assert found.topic == "job_application_question"
    return found


@given(
    sureness=st.floats(0, 1), limit=st.floats(0, 1) | st.none(), model=st.sampled_from([*MODELS]),
    covered=st.booleans(), drawn=st.booleans(), stopped=st.booleans(), stepped_back=st.booleans(),
)  # fmt: skip
def test_lr2_no_proof_lets_ai_finish_what_decides_about_a_person(sureness, model, **facts):
    sure = Proposal(
        options=(Option(result="t", confidence=1.0),), evidence=(), language="en",
        sureness=sureness,
    )  # fmt: skip

    way = route(
        Facts(proposal=sure, model=MODELS[model], floor=Floor.PEOPLE, reply_ready=True, **facts)
    )

    assert way.route is not Route.ALONE


def test_lr2_a_person_decides_and_is_named(case, anna):
    made = actions.decide(case, answer="", topic=case.topic, by=anna, at=LATER)

    case.refresh_from_db()
    assert (case.stage, made.by) == (Stage.CLOSED, anna)


def test_lr2_ai_decides_nothing_by_the_action(case, machine):
    with pytest.raises(actions.NoPerson):
        actions.decide(case, answer="", topic="", by=machine, at=LATER)
    with pytest.raises(actions.NoPerson):
        actions.close_unanswered(case, why="spam", by=machine, at=LATER)

    assert not Decision.objects.exists()


def test_lr2_no_programs_token_stands_for_ai(case, machine, client):
    token = make_token(colleague=machine, name="x", at=MONDAY_9)

    answer = client.post(
        f"/api/v1/cases/{case.public_id}/decide",
        {"answer": "No.", "topic": case.topic},
        content_type="application/json",
        HTTP_AUTHORIZATION=f"Bearer {token}",
    )

    assert answer.status_code >= 400
    assert not Decision.objects.exists()


def test_lr2_the_database_takes_no_decision_of_ai(case, machine, anna):
    about = {"case": case, "verdict": "own", "seconds": 1, "at": LATER}
    with pytest.raises(IntegrityError, match="only a person"), transaction.atomic():
        Decision.objects.create(by=machine, **about)
    made = Decision.objects.create(by=anna, **about)

    with pytest.raises(IntegrityError, match="only a person"), transaction.atomic():
        Decision.objects.filter(pk=made.pk).update(by=machine)


@pytest.mark.parametrize("topic", ["job_application_question", ""])
def test_lr2_sql_closes_no_such_case_without_a_decision(case, topic):
    Case.objects.filter(pk=case.pk).update(topic=topic)

    with (
        pytest.raises(IntegrityError, match="a named person decides"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE work_case SET stage = 'closed', claimed_by_id = NULL, closed_at = %s "
            "WHERE id = %s",
            [LATER, case.pk],
        )


def test_lr2_the_decision_of_an_earlier_round_closes_nothing(case, anna):
    Decision.objects.create(
        case=case, round=case.round + 1, by=anna, verdict="own", seconds=1, at=LATER
    )

    with pytest.raises(IntegrityError, match="a named person decides"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(stage="closed", claimed_by=None, closed_at=LATER)


def test_lr2_the_database_lets_ai_finish_no_such_case(case):
    with pytest.raises(IntegrityError, match="AI finishes no case"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(route=Route.ALONE)


def test_lr2_a_case_about_nobody_may_be_finished_alone(anna):
    other = make_claimed(make_process(team=make_team(anna)), anna)

    assert Case.objects.filter(pk=other.pk).update(route=Route.ALONE) == 1


def test_lr2_a_list_of_topics_does_not_lift_it(case, anna):
    process = case.process
    plain = [TopicText(key=case.topic, level=Level.STANDARD, names={"en": "Applications"})]

    actions.bring_topics(process, plain, by=anna, at=LATER)

    assert process.topics.get(key=case.topic).floor == Floor.PEOPLE


def test_lr2_a_topic_that_takes_it_in_decides_about_people_from_then_on(case, anna):
    topic = case.process.topics.get(key=case.topic)
    other = case.process.topics.get(key="delivery_status")

    actions.merge_topic(topic, into=other, by=anna, at=LATER)

    assert Topic.objects.get(pk=other.pk).floor == Floor.PEOPLE


def test_lr2_a_case_that_is_merged_goes_on_where_a_person_decides(case, anna):
    other = make_claimed(case.process, anna, APPLICATION)

    actions.merge(case, into=other, by=anna, at=LATER)

    other.refresh_from_db()
    assert other.stage == Stage.CLAIMED
