"""One row of every kind of data, as old as a test wants it."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db.models import Model

from samspil.audit.models import Audit, Sheet
from samspil.chat.models import Chat, Conversation
from samspil.core.bulk import BulkAction
from samspil.core.retention.categories import Category
from samspil.eventlogs.models import EventLog, State
from samspil.fairness.models import GroupOutcomes
from samspil.gaps.models import GapRequest
from samspil.governance.models import Hold, ModelCall, PurgeReport
from samspil.inbox.models import Import
from samspil.knowledge.models import ErasedMail, Question, Source, SourceRun
from samspil.people.models import Absence, Colleague, StaffList, Training
from samspil.pipeline.models import Initiative
from samspil.readiness.models import Interview, Round
from samspil.readiness.models import Sheet as AnonymousSheet
from samspil.review.models import Batch
from samspil.rollouts.models import Rollout, SupportRequest, TeamRollout
from samspil.summaries.models import Summary
from samspil.teaching.models import Example
from samspil.trust.models import AccessRequest, Incident, KeptPaper
from samspil.work.models import Case, Decision, Notice, Process
from samspil.workshops.models import Seat, Table, Workshop
from tests.factories import make_case, make_process, make_team

HERS = "kunde@example.com"


def example(case: Case, by: Colleague, at: datetime, removed: datetime | None = None) -> Model:
    return Example.objects.create(
        process=case.process, digest=f"{case.pk} {removed}", text="Where is it?", topic="delivery",
        source="decision", case=case, added_by=by, added_at=at,
        removed_at=removed,
    )  # fmt: skip


def question(case: Case, by: Colleague, at: datetime) -> Model:
    return Question.objects.create(
        text="When do we close?", asked_in="page", outcome="answered", asked_at=at
    )


def conversation(case: Case, by: Colleague, at: datetime) -> Model:
    chat, _new = Chat.objects.get_or_create(process=case.process, name="Chat", audience="employees")
    return Conversation.objects.create(chat=chat, language="da", began_at=at, last_at=at, case=case)


def summary(case: Case, by: Colleague, at: datetime) -> Model:
    return Summary.objects.create(kind="document", name="Plan", ordered_by=by, ordered_at=at)


def removed(case: Case, by: Colleague, at: datetime) -> Model:
    return example(case, by, at, removed=at)


def mail_mark(case: Case, by: Colleague, at: datetime) -> Model:
    return ErasedMail.objects.create(mark=str(ErasedMail.objects.count()), erased_at=at)


def staff_list(case: Case, by: Colleague, at: datetime) -> Model:
    return StaffList.objects.create(by=by, file_name="staff.csv", brought_at=at)


def imported(case: Case, by: Colleague, at: datetime) -> Model:
    return Import.objects.create(
        process=case.process, by=by, file_name="mails.mbox", language="da", stage="done",
        uploaded_at=at, finished_at=at,
    )  # fmt: skip


def round_(case: Case, by: Colleague, at: datetime) -> Model:
    source, _new = Source.objects.get_or_create(
        name="Shelf", kind="folder", place="/shelf", owner=by,
        defaults={"added_at": at, "due_at": at},
    )  # fmt: skip
    return SourceRun.objects.create(source=source, began_at=at, held_until=at, ended_at=at)


def gap(case: Case, by: Colleague, at: datetime) -> Model:
    return GapRequest.objects.create(
        words=["tax"], kind="answer", asked=by, by=by, at=at, done_at=at
    )


def notice(case: Case, by: Colleague, at: datetime) -> Model:
    return Notice.objects.create(colleague=by, case=case, what="waits", at=at, seen_at=at)


def batch(case: Case, by: Colleague, at: datetime) -> Model:
    made = Batch.objects.create(action=BulkAction.CLOSE, by=by, at=at, size=1)
    made.lines.create(case=case)
    return made


def absence(case: Case, by: Colleague, at: datetime) -> Model:
    return Absence.objects.create(colleague=by, first_day=at.date(), last_day=at.date())


def training(case: Case, by: Colleague, at: datetime) -> Model:
    gone = Colleague.objects.create(name="Gone", left_at=at)
    return Training.objects.create(colleague=gone, what="AI", day=at.date(), noted_by=by)


def access(case: Case, by: Colleague, at: datetime) -> Model:
    return AccessRequest.objects.create(
        address=HERS, received_on=at.date(), due_on=at.date(), language="da", answer="sent",
        answered_at=at,
    )  # fmt: skip


def pack(case: Case, by: Colleague, at: datetime) -> Model:
    return AccessRequest.objects.create(
        address=HERS, received_on=at.date(), due_on=at.date(), language="da", stage="made",
        digest="0" * 64, expires_at=at + timedelta(days=14),
    )  # fmt: skip


def incident(case: Case, by: Colleague, at: datetime) -> Model:
    return Incident.objects.create(
        what="A reply went to somebody else.", noticed_at=at, at=at, by=by, breach="unlikely",
        closed_at=at, closed_by=by, learned="Ask twice.",
    )  # fmt: skip


def hold(case: Case, by: Colleague, at: datetime) -> Model:
    return Hold.objects.create(
        on="person", value="long@gone.example", why="A dispute.", review_on=at.date(), by=by,
        at=at, ended_at=at, ended_by=by, ended_why="It is over.",
    )  # fmt: skip


def paper(case: Case, by: Colleague, at: datetime) -> Model:
    return KeptPaper.objects.create(
        paper="record", about=str(by.public_id), named="A", language="en", format="docx",
        digest="0" * 64, fingerprint="0" * 64, missing=0, why="Audit", by=by, at=at,
    )  # fmt: skip


def report(case: Case, by: Colleague, at: datetime) -> Model:
    return PurgeReport.objects.create(day=at.date(), began_at=at)


def call(case: Case, by: Colleague, at: datetime) -> Model:
    return ModelCall.objects.create(
        at=at, purpose="test", data_class="public", verdict="block", outcome="blocked", why="place"
    )


def closed(case: Case, by: Colleague, at: datetime) -> Model:
    return closed_in(case.process, by=by, at=at)


def closed_in(process: Process, *, by: Colleague, at: datetime, sender: str = HERS) -> Case:
    """A case that somebody wrote in and that is closed."""
    made = make_case(process, "Where is my order?", sender=sender)
    Decision.objects.create(case=made, by=by, verdict="own", seconds=9, at=at)
    Case.objects.filter(pk=made.pk).update(
        stage="closed", closed_at=at, route="person", reason="unsure"
    )
    return Case.objects.get(pk=made.pk)


def outcomes(case: Case, by: Colleague, at: datetime) -> Model:
    return GroupOutcomes.objects.create(name="Interviews", by=by, at=at)


def sheet(case: Case, by: Colleague, at: datetime) -> Model:
    round_ = Audit.objects.create(
        name="Round", opens=at.date(), closes=at.date(), by=by, at=at, settled_at=at
    )
    return Sheet.objects.create(audit=round_, colleague=by, begun_at=at, handed_in_at=at)


def support(case: Case, by: Colleague, at: datetime) -> Model:
    tried = Initiative.objects.create(name="x", aim="x", owner=by, stage_at=at, made_at=at)
    day = at.date()
    rolled = Rollout.objects.create(
        initiative=tried, owner=by, starts_on=day, training="x", made_at=at
    )
    place = TeamRollout.objects.create(rollout=rolled, team=make_team(by), owner=by, starts_on=day)
    return SupportRequest.objects.create(
        place=place, asked_by=by, urgency="soon", asked_at=at, due_at=at, at=at
    )


def seat(case: Case, by: Colleague, at: datetime) -> Model:
    code = f"{Workshop.objects.count():06}"
    room = Workshop.objects.create(
        name="Time", question="What?", day=at.date(), code=code, by=by, at=at
    )
    table = Table.objects.create(workshop=room, name="Sales")
    return Seat.objects.create(workshop=room, table=table, colleague=by)


def open_answers(case: Case, by: Colleague, at: datetime) -> Model:
    asked = Round.objects.filter(settled_at=None).first()
    round_ = asked or Round.objects.create(name="x", closes=at.date(), by=by, at=at)
    return AnonymousSheet.objects.create(round=round_, mark=str(AnonymousSheet.objects.count()))


def interview(case: Case, by: Colleague, at: datetime) -> Model:
    return Interview.objects.create(person=by, interviewer=by, seat="hr", day=at.date(), at=at)


def event_log(case: Case, by: Colleague, at: datetime) -> Model:
    return EventLog.objects.create(
        name="Orders", state=State.MADE, brought_by=by, brought_at=at, read_at=at
    )


def of_an_employee(case: Case, by: Colleague, at: datetime) -> Model:
    return closed_in(make_process(team=make_team(by), starter="it"), by=by, at=at)


MADE: Mapping[Category, Callable[[Case, Colleague, datetime], Model]] = {
    Category.EXAMPLES: example,
    Category.QUESTIONS: question,
    Category.CHATS: conversation,
    Category.SUMMARIES: summary,
    Category.REMOVED: removed,
    Category.MAIL_MARKS: mail_mark,
    Category.LOOKED_AT: staff_list,
    Category.IMPORTS: imported,
    Category.ROUNDS: round_,
    Category.GAPS: gap,
    Category.OUTCOMES: outcomes,
    Category.AUDITS: sheet,
    Category.SUPPORT: support,
    Category.WORKSHOPS: seat,
    Category.READINESS: open_answers,
    Category.INTERVIEWS: interview,
    Category.EVENT_LOGS: event_log,
    Category.NOTICES: notice,
    Category.BATCHES: batch,
    Category.ABSENCES: absence,
    Category.TRAININGS: training,
    Category.ACCESS: access,
    Category.PACKS: pack,
    Category.INCIDENTS: incident,
    Category.HOLDS: hold,
    Category.PAPERS: paper,
    Category.REPORTS: report,
    Category.CALLS: call,
    Category.CUSTOMERS: closed,
    Category.EMPLOYEES: of_an_employee,
}
