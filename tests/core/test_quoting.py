"""What of a mail is new, what it repeats, and how it signs off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.labelled_mails import ORDINARY, LabelledMail, labelled_mails
from samspil.core.quoting import Part, parted, parts_of


@pytest.mark.parametrize("mail", labelled_mails(*ORDINARY), ids=lambda mail: mail.name)
def test_each_line_of_the_usual_mail_programs_goes_where_a_person_would_put_it(mail: LabelledMail):
    found = parts_of(mail.lines)

    wrong = [
        (line, str(part))
        for line, part, should in zip(mail.lines, found, mail.parts, strict=True)
        if line.strip() and part != should
    ]
    assert wrong == []


def test_a_mail_comes_apart_in_three():
    mail = (
        "Hej\n\nDet virker nu.\n\nMed venlig hilsen\nKaren\n\n"
        "Den tor. 26. feb. 2026 kl. 18.40 skrev Nordlys <service@nordlys.example>:\n\n"
        "> Virker det?\n"
    )

    apart = parted(mail)

    assert apart.text == "Hej\n\nDet virker nu."
    assert apart.signature == "Med venlig hilsen\nKaren"
    assert apart.quoted == (
        "Den tor. 26. feb. 2026 kl. 18.40 skrev Nordlys <service@nordlys.example>:\n\n> Virker det?"
    )


def test_answers_between_quotations_stay_together_as_new_text():
    apart = parted("> Which model?\nA Polar 9.\n> Since when?\nSaturday.")

    assert (apart.text, apart.quoted) == (
        "A Polar 9.\n\nSaturday.",
        "> Which model?\n\n> Since when?",
    )


def test_a_mail_that_only_forwards_is_new_and_one_that_only_quotes_is_not():
    forwarded = "Begin forwarded message:\n\nFrom: a@b.example\nSubject: x\nTo: c\n\nIt is broken."

    assert parted(forwarded).text == forwarded
    assert parted("> It is broken.").text == ""


def test_thanks_that_are_all_a_mail_says_are_no_signature():
    assert parted("Thank you!\n\nKind regards\nAnne Holm").text == "Thank you!"
    assert parted("Tak!\n\nKaren").text == "Tak!\n\nKaren"


def test_a_warning_of_the_mail_system_is_no_text_of_the_customer():
    apart = parted("CAUTION: This email originated from outside the company.\n\nHello")

    assert (apart.text, apart.signature) == (
        "Hello",
        "CAUTION: This email originated from outside the company.",
    )


@given(st.text(alphabet=st.sampled_from("> \nabc:-_@1Fra"), max_size=400))
def test_no_line_is_ever_lost_or_doubled(text: str):
    apart = parted(text)

    kept = "\n".join([apart.text, apart.quoted, apart.signature])
    assert sorted(line.strip() for line in kept.splitlines() if line.strip()) == sorted(
        line.strip() for line in text.splitlines() if line.strip()
    )


@pytest.mark.parametrize(
    "line", ["On " * 50_000, "> " * 50_000, "From: a\n" * 20_000, "a:\n" * 9000]
)
def test_a_text_made_to_be_slow_is_not(line: str):
    assert len(parts_of(line.splitlines())) == line.count("\n") + (not line.endswith("\n"))


def test_blank_text_has_no_parts():
    assert parts_of([]) == []
    assert parts_of(["", ""]) == [Part.NEW, Part.NEW]
