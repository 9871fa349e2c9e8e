"""What people decide becomes evidence of what AI is worth, and nothing else does."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from samspil.core.evidence.certificate import Promise
from samspil.core.evidence.groups import GroupsBy
from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Decision, Proposal, VerifiedAnswer
from samspil.work.queries.evidence import evidence_of
from samspil.work.queries.processes import skill_of
from tests.factories import (
    ANGRY,
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_verified,
)

FIVE_IN_100 = Promise(alpha=0.05)


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Anna Holm")


@pytest.fixture
def process(anna):
    return make_process(team=form_team(name="All", members=[anna]), name="Questions")


def decide(process, anna, *, text: str = "Where is my parcel?", topic: str = "") -> Decision:
    case = make_claimed(process, anna, text)
    return actions.decide(case, answer="", topic=topic or case.topic, by=anna, at=MONDAY_9)


def test_a_decision_says_whether_ai_was_right_and_how_sure_it_was(process, anna):
    right, wrong = decide(process, anna), decide(process, anna, topic="invoice_copy")

    kept = {one.decision_id: one for one in VerifiedAnswer.objects.all()}

    assert kept[right.pk].wrong is False
    assert kept[wrong.pk].wrong is True
    assert kept[right.pk].sureness == Proposal.objects.get(case=right.case).sureness
    assert kept[right.pk].version == skill_of(process).version


def test_what_a_hard_rule_gave_to_a_person_or_was_closed_without_a_topic_says_nothing(
    process, anna
):
    decide(process, anna, text=ANGRY, topic="complaint")
    case = make_claimed(process, anna)
    actions.decide(case, answer="", topic="", by=anna, at=MONDAY_9)

    assert VerifiedAnswer.objects.count() == 0


def test_only_the_version_in_use_counts(process):
    make_verified(process, n=100, wrong=0, version="an earlier one")

    assert evidence_of(process, promise=FIVE_IN_100, at=MONDAY_9).verified == 0


def test_enough_right_answers_carry_lone_work_and_too_few_do_not(process):
    make_verified(process, n=60, wrong=0)
    few = evidence_of(process, promise=FIVE_IN_100, at=MONDAY_9)

    make_verified(process, n=400, wrong=0)
    many = evidence_of(process, promise=FIVE_IN_100, at=MONDAY_9)

    assert few.certificate.threshold is None
    assert few.missing > 0
    assert many.certificate.share == 1.0
    assert (many.verified, many.wrong) == (460, 0)


def test_contradicting_decisions_carry_nothing(process):
    make_verified(process, n=400, wrong=200)

    known = evidence_of(process, promise=FIVE_IN_100, at=MONDAY_9)

    assert known.certificate.wrong / max(1, known.certificate.above) <= 0.05
    make_verified(process, n=400, wrong=400)
    assert evidence_of(process, promise=FIVE_IN_100, at=MONDAY_9).certificate.threshold is None


def test_evidence_costs_one_statement_however_much_there_is(process, django_assert_num_queries):
    for _ in range(2):
        make_verified(process, n=3, wrong=1)
        with django_assert_num_queries(1):
            evidence_of(process, promise=FIVE_IN_100, at=MONDAY_9)


def test_no_organisation_sees_anothers_evidence(process, other_organisation, client_of):
    make_verified(process, n=60, wrong=0)
    with enter(other_organisation):
        stranger = make_colleague(Role.OWNER)

    answer = client_of(stranger).get(reverse("work:evidence", args=[process.public_id]))

    assert answer.status_code == 404


def test_the_page_says_what_is_missing_and_then_what_ai_could_finish(process, anna, client_of):
    address = reverse("work:evidence", args=[process.public_id])
    client = client_of(anna)
    client.cookies["django_language"] = "en"
    assert "Nobody has verified" in client.get(address).content.decode()

    make_verified(process, n=60, wrong=0)
    assert "Nothing yet" in client.get(address).content.decode()

    make_verified(process, n=600, wrong=6)
    told = client.get(address, {"wrong": "5"}).content.decode()
    assert "This much AI could finish" in told
    assert "promised: at most this" in told
    assert client.get(address, {"wrong": "50"}).status_code == 422


def test_the_page_begins_with_what_the_process_promises(process, anna, client_of):
    address = reverse("work:evidence", args=[process.public_id])
    make_verified(process, n=300, wrong=15)
    client = client_of(anna)
    client.cookies["django_language"] = "en"
    assert "Nothing yet" in client.get(address).content.decode()

    terms = actions.Terms(alpha=0.1, groups_by=GroupsBy.TOPIC)
    actions.change_terms(process, terms, by=make_colleague(Role.LEADER), at=MONDAY_9)
    told = client.get(address).content.decode()
    assert "This much AI could finish" in told
    assert '<option value="10" selected>' in told
    assert '<option value="topic" selected>' in told
    assert '<option value="2" selected>' in client.get(address, {"wrong": "2"}).content.decode()


def test_the_command_line_says_the_same(process):
    make_verified(process, n=600, wrong=6)
    expected = evidence_of(process, promise=FIVE_IN_100, at=MONDAY_9).certificate

    told = StringIO()
    call_command("evidence", "--process", "Questions", "--wrong", "5", stdout=told)

    assert "600 answers verified, 6 of them wrong." in told.getvalue()
    assert f"{expected.wrong} of {expected.above} were wrong." in told.getvalue()
