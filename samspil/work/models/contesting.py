"""Decisions that somebody disagrees with."""

from django.db import models
from django.db.models import Q

from samspil.core.contesting import Outcome
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices
from samspil.work.models.casework import Case, Decision, Message


class Complaint(TenantModel):
    """Somebody disagrees with how one round of a case was decided; once for each round.

    What they say is a `message` of the case. `by` brought it in for them; None where they wrote
    themselves. `alone`: AI had decided without a person. Another person decides anew until
    `due_at`; `decision` is theirs, beside the old one, which stays as it is. `climbed`: nobody else
    of the team was there, so that the leaders were told.

    Personal data: that somebody disagreed. Purpose: that another person looks at it. Goes with its
    case.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="complaints", db_index=False
    )
    round = models.PositiveSmallIntegerField()
    message = models.ForeignKey(Message, null=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    alone = models.BooleanField(default=False)
    climbed = models.BooleanField(default=False)
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    outcome = models.CharField(max_length=7, choices=choices(Outcome), blank=True, default="")
    decision = models.OneToOneField(
        Decision, null=True, on_delete=models.CASCADE, related_name="complaint"
    )

    objects: TenantManager["Complaint"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "round"], name="decision_contested_once"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(outcome=""), name="complaint_open_once"
            ),
            models.CheckConstraint(
                name="complaint_has_an_outcome_exactly_with_a_decision",
                condition=Q(outcome="", decision__isnull=True)
                | (~Q(outcome="") & Q(decision__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "due_at"],
                condition=Q(outcome=""),
                name="complaint_open",
            )
        ]

    def __str__(self) -> str:
        return f"round {self.round} of {self.case_id}"
