"""Requests of people to see what is held of them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel


class Stage(models.TextChoices):
    """How far a pack is. One that has expired can be made anew."""

    MAKING = "making"
    MADE = "made"
    FAILED = "failed"
    EXPIRED = "expired"


class Answer(models.TextChoices):
    """How a request was answered."""

    SENT = "sent", _("The pack was sent")
    NOTHING = "nothing", _("Nothing is held")
    REFUSED = "refused", _("Refused, with reasons")


class AccessRequest(TenantModel):
    """Somebody asks what is held of them; due within a month.

    `share` (0 to 1) is how much of the pack is made, `held` counts what is in it by kind. The file
    lies encrypted under `digest` until `expires_at`. `note` says how it was answered, for whoever
    checks later.

    Personal data: the `address` whose data is asked for. Purpose: to answer the request, and to
    show that it was answered. Kept until two years after it was answered.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    address = models.CharField(max_length=254)
    by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()
    due_on = models.DateField()
    language = models.CharField(max_length=2)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.MAKING)
    share = models.FloatField(default=0.0)
    held = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True, default="")
    expires_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True, default="")
    note = models.CharField(max_length=500, blank=True, default="")
    answered_at = models.DateTimeField(null=True)

    objects: TenantManager["AccessRequest"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="access_request_share_is_a_share", condition=Q(share__gte=0) & Q(share__lte=1)
            ),
            models.CheckConstraint(
                name="access_request_has_a_file_exactly_while_made",
                condition=Q(stage=Stage.MADE, expires_at__isnull=False) & ~Q(digest="")
                | ~Q(stage=Stage.MADE) & Q(digest="", expires_at__isnull=True),
            ),
            models.CheckConstraint(
                name="access_request_is_answered_in_some_way",
                condition=Q(answer="", answered_at__isnull=True)
                | ~Q(answer="") & Q(answered_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-id"], name="access_request_newest")]

    def __str__(self) -> str:
        return str(self.public_id)
