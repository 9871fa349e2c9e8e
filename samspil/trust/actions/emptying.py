"""Empty closed cases of everything that anybody wrote or is named in, on every floor."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q

from samspil.chat.models import Conversation
from samspil.inbox.models import Fault, StatusLink
from samspil.knowledge.models import QuestionCase
from samspil.likeness.models import Similar, Vector
from samspil.parallel_runs.actions import forget_cases
from samspil.people.models import Colleague
from samspil.review.models import CaseTag, Mention, Tag
from samspil.teaching.models import Example
from samspil.work import actions as work
from samspil.work.models import Case, Cause, Message


def empty_cases(case_ids: Sequence[int], *, why: Cause, by: Colleague | None, at: datetime) -> int:
    """Take out of these cases, given by primary key, all that anybody wrote or is named in.

    Returns how many were emptied now. Gone are messages, sender, subject, number, what was filled
    in, replies, notes, files, quotes, drafts, index, vectors, tags, mentions, chats, status links,
    examples, who asked; and letters in the mail folder. What counting and evidence need stays:
    topic, times, route, reason, sureness, verdict, who decided, the journal.

    Only closed cases whose replies have left are emptied; the others are left as they are, and so
    is one that was merged into another: it goes along with that one. Safe to run again after it
    died. A fixed number of statements for every 500 cases, each such part a transaction of its own.
    `why` is `Cause.OVER` (its time is over) or `Cause.ASKED` (the person asked). The caller has
    asked whether `by` may, and whether anything must be kept; None stands for Samspil itself.
    """
    return work.empty_cases(case_ids, why=why, by=by, at=at, beside=_empty_beside)


def _empty_beside(cases: Sequence[int]) -> None:
    """Delete what the floors above `work` hold of these cases."""
    _forget_faults(cases)
    forget_cases(cases)
    Similar.objects.filter(Q(case__in=cases) | Q(decision__case__in=cases)).delete()
    Mention.objects.filter(message__case__in=cases).delete()
    worn = list(Tag.objects.filter(cases__case__in=cases).values_list("pk", flat=True))
    for rows in (Vector, CaseTag, StatusLink, Conversation, QuestionCase, Example):
        rows.objects.filter(case__in=cases).delete()
    Tag.objects.filter(pk__in=worn, cases__isnull=True).delete()


def _forget_faults(cases: Sequence[int]) -> None:
    """Delete what was said to be odd about these messages when they were brought in."""
    going = Case.objects.among(cases)
    joined = Message.objects.filter(case__in=cases).exclude(external_id="")
    numbered = Q(number__in=going.values("external_id"))
    numbered |= Q(number__in=joined.values("external_id"))
    Fault.objects.filter(numbered, upload__process__in=going.values("process")).delete()
