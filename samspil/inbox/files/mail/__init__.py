"""Mails as files: mboxes, single mails, and packed ones, read one mail at a time."""

from samspil.inbox.files.mail.packed import BadPack, mails_packed, unpacked
from samspil.inbox.files.mail.rows import MailChoices, MailRow, is_mail, mail_rows, one_mail

__all__ = [
    "BadPack",
    "MailChoices",
    "MailRow",
    "is_mail",
    "mail_rows",
    "mails_packed",
    "one_mail",
    "unpacked",
]
