"""Files that go along with a reply: put to it, left out again, sent once, shown afterwards."""

from datetime import timedelta
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samspil.core.roles import Role
from samspil.journal.queries import about
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.actions import enclosing
from samspil.work.models import Attachment, Enclosure, Message, Outgoing, Proposal
from tests.factories import MONDAY_9, make_case, make_claimed, make_colleague, make_process
from tests.pages import source, words

pytestmark = [pytest.mark.either, pytest.mark.usefixtures("home")]

BILL = b"%PDF-1.7 a bill"
LATER = MONDAY_9 + timedelta(hours=1)
ODD_NAME = 'Årets "bedste" æble; tilbud.pdf'


@pytest.fixture
def case(process, anna):
    return make_claimed(process, anna)


@pytest.fixture
def bill(case, anna):
    return actions.attach(case, name=ODD_NAME, content=BILL, by=anna, at=MONDAY_9)


def send(case, anna, answer="Here it is."):
    actions.decide(case, answer=answer, topic=case.topic, by=anna, at=LATER)
    actions.deliver([one.pk for one in Outgoing.objects.all()], at=LATER)


def letters(home) -> list[EmailMessage]:
    found = sorted((home / "mail").glob("*.eml"))
    return [BytesParser(policy=policy.default).parsebytes(one.read_bytes()) for one in found]


def test_a_file_goes_along_once_under_its_own_name(case, bill, anna, home):
    actions.enclose(bill, case=case, by=anna, at=LATER)

    send(case, anna)
    actions.deliver([one.pk for one in Outgoing.objects.all()], at=LATER)

    [letter] = letters(home)
    [file] = list(letter.iter_attachments())
    body = letter.get_body()
    assert file.get_filename() == ODD_NAME
    assert (file.get_content_type(), file.get_content()) == ("application/pdf", BILL)
    assert body is not None
    assert body.get_content().startswith("Here it is.")


def test_the_mark_of_ai_stays_where_a_file_goes_along(case, bill, anna, home):
    actions.enclose(bill, case=case, by=anna, at=LATER)
    send(case, anna, answer=Proposal.objects.get(case=case).draft)

    [letter] = letters(home)
    assert letter["X-AI-Generated"].strip().startswith("assisted; skill=triage/")
    assert len(list(letter.iter_attachments())) == 1


def test_a_text_file_arrives_as_it_was(case, anna, home):
    text = "Æbler\r\nog pærer\n".encode()
    file = actions.attach(case, name="liste.txt", content=text, by=anna, at=MONDAY_9)
    actions.enclose(file, case=case, by=anna, at=LATER)

    send(case, anna)

    [sent] = list(letters(home)[0].iter_attachments())
    assert sent.get_payload(decode=True) == text


def test_a_reply_without_files_is_one_plain_text(case, bill, anna, home):
    send(case, anna)

    assert letters(home)[0].get_content_type() == "text/plain"


def test_a_file_left_out_does_not_go_along_and_can_be_put_back(case, bill, anna, home):
    actions.enclose(bill, case=case, by=anna, at=LATER)
    actions.leave_out(bill, case=case, by=anna, at=LATER)
    gone = Enclosure.objects.count()
    actions.enclose(bill, case=case, by=anna, at=LATER)
    send(case, anna)

    assert gone == 0
    assert len(list(letters(home)[0].iter_attachments())) == 1
    events = [entry.event for entry in about(str(case.public_id))]
    assert [one for one in events if one.startswith("enclos")] == [
        "enclosed",
        "enclosure_left_out",
        "enclosed",
    ]


def test_what_went_along_does_not_go_along_with_the_next_reply(case, bill, anna, home):
    actions.enclose(bill, case=case, by=anna, at=LATER)
    send(case, anna)
    actions.receive(actions.Arrival(text="Thanks. And now?"), case=case, at=LATER)
    actions.propose_and_route([case.pk], at=LATER)
    case.refresh_from_db()
    actions.claim(case, by=anna, at=LATER)
    send(case, anna, answer="Now it is done.")

    counts = sorted(len(list(letter.iter_attachments())) for letter in letters(home))
    assert counts == [0, 1]


