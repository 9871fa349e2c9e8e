"""Mails become threads: in whichever order they come, once, and never with a machine."""

from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from samspil.core.lifecycle import Stage
from samspil.core.mail_kinds import Automatic
from samspil.core.roles import Role
from samspil.core.routing import Reason
from samspil.inbox import actions
from samspil.inbox.actions import BroughtIn, bringing
from samspil.inbox.files import MailChoices
from samspil.inbox.models import Fault, Import
from samspil.inbox.queries import import_at
from samspil.people.models import Colleague
from samspil.work import actions as work
from samspil.work.models import Attachment, Case, Direction, Message, Outgoing, Process
from samspil.work.queries import thread
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.inbox.test_mails import MIXED, PDF, attached, mail, mbox

FIRST = mail("Where is it?\n", Message_ID="<1@x>")
ANSWER = mail(
    "Here it is.\n", Message_ID="<2@us>", From="Service <info@us.example>", In_Reply_To="<1@x>",
    Date="Mon, 2 Mar 2026 11:00:00 +0100",
)  # fmt: skip
AGAIN = mail(
    "Thank you!\n", Message_ID="<3@x>", In_Reply_To="<2@us>", References="<1@x> <2@us>",
    Date="Mon, 2 Mar 2026 12:00:00 +0100",
)  # fmt: skip
OURS = MailChoices(own=("@us.example",))


@pytest.fixture
def anna(organisation) -> Colleague:
    return make_colleague(name="Anna")


@pytest.fixture
def process(anna) -> Process:
    return make_process(team=make_team(anna), name="Customers")


def bring(folder: Path, process: Process, *mails: bytes, choices: MailChoices = OURS) -> BroughtIn:
    path = folder / "mails.mbox"
    path.write_bytes(mbox(*mails))
    return actions.bring_in(path, process=process, at=MONDAY_9, by=None, choices=choices)


@pytest.mark.parametrize(
    "order", [(FIRST, ANSWER, AGAIN), (AGAIN, ANSWER, FIRST), (ANSWER, AGAIN, FIRST)]
)
def test_a_thread_is_one_case_in_whichever_order_its_mails_come(process, tmp_path, order):
    done = bring(tmp_path, process, *order)

    assert (done.opened, done.joined, done.ours) == (1, 1, 1)
    assert [(one.direction, one.text) for one in thread(Case.objects.get())] == [
        (Direction.IN, "Where is it?"),
        (Direction.OUT, "Here it is."),
        (Direction.IN, "Thank you!"),
    ]


@pytest.mark.parametrize("order", [(FIRST, ANSWER, AGAIN), (AGAIN, ANSWER, FIRST)])
def test_a_thread_comes_together_even_mail_by_mail(process, tmp_path, order):
    for one in order:
        bring(tmp_path, process, one)

    assert Case.objects.count() == 1
    assert {one.text for one in thread(Case.objects.get())} >= {"Where is it?", "Thank you!"}


def test_bringing_the_same_mails_again_doubles_nothing(process, tmp_path):
    bring(tmp_path, process, AGAIN, ANSWER, FIRST)

    again = bring(tmp_path, process, AGAIN, ANSWER, FIRST)

    assert again == BroughtIn(duplicates=3)
    assert (Case.objects.count(), Message.objects.count()) == (1, 3)


def test_our_own_mail_that_belongs_to_no_case_opens_none(process, tmp_path):
    done = bring(tmp_path, process, mail(From="info@us.example", Message_ID="<9@us>"))

    assert done == BroughtIn(stray=1)
    assert Case.objects.count() == 0


def test_old_anger_in_a_quotation_is_not_todays_dissatisfaction(process, tmp_path):
    quoted = "On 1 Mar 2026, Anne wrote:\n> I am very dissatisfied with your service.\n"
    angry = "I am very dissatisfied with your service.\n"
    bring(
        tmp_path,
        process,
        mail(f"It works now. When do you service it next?\n\n{quoted}", Message_ID="<a@x>"),
        mail(angry, Message_ID="<b@x>"),
    )

    work.propose_and_route(list(Case.objects.values_list("pk", flat=True)), at=MONDAY_9)

    reasons = dict(Case.objects.values_list("external_id", "reason"))
    assert reasons["b@x"] == Reason.DISSATISFIED
    assert reasons["a@x"] != Reason.DISSATISFIED
    assert "dissatisfied" in Message.objects.get(case__external_id="a@x").quoted


