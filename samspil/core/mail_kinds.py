"""Mails that no person wrote: told by their heads, so that nobody answers a machine."""

import re
from collections.abc import Mapping
from enum import StrEnum


class Automatic(StrEnum):
    """What kind of machine wrote a mail; `NO` stands for a person."""

    NO = ""
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    BULK = "bulk"
    CALENDAR = "calendar"
    RECEIPT = "receipt"
    NOTICE = "notice"


WORDS = {
    Automatic.AUTO_REPLY: "an automatic reply",
    Automatic.BOUNCE: "a report that a mail did not arrive",
    Automatic.BULK: "a newsletter or a mailing list",
    Automatic.CALENDAR: "an invitation to a meeting",
    Automatic.RECEIPT: "a receipt that a mail was read",
    Automatic.NOTICE: "a notice from a program",
}
"""In English; translations use the same words as their key."""

MACHINES = re.compile(r"^(mailer-daemon|postmaster|mail-daemon|bounces?[+@-])", re.IGNORECASE)
PRECEDENCE = frozenset({"bulk", "list", "junk"})
LISTS = ("list-id", "list-unsubscribe", "list-post")
AWAY = ("x-autoreply", "x-autorespond", "x-auto-reply", "x-autoresponder")
NOBODY = frozenset({"", "no", "none", "false"})


def automatic_kind(
    headers: Mapping[str, str], *, media_type: str, sender: str, reply_to: str = ""
) -> Automatic:
    """What kind of automatic mail this is, by its head; `headers` have lower-case names.

    `media_type` is the mail's own, with `report-type` or `method` behind it where it has one. A
    form on a web page also marks its mails as generated, but names a person to answer: that is a
    person's mail.
    """
    submitted = headers.get("auto-submitted", "").split(";")[0].strip().casefold()
    precedence = headers.get("precedence", "").strip().casefold()
    if "disposition-notification" in media_type:
        return Automatic.RECEIPT
    if "delivery-status" in media_type or MACHINES.match(sender):
        return Automatic.BOUNCE
    if headers.get("return-path", "-").strip() == "<>" and media_type.startswith(
        "multipart/report"
    ):
        return Automatic.BOUNCE
    if _replies_by_itself(headers, submitted=submitted, precedence=precedence):
        return Automatic.AUTO_REPLY
    if media_type.startswith("text/calendar") or "method=" in media_type:
        return Automatic.CALENDAR
    if precedence in PRECEDENCE or any(name in headers for name in LISTS):
        return Automatic.BULK
    generated = submitted not in NOBODY
    return Automatic.NOTICE if generated and reply_to in ("", sender) else Automatic.NO


def may_be_answered(kind: Automatic) -> bool:
    """Whether a reply would reach a person: two machines would answer each other for ever."""
    return kind == Automatic.NO


def begins_a_round(kind: Automatic) -> bool:
    """Whether such a mail may open a closed case again: a reply that did not arrive must."""
    return kind in (Automatic.NO, Automatic.BOUNCE)


def _replies_by_itself(headers: Mapping[str, str], *, submitted: str, precedence: str) -> bool:
    if submitted == "auto-replied" or precedence == "auto_reply":
        return True
    return any(headers.get(name, "no").strip().casefold() not in NOBODY for name in AWAY)
