"""Files by program."""

from base64 import b64encode

import pytest

from tests.factories import make_waiting

pytestmark = pytest.mark.usefixtures("home")

BILL = b64encode(b"%PDF-1.7 a bill").decode()


def test_a_program_puts_a_file_to_a_case_and_gets_it_again(program, process):
    case = make_waiting(process)

    status, made = program.post(
        f"/cases/{case.public_id}/files", {"name": "b.pdf", "content": BILL}
    )
    _, got = program.get(f"/cases/{case.public_id}/files/{made['id']}")
    _, whole = program.get(f"/cases/{case.public_id}")

    assert (status, made["media_type"], made["size"]) == (200, "application/pdf", 15)
    assert got["content"] == BILL
    assert whole["files"] == [made]


def test_a_kind_that_is_not_taken_is_refused(program, process):
    case = make_waiting(process)
    body = {"name": "x.exe", "content": b64encode(b"MZ\0\0").decode()}

    status, said = program.post(f"/cases/{case.public_id}/files", body)

    assert status == 422
    assert said["detail"].startswith("This kind of file is not taken")
