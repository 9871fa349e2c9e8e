"""Contested decisions: what is open, who decided before, and who may decide anew."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext

from samspil.core.contesting import WORDS, Outcome, Standing, refusal
from samspil.core.lifecycle import Stage
from samspil.core.roles import Action, may
from samspil.core.routing import Reason
from samspil.people.models import Colleague, Kind
from samspil.work.models import Case, Complaint, Decision, LoneAnswer, Process


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreed:
    """Complaints about what AI decided alone: not decided yet, or where AI's answer was changed, or
    stands."""

    open: int
    changed: int
    stand: int

    @property
    def all(self) -> int:
        """How many there were."""
        return self.open + self.changed + self.stand


def disagreed_with_ai(process: Process) -> Disagreed:
    """Every complaint about what AI decided alone here, in one statement.

    One that is open counts as nothing yet; what was changed is in the watches and the evidence.
    """
    found = Complaint.objects.filter(case__process=process, alone=True)
    return Disagreed(
        **found.aggregate(
            open=Count("pk", filter=Q(outcome="")),
            changed=Count("pk", filter=Q(outcome=Outcome.CHANGED)),
            stand=Count("pk", filter=Q(outcome=Outcome.UPHELD)),
        )
    )


def complaints_of(case: Case) -> list[Complaint]:
    """Every complaint of the case, oldest first, with what was decided on it."""
    found = Complaint.objects.filter(case=case).select_related("by", "decision__by", "message")
    return list(found.order_by("round"))


def open_complaint(case: Case) -> Complaint | None:
    """The complaint that waits for its decision; costs no statement where none can be open.

    Where AI had answered and a person had it in hand already, it belongs to that same round.
    """
    if case.reason not in (Reason.CONTESTED, Reason.SPOT_CHECK):
        return None
    return Complaint.objects.filter(case=case, outcome="").first()


def contested_decision(complaint: Complaint) -> Decision | None:
    """What somebody disagrees with; None where AI decided alone."""
    made = Decision.objects.filter(case=complaint.case_id, round=complaint.round)
    return made.select_related("by").first()


def decided_before(case: Case) -> AbstractSet[int]:
    """Who may not decide anew, as primary keys: whoever made a decision that was contested.

    Costs no statement where nothing was.
    """
    if case.reason != Reason.CONTESTED:
        return frozenset()
    contested = Complaint.objects.filter(case=case).values("round")
    made = Decision.objects.filter(case=case, round__in=contested)
    return frozenset(made.values_list("by", flat=True))


def contested_by_own(colleague: Colleague) -> Iterable[int]:
    """Waiting cases that this colleague may not decide anew, as primary keys, in one statement."""
    waiting = Case.objects.filter(reason=Reason.CONTESTED, stage=Stage.WAITING).values("pk")
    mine = Decision.objects.filter(by=colleague, case__in=waiting)
    return mine.values_list("case", flat=True)


def why_not_contested(case: Case) -> str:
    """Why the case cannot be contested now, as a sentence; empty where it can."""
    found = refusal(standing_of(case))
    return gettext(WORDS[found]) if found else ""


def standing_of(case: Case) -> Standing:
    """How the case stands, for the rule."""
    of_round = {"case": case, "round": case.round}
    return Standing(
        closed=case.stage == Stage.CLOSED,
        decided=Decision.objects.filter(**of_round).exists(),
        answered=LoneAnswer.objects.filter(**of_round).exists(),
        contested=Complaint.objects.filter(**of_round).exists()
        or Complaint.objects.filter(case=case, outcome="").exists(),
        merged=case.merged_into_id is not None,
    )


def leaders() -> list[int]:
    """Everybody here who takes cases of other teams, as primary keys."""
    people = Colleague.objects.filter(kind=Kind.PERSON, left_at__isnull=True).order_by("pk")
    return [one.pk for one in people if may(one.role_set, Action.REASSIGN_CASES)]
