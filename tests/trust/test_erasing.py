"""Somebody asks to be erased: of their words and address nothing is left, anywhere."""

import io
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from samspil.chat.models import Conversation, Turn
from samspil.core.chat.plan import Audience
from samspil.core.chat.turning import Kind
from samspil.core.erasing import Known
from samspil.core.roles import NotAllowed, Role
from samspil.governance.actions import end_hold
from samspil.inbox import actions as inbox
from samspil.inbox.actions.submitting import Submission, submit_to
from samspil.inbox.models import Fault, Import
from samspil.journal.models import Entry as JournalEntry
from samspil.journal.queries import verify
from samspil.likeness import actions as likeness
from samspil.review.actions import tag, write_note
from samspil.teaching.models import Example
from samspil.trust import actions
from samspil.trust.models import AccessRequest, Answer, Erasure, Phase
from samspil.trust.queries import back_again, look_at, packs
from samspil.work import actions as work
from samspil.work.models import Cause, Emptied, Message
from tests.chat.arranging import make_chat
from tests.embedders import CountsWords
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.knowledge.letters import kept
from tests.trust.asking import CLAIM, LATER, ME, TEXT, ask, closed, erased, held, opened
from tests.trust.left import rows_with

NOT_THEIRS = {
    "audit.Sheet": "which colleague said what takes their time; goes with their address",
    "audit.Answer": "the same",
    "workshops.Seat": "which colleague sits in a workshop; goes with their address",
    "readiness.Sheet": "a mark from the colleague and a key; goes with their address",
    "readiness.Interview": "which colleague was asked; goes with their address",
    "readiness.Note": "the same",
    "workshops.Ballot": "a mark from the colleague and a key; goes with their seat",
    "governance.Confirmation": "which colleague read a guideline",
    "knowledge.MayBeNamed": "a colleague's own consent",
    "knowledge.QuestionCase": "which colleague asked; goes with the case",
    "people.Absence": "a colleague's own absences",
    "review.Mention": "which colleague a note names; goes with the case",
    "rollouts.SupportRequest": "which colleague asked for help; goes with their address",
    "rollouts.SupportTurn": "the same",
    "work.Notice": "which colleague was told; goes with the case",
    "work.Complaint": "that somebody disagreed; what they said is a message",
    "trust.KeptPaper": "which colleague said something in a paper",
    "trust.Erasure": "the request itself, which names nobody once it is done",
}
"""Personal data that holds nothing of whoever writes from outside, and why."""
HELD_IN = {
    "chat.Conversation": "chat_turn",
    "governance.Hold": "governance_hold",
    "inbox.Fault": "inbox_fault",
    "knowledge.MailParty": "knowledge_mailparty",
    "likeness.Vector": "",
    "teaching.Example": "teaching_example",
    "trust.AccessRequest": "trust_accessrequest",
    "trust.Incident": "trust_incident",
    "work.Attachment": "work_attachment",
    "work.CaseWords": "work_casewords",
    "work.Entry": "work_entry",
}
"""Where this test puts words of theirs; a vector holds numbers, so it is counted."""


@pytest.fixture(autouse=True)
def letters(settings, tmp_path):
    """Where replies lie once they have left."""
    settings.MAIL_FOLDER = tmp_path
    return tmp_path


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.OWNER, name="Anna Lund")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna), name="Service")


