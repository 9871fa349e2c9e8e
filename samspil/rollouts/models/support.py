"""Requests for help in a rollout, and what all can read of them."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.rollouts.support import Deed, State, Urgency
from samspil.people.models import Colleague
from samspil.rollouts.models.rollout import Rollout, TeamRollout
from samspil.tenancy.models import TenantManager, TenantModel, choices


class SupportRequest(TenantModel):
    """That a colleague of a team asks for help with the new way. Personal data.

    Purpose: to help, and to see how many ask. Read by whoever asked, the team's change agents, and
    the owners of the team's part and of the rollout. It goes to the owners too at `due_at`, where
    nobody has answered. Kept a year after it was last touched (`at`) by default.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    place = models.ForeignKey(
        TeamRollout, on_delete=models.CASCADE, related_name="requests", db_index=False
    )
    asked_by = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")
    urgency = models.CharField(max_length=8, choices=choices(Urgency))
    state = models.CharField(max_length=8, choices=choices(State), default=State.OPEN)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    at = models.DateTimeField()

    objects: TenantManager["SupportRequest"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="support_is_due_after_it_was_asked", condition=Q(due_at__gte=F("asked_at"))
            ),
        ]
        indexes = [
            models.Index("organisation", "place", "state", "id", name="support_by_place"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class SupportTurn(TenantModel):
    """What was said in a request, masked as all that comes in; goes with it. Personal data."""

    request = models.ForeignKey(
        SupportRequest, on_delete=models.CASCADE, related_name="turns", db_index=False
    )
    deed = models.CharField(max_length=6, choices=choices(Deed))
    text = models.TextField(blank=True)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["SupportTurn"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [models.Index("organisation", "request", "id", name="support_turn_in_order")]

    def __str__(self) -> str:
        return f"{self.deed} in {self.request_id}"


class CommonQuestion(TenantModel):
    """What is asked often and its answer, written anew for all to read; it names nobody.

    Kept as long as the rollout. `removed_at`: taken away, and still to be brought back.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    rollout = models.ForeignKey(
        Rollout, on_delete=models.CASCADE, related_name="questions", db_index=False
    )
    question = models.CharField(max_length=300)
    answer = models.CharField(max_length=2000)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["CommonQuestion"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [models.Index("organisation", "rollout", "id", name="common_question_in_order")]

    def __str__(self) -> str:
        return self.question
