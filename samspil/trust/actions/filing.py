"""Say what papers ask for, take papers out, keep them as they are, and delete them in time."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.filings.asks import CHOICES, Ask
from samspil.core.filings.content import Filing, Paper
from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.tenancy.actions import delete_rows
from samspil.trust.access import check_may_read_paper, check_may_state
from samspil.trust.models import Format, KeptPaper, Statement
from samspil.trust.queries.papers import asked_of, shelf, subject_at, text_of, written
from samspil.trust.queries.retention import over_papers

LONGEST = 4000
"""Characters of a statement."""


class BadStatement(ValueError):
    """What was said cannot be kept so; the message is fit to show."""


@transaction.atomic
def state(about: UUID | str, said: Mapping[Ask, str], *, by: Colleague, at: datetime) -> None:
    """Say what papers ask for about something; empty words take back what was said.

    The same words again change nothing. Raises `BadStatement`, and `NoSuchThing` where there is
    nothing of this id.
    """
    check_may_state(by)
    subject = subject_at(about)
    asked = asked_of(subject)
    there = {one.ask: one.text for one in Statement.objects.filter(about=subject.about)}
    for ask, words in said.items():
        text = words.strip()
        _check(ask, text, asked=asked)
        if there.get(ask.value, "") == text:
            continue
        if text:
            Statement.objects.update_or_create(
                about=subject.about, ask=ask, defaults={"text": text, "by": by, "at": at}
            )
        else:
            Statement.objects.filter(about=subject.about, ask=ask).delete()
        note("paper_stated", "paper", subject.about, by=by, at=at, ask=ask.value, said=bool(text))


def _check(ask: Ask, text: str, *, asked: Sequence[Ask]) -> None:
    if ask not in asked:
        raise BadStatement(_("This is not asked about it."))
    if text and ask in CHOICES and text not in CHOICES[ask]:
        raise BadStatement(_("Choose one of what can be chosen."))
    if len(text) > LONGEST:
        raise BadStatement(_("Say it in 4,000 characters at most."))


@transaction.atomic
def take_paper(
    filing: Filing, about: UUID | str, *, language: str, form: Format, by: Colleague | None,
    at: datetime,
) -> bytes:  # fmt: skip
    """The paper as a file, and a line in the journal. `by` is None on the command line only."""
    if by is not None:
        check_may_read_paper(by, filing.paper)
    content = written(filing, language=language, form=form, at=at)
    note(
        "paper_taken", "paper", about, by=by, at=at, paper=filing.paper.value, form=form.value,
        language=language, missing=len(filing.missing),
    )  # fmt: skip
    return content


@transaction.atomic
def keep_paper(
    filing: Filing, about: UUID | str, *, why: str, language: str, form: Format, by: Colleague,
    at: datetime,
) -> KeptPaper:  # fmt: skip
    """Keep the file as it is now, so that it can be shown later what was known."""
    check_may_state(by)
    content = written(filing, language=language, form=form, at=at)
    fingerprint = hashlib.sha256(content).hexdigest()
    made = KeptPaper.objects.create(
        paper=filing.paper,
        about=str(about),
        named=text_of(filing.named)[:200],
        language=language,
        format=form,
        digest=shelf().put(content),
        fingerprint=fingerprint,
        missing=len(filing.missing),
        why=why.strip(),
        by=by,
        at=at,
    )
    note(
        "paper_kept", "paper", about, by=by, at=at, paper=filing.paper.value,
        fingerprint=fingerprint,
    )  # fmt: skip
    return made


@transaction.atomic
def take_kept(kept: KeptPaper, *, by: Colleague, at: datetime) -> bytes:
    """The kept file itself, and a line in the journal; raises `DamagedFile`."""
    paper = Paper(kept.paper)
    check_may_read_paper(by, paper)
    note("paper_taken", "paper", kept.about, by=by, at=at, paper=paper.value, kept=True)
    return shelf().get(kept.digest)


def sweep_papers(*, at: datetime) -> int:
    """Delete papers that were kept long enough; returns how many. Their files go with the next
    sweep."""
    return delete_rows(over_papers(reach_of(Category.PAPERS, at=at)))


def sweep_paper_files(*, at: datetime) -> int:
    """Delete files of no kept paper; returns how many. Outside of any transaction."""
    has = KeptPaper.objects.filter
    return shelf().sweep(at=at, is_kept=lambda one: has(digest=one).exists())