def everything(process, anna, officer) -> None:
    """Words of hers wherever words can stand."""
    case = opened(process, number="1@zephyrine.example")
    likeness.remember([case.pk], embedder=CountsWords())
    write_note(case, text="Ursula Zephyrine called.", by=anna, at=MONDAY_9)
    tag(case, name="zephyrine", by=anna, at=MONDAY_9)
    work.attach(case, name="zephyrine.txt", content=b"Zephyrine", by=anna, at=MONDAY_9)
    closed(case, anna)
    filled = Submission(
        language="en", text=TEXT, mail=ME, name="Ursula Zephyrine",
        fields=(("Place", "Zephyrine Street 1"),),
    )  # fmt: skip
    link = submit_to(process, filled, token="t" * 20, at=MONDAY_9)
    inbox.send_receipt(link, at=MONDAY_9)
    closed(link.case, anna)
    chat = make_chat(Audience.CUSTOMERS, by=anna, process=process, slug="ask")
    when = {"began_at": MONDAY_9, "last_at": MONDAY_9}
    talk = Conversation.objects.create(chat=chat, language="en", **when)
    turn = {"number": 1, "token": "x", "at": MONDAY_9, "kind": Kind.ANSWERED}
    Turn.objects.create(conversation=talk, said=f"Write to {ME}", **turn)
    Example.objects.create(
        process=process, digest="d", text=TEXT, topic="order", source="decided", case=case,
        added_at=MONDAY_9, keep_until=LATER,
    )  # fmt: skip
    kept("zephyrine.eml", sender=f"Ursula Zephyrine <{ME}>", subject="Zephyrine", text=TEXT)
    wrong = actions.Reported(what=f"A reply to {ME} went elsewhere.", noticed_at=MONDAY_9)
    actions.report_incident(wrong, by=anna, at=MONDAY_9)
    upload = Import.objects.create(
        process=process, by=anna, file_name="a.csv", language="en", uploaded_at=MONDAY_9
    )
    Fault.objects.create(
        upload=upload,
        row=1,
        number="1@zephyrine.example",
        subject="Zephyrine",
        sentence="Odd.",
        kept=True,
    )
    asked = actions.ask_access(ME, received_on=MONDAY_9, language="en", by=officer, at=MONDAY_9)
    actions.make_pack(asked.public_id, at=MONDAY_9)
    actions.note_answer(asked, answer=Answer.SENT, said=f"To {ME}", by=officer, at=MONDAY_9)
    end_hold(held(officer, why="Zephyrine sues."), why="Zephyrine won.", by=officer, at=MONDAY_9)


def test_of_their_words_and_address_nothing_is_left_in_any_table_or_file(
    process, anna, officer, letters
):
    everything(process, anna, officer)
    pack = AccessRequest.objects.get().digest
    before = rows_with("zephyrine")
    personal = {
        one._meta.label
        for one in apps.get_models()
        if "personal data" in (one.__doc__ or "").casefold()
    }
    assert personal == {*NOT_THEIRS, *HELD_IN}
    assert {table for table in HELD_IN.values() if table} <= set(before)

    done = erased(officer)

    assert rows_with("zephyrin") + rows_with("ursula") == []
    assert list(letters.iterdir()) == []
    assert not packs()._path(pack).exists()
    assert (done.phase, done.address) == (Phase.DONE, "")
    assert (done.held["cases"], done.held["attachments"], done.held["packs"]) == (2, 1, 1)
    assert verify().whole


def test_lr6_what_is_held_is_not_erased_before_somebody_lets_go(process, anna, officer):
    closed(opened(process), anna)
    hold = held(officer)

    with pytest.raises(actions.NotErased, match="hold"):
        erased(officer)
    end_hold(hold, why="Settled.", by=officer, at=MONDAY_9)

    assert erased(officer).phase == Phase.DONE


def test_what_others_wrote_stays_but_for_the_address(process, anna, officer):
    closed(opened(process, sender="bo@example.net", text=f"Ask {ME.upper()} about the pump."), anna)
    open_ = opened(process, sender="bo@example.net", text=f"And {ME} too?")
    closed(opened(process), anna)

    done = erased(officer)

    texts = Message.objects.filter(sender="bo@example.net").order_by("pk")
    assert [one.text for one in texts] == ["Ask … about the pump.", f"And {ME} too?"]
    assert done.held["named_in"] == 1
    assert done.left == {
        "held": 0,
        "held_named_in": 0,
        "shells": 1,
        "open_named_in": 1,
        "documents": 0,
        "summaries": 0,
        "account": 0,
    }
    assert not Emptied.objects.filter(case=open_).exists()


