"""One raw mail by program."""

from typing import Any

import pytest
from django.test import Client

from samspil.core.roles import Role
from samspil.work.models import Case, Direction, Message
from tests.factories import make_process
from tests.inbox.test_mails import mail


def post(program, content: bytes, query: str = "") -> tuple[int, Any]:
    answer = Client().generic(
        "POST",
        f"/api/v1/messages/mail{query}",
        content,
        content_type="message/rfc822",
        headers={"Authorization": f"Bearer {program.token}"},
    )
    return answer.status_code, answer.json()


def test_a_mail_becomes_a_case_and_its_answer_joins_it(program, process):
    first = post(program, mail("Where is it?\n"))
    answer = post(program, mail("Hello?\n", Message_ID="<2@x>", In_Reply_To="<one@x.example>"))

    case = Case.objects.get()
    assert first == (
        202,
        {
            "opened": [{"id": "one@x.example", "case": str(case.public_id)}],
            "joined": [],
            "duplicates": [],
            "errors": [],
        },
    )
    assert answer[1]["joined"] == [str(case.public_id)]


def test_the_same_mail_again_opens_nothing(program, process):
    post(program, mail())

    _, again = post(program, mail())

    assert (again["opened"], len(again["duplicates"]), Case.objects.count()) == ([], 1, 1)


def test_a_mail_of_ours_goes_out_in_its_thread(program, process):
    post(program, mail())

    ours = mail(
        "Here.\n", Message_ID="<2@us>", From="info@us.example", In_Reply_To="<one@x.example>"
    )
    status, said = post(program, ours, "?own=%40us.example")

    assert (status, len(said["joined"])) == (202, 1)
    assert Message.objects.get(text="Here.").direction == Direction.OUT


def test_what_is_wrong_with_a_mail_is_told_and_it_comes_in(program, process):
    status, said = post(program, mail("Hello\n", Date="Yesterday"))

    assert (status, len(said["opened"])) == (202, 1)
    assert "“Yesterday”" in said["errors"][0]["detail"]


def test_what_is_no_mail_is_refused(program, process):
    status, said = post(program, b"just words")

    assert status == 422
    assert said["detail"].startswith("This is not a mail")


def test_a_mail_needs_a_process_where_there_are_several(program, process):
    make_process(name="Suppliers")

    assert post(program, mail())[0] == 422


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.EMPLOYEE])
def test_only_those_who_may_import_bring_mails_in(program_of, process, role):
    status, _ = post(program_of(role), mail())

    assert (status, Case.objects.count()) == (403, 0)
