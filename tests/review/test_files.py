"""Files beside a case: for those who may see the case, never shown by the browser."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from samspil.core.roles import Role
from samspil.journal.queries import about
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Attachment
from samspil.work.queries import store
from tests.factories import MONDAY_9, make_case, make_claimed, make_colleague, make_process
from tests.pages import words

pytestmark = [pytest.mark.either, pytest.mark.usefixtures("home")]

BILL = b"%PDF-1.7 a bill"


@pytest.fixture
def case(process, anna):
    return make_claimed(process, anna)


def upload(browser, case, content=BILL, name="bill.pdf"):
    file = SimpleUploadedFile(name, content)
    return browser.post(f"/work/{case.public_id}/file/", {"file": file}, follow=True)


def address(attachment):
    return f"/work/{attachment.case.public_id}/files/{attachment.public_id}/"


def on_disk(home: Path) -> list[Path]:
    return [path for path in (home / "files").rglob("*") if path.is_file()]


def test_a_file_is_kept_and_saved_again(annas, case):
    upload(annas, case)

    answer = annas.get(address(Attachment.objects.get()))

    assert answer.content == BILL
    assert answer["Content-Disposition"] == 'attachment; filename="bill.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "bill.pdf" in words(annas.get(f"/work/{case.public_id}/more/"))
    assert [entry.event for entry in about(str(case.public_id))][-1] == "attached"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<script>alert(1)</script>", "This kind of file is not taken"),
        (b"%PDF-" + bytes(1024**2), "The file is larger than 1 megabytes."),
        (b"", "empty"),
    ],
)
def test_a_file_that_is_not_taken_says_why(annas, case, settings, content, sentence):
    settings.MOST_FILE_MB = 1

    answer = upload(annas, case, content)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not Attachment.objects.exists()


def test_the_same_file_is_stored_once(annas, case, home):
    upload(annas, case)
    upload(annas, case, name="again.pdf")

    assert Attachment.objects.count() == 2
    assert len(on_disk(home)) == 1


def test_a_file_can_be_fetched_only_through_its_own_case(annas, anna, process, case):
    upload(annas, case)
    other = make_case(process)
    file = Attachment.objects.get()

    assert annas.get(f"/work/{other.public_id}/files/{file.public_id}/").status_code == 404


def test_another_organisations_file_does_not_exist_even_with_the_same_content(
    annas, case, other_organisation, home
):
    with enter(other_organisation):
        theirs = make_case(make_process())
        file = actions.attach(theirs, name="bill.pdf", content=BILL, at=MONDAY_9)
    upload(annas, case)

    assert annas.get(address(file)).status_code == 404
    assert annas.get(f"/work/{case.public_id}/files/{file.public_id}/").status_code == 404
    assert len(on_disk(home)) == 2


def test_whoever_may_not_see_cases_sees_no_files(annas, browser_of, case):
    upload(annas, case)
    hr = browser_of(make_colleague(Role.HR))

    assert hr.get(address(Attachment.objects.get())).status_code == 403
    assert upload(hr, case).status_code == 403


def test_files_of_no_case_are_swept_up_after_a_while(annas, case, home):
    upload(annas, case)
    store().put(b"%PDF-1.7 nobody's")
    for path in on_disk(home):
        os.utime(path, (0, 0))
    store().put(b"%PDF-1.7 just being written")

    swept = actions.sweep_files(at=timezone.now() + timedelta(minutes=1))

    assert swept == 1
    assert len(on_disk(home)) == 2
    assert annas.get(address(Attachment.objects.get())).status_code == 200
