"""Mails as documents: the subject above the text, files named and not followed."""

from email.message import EmailMessage

import pytest

from samspil.adapters.reading import Trouble, UnreadableDocument, read
from samspil.core.knowledge.sections import Section


def mail(text: str, *, subject: str = "Ferie på Færøerne") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"] = "Ane <ane@example.org>", subject
    made.set_content(text)
    return made


def test_a_mail_is_its_text_under_its_subject():
    reading = read("svar.eml", mail("Fem uger.\n\nHilsen Ane\n").as_bytes())

    assert reading.sections == (
        Section(headings=("Ferie på Færøerne",), text="Fem uger.\n\nHilsen Ane"),
    )
    assert reading.title == "Ferie på Færøerne"


def test_files_in_a_mail_are_said_and_not_read():
    made = mail("See the file.")
    made.add_attachment(b"%PDF-1.4 secret", maintype="application", subtype="pdf", filename="a.pdf")

    reading = read("a.eml", made.as_bytes())

    assert [one.text for one in reading.sections] == ["See the file."]
    assert [str(one) for one in reading.warnings] == [
        "Files in the mail (1) were not read: bring them in by themselves."
    ]


def test_a_mail_of_html_alone_is_read_as_people_see_it():
    made = EmailMessage()
    made["From"], made["Subject"] = "a@example.org", "Prices"
    made.set_content("<p>Bread <b>24</b></p><p style='display:none'>no</p>", subtype="html")

    assert read("a.eml", made.as_bytes()).sections[0].text == "Bread 24"


def test_a_locked_mail_says_so():
    raw = b"From: a@example.org\nSubject: x\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n"

    with pytest.raises(UnreadableDocument) as told:
        read("a.eml", raw)

    assert told.value.trouble == Trouble.ENCRYPTED


def test_what_is_no_mail_is_damaged():
    with pytest.raises(UnreadableDocument) as told:
        read("a.eml", b"Just some words.")

    assert told.value.trouble == Trouble.BROKEN
