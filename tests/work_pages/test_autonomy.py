"""People see where AI stands, sign for more, take it away, and check what it finished."""

from datetime import timedelta

import pytest
from django.urls import reverse

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import AutonomyMove, Certificate, LoneAnswer, Outgoing
from samspil.work.queries.autonomy import autonomy_of
from tests.factories import MONDAY_9, make_case, make_colleague, make_process, make_verified

LATER = MONDAY_9 + timedelta(days=1)
TERMS = {
    "wrong": "10",
    "cases": "0",
    "most_before_alarm": "20",
    "lane": "2",
    "judge_first": "0",
    "planted": "0",
    "money_limit": "",
}


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Anna Holm")


@pytest.fixture
def process(anna):
    return make_process(team=form_team(name="All", members=[anna]), organisation_model="supervised")


@pytest.fixture
def client(anna, client_of):
    client = client_of(anna)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def address(process):
    return reverse("work:autonomy", args=[process.public_id])


def signed(client, process) -> None:
    """Terms, proof, and a signature, as a person gives them."""
    client.post(reverse("work:terms", args=[process.public_id]), TERMS)
    make_verified(process, n=250, wrong=0, at=LATER)
    client.post(reverse("work:climb", args=[process.public_id]), {"signed": "on"})


def test_a_new_process_says_what_is_missing(client, address):
    told = client.get(address).content.decode()

    assert "more cases must be verified" in told
    assert "Sign for this step" not in told


def test_whoever_signs_is_named_on_the_certificate(client, process, address):
    signed(client, process)

    told = client.get(address).content.decode()

    assert autonomy_of(process).level == Autonomy.CAREFUL
    assert "Anna Holm" in told
    assert Certificate.objects.get().digest in told


def test_nobody_signs_without_saying_so(client, process):
    make_verified(process, n=250, wrong=0, at=LATER)

    answer = client.post(reverse("work:climb", args=[process.public_id]), {})

    assert answer.status_code == 422
    assert not Certificate.objects.exists()


def test_a_signature_without_proof_is_refused_with_what_is_missing(client, process):
    answer = client.post(
        reverse("work:climb", args=[process.public_id]), {"signed": "on"}, follow=True
    )

    assert "more cases must be verified" in answer.content.decode()
    assert autonomy_of(process).level == Autonomy.DRAFT


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.STAFF_REPRESENTATIVE, Role.REVIEWER])
def test_who_may_not_change_processes_reads_the_page_and_signs_nothing(
    process, address, client_of, role
):
    other = client_of(make_colleague(role))

    assert other.get(address).status_code == 200
    for name in ("climb", "terms"):
        assert other.post(reverse(f"work:{name}", args=[process.public_id])).status_code == 403


def test_a_reviewer_may_take_autonomy_away(client, process, client_of):
    signed(client, process)
    reviewer = client_of(make_colleague(Role.REVIEWER))

    reviewer.post(reverse("work:lower", args=[process.public_id]), {"to": "1"})

    assert autonomy_of(process).level == Autonomy.DRAFT


@pytest.mark.parametrize("to", ["3", "9", "x", ""])
def test_lowering_never_raises(client, process, to):
    client.post(reverse("work:lower", args=[process.public_id]), {"to": to})

    assert autonomy_of(process).level == Autonomy.DRAFT


@pytest.mark.parametrize(
    ("field", "value"), [("wrong", "50"), ("lane", "0"), ("planted", "90"), ("money_limit", "-1")]
)
def test_terms_that_make_no_sense_are_refused(client, process, field, value):
    answer = client.post(reverse("work:terms", args=[process.public_id]), {**TERMS, field: value})

    assert answer.status_code == 422


def test_a_fall_stands_on_today_until_somebody_knows_of_it(client, process):
    signed(client, process)
    actions.lower(process, to=Autonomy.DRAFT, by=make_colleague(Role.LEADER), at=LATER)
    today = reverse("today:today")
    assert f"AI lost ground in {process.name}" in client.get(today).content.decode()

    client.post(
        reverse("work:note_falls", args=[process.public_id]),
        {"until": AutonomyMove.objects.latest("pk").pk},
    )

    assert "AI lost ground" not in client.get(today).content.decode()


def test_no_organisation_reads_anothers_autonomy(process, address, other_organisation, client_of):
    with enter(other_organisation):
        stranger = client_of(make_colleague(Role.OWNER))

    assert stranger.get(address).status_code == 404
    assert stranger.post(reverse("work:climb", args=[process.public_id])).status_code == 404


def drawn(process, anna):
    """A case that AI answered alone and lots drew for a check, held by Anna."""
    Certificate.objects.update(threshold=0.0)
    while True:
        case = make_case(process)
        actions.propose_and_route([case.pk], at=LATER)
        case.refresh_from_db()
        if LoneAnswer.objects.filter(case=case, drawn=True).exists():
            actions.claim(case, by=anna, at=LATER)
            return case


def other_topic(case) -> str:
    """A topic that AI did not choose."""
    return str(case.process.topics.exclude(key=case.topic).first().key)


def test_a_check_asks_whether_ai_was_right_and_sends_nothing_more(client, process, anna):
    signed(client, process)
    case = drawn(process, anna)
    page = client.get(reverse("review:case", args=[case.public_id])).content.decode()
    assert "Was AI right?" in page
    assert "Agree and send" not in page

    client.post(reverse("review:agree", args=[case.public_id]))

    case.refresh_from_db()
    assert case.stage == Stage.CLOSED
    assert LoneAnswer.objects.get(case=case).wrong is False
    assert Outgoing.objects.filter(case=case).count() == 1


def test_a_wrong_answer_is_corrected_with_a_reply(client, process, anna):
    signed(client, process)
    case = drawn(process, anna)

    client.post(
        reverse("review:decide", args=[case.public_id]),
        {"topic": other_topic(case), "answer": "Sorry, here is your invoice."},
    )

    assert LoneAnswer.objects.get(case=case).wrong is True
    assert Outgoing.objects.filter(case=case, correction=True).count() == 1
    told = client.get(reverse("review:case", args=[case.public_id])).content.decode()
    assert "Checked: AI was wrong" in told


def test_a_check_without_a_topic_keeps_what_was_typed(client, process, anna):
    signed(client, process)
    case = drawn(process, anna)

    answer = client.post(
        reverse("review:decide", args=[case.public_id]), {"topic": "", "answer": "Sorry!"}
    )

    assert answer.status_code == 422
    assert "Sorry!" in answer.content.decode()


def test_a_person_may_take_over_what_ai_finished_and_it_is_no_check(client, process, anna):
    signed(client, process)
    Certificate.objects.update(threshold=0.0)
    while True:
        case = make_case(process)
        actions.propose_and_route([case.pk], at=LATER)
        case.refresh_from_db()
        if case.stage == Stage.CLOSED:
            break
    page = client.get(reverse("review:case", args=[case.public_id])).content.decode()
    assert "No person has looked at it" in page

    client.post(reverse("review:take_over", args=[case.public_id]))
    client.post(
        reverse("review:decide", args=[case.public_id]),
        {"topic": other_topic(case), "answer": "Sorry, that was wrong."},
    )

    case.refresh_from_db()
    assert case.stage == Stage.CLOSED
    assert LoneAnswer.objects.get(case=case).wrong is None
    assert Outgoing.objects.filter(case=case, correction=True).exists()