def test_a_look_changes_nothing_and_says_what_stands_in_the_way(process, anna, officer):
    opened(process)
    actions.ask_access(ME, received_on=MONDAY_9, language="en", by=officer, at=MONDAY_9)

    look = look_at(ME)

    assert look.held["messages"] == 1
    assert [one.split(":")[0] for one in look.hindrances] == [
        "1 case of theirs is open, or its reply has not left",
        "They also asked what is held of them",
    ]
    asked = ask(officer)
    with pytest.raises(actions.NotErased, match="is open"):
        actions.begin_erasure(asked, typed=ME, by=officer, at=MONDAY_9)
    assert Message.objects.filter(text=TEXT).exists()


def test_nothing_begins_without_the_address_typed_again_or_the_right_to_it(process, anna, officer):
    closed(opened(process), anna)
    asked = ask(officer)

    with pytest.raises(actions.NotErased, match="not the address"):
        actions.begin_erasure(asked, typed="other@example.com", by=officer, at=MONDAY_9)
    for doing in (
        lambda by: ask(by),
        lambda by: actions.begin_erasure(asked, typed=ME, by=by, at=MONDAY_9),
        lambda by: actions.refuse_erasure(asked, CLAIM, by=by, at=MONDAY_9),
        lambda by: actions.extend_erasure(asked, why="x", by=by, at=MONDAY_9),
        lambda by: actions.note_known(asked, known=Known.PROVED, by=by, at=MONDAY_9),
    ):
        with pytest.raises(NotAllowed):
            doing(make_colleague(Role.LEADER))
    assert look_at(ME).held["cases"] == 1


def test_a_refused_one_is_never_done(process, anna, officer):
    closed(opened(process), anna)
    asked = ask(officer)
    actions.refuse_erasure(asked, CLAIM, by=officer, at=MONDAY_9)

    with pytest.raises(actions.NotErased):
        actions.begin_erasure(asked, typed=ME, by=officer, at=MONDAY_9)
    actions.erase(asked.public_id, at=MONDAY_9)

    assert look_at(ME).held["cases"] == 1


def test_one_that_died_half_way_ends_the_same(process, anna, officer, monkeypatch):
    closed(opened(process), anna)
    asked = ask(officer)
    actions.begin_erasure(asked, typed=ME, by=officer, at=LATER)
    actions.empty_cases(look_at(ME).cases, why=Cause.ASKED, by=None, at=LATER)

    actions.erase(asked.public_id, at=LATER)
    actions.erase(asked.public_id, at=LATER)

    asked.refresh_from_db()
    assert (asked.phase, asked.held["cases"]) == (Phase.DONE, 1)
    assert JournalEntry.objects.filter(event="erased").count() == 1


def test_the_journal_tells_it_without_a_name(process, anna, officer):
    closed(opened(process), anna)

    erased(officer)

    told = JournalEntry.objects.filter(event__in=["erasure_asked", "erasure_begun", "erased"])
    assert [one.event for one in told.order_by("sequence")] == [
        "erasure_asked", "erasure_begun", "erased",
    ]  # fmt: skip
    assert rows_with("zephyrine") == []


def test_what_an_older_backup_brings_back_is_known_again(process, anna, officer):
    closed(opened(process), anna)
    assert back_again() == []
    erased(officer)
    closed(opened(process), anna)

    assert back_again() == [ME]


def test_the_register_forgets_after_two_years(process, anna, officer):
    closed(opened(process), anna)
    erased(officer)

    actions.sweep_erasures(at=LATER + timedelta(days=729))
    assert Erasure.objects.count() == 1
    actions.sweep_erasures(at=LATER + timedelta(days=731))
    assert Erasure.objects.count() == 0


def test_the_command_looks_and_erases_once_the_address_is_typed_again(process, anna):
    closed(opened(process), anna)
    said = io.StringIO()

    call_command("erase", ME, "--dry-run", stdout=said)
    assert "Cases to be emptied: 1" in said.getvalue()
    with pytest.raises(CommandError, match="not the same address"):
        call_command("erase", ME, "--typed", "bo@example.net", stdout=said)
    assert look_at(ME).held["cases"] == 1
    call_command("erase", ME, "--typed", ME, stdout=said)

    assert look_at(ME).nothing
