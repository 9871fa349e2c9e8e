"""The mails of a file as rows: an mbox, a single mail, or a ZIP of both."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import BinaryIO

from django.utils.translation import gettext

from samspil.adapters.incoming_mail.heads import SENT, address_in, header_text
from samspil.adapters.incoming_mail.slimming import Slim
from samspil.adapters.incoming_mail.splitting import HEADER, mails_in_mbox, single_mail
from samspil.core.mail_faults import WORDS, Fault, Flaw
from samspil.core.mail_kinds import Automatic
from samspil.inbox.files.fields import LeftOut, RowError
from samspil.inbox.files.mail.reading import read_mail
from samspil.work.actions import Arrival, most_bytes

FIELD = re.compile(
    rb"^(from|message-id|x-gmail-labels):((?:[^\n]*\n)(?:[ \t][^\n]*\n)*)",
    re.IGNORECASE | re.MULTILINE,
)
MailRow = Arrival | RowError | LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class MailChoices:
    """What whoever brings mails in chose.

    `own` are our addresses, or domains such as `@firm.dk`: mails from them are our replies.
    `all_own` stands for a folder of sent mail. `now` is when they come in; None: unknown.
    """

    now: datetime | None = None
    own: tuple[str, ...] = ()
    all_own: bool = False
    leave_out_automatic: bool = False


@dataclass(slots=True)
class _Numbers:
    """Message-IDs met so far in one file, with what their mails said."""

    digest_of: dict[bytes, bytes] = field(default_factory=dict)

    def is_other(self, slim: Slim, message_id: str) -> bool:
        """Whether an earlier mail of the file has this number and says something else."""
        if not message_id:
            return False
        key = hashlib.blake2b(message_id.encode("utf-8", "replace"), digest_size=8).digest()
        digest = bytes.fromhex(slim.digest)[:8]
        return self.digest_of.setdefault(key, digest) != digest


def is_mail(sample: bytes) -> bool:
    """Whether a file that begins so is an mbox or a mail."""
    return is_mbox(sample) or is_single(sample)


def is_mbox(sample: bytes) -> bool:
    """Whether it begins with the line that stands above each mail."""
    return sample.lstrip(b"\r\n\xef\xbb\xbf").startswith(b"From ")


def is_single(sample: bytes) -> bool:
    """Whether it begins with at least two heads of a mail."""
    lines = sample[:20_000].lstrip(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").split(b"\n")
    if not HEADER.match(lines[0]):
        return False
    head = lines[: lines.index(b"")] if b"" in lines else lines
    names = {line.partition(b":")[0].lower() for line in head if HEADER.match(line)}
    return len(names) >= 2


def mail_rows(
    streams: Callable[[], Iterator[BinaryIO]], *, choices: MailChoices
) -> Iterator[MailRow]:
    """Every mail as a message, and what is wrong with it; our own mails after all others.

    `streams` opens the file's mboxes and mails from the beginning; it is asked twice where there
    are mails of ours, since the cases that they belong to must be there first.
    """
    own_seen = False
    numbers = _Numbers()
    for slim in _slims(streams()):
        if _is_own(slim, choices):
            own_seen = True
        else:
            yield from _rows_of(slim, numbers, choices)
    if own_seen:
        for slim in _slims(streams()):
            if _is_own(slim, choices):
                yield from _rows_of(slim, numbers, choices)


def one_mail(stream: BinaryIO, *, choices: MailChoices) -> list[MailRow]:
    """A single mail."""
    slim = single_mail(stream, number=1, most_file=most_bytes())
    return list(_rows_of(slim, _Numbers(), choices))


def sentence_of(flaw: Flaw) -> str:
    """What is wrong, in the reader's language."""
    return gettext(WORDS[flaw.fault]).format(detail=flaw.detail)


def _slims(streams: Iterator[BinaryIO]) -> Iterator[Slim]:
    number = 0
    most = most_bytes()
    for stream in streams:
        sample = stream.peek(20_000)[:20_000]  # type: ignore[attr-defined]  # all are buffered
        if is_mbox(sample):
            before = number
            for slim in mails_in_mbox(stream, most_file=most):
                slim.number += before
                number = slim.number
                yield slim
        else:
            number += 1
            yield single_mail(stream, number=number, most_file=most)


def _rows_of(slim: Slim, numbers: _Numbers, choices: MailChoices) -> Iterator[MailRow]:
    read = read_mail(slim, now=choices.now, most_file=most_bytes())
    flaws = read.flaws
    arrival = read.arrival
    if arrival is None:
        yield from _errors(slim, flaws, number="", subject="", kept=False)
        return
    if arrival.automatic != Automatic.NO and choices.leave_out_automatic:
        yield LeftOut(row=slim.number, kind=arrival.automatic)
        return
    if numbers.is_other(slim, read.message_id):
        flaws = (*flaws, Flaw(fault=Fault.SAME_NUMBER))
        other = f"{arrival.external_id[:180]}#{slim.digest[:8]}"
        arrival = replace(arrival, external_id=other)
    yield replace(arrival, ours=_is_own(slim, choices))
    yield from _errors(slim, flaws, number=read.message_id, subject=read.subject, kept=True)


def _errors(
    slim: Slim, flaws: tuple[Flaw, ...], *, number: str, subject: str, kept: bool
) -> Iterator[RowError]:
    if flaws:
        yield RowError(
            row=slim.number,
            offset=slim.offset,
            sentence=" ".join(sentence_of(flaw) for flaw in flaws),
            external_id=number,
            subject=subject[:200],
            kept=kept,
        )


def _is_own(slim: Slim, choices: MailChoices) -> bool:
    """Whether the mail is from us, told without parsing it."""
    if choices.all_own:
        return True
    head = slim.content[: max(slim.content.find(b"\n\n") + 1, 0)]
    said = {name.lower(): value for name, value in reversed(FIELD.findall(head))}
    labels = said.get(b"x-gmail-labels", b"").decode("utf-8", "replace").casefold()
    if SENT & {one.strip() for one in labels.split(",")}:
        return True
    if not choices.own:
        return False
    sender = header_text(said.get(b"from", b"").decode("ascii", "surrogateescape"))
    address = address_in(sender.strip())[1].casefold()
    return any(address == one or (one[:1] == "@" and address.endswith(one)) for one in choices.own)
