"""Mailboxes that were saved as files: threads, quotations, a file, a newsletter."""

import re
import tempfile
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from samspil.demo.queries.cast import LINES
from samspil.demo.queries.company import process_of
from samspil.demo.queries.samples import FOLDER
from samspil.inbox.actions import bring_in
from samspil.inbox.queries import mail_choices

OURS = "@havgaard.example"
AGO = re.compile(r"^Date: @-(\d+)$", re.MULTILINE)
"""Stands where a mail was written so many hours ago."""


def bring_in_mailboxes(*, at: datetime) -> int:
    """Open a case for each thread of the mailboxes that is not here yet; returns how many."""
    choices = mail_choices("", own=[OURS], leave_out=True)
    opened = 0
    for line in LINES:
        path = FOLDER / "messages" / "mailboxes" / f"{line.key}.mbox"
        if not path.exists():
            continue
        with tempfile.NamedTemporaryFile(suffix=".mbox") as dated:
            dated.write(_dated(path, at).encode())
            dated.flush()
            process = process_of(line)
            done = bring_in(Path(dated.name), process=process, at=at, by=None, choices=choices)
        opened += done.opened
    return opened


def _dated(path: Path, at: datetime) -> str:
    def said(found: re.Match[str]) -> str:
        return f"Date: {format_datetime(at - timedelta(hours=int(found[1])))}"

    return AGO.sub(said, path.read_text(encoding="utf-8"))
