"""Known wrong answers among the checks: whether a team notices them.

Announced as a programme. Nothing of it is ever sent, counted as evidence or learned from, nobody is
named, and the copy of the message is deleted as soon as somebody has decided it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from samspil.core.evidence.learning import in_lane
from samspil.core.lifecycle import Stage
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import Reason
from samspil.journal.actions import record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM
from samspil.work.actions.noting import about_case
from samspil.work.models import (
    Case,
    Certificate,
    Decision,
    Direction,
    LoneAnswer,
    Message,
    PlantedItem,
    ProcessAutonomy,
    Proposal,
    Topic,
    VerifiedAnswer,
)
from samspil.work.queries import first_message
from samspil.work.queries.wording import as_draft

RECENT = timedelta(days=90)
"""Messages that are planted again came within so many days."""
POOL = 200
"""One of so many of the latest right answers is made wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planting:
    """Whose checks these are, and what gives the line with which AI's replies end."""

    kept: ProcessAutonomy
    certificate: Certificate
    mark: Callable[[str], str]
    ai: Colleague | None


def plant_beside(checks: Sequence[Case], planting: Planting, *, at: datetime) -> int:
    """Plant a known wrong answer beside some of these checks, by lot; returns how many.

    Inside the caller's transaction. Where nothing is planted it costs no statement.
    """
    kept = planting.kept
    if not kept.planted:
        return 0
    seed = bytes.fromhex(kept.seed)
    beside = [
        one for one in checks if in_lane(f"planted {one.public_id}", seed=seed, share=kept.planted)
    ]
    pool = _right_answers(kept, at=at) if beside else []
    topics = {topic.key: topic for topic in kept.process.topics.filter(floor="")}
    planted = 0
    for case in beside:
        for step in range(len(pool)):
            proposal = pool[(case.pk + step) % len(pool)]
            shown = _wrong_topic(proposal, topics)
            if shown is not None:
                _plant(proposal, shown, beside=case, planting=planting, at=at)
                planted += 1
                break
    return planted


def note_planted(decision: Decision, item: PlantedItem, *, at: datetime) -> Decision:
    """Keep whether a planted answer was noticed, and delete the copy with the decision.

    Only the day is kept, so that the journal tells nobody who it was. The decision comes back
    without a number, for whoever tells the person.
    """
    case = decision.case
    item.noticed, item.case = decision.topic != item.shown, None
    item.decided_at = at.replace(hour=0, minute=0, second=0, microsecond=0)
    item.save(update_fields=["noticed", "decided_at", "case"])
    record([about_case(case, "planted_decided", by=SYSTEM)], at=at)
    decision.delete()
    LoneAnswer.objects.filter(case=case).delete()
    Proposal.objects.filter(case=case).delete()
    Case.objects.filter(pk=case.pk).delete()
    return decision


def was_planted(decision: Decision) -> bool:
    """Whether what was just decided had been planted."""
    return decision.pk is None


def _right_answers(kept: ProcessAutonomy, *, at: datetime) -> list[Proposal]:
    right = VerifiedAnswer.objects.filter(
        process=kept.process,
        wrong=False,
        proves=True,
        at__gt=at - RECENT,
        decision__proposal__isnull=False,
    )
    found = right.select_related("decision__proposal__case").order_by("-pk")[:POOL]
    return [one.decision.proposal for one in found if one.decision.proposal is not None]


def _wrong_topic(proposal: Proposal, topics: dict[str, Topic]) -> Topic | None:
    """The likeliest topic that is wrong and has a reply in the message's language."""
    right = proposal.likeliest
    likely = [option["result"] for option in proposal.options[1:]]
    for key in [*likely, *sorted(topics)]:
        topic = topics.get(key)
        if topic and key != right and as_draft(str(topic.replies.get(proposal.language, ""))):
            return topic
    return None


def _plant(
    proposal: Proposal, shown: Topic, *, beside: Case, planting: Planting, at: datetime
) -> None:
    """A check that looks like the others: same process, team and deadline, AI's reply sent."""
    case = _copied(proposal, shown, beside=beside, at=at)
    draft = as_draft(str(shown.replies[proposal.language]))
    text = f"{draft}\n\n{planting.mark(proposal.language)}"
    Message.objects.create(
        case=case,
        direction=Direction.OUT,
        at=at,
        text=text,
        made_with_ai=True,
        author=planting.ai,
    )
    made = Proposal.objects.create(
        case=case,
        skill=proposal.skill,
        version=proposal.version,
        options=[{"result": shown.key, "confidence": beside.confidence or 1.0}],
        language=proposal.language,
        draft=draft,
        sureness=proposal.sureness,
        made_at=at,
    )
    LoneAnswer.objects.create(
        process=case.process,
        case=case,
        proposal=made,
        certificate=planting.certificate,
        sureness=proposal.sureness or 0.0,
        chance=1.0,
        weight=1.0,
        drawn=True,
        alike=False,
        at=at,
    )
    right = proposal.likeliest
    PlantedItem.objects.create(process=case.process, case=case, right=right, shown=shown.key, at=at)


def _copied(proposal: Proposal, shown: Topic, *, beside: Case, at: datetime) -> Case:
    """The earlier message as it came, where the check beside it stands."""
    source = proposal.case
    case = Case.objects.create(
        process=beside.process,
        external_id=f"{source.external_id}-{beside.pk}"[:200],
        subject=source.subject,
        stage=Stage.WAITING,
        route=Route.ALONE,
        reason=Reason.SPOT_CHECK,
        level=beside.level,
        topic=shown.key,
        language=proposal.language,
        confidence=beside.confidence,
        risk=beside.risk,
        team_id=beside.team_id,
        opened_at=at,
        routed_at=at,
        due_at=beside.due_at,
        escalates_at=beside.escalates_at,
        first_response_at=at,
    )
    first = first_message(source)
    Message.objects.create(
        case=case,
        direction=Direction.IN,
        at=at,
        sender=first.sender if first else "",
        text=first.text if first else source.subject,
    )
    return case
