"""The explanation of a case stays what it was, whatever is changed afterwards."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.people import actions as people
from samspil.work import actions
from samspil.work.models import Case, Decision, Proposal, Topic
from samspil.work.queries.explaining import explanation, short_explanation
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
    teach,
)

LATER = MONDAY_9 + timedelta(hours=1)


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna Lund")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna), name="Service")


def decided(process, anna, text: str = ORDINARY) -> Case:
    case = make_claimed(process, anna, text)
    draft = Proposal.objects.get(case=case).draft
    actions.decide(case, answer=draft or "It comes.", topic=case.topic, by=anna, at=LATER)
    case.refresh_from_db()
    return case


def told(case) -> str:
    return "\n".join(line for section in explanation(case) for line in section.lines)


def short(case, *, own=(ORDINARY,), names: bool = False) -> str:
    return "\n".join(short_explanation(case, own=own, names=names))


def test_a_case_is_explained_from_its_record(process, anna):
    case = decided(process, anna)

    letter = told(case)

    assert "It took it to be about “Delivery status”" in letter
    assert "Anna Lund (Reviewer) decided on" in letter
    assert "That was as AI had proposed." in letter
    assert "marked as written with AI and approved by a person" in letter
    assert "Taken from the queue. (Anna Lund)" in letter


def test_lr13_an_old_explanation_does_not_change_with_skill_topics_templates_or_roles(
    process, anna
):
    case = decided(process, anna)
    before = told(case), short(case)

    teach(process, texts=["Where is it?", "Pay"], topics=["parcel", "bill"])
    Topic.objects.update(names={"en": "Something else"}, replies={}, level="3", floor="money")
    Topic.objects.filter(key="delivery_status").delete()
    process.name, process.organisation_model = "Renamed", "complementary"
    process.least_confidence, process.starter = 0.99, ""
    process.save()
    people.change_colleague(
        anna, name=anna.name, roles=[Role.LEADER], teams=[], languages=[], abilities=[],
        by=make_colleague(Role.OWNER), at=LATER,
    )  # fmt: skip

    assert (told(Case.objects.get()), short(Case.objects.get())) == before


def test_what_was_made_before_names_were_kept_is_explained_with_todays(process, anna):
    case = decided(process, anna)
    Proposal.objects.update(at_the_time={})
    Decision.objects.update(at_the_time={})

    assert "It was put under “Delivery status”." in told(case)
    assert "Anna Lund decided on" in told(case)


def test_a_hard_rule_is_explained_with_the_words_it_went_by(process, anna):
    case = decided(process, anna, ANGRY)

    quote = case.quote
    assert quote in ANGRY
    assert f"The customer is dissatisfied (“{quote}”)" in told(case)
    assert f"What you wrote (“{quote}”) is answered by a person here." in short(case, own=[ANGRY])


def test_the_affected_person_is_quoted_only_their_own_words(process, anna):
    case = decided(process, anna, ANGRY)

    assert case.quote not in short(case, own=["Something else"])


def test_names_are_told_to_the_affected_person_only_where_chosen(process, anna):
    case = decided(process, anna)

    assert "Anna Lund" not in short(case)
    assert "Anna Lund" in short(case, names=True)


def test_nothing_is_explained_to_the_affected_person_before_it_is_decided(process):
    case = make_waiting(process)

    assert short(case) == ""
    assert "Nobody has decided it yet." in told(case)


def test_an_explanation_takes_as_many_statements_for_three_rounds(process, anna):
    case = decided(process, anna)
    with CaptureQueriesContext(connection) as once:
        explanation(case)
    for round_ in (2, 3):
        actions.receive(actions.Arrival(text=f"More, {round_}"), case=case, at=LATER)
        actions.propose_and_route([case.pk], at=LATER)
        case.refresh_from_db()
        actions.claim(case, by=anna, at=LATER)
        actions.decide(case, answer="Yes.", topic="", by=anna, at=LATER)
        case.refresh_from_db()

    with CaptureQueriesContext(connection) as thrice:
        letter = told(case)

    assert len(thrice) <= len(once)
    assert letter.count("It was opened again") == 2