def test_the_customers_own_file_can_go_back(case, anna, home):
    theirs = Message.objects.get(case=case)
    file = actions.attach(case, name="foto.pdf", content=BILL, message=theirs, at=MONDAY_9)

    actions.enclose(file, case=case, by=anna, at=LATER)
    send(case, anna)

    assert [one.get_filename() for one in letters(home)[0].iter_attachments()] == ["foto.pdf"]
    file.refresh_from_db()
    assert file.message == theirs


def test_too_much_is_refused_with_a_sentence(case, bill, anna, monkeypatch):
    monkeypatch.setattr(enclosing, "MOST_ENCLOSED_MB", 0)

    with pytest.raises(actions.TooMuchEnclosed, match="0 megabytes together"):
        actions.enclose(bill, case=case, by=anna, at=LATER)
    assert not Enclosure.objects.exists()


def test_too_many_are_refused(case, bill, anna, monkeypatch):
    monkeypatch.setattr(enclosing, "MOST_FILES", 1)
    actions.enclose(bill, case=case, by=anna, at=LATER)
    other = actions.attach(case, name="b.pdf", content=BILL + b"2", by=anna, at=MONDAY_9)

    with pytest.raises(actions.TooMuchEnclosed, match="1 files"):
        actions.enclose(other, case=case, by=anna, at=LATER)


def test_only_whoever_holds_the_case_puts_files_to_the_reply(process, case, bill):
    berit = make_colleague()
    process.levels.first().team.members.add(berit)

    with pytest.raises(actions.StaleCase, match="Take the case first"):
        actions.enclose(bill, case=case, by=berit, at=LATER)


def test_what_was_typed_stays_while_a_file_is_put_to_the_reply(annas, case):
    file = SimpleUploadedFile("bill.pdf", BILL)
    typed = {"answer": "Dear customer, half a sentence", "topic": "", "seen": "1"}

    answer = annas.post(f"/work/{case.public_id}/enclose/", {**typed, "file": file})
    made = Attachment.objects.get()
    left = annas.post(f"/work/{case.public_id}/leave-out/{made.public_id}/", typed)
    back = annas.post(f"/work/{case.public_id}/enclose/{made.public_id}/", typed)

    for page in (answer, left, back):
        assert page.status_code == 200
        assert "Dear customer, half a sentence" in source(page)
    assert "These files go along" in words(answer)
    assert "These files go along" not in words(left)
    assert "These files go along" in words(back)


def test_a_file_that_is_not_taken_says_why_and_loses_nothing(annas, case):
    file = SimpleUploadedFile("x.html", b"<script>alert(1)</script>")

    answer = annas.post(
        f"/work/{case.public_id}/enclose/", {"answer": "Typed", "seen": "1", "file": file}
    )

    assert "This kind of file is not taken" in words(answer)
    assert "Typed" in source(answer)
    assert not Enclosure.objects.exists()


def test_what_was_sent_stands_in_the_thread(annas, case, bill, anna):
    actions.enclose(bill, case=case, by=anna, at=LATER)
    send(case, anna)

    page = annas.get(f"/work/{case.public_id}/")

    assert "Årets" in words(page)
    assert f"/work/{case.public_id}/files/{bill.public_id}/" in source(page)
    assert "Årets" in words(annas.get(f"/work/{case.public_id}/print/"))


def test_files_of_another_case_or_organisation_are_not_here(
    annas, process, case, other_organisation, anna
):
    other = make_case(process)
    file = actions.attach(other, name="b.pdf", content=BILL, at=MONDAY_9)
    with enter(other_organisation):
        theirs = make_case(make_process())
        foreign = actions.attach(theirs, name="b.pdf", content=BILL, at=MONDAY_9)

    for one in (file, foreign):
        assert annas.post(f"/work/{case.public_id}/enclose/{one.public_id}/").status_code == 404


def test_whoever_decides_no_cases_puts_no_file_to_a_reply(browser_of, case, bill):
    hr = browser_of(make_colleague(Role.HR))

    assert hr.post(f"/work/{case.public_id}/enclose/{bill.public_id}/").status_code == 403
