"""A person decides; the reply leaves once; what AI wrote stays marked."""

from email import message_from_bytes
from email.policy import SMTP

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.adapters import jobs
from samspil.core.lifecycle import Stage
from samspil.governance.queries import origin
from samspil.journal.queries import about, verify
from samspil.people.actions import take_on_ai
from samspil.work import actions
from samspil.work.models import (
    Case,
    Decision,
    FirstJudgement,
    LoneAnswer,
    Message,
    Outgoing,
    Proposal,
)
from tests.factories import (
    ANGRY,
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna Holm")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna))


@pytest.fixture
def case(process, anna):
    return make_claimed(process, anna)


def decide(case, *, answer: str, by, topic: str = "delivery_status") -> Decision:
    return actions.decide(case, answer=answer, topic=topic, by=by, at=MONDAY_9)


def draft(case) -> str:
    return str(Proposal.objects.get(case=case).draft)


def test_agreeing_closes_the_case_and_sends_the_draft_with_its_mark(case, anna):
    decision = decide(case, answer=draft(case), by=anna)

    case.refresh_from_db()
    assert (case.stage, case.claimed_by) == (Stage.CLOSED, None)
    assert decision.verdict == "agreed"
    outgoing = Outgoing.objects.get()
    assert outgoing.recipient == "kunde@example.com"
    assert outgoing.text.startswith(draft(case))
    assert "Written with AI, approved by Anna Holm." in outgoing.text
    assert outgoing.headers["X-AI-Generated"].startswith("assisted; skill=triage/")
    assert origin(outgoing.text).approved


def test_a_changed_draft_is_still_marked(case, anna):
    decision = decide(case, answer=draft(case) + " Call me on Monday if you like.", by=anna)

    assert decision.verdict == "changed"
    assert "approved by Anna Holm" in Outgoing.objects.get().text


def test_a_persons_own_words_are_not_called_ais(case, anna):
    decide(case, answer="I looked it up myself and it arrives on Friday morning.", by=anna)

    outgoing = Outgoing.objects.get()
    assert "AI" not in outgoing.text
    assert outgoing.headers == {}
    assert not Message.objects.get(direction="out").made_with_ai


def test_words_that_ai_wrote_for_somebody_else_do_not_make_a_reply_ais(process, case, anna):
    other = make_waiting(process, "I cannot log in, I have forgotten my password.")

    decide(case, answer=draft(other), by=anna, topic="login_problem")

    assert "AI" not in Outgoing.objects.get().text.splitlines()[-1]


def test_another_topic_rejects_the_proposal(case, anna):
    assert decide(case, answer="…", by=anna, topic="spare_parts").verdict == "rejected"


def test_a_case_can_be_closed_without_a_reply(case, anna):
    decide(case, answer="  ", by=anna)

    assert not Outgoing.objects.exists()
    assert Case.objects.get().stage == Stage.CLOSED


def test_without_a_draft_the_answer_is_the_persons_own(process, anna):
    case = make_claimed(process, anna, ANGRY)

    assert decide(case, answer="I am sorry. I call you.", by=anna, topic="").verdict == "own"


def test_what_nobody_judged_first_and_ai_did_not_answer_is_not_asked_about(case, anna):
    with CaptureQueriesContext(connection) as statements:
        decide(case, answer=draft(case), by=anna)

    said = " ".join(one["sql"] for one in statements)
    assert Decision._meta.db_table in said
    assert LoneAnswer._meta.db_table not in said
    assert FirstJudgement._meta.db_table not in said


def test_only_the_holder_decides(case, process, anna):
    other = make_colleague()
    process.levels.get(level="1").team.members.through.objects.create(
        team=case.team, colleague=other
    )

    with pytest.raises(actions.StaleCase):
        decide(case, answer="mine", by=other)

    assert not Decision.objects.exists()


def test_a_waiting_case_cannot_be_decided(process, anna):
    with pytest.raises(actions.StaleCase):
        decide(make_waiting(process), answer="too early", by=anna)


def test_a_case_is_decided_once(case, anna):
    decide(case, answer="first", by=anna)

    with pytest.raises(actions.StaleCase):
        decide(case, answer="second", by=anna)

    assert [outgoing.text for outgoing in Outgoing.objects.all()] == ["first"]


def test_an_ai_never_decides(case):
    with pytest.raises(actions.NoPerson):
        decide(case, answer="I am an AI", by=take_on_ai(name="Robot", skill="triage"))


def test_the_first_answer_counts_as_first_response(case, anna):
    decide(case, answer="hello", by=anna)

    assert Case.objects.get().first_response_at == MONDAY_9


def test_a_reply_is_posted_once_however_often_it_is_tried(case, anna):
    decide(case, answer=draft(case), by=anna)
    outgoing = Outgoing.objects.get()

    assert actions.deliver([outgoing.pk], at=MONDAY_9) == 1
    assert actions.deliver([outgoing.pk], at=MONDAY_9) == 0

    letters = list(settings.MAIL_FOLDER.glob(f"*{outgoing.public_id}*.eml"))
    assert len(letters) == 1
    letter = message_from_bytes(letters[0].read_bytes(), policy=SMTP)
    assert letter["X-AI-Generated"].strip().startswith("assisted; skill=triage/")


def test_an_identity_number_cannot_leave_in_a_reply(case, anna):
    with pytest.raises(actions.IdentityInReply, match="CPR"):
        decide(case, answer="Your number is 010180-1234.", by=anna)

    case.refresh_from_db()
    assert case.stage == Stage.CLAIMED


@pytest.mark.parametrize("sender", ["", "the man next door", "a@b.dk\nBcc: c@d.dk"])
def test_a_reply_to_nowhere_is_kept_but_not_posted(process, anna, sender):
    arrival = actions.Arrival(text="Where is my order?", sender=sender)
    case = actions.open_cases([arrival], process=process, at=MONDAY_9).cases[0]
    actions.propose_and_route([case.pk], at=MONDAY_9)
    actions.claim(case, by=anna, at=MONDAY_9)
    before = jobs.waiting()

    decide(case, answer="It is on its way.", by=anna)

    assert Outgoing.objects.get().recipient == ""
    assert jobs.waiting() == before


def test_every_step_is_in_the_journal_without_the_words(case, anna):
    decide(case, answer="Dear Gudrun, it comes on Friday morning.", by=anna)

    entries = list(about(str(case.public_id)))
    assert [entry.event for entry in entries] == ["opened", "routed", "claimed", "decided"]
    assert "Gudrun" not in "".join(entry.facts for entry in entries)
    assert entries[-1].actor == str(anna.public_id)
    assert verify().whole


def test_a_danish_reply_is_marked_in_danish_words(process, anna):
    text = "Hej, hvornår bliver min varmepumpe leveret? Mit ordrenummer er 4711."
    case = make_claimed(process, anna, text)

    decide(case, answer=draft(case), by=anna, topic=case.topic)

    assert case.language == "da"
    assert "Skrevet med AI, godkendt af Anna Holm." in Outgoing.objects.get().text
