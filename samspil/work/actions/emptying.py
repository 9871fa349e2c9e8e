"""Take out of closed cases what anybody wrote or is named in, and leave what counting needs."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Case as Choice
from django.db.models import Func, Q, QuerySet, TextField, Value, When

from samspil.adapters.mail import forget as forget_letter
from samspil.core.forgetting import GONE
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.work.actions.indexing import index_cases
from samspil.work.models import (
    Answered,
    Attachment,
    Case,
    Cause,
    Decision,
    Emptied,
    Entry,
    Message,
    Notice,
    Outgoing,
    Proposal,
    Unlearned,
)
from samspil.work.queries import message_id, ready_to_empty, store

AT_ONCE = 500
"""Cases that are emptied in one transaction."""

Beside = Callable[[Sequence[int]], None]
"""Takes out what higher floors hold of these cases, by primary key, in the same transaction."""


def empty_cases(
    case_ids: Sequence[int], *, why: Cause, by: Colleague | None, at: datetime, beside: Beside
) -> int:
    """Take out of these cases all that anybody wrote or is named in; returns how many it was.

    Only what is over is emptied: closed, not merged into another case, every reply sent. What was
    merged into one goes along with it and is not counted. A case that was emptied before changes
    nothing, so a run that died goes on where it ended. A fixed number of statements for every
    `AT_ONCE` cases, each such part a transaction of its own: call it outside of any. A file that
    was put less than an hour ago goes with the next sweep. `by` is None for Samspil itself.
    """
    emptied = 0
    for start in range(0, len(case_ids), AT_ONCE):
        part = case_ids[start : start + AT_ONCE]
        done, digests = _empty(part, why=why, by=by, at=at, beside=beside)
        emptied += done
        _forget_files(digests, at=at)
    return emptied


@transaction.atomic
def _empty(
    case_ids: Sequence[int], *, why: Cause, by: Colleague | None, at: datetime, beside: Beside
) -> tuple[int, set[str]]:
    """How many were emptied, and the files they had."""
    cases = _locked(ready_to_empty(case_ids).filter(merged_into__isnull=True))
    merged = _locked(ready_to_empty().filter(merged_into__in=cases))
    going = [one.pk for one in (*cases, *merged)]
    if not going:
        return 0, set()
    _forget_letters(going)
    digests = set(Attachment.objects.filter(case__in=going).values_list("digest", flat=True))
    beside(going)
    _delete_rows(going)
    _blank(going)
    _renumber([*cases, *merged])
    rows = [Emptied(case_id=pk, why=why, at=at) for pk in going]
    Emptied.objects.bulk_create(rows)
    left = [Unlearned(case_id=pk, at=at) for pk in going]
    Unlearned.objects.bulk_create(left, ignore_conflicts=True)
    index_cases(going, labels=lambda _: {})
    ids = [one.public_id for one in (*cases, *merged)]
    note("case_emptied", "case", *ids, by=by, at=at, why=why)
    return len(cases), digests


def _locked(cases: QuerySet[Case]) -> list[Case]:
    rows = cases.order_by("pk").select_for_update(of=("self",), no_key=True)
    return list(rows.only("pk", "public_id"))


def _forget_letters(going: Sequence[int]) -> None:
    """Delete replies and receipts as they lie in the mail folder: first, so that none is missed."""
    sent = Outgoing.objects.filter(case__in=going).only("public_id")
    receipts = Message.objects.filter(case__in=going, external_id__endswith="@samspil")
    numbers = receipts.values_list("external_id", flat=True)
    for number in (*(message_id(one) for one in sent), *numbers):
        forget_letter(number)


def _delete_rows(going: Sequence[int]) -> None:
    Attachment.objects.filter(case__in=going).delete()
    Answered.objects.filter(case__in=going).delete()
    Notice.objects.filter(case__in=going).delete()


def _blank(going: Sequence[int]) -> None:
    """Take the words out of the rows that stay."""
    Message.objects.filter(case__in=going).update(
        sender="", sender_name="", reply_to="", external_id="",
        text="", quoted="", signature="", flaws=[],
    )  # fmt: skip
    Proposal.objects.filter(case__in=going).update(
        evidence=[], draft=_marked("draft"), at_the_time=_WithoutQuote("at_the_time")
    )
    Decision.objects.filter(case__in=going).update(answer=_marked("answer"))
    Outgoing.objects.filter(case__in=going).update(recipient="", subject=GONE, text="")
    Entry.objects.filter(case__in=going).update(fields=[], wish=_marked("wish"))
    Case.objects.among(going).update(subject=GONE, quote="")


def _renumber(cases: Sequence[Case]) -> None:
    """The sender's own number goes: a case without one has its address there."""
    for one in cases:
        one.external_id = str(one.public_id)
    Case.objects.bulk_update(cases, ["external_id"])


def _forget_files(digests: set[str], *, at: datetime) -> None:
    """Delete the files that no case has any more."""
    kept, here = Attachment.objects.filter(digest__in=digests), store()
    for digest in digests.difference(kept.values_list("digest", flat=True)):
        here.drop_untouched(digest, at=at)


def _marked(field: str) -> Choice:
    """`GONE` where the field held something."""
    held = When(~Q(**{field: ""}), then=Value(GONE))
    return Choice(held, default=Value(""), output_field=TextField())


class _WithoutQuote(Func):
    """What explains a proposal, without the words that routing went by."""

    template = "json_remove(%(expressions)s, '$.quote')"

    def as_postgresql(self, compiler: object, connection: object, **extra: object) -> object:
        """The same there."""
        return self.as_sql(compiler, connection, template="(%(expressions)s - 'quote')", **extra)  # type: ignore[arg-type]  # as Django calls it
