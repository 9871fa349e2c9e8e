"""From a mail made small to a message: head, text in three parts, files, and what is wrong."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.parser import BytesParser

from samspil.adapters.incoming_mail.heads import TROUBLE, Head, answered_numbers, head_of, shortened
from samspil.adapters.incoming_mail.parts import Opened, RawFile, opened
from samspil.adapters.incoming_mail.slimming import Slim
from samspil.core.file_kinds import MAIL, TEXT, kind_of
from samspil.core.mail_faults import Fault, Flaw
from samspil.core.mail_kinds import Automatic
from samspil.core.quoting import parted
from samspil.inbox.files.fields import whole
from samspil.work.actions import Arrival, ArrivalFile

LONGEST_SUBJECT = 1_000
LONGEST_QUOTE = 200_000
"""Characters of earlier mails that are kept with a message."""
MOST_FILES = 50
PROGRAMS = re.compile(
    r"\.(exe|com|bat|cmd|scr|pif|jse?|vb[es]?|ws[fhc]?|ps1|psm1|msi|msp|mst|jar|hta|cpl|lnk|reg|dll|sys|app|apk"
    r"|deb|rpm|sh|command|iso|img|vhdx?|docm|dotm|xlsm|xltm|xlam|xll|pptm|ppam|ppsm|chm|gadget|inf|scf|url"
    r"|appx|msix|one|dmg|py|pyc|rb|pl|php|svg|html?|xht(ml)?|mht(ml)?|swf)(?=$|[\s.])",
    re.IGNORECASE,
)
NAMED_INSIDE = re.compile(rb"name\*?\d?\*?=\"?([^\"\r\n;]{1,200})", re.IGNORECASE)
ANOTHER_HEAD = re.compile(r"\n\n(?:[A-Z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n){0,20}){3,60}\n")
OURS = re.compile(rb"<[0-9a-f-]{36}@samspil>")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMail:
    """A mail as it comes in; `arrival` is None for what is no mail at all."""

    arrival: Arrival | None
    flaws: tuple[Flaw, ...]
    message_id: str
    subject: str


def read_mail(slim: Slim, *, now: datetime | None, most_file: int) -> ReadMail:
    """Read one mail. Never raises, whatever is in it."""
    flaws = list(slim.flaws)
    message = BytesParser(policy=policy.compat32).parsebytes(slim.content)
    head = head_of(message, now=now, flaws=flaws)
    if head.blank:
        return ReadMail(arrival=None, flaws=(Flaw(fault=Fault.NO_HEAD),), message_id="", subject="")
    try:
        inside = opened(message, slim, flaws)
    except TROUBLE:
        inside = Opened()
        flaws.append(Flaw(fault=Fault.BROKEN_PARTS))
    files = list(_taken(inside.files[:MOST_FILES], flaws, most_file=most_file))
    text = inside.text
    _note_text(text, message_is_plain=not message.is_multipart(), files=files, flaws=flaws)
    if message.is_multipart() and _holds_another(f"\n\n{(message.epilogue or '').lstrip()}"):
        flaws.append(Flaw(fault=Fault.NO_FROM_LINE))
    unique = tuple(dict.fromkeys(flaws))
    arrival = _arrival(head, inside, text, files, slim=slim, flaws=unique)
    return ReadMail(
        arrival=arrival, flaws=unique, message_id=head.message_id, subject=arrival.subject
    )


def _arrival(
    head: Head, inside: Opened, text: str, files: list[ArrivalFile], *, slim: Slim,
    flaws: tuple[Flaw, ...],
) -> Arrival:  # fmt: skip
    apart = parted(whole(text))
    automatic = head.automatic
    if inside.calendar and automatic == Automatic.NO:
        automatic = Automatic.CALENDAR
    answers = head.answers
    if automatic == Automatic.BOUNCE and inside.inner:
        returned = " ".join(one.decode() for one in OURS.findall(inside.inner)[:10])
        answers = tuple(dict.fromkeys([*answers, *answered_numbers(returned, "")]))
    return Arrival(
        text=apart.text,
        quoted=apart.quoted[:LONGEST_QUOTE],
        signature=apart.signature[:LONGEST_QUOTE],
        external_id=shortened(whole(head.message_id)) or _number_from(head, slim),
        sender=whole(head.sender),
        sender_name=whole(head.sender_name)[:200],
        reply_to=whole(head.reply_to),
        subject=whole(head.subject)[:LONGEST_SUBJECT],
        answers=tuple(whole(one) for one in answers),
        written_at=head.written_at,
        automatic=automatic,
        files=tuple(files),
        flaws=flaws,
    )


def _number_from(head: Head, slim: Slim) -> str:
    """A number for a mail that brings none: the same mail always gets the same."""
    said = "\n".join([head.sender, head.subject, str(head.written_at), slim.digest])
    return f"mail-{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:32]}"


def _note_text(
    text: str, *, message_is_plain: bool, files: list[ArrivalFile], flaws: list[Flaw]
) -> None:
    explained = {flaw.fault for flaw in flaws} & {Fault.ENCRYPTED, Fault.SEALED, Fault.WINMAIL}
    if not text.strip() and not files and not explained:
        flaws.append(Flaw(fault=Fault.NO_TEXT))
    if message_is_plain and _holds_another(text):
        flaws.append(Flaw(fault=Fault.NO_FROM_LINE))


def _holds_another(text: str) -> bool:
    """Whether a whole head stands in the text, as where the line between two mails was lost."""
    if "\nMessage-ID:" not in text and "\nMessage-Id:" not in text:
        return False
    for found in ANOTHER_HEAD.finditer(f"\n\n{text}\n"):
        names = {line.partition(":")[0].casefold() for line in found.group().split("\n")}
        if {"message-id", "from", "date"} <= names:
            return True
    return False


def _taken(files: Iterable[RawFile], flaws: list[Flaw], *, most_file: int) -> Iterable[ArrivalFile]:
    """The files that are taken; the others are named."""
    for file in files:
        name = whole(file.name)[:120]
        fault = _fault_of(file, name, most_file=most_file)
        if fault is not None:
            flaws.append(Flaw(fault=fault, detail=name))
        elif file.content:
            kind = MAIL if file.media_type == MAIL else kind_of(file.content)
            yield ArrivalFile(name=name, content=file.content, kind=kind, inline=file.inline)


def _fault_of(file: RawFile, name: str, *, most_file: int) -> Fault | None:
    if PROGRAMS.search(name):
        return Fault.PROGRAM
    if file.content is None or len(file.content) > most_file:
        return Fault.LARGE_FILE
    if file.media_type == MAIL:
        inside = NAMED_INSIDE.findall(file.content[:1_000_000])
        programs = (PROGRAMS.search(one.decode("latin-1").strip()) for one in inside)
        return Fault.PROGRAM if any(programs) else None
    kind = kind_of(file.content) if file.content else TEXT
    return None if kind else Fault.WRONG_KIND
