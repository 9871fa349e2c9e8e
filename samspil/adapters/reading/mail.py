"""A mail: its subject as heading and its text; files in it are named, and not followed."""

import io
from email import policy
from email.parser import BytesParser

from samspil.adapters.incoming_mail.heads import TROUBLE, head_of
from samspil.adapters.incoming_mail.parts import Opened, opened
from samspil.adapters.incoming_mail.splitting import single_mail
from samspil.adapters.reading.limits import MOST_BYTES
from samspil.adapters.reading.outline import Outline
from samspil.adapters.reading.remarks import Left, Trouble, UnreadableDocument
from samspil.core.mail_faults import Fault, Flaw

LOCKED = frozenset({Fault.ENCRYPTED, Fault.SEALED})
DAMAGED = frozenset({Fault.BROKEN_PARTS, Fault.CUT_SHORT, Fault.TOO_LONG, Fault.TOO_DEEP,
                     Fault.MANY_PARTS})  # fmt: skip


def read_mail(raw: bytes, outline: Outline) -> None:
    """What a person would read of it; raises `UnreadableDocument` where it is locked or no mail."""
    slim = single_mail(io.BytesIO(raw), number=1, most_file=MOST_BYTES)
    message = BytesParser(policy=policy.compat32).parsebytes(slim.content)
    flaws = list(slim.flaws)
    head = head_of(message, now=None, flaws=flaws)
    if head.blank:
        raise UnreadableDocument(Trouble.BROKEN)
    try:
        inside = opened(message, slim, flaws)
    except TROUBLE:
        inside = Opened()
        flaws.append(Flaw(fault=Fault.BROKEN_PARTS))
    faults = {flaw.fault for flaw in flaws}
    if faults & LOCKED and not inside.text.strip():
        raise UnreadableDocument(Trouble.ENCRYPTED)
    _note(outline, inside, faults)
    outline.heading(1, head.subject)
    outline.line(inside.text)


def _note(outline: Outline, inside: Opened, faults: set[Fault]) -> None:
    files = sum(1 for one in inside.files if not one.inline)
    if files:
        outline.note(Left.ATTACHMENTS, files=files)
    if faults & DAMAGED:
        outline.note(Left.DAMAGED)
