"""Questions that were sent on as cases: where to, and what became of them."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from samspil.core.lifecycle import Stage
from samspil.core.skill import Senders
from samspil.knowledge.access import visible_to
from samspil.knowledge.models import Desk, FoundPlace, Passage, QuestionCase
from samspil.knowledge.queries.knowing import Quote, quote_of
from samspil.people.models import Colleague
from samspil.work.models import Case, Direction, Message, Process

MOST = 50
"""Questions on a list, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentOn:
    """A question that was sent on, and what was answered; empty: nothing yet."""

    question: QuestionCase
    answer: str

    @property
    def closed(self) -> bool:
        """Whether somebody decided it."""
        return bool(self.question.case.stage == Stage.CLOSED)


def desk() -> Process | None:
    """Which process takes questions: the one chosen, else the first that employees write to.

    None where there is none. One statement, or two.
    """
    chosen = Desk.objects.select_related("process").first()
    return chosen.process if chosen else takers().first()


def takers() -> QuerySet[Process]:
    """The processes that can take questions: those employees write to; the oldest first."""
    real = Process.objects.filter(senders=Senders.EMPLOYEES, sample=False)
    return real.order_by("created_at", "pk")


def sent_by(asker: Colleague) -> list[SentOn]:
    """What this colleague sent on, the latest first. Two statements."""
    return _with_answers(QuestionCase.objects.filter(asker=asker))


def meant_for(expert: Colleague) -> list[SentOn]:
    """The open questions that name this colleague. Two statements."""
    theirs = QuestionCase.objects.filter(expert=expert).exclude(case__stage=Stage.CLOSED)
    return _with_answers(theirs)


def question_of_case(case: Case) -> QuestionCase | None:
    """What stands of a case that began as a question; None of any other."""
    return QuestionCase.objects.filter(case=case).select_related("asker", "expert").first()


def places_of(question: QuestionCase, *, reader: Colleague) -> list[Quote]:
    """What the asker was shown, as far as the reader may see it and it still stands there."""
    seen = FoundPlace.objects.filter(question=question, document__in=visible_to(reader))
    before = question.case.opened_at
    still = seen.filter(Q(document__read_at__isnull=True) | Q(document__read_at__lte=before))
    places = list(still.select_related("document").order_by("place"))
    wanted = Q(pk__in=[])
    for one in places:
        wanted |= Q(document=one.document_id, number=one.passage)
    rows = {
        (row.document_id, row.number): row
        for row in Passage.objects.filter(wanted).select_related("document")
    }
    return [
        quote_of(row, start=one.start, end=one.end)
        for one in places
        if (row := rows.get((one.document_id, one.passage)))
    ]


def _with_answers(found: QuerySet[QuestionCase]) -> list[SentOn]:
    rows = list(found.select_related("case", "asker", "expert").order_by("-pk")[:MOST])
    answers = Message.objects.filter(case__in=[one.case_id for one in rows])
    said = answers.filter(direction=Direction.OUT).order_by(F("at").asc(), "pk")
    texts = dict(said.values_list("case_id", "text"))
    return [SentOn(question=one, answer=texts.get(one.case_id, "")) for one in rows]
