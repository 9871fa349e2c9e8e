"""What people decided, as far as AI could learn from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, TextField, Value
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce

from samspil.teaching.models import Example, LeftOut
from samspil.teaching.queries.examples import names_of
from samspil.work.models import Decision, Direction, Message, Process

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
class DecidedPage:
    """One page, newest first; `before` is where the next goes on, None where nothing follows."""

    rows: list[Candidate]
    before: int | None
    simulated: int


def decided_page(
    process: Process, *, corrected: bool, left_out: bool, before: int | None
) -> DecidedPage:
    """Decisions of real people that are no examples yet; `left_out` are those passed over."""
    found = candidates(process, corrected=corrected, left_out=left_out)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found[: PAGE + 1])
    return DecidedPage(
        rows=with_texts(process, rows[:PAGE]),
        before=rows[PAGE - 1].pk if len(rows) > PAGE else None,
        simulated=Decision.objects.filter(case__process=process, simulated=True).count(),
    )


def candidates(
    process: Process, *, corrected: bool = False, left_out: bool = False
) -> QuerySet[Decision]:
    """First decisions on cases that AI could learn from; never those of a demonstration."""
    kept = Example.objects.filter(case=OuterRef("case"))
    passed = Exists(LeftOut.objects.filter(decision=OuterRef("pk")))
    found = (
        Decision.objects.filter(case__process=process, round=1, simulated=False)
        .exclude(topic="")
        .filter(~Exists(kept), passed if left_out else ~passed)
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
        options = one.proposal.options if one.proposal else []
        proposed = str(options[0]["result"]) if options else ""
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
