"""One case as it stands on paper: everything, in the order in which one reads it."""

from dataclasses import dataclass
from datetime import datetime

from samspil.people.models import Colleague
from samspil.review.models import Tag
from samspil.review.queries.casework import case_sheet
from samspil.review.queries.sheet import CaseSheet
from samspil.web.parts import Moment
from samspil.work.models import Attachment, Case
from samspil.work.queries import attachments
from samspil.work.queries.happened import moments


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A case with its thread, proposal, decision, files and history, and who printed it when."""

    case: Case
    sheet: CaseSheet
    tags: list[Tag]
    files: list[Attachment]
    moments: list[Moment]
    by: Colleague
    at: datetime


def paper_of(case: Case, *, reader: Colleague, at: datetime) -> Paper:
    """Everything that belongs on the paper."""
    return Paper(
        case=case,
        sheet=case_sheet(case, reader=reader),
        tags=list(Tag.objects.filter(cases__case=case).order_by("name")),
        files=attachments(case),
        moments=moments(case),
        by=reader,
        at=at,
    )
