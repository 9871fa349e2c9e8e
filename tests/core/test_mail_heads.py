"""Mails that machines wrote, and subjects without their prefixes."""

import pytest

from samspil.core.mail_kinds import (
    WORDS,
    Automatic,
    automatic_kind,
    begins_a_round,
    may_be_answered,
)
from samspil.core.mail_subjects import bare_subject


def kind(*, media_type: str = "text/plain", sender: str = "anne@x.example", **headers: str):
    reply_to = headers.pop("reply_to", "")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return automatic_kind(named, media_type=media_type, sender=sender, reply_to=reply_to)


@pytest.mark.parametrize(
    ("found", "should"),
    [
        (kind(), Automatic.NO),
        (kind(auto_submitted="no"), Automatic.NO),
        (kind(precedence="first-class"), Automatic.NO),
        (kind(auto_submitted="auto-replied; owner-email=x"), Automatic.AUTO_REPLY),
        (kind(precedence="auto_reply"), Automatic.AUTO_REPLY),
        (kind(x_autoreply="yes"), Automatic.AUTO_REPLY),
        (kind(sender="MAILER-DAEMON@mx.example"), Automatic.BOUNCE),
        (kind(media_type="multipart/report; report-type=delivery-status"), Automatic.BOUNCE),
        (kind(media_type="multipart/report", return_path="<>"), Automatic.BOUNCE),
        (kind(media_type="multipart/report; report-type=disposition-notification"),
         Automatic.RECEIPT),
        (kind(precedence="Bulk"), Automatic.BULK),
        (kind(list_id="<news.example>"), Automatic.BULK),
        (kind(list_unsubscribe="<mailto:x@y.example>"), Automatic.BULK),
        (kind(media_type="text/calendar; method=request"), Automatic.CALENDAR),
        (kind(auto_submitted="auto-generated"), Automatic.NOTICE),
    ],
)  # fmt: skip
def test_a_machine_is_known_by_what_it_says_in_the_head(found: Automatic, should: Automatic):
    assert found == should


def test_a_form_that_names_whom_to_answer_brings_a_persons_mail():
    found = kind(
        auto_submitted="auto-generated", sender="form@us.example", reply_to="anne@x.example"
    )

    assert found == Automatic.NO


def test_nobody_answers_a_machine_and_only_a_bounce_opens_a_case_again():
    assert [one for one in Automatic if may_be_answered(one)] == [Automatic.NO]
    assert [one for one in Automatic if begins_a_round(one)] == [Automatic.NO, Automatic.BOUNCE]
    assert set(WORDS) == set(Automatic) - {Automatic.NO}


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Re: SV: AW: Fwd: Varmepumpe", "Varmepumpe"),
        ("RE[2]: Order", "Order"),
        ("Antw:WG: Angebot", "Angebot"),
        ("Restordre: 12", "Restordre: 12"),
        ("re: ", ""),
        ("Re:" * 1_000 + "x", "Re:" * 950 + "x"),
    ],
)
def test_what_mail_programs_put_before_a_subject_is_taken_off(subject: str, bare: str):
    assert bare_subject(subject) == bare
