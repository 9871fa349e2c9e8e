"""How often people verified an approved answer, and what became of it since it was a draft."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.utils.formats import date_format
from django.utils.translation import gettext

from samspil.core.contesting import Outcome
from samspil.core.evidence.approved import Uses
from samspil.core.knowing import WORDS, Lapsed, ReadyReply
from samspil.core.routing import BY_HABIT, Reason
from samspil.work.models import ApprovedUse, Complaint, Decision, Process, Proposal, Verdict
from samspil.work.queries.knowing import knowledge

COUNTS = BY_HABIT | {Reason.NO_REPLY_READY, Reason.NOT_COVERED}
"""A use counts as right only in such cases: nothing but want of a reply or of proof kept it from
being sent. One that was wrong counts wherever it was."""
COLUMNS = ("process", "answer", "language", "version")


@dataclass(frozen=True, slots=True)
class Kind:
    """What uses are counted of: an answer in one language, as it reads since a version."""

    answer: UUID
    language: str
    since: int


def kind_of(reply: ReadyReply) -> Kind:
    """What counts for this reply."""
    return Kind(reply.answer, reply.language, reply.since)


def uses_of(process: Process, kinds: Collection[Kind]) -> Mapping[Kind, Uses]:
    """How often people verified each of these in this process. Two statements."""
    rows = _rows({kind.answer for kind in kinds}, process=process)
    return {
        kind: _sum(
            row
            for row in rows
            if (row.answer, row.language) == (kind.answer, kind.language)
            and row.version >= kind.since
        )
        for kind in kinds
    }


def uses_by_process(answer: UUID, *, since: int) -> Mapping[tuple[int, str], Uses]:
    """How often people verified an answer since this version, by process and language.

    Two statements.
    """
    found: dict[tuple[int, str], list[_Row]] = defaultdict(list)
    for row in _rows({answer}):
        if row.version >= since:
            found[row.process, row.language].append(row)
    return {where: _sum(rows) for where, rows in found.items()}


def lapse_of(proposal: Proposal | None, *, at: datetime) -> Lapsed | None:
    """What became of the approved answer that the draft is; None: it holds, or there was none.

    A draft that names no source costs no statement.
    """
    if proposal is None or not proposal.sources:
        return None
    use: ApprovedUse | None = getattr(proposal, "approved", None)
    return knowledge().lapsed(use.answer, version=use.version, at=at) if use else None


def lapse_words(lapsed: Lapsed) -> str:
    """The same as a sentence in the reader's language."""
    day = date_format(lapsed.day, "SHORT_DATE_FORMAT") if lapsed.day else gettext("a day not known")
    return gettext(WORDS[lapsed.lapse]).format(day=day)


@dataclass(frozen=True, slots=True)
class _Row:
    process: int
    answer: UUID
    language: str
    version: int
    right: int
    wrong: int


def _rows(answers: Collection[UUID], process: Process | None = None) -> list[_Row]:
    """What people made of drafts that were such an answer, to messages that asked just that."""
    used = Q(approved__answer__in=answers, approved__whole=True, approved__offered=True)
    if process is not None:
        used &= Q(approved__process=process)
    proposals = Proposal.objects.filter(used)
    return [*_decided(proposals), *_contested(proposals)]


def _decided(proposals: QuerySet[Proposal]) -> list[_Row]:
    """By those who decided first: what somebody disagreed with counts by how that ended."""
    ended = Complaint.objects.filter(case=OuterRef("case"), round=OuterRef("round"))
    anew = Exists(Complaint.objects.filter(decision=OuterRef("pk")))
    found = Decision.objects.filter(proposal__in=proposals).exclude(
        Exists(ended.filter(outcome=Outcome.CHANGED)) | anew
    )
    right = Q(verdict=Verdict.AGREED, case__reason__in=COUNTS)
    wrong = Q(verdict__in=(Verdict.CHANGED, Verdict.REJECTED))
    columns = [f"proposal__approved__{name}" for name in COLUMNS]
    counted = found.values_list(*columns).annotate(
        right=Count("pk", filter=right), wrong=Count("pk", filter=wrong)
    )
    return [_Row(*row) for row in counted.order_by()]


def _contested(proposals: QuerySet[Proposal]) -> list[_Row]:
    """What was changed because somebody disagreed was wrong, whoever had sent it."""
    lost = Complaint.objects.filter(
        case=OuterRef("case"), round=OuterRef("round"), outcome=Outcome.CHANGED
    )
    columns = [f"approved__{name}" for name in COLUMNS]
    found = proposals.filter(Exists(lost)).values_list(*columns)
    counted = found.annotate(right=Value(0), wrong=Count("pk"))
    return [_Row(*row) for row in counted.order_by()]


def _sum(rows: Iterable[_Row]) -> Uses:
    kept = list(rows)
    return Uses(right=sum(row.right for row in kept), wrong=sum(row.wrong for row in kept))