def test_identity_numbers_are_masked_in_every_part(process, tmp_path):
    body = "Hello\n\n-- \nCPR 010180-1234\n\nOn 1 Mar 2026, Anne wrote:\n> CPR 020281-4321\n"

    bring(tmp_path, process, mail(body, Subject="About 030382-1111"))

    message = Message.objects.get()
    assert (message.signature, message.quoted.splitlines()[-1]) == ("-- \nCPR [CPR]", "> CPR [CPR]")
    assert message.case.subject == "About [CPR]"
    assert message.case.masked == ["CPR", "CPR"]


def test_no_reply_goes_to_a_machine(process, anna, tmp_path):
    bring(tmp_path, process, mail(Auto_Submitted="auto-replied"), choices=MailChoices())
    case = Case.objects.get()
    work.propose_and_route([case.pk], at=MONDAY_9)
    work.claim(case, by=anna, at=MONDAY_9)

    work.decide(case, answer="Thank you.", topic="", by=anna, at=MONDAY_9)

    assert Message.objects.filter(direction=Direction.IN).get().automatic == Automatic.AUTO_REPLY
    assert Outgoing.objects.get().recipient == ""


def test_a_reply_goes_where_the_mail_asks_for_it(process, anna, tmp_path):
    bring(tmp_path, process, mail(Reply_To="office@x.example"))
    case = Case.objects.get()
    work.propose_and_route([case.pk], at=MONDAY_9)
    work.claim(case, by=anna, at=MONDAY_9)

    work.decide(case, answer="It comes.", topic="", by=anna, at=MONDAY_9)

    assert Outgoing.objects.get().recipient == "office@x.example"


@pytest.mark.parametrize(
    ("heads", "stage"),
    [
        ({"Auto_Submitted": "auto-replied"}, Stage.CLOSED),
        ({"From": "MAILER-DAEMON@mx.example"}, Stage.ARRIVED),
        ({}, Stage.ARRIVED),
    ],
)
def test_a_machine_opens_no_closed_case_but_a_bounce_does(process, anna, tmp_path, heads, stage):
    bring(tmp_path, process, FIRST)
    case = Case.objects.get()
    work.propose_and_route([case.pk], at=MONDAY_9)
    work.claim(case, by=anna, at=MONDAY_9)
    work.decide(case, answer="It comes.", topic="", by=anna, at=MONDAY_9)
    number = f"<{Outgoing.objects.get().public_id}@samspil>"

    bring(tmp_path, process, mail(Message_ID="<away@x>", In_Reply_To=number, **heads))

    case.refresh_from_db()
    assert (case.stage, case.messages.count()) == (stage, 3)


def test_files_stand_beside_their_message_and_stay_with_it(process, anna, tmp_path):
    body = f"--b\n\nSee the file.\n--b\n{attached('report.pdf', PDF)}\n--b--\n"
    bring(tmp_path, process, FIRST)
    bring(tmp_path, process, mail(body, Content_Type=MIXED, In_Reply_To="<1@x>"))
    message = Message.objects.get(text="See the file.")

    made = work.split(message, by=anna, at=MONDAY_9 + timedelta(hours=1))

    file = Attachment.objects.get()
    assert (file.name, file.case, file.message) == ("report.pdf", made, message)


def upload_of(folder: Path, process: Process, by: Colleague, *mails: bytes) -> Import:
    return actions.keep_upload(
        [mbox(*mails)], name="a.mbox", process=process, by=by, at=MONDAY_9, choices=OURS
    )


def test_a_killed_import_goes_on_where_it_was_and_counts_nothing_twice(
    process, organisation, home, tmp_path, monkeypatch
):
    monkeypatch.setattr("samspil.inbox.actions.bringing.BATCH", 2)
    leader = make_colleague(Role.LEADER)
    mails = [mail(f"Mail {n}\n", Message_ID=f"<{n}@x>", Date="never") for n in range(5)]
    upload = upload_of(tmp_path, process, leader, *mails)
    actions.start(upload, by=leader)

    class Killed(BaseException):
        pass

    batches, take_in = count(), bringing.open_once

    def die_in_the_second(*args: Any, **more: Any) -> work.TakenIn:
        if next(batches) == 1:
            raise Killed
        return take_in(*args, **more)

    with monkeypatch.context() as dying:
        dying.setattr(bringing, "open_once", die_in_the_second)
        with pytest.raises(Killed):
            actions.run_upload(import_at(upload.public_id), at=MONDAY_9)
    half = import_at(upload.public_id)
    assert 0 < half.opened < 5
    actions.run_upload(half, at=MONDAY_9)

    done = import_at(upload.public_id)
    assert (done.opened, done.duplicates, done.noted, done.stage) == (5, 0, 5, "done")
    assert list(Fault.objects.order_by("row").values_list("row", flat=True)) == [1, 2, 3, 4, 5]
