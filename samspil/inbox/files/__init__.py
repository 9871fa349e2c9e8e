"""Files of messages: mails, JSON Lines, CSV, Excel and plain lines, read one row at a time."""

from samspil.inbox.files.fields import (
    BadRow,
    LeftOut,
    RowError,
    arrival_from,
    canonical,
    whole,
)
from samspil.inbox.files.formats import UnreadableFile, read_examples, read_messages
from samspil.inbox.files.mail import MailChoices, is_mail, one_mail
from samspil.inbox.files.opening import MOST_BYTES, digest_of, open_file
from samspil.work.actions import Arrival

__all__ = [
    "MOST_BYTES",
    "Arrival",
    "BadRow",
    "LeftOut",
    "MailChoices",
    "RowError",
    "UnreadableFile",
    "arrival_from",
    "canonical",
    "digest_of",
    "is_mail",
    "one_mail",
    "open_file",
    "read_examples",
    "read_messages",
    "whole",
]
