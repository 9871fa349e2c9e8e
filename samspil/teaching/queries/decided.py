"""What people decided, as far as AI could learn from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import (
    Count,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce

from samspil.core.contesting import Outcome
from samspil.core.evidence.learning import PROVES_FOR
from samspil.teaching.models import Example, LeftOut
from samspil.teaching.queries.examples import names_of
from samspil.work.models import Complaint, Decision, Direction, Message, Process, Unlearned
from samspil.work.queries import held_back, overturned_answers

PAGE = 25
MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A decided case that may become an example: its text, AI's topic, the person's topic.

    `proposed` is empty where AI named none.
    """

    case_id: UUID
    pk: int
    decision: Decision
    text: str
    topic: str
    topic_name: str
    proposed: str
    proposed_name: str

    @property
    def corrected(self) -> bool:
        """Whether the person chose another topic than AI."""
        return self.proposed != self.topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How many decided cases lots keep out of teaching, and when the first and the last of them
    may teach; None where there are none."""

    cases: int
    first_until: datetime | None
    last_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedPage:
    """One page, newest first; `before` is where the next goes on, None where nothing follows."""

    rows: list[Candidate]
    before: int | None
    simulated: int
    held: Held


def decided_page(
    process: Process, *, corrected: bool, left_out: bool, before: int | None, at: datetime
) -> DecidedPage:
    """Decisions of real people that are no examples yet; `left_out` are those passed over."""
    found = candidates(process, corrected=corrected, left_out=left_out, at=at)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found[: PAGE + 1])
    return DecidedPage(
        rows=with_texts(process, rows[:PAGE]),
        before=rows[PAGE - 1].pk if len(rows) > PAGE else None,
        simulated=Decision.objects.filter(case__process=process, simulated=True).count(),
        held=held_of(process, at=at),
    )


def held_of(process: Process, *, at: datetime) -> Held:
    """What lots keep out of teaching now, in one statement."""
    found = held_back(at=at).filter(process=process, simulated=False)
    told = found.aggregate(cases=Count("pk"), first=Min("at"), last=Max("at"))
    return Held(
        cases=told["cases"],
        first_until=told["first"] and told["first"] + PROVES_FOR,
        last_until=told["last"] and told["last"] + PROVES_FOR,
    )


def decisions_on(process: Process, cases: Sequence[UUID]) -> list[int]:
    """The first decisions on these cases of the process, by primary key."""
    found = Decision.objects.filter(case__process=process, case__public_id__in=cases, round=1)
    return list(found.order_by("pk").values_list("pk", flat=True))


def candidates(
    process: Process, *, at: datetime, corrected: bool = False, left_out: bool = False
) -> QuerySet[Decision]:
    """First decisions on cases that AI may learn from now; never those of a demonstration, nor of
    people who are forgotten, what lots chose to prove something as long as it does, nor what was
    contested and does not stand or overturned later."""
    kept = Example.objects.filter(case=OuterRef("case"))
    forgotten = Unlearned.objects.filter(case=OuterRef("case"))
    proves = held_back(at=at).filter(decision=OuterRef("pk"))
    contested = Complaint.objects.filter(case=OuterRef("case"), round=1)
    doubted = contested.exclude(outcome=Outcome.UPHELD)
    overturned = overturned_answers().filter(decision=OuterRef("pk"))
    passed = Exists(LeftOut.objects.filter(decision=OuterRef("pk")))
    found = (
        Decision.objects.filter(case__process=process, round=1, simulated=False)
        .exclude(topic="")
        .filter(~Exists(kept), ~Exists(forgotten), ~Exists(proves))
        .filter(~Exists(doubted), ~Exists(overturned))
        .filter(passed if left_out else ~passed)
        .select_related("case", "proposal")
        .order_by("-pk")
    )
    if corrected:
        best = KeyTransform("0", "proposal__options")
        guess = Coalesce(KeyTextTransform("result", best), Value(""), output_field=TextField())
        found = found.annotate(guess=guess).exclude(guess=F("topic"))
    return found


def with_texts(process: Process, decisions: Sequence[Decision]) -> list[Candidate]:
    """The decisions with what the customer wrote first; those without any text are left out."""
    cases = [one.case_id for one in decisions]
    came = Message.objects.filter(case__in=cases, direction=Direction.IN).order_by("-at", "-pk")
    texts = dict(came.values_list("case_id", "text"))
    names = names_of(process)
    made = []
    for one in decisions:
        text = texts.get(one.case_id, "").strip()
        proposed = one.proposal.likeliest if one.proposal else ""
        if text:
            made.append(
                Candidate(
                    case_id=one.case.public_id,
                    pk=one.pk,
                    decision=one,
                    text=text,
                    topic=one.topic,
                    topic_name=names.get(one.topic, one.topic),
                    proposed=proposed,
                    proposed_name=names.get(proposed, proposed),
                )
            )
    return made
