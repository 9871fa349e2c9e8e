"""A standard answer is sent without a look only where everything speaks for it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samspil.core.contesting import Outcome
from samspil.core.roles import Role
from samspil.journal.models import Entry
from samspil.knowledge import actions
from samspil.knowledge.models import Secrecy, StandardAnswer
from samspil.people.actions import let_go
from samspil.tenancy.actions import enter
from samspil.work import actions as work
from samspil.work.models import (
    ApprovedUse,
    Case,
    LoneAnswer,
    Outgoing,
    Process,
    ProcessAutonomy,
    Proposal,
    Topic,
    VerifiedAnswer,
)
from samspil.work.queries.approved import Kind, uses_of
from tests.factories import (
    MONDAY_9,
    make_case,
    make_colleague,
    make_process,
    make_signed,
    make_team,
    make_uses,
    make_waiting,
)
from tests.knowledge.standing import ANSWER, QUESTION, said

pytestmark = pytest.mark.either

LATER = MONDAY_9 + timedelta(days=1)
ENOUGH = 36
"""Uses without an error show that at most 10 in 100 are wrong."""


@pytest.fixture
def answer(lene):
    made = actions.make_standard(said(), by=lene, at=MONDAY_9)
    actions.agree_to_alone(made, seen=1, by=lene, at=MONDAY_9)
    made.refresh_from_db()
    return made


@pytest.fixture
def process(lene):
    """AI may finish whatever it has any guess at; no topic has a reply of its own."""
    made = make_process(team=make_team(lene), organisation_model="supervised")
    Topic.objects.filter(process=made).update(replies={})
    make_signed(made, lene, alpha=0.1, topics=[["delivery_status", "en"]])
    return made


@pytest.fixture
def verified(answer, process):
    make_uses(answer.public_id, process, right=ENOUGH)
    return answer


def arrive(process, text=QUESTION, *, at=LATER) -> Case:
    case = make_case(process, text)
    work.propose_and_route([case.pk], at=at)
    case.refresh_from_db()
    return case


def sent(case) -> list[str]:
    return [one.text for one in case.messages.filter(direction="out")]


def test_what_people_verified_often_enough_leaves_without_a_look(process, verified):
    case = arrive(process, f"Hello,\n\n{QUESTION}\n\nKind regards\nAnna Berg")

    assert (case.route, case.reason) == ("alone", "certified")
    assert sent(case)[0].startswith(ANSWER)
    assert "no person has read it" in sent(case)[0]
    use = ApprovedUse.objects.get(proposal__case=case)
    assert (use.answer, use.version, use.verified) == (verified.public_id, 1, ENOUGH)
    facts = Entry.objects.get(event="routed", subject=str(case.public_id)).facts
    assert f'"answer":"{verified.public_id}"' in facts.replace(" ", "")
    assert f'"verified":{ENOUGH}' in facts.replace(" ", "")


def test_it_takes_the_place_of_the_topics_own_reply(process, verified):
    Topic.objects.filter(process=process).update(replies={"en": "We look at it."})

    assert sent(arrive(process))[0].startswith(ANSWER)


def no_consent(answer, process, lene):
    actions.end_alone(answer, by=lene, at=LATER)


def too_few(answer, process, lene):
    ApprovedUse.objects.latest("pk").delete()


def once_corrected(answer, process, lene):
    make_uses(answer.public_id, process, right=0, wrong=1)


def verified_elsewhere(answer, process, lene):
    other = make_process(organisation_model="supervised")
    ApprovedUse.objects.filter(answer=answer.public_id).update(process=other)


def verified_in_another_language(answer, process, lene):
    ApprovedUse.objects.filter(answer=answer.public_id).update(language="da")


def verified_where_more_was_said(answer, process, lene):
    ApprovedUse.objects.filter(answer=answer.public_id).update(whole=False)


def verified_where_no_ai_might_have_sent_it(answer, process, lene):
    Case.objects.filter(proposals__approved__answer=answer.public_id).update(reason="files")


def withdrawn(answer, process, lene):
    actions.remove_standards([answer.pk], by=lene, at=LATER)


def ended(answer, process, lene):
    yesterday = said(answer, review_on=MONDAY_9.date())
    actions.change_standard(answer, yesterday, seen=1, by=lene, at=LATER)


def internal(answer, process, lene):
    inside = said(answer, secrecy=Secrecy.INTERNAL)
    actions.change_standard(answer, inside, seen=1, by=lene, at=LATER)


def written_anew(answer, process, lene):
    anew = said(answer, texts={"en": "Within three days."})
    actions.change_standard(answer, anew, seen=1, by=lene, at=LATER)


def written_anew_and_agreed_to(answer, process, lene):
    written_anew(answer, process, lene)
    actions.agree_to_alone(answer, seen=2, by=lene, at=LATER)


def somebody_elses(answer, process, lene):
    other = said(answer, owner=make_colleague(Role.LEADER))
    actions.change_standard(answer, other, seen=1, by=lene, at=LATER)


def owner_left(answer, process, lene):
    let_go(lene, by=make_colleague(Role.OWNER), at=LATER)


def a_second_one_fits(answer, process, lene):
    actions.make_standard(said(), by=lene, at=LATER)


def no_certificate(answer, process, lene):
    ProcessAutonomy.objects.filter(process=process).update(level=1, certificate=None)


def lots_drew_it(answer, process, lene):
    ProcessAutonomy.objects.filter(process=process).update(lane=1.0)


def a_topic_that_was_not_proved(answer, process, lene):
    make_signed(process, lene, alpha=0.1)


def a_topic_on_a_floor(answer, process, lene):
    Topic.objects.filter(process=process).update(floor="irreversible")


def a_specialists_matter(answer, process, lene):
    Topic.objects.filter(process=process).update(level="2")


def people_decide_here(answer, process, lene):
    Process.objects.filter(pk=process.pk).update(organisation_model="collaborative")


def ai_is_stopped(answer, process, lene):
    work.stop(process, why="a look", by=lene, at=LATER)


@pytest.mark.parametrize(
    "missing",
    [
        no_consent, too_few, once_corrected, verified_elsewhere, verified_in_another_language,
        verified_where_more_was_said, verified_where_no_ai_might_have_sent_it, withdrawn, ended,
        internal, written_anew, written_anew_and_agreed_to, somebody_elses, owner_left,
        a_second_one_fits, no_certificate, lots_drew_it, a_topic_that_was_not_proved,
        a_topic_on_a_floor, a_specialists_matter, people_decide_here, ai_is_stopped,
    ],
)  # fmt: skip
def test_with_one_thing_missing_a_person_has_it(process, verified, lene, missing):
    missing(verified, process, lene)

    case = arrive(process)

    assert case.route != "alone"
    assert sent(case) == []
    assert not LoneAnswer.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        f"My old one leaks on the floor. {QUESTION}",
        f"I am very dissatisfied with you. {QUESTION}",
        f"I want to talk to a human being. {QUESTION}",
        f"{QUESTION} I am blind.",
        f"{QUESTION} I paid 7.000 kr.",
        f"{QUESTION} Can I return it?",
        "Hvornår bliver min varmepumpe leveret?",
    ],
)
def test_what_says_more_or_in_another_language_is_a_persons(process, verified, text):
    case = arrive(process, text)

    assert case.route != "alone"
    assert sent(case) == []


def test_where_it_does_not_qualify_the_topics_own_reply_goes(process, verified, lene):
    Topic.objects.filter(process=process).update(replies={"en": "We look at it."})
    make_signed(process, lene, alpha=0.1)
    actions.end_alone(verified, by=lene, at=LATER)

    case = arrive(process)

    assert case.route == "alone"
    assert sent(case)[0].startswith("We look at it.")
    assert not ApprovedUse.objects.filter(proposal__case=case).exists()


def test_it_ends_at_midnight_where_the_company_is(process, verified, lene):
    until = said(verified, review_on=date(2026, 3, 3))
    actions.change_standard(verified, until, seen=1, by=lene, at=MONDAY_9)
    midnight = datetime(2026, 3, 3, 23, tzinfo=UTC)

    assert arrive(process, at=midnight - timedelta(minutes=1)).route == "alone"
    assert arrive(process, at=midnight).route == "together"


def test_holding_on_longer_keeps_consent_and_what_was_verified(process, verified, lene):
    longer = said(verified, review_on=date(2100, 1, 1))
    actions.change_standard(verified, longer, seen=1, by=lene, at=LATER)

    assert arrive(process).route == "alone"


def test_another_organisations_answer_is_never_sent(process, verified, lene, other_organisation):
    StandardAnswer.objects.filter(pk=verified.pk).delete()
    with enter(other_organisation):
        theirs = make_colleague(Role.LEADER)
        made = actions.make_standard(said(), by=theirs, at=MONDAY_9)
        actions.agree_to_alone(made, seen=1, by=theirs, at=MONDAY_9)
        StandardAnswer.objects.filter(pk=made.pk).update(public_id=verified.public_id)

    case = arrive(process)

    assert case.route == "together"
    assert Proposal.objects.get(case=case).draft == ""


def test_what_is_withdrawn_while_ai_thinks_is_neither_sent_nor_drafted(process, verified, settings):
    settings.BESIDE_CASES = "tests.knowledge.standing.WITHDRAWN_MEANWHILE"

    case = arrive(process)

    assert StandardAnswer.objects.get().removed_at == LATER
    assert case.route == "together"
    assert Proposal.objects.get(case=case).draft == ""


@pytest.mark.parametrize("change", [withdrawn, written_anew, no_consent, ended])
def test_what_lapses_before_the_letter_leaves_becomes_a_persons_case(
    process, verified, lene, change
):
    case = arrive(process)
    letter = Outgoing.objects.get(case=case)
    change(verified, process, lene)

    assert work.deliver([letter.pk], at=LATER) == 0

    case.refresh_from_db()
    assert (case.stage, case.route, case.reason) == ("waiting", "together", "no_reply_ready")
    assert (case.first_response_at, case.closed_at) == (None, None)
    assert sent(case) == []
    assert not Outgoing.objects.filter(case=case).exists()
    assert not LoneAnswer.objects.filter(case=case).exists()
    assert Entry.objects.filter(event="reply_held_back", subject=str(case.public_id)).exists()
    work.claim(case, by=lene, at=LATER)
    work.decide(case, answer="Soon.", topic="delivery_status", by=lene, at=LATER)
    assert work.deliver([Outgoing.objects.get().pk], at=LATER) == 1


def test_a_letter_that_still_holds_leaves_once(process, verified):
    letter = Outgoing.objects.get(case=arrive(process))

    assert work.deliver([letter.pk], at=LATER) == 1
    assert work.deliver([letter.pk], at=LATER) == 0


def drafted(process, lene, text=QUESTION) -> Case:
    case = make_waiting(process, text)
    work.claim(case, by=lene, at=LATER)
    return case


def counted(process, answer):
    kind = Kind(answer.public_id, "en", answer.said_since)
    return uses_of(process, {kind})[kind]


def test_people_verify_it_by_sending_it_unchanged(answer, lene):
    process = make_process(team=make_team(lene), organisation_model="supervised")
    for reply in (ANSWER, "Next week."):
        case = drafted(process, lene)
        work.decide(case, answer=reply, topic=case.topic, by=lene, at=LATER)
    more = drafted(process, lene, f"It is broken. {QUESTION}")
    work.decide(more, answer=ANSWER, topic=more.topic, by=lene, at=LATER)

    found = counted(process, answer)

    assert (found.right, found.wrong) == (1, 1)


@pytest.mark.parametrize(("reply", "wrong"), [("", 0), ("Sorry, next week.", 1)])
def test_a_check_counts_for_it_or_against_it(process, verified, lene, reply, wrong):
    case = arrive(process)
    Case.objects.filter(pk=case.pk).update(
        reason="spot_check", stage="claimed", claimed_by=lene, closed_at=None
    )
    LoneAnswer.objects.filter(case=case).update(drawn=True)
    case.refresh_from_db()

    work.decide(case, answer=reply, topic=case.topic, by=lene, at=LATER)

    assert counted(process, verified).wrong == wrong
    assert LoneAnswer.objects.get(case=case).wrong is bool(wrong)
    assert (arrive(process).route == "alone") is not bool(wrong)


def test_whoever_takes_over_what_was_sent_counts_only_against_it(process, verified, lene):
    kept = arrive(process)
    work.take_over(kept, by=lene, at=LATER)
    work.decide(kept, answer="", topic=kept.topic, by=lene, at=LATER)
    assert (counted(process, verified).right, counted(process, verified).wrong) == (ENOUGH, 0)

    corrected = arrive(process)
    work.take_over(corrected, by=lene, at=LATER)
    work.decide(corrected, answer="No.", topic=corrected.topic, by=lene, at=LATER)

    assert counted(process, verified).wrong == 1


@pytest.mark.parametrize(("outcome", "wrong"), [(Outcome.UPHELD, 0), (Outcome.CHANGED, 1)])
def test_who_disagrees_counts_against_it_only_if_they_are_right(
    process, verified, lene, outcome, wrong
):
    case = arrive(process)
    work.contest(case, text="That is not what I asked.", at=LATER)
    case.refresh_from_db()
    work.claim(case, by=lene, at=LATER)

    work.decide_anew(
        case, outcome=outcome, reasons="We read it.", topic="invoice_copy", by=lene, at=LATER
    )

    assert (counted(process, verified).right, counted(process, verified).wrong) == (ENOUGH, wrong)


def test_where_it_might_have_gone_alone_the_decision_proves_something(process, verified, lene):
    ProcessAutonomy.objects.filter(process=process).update(lane=1.0)
    case = arrive(process)
    work.claim(case, by=lene, at=LATER)

    made = work.decide(case, answer=ANSWER, topic=case.topic, by=lene, at=LATER)

    assert case.reason == "drawn"
    assert VerifiedAnswer.objects.get(decision=made).proves
