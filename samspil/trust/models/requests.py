"""Requests of people to see what is held of them, and to have it erased."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from samspil.core.erasing import Came, Ground, Known
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices


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
    show that it was answered. Kept until two years after it was answered by default.
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


class Phase(models.TextChoices):
    """How far an erasure is. It can be refused before it began, never after."""

    ASKED = "asked", _("asked for")
    RUNNING = "running", _("being erased")
    FAILED = "failed", _("not finished")
    DONE = "done", _("erased")
    REFUSED = "refused", _("refused, with reasons")


OPEN = (Phase.ASKED, Phase.RUNNING, Phase.FAILED)
WAITING = (Phase.ASKED, Phase.FAILED)
"""Not ended, and not being done: somebody can still do something about it."""


class Erasure(TenantModel):
    """Somebody asks that what is held of them be erased; due within a month, or three with reasons.

    `share` (0 to 1) is how much is done. `held` counts by kind what there was when it began; with
    `ended_at` it is the proof, in which nobody can be recognised. `left` counts what stays.
    `known` is how it was made sure who asks; nothing begins before. `ground` and `note` say why it
    was refused; of one that is done, why a part of it was.

    Personal data: the `address`, and what the notes say, until it is erased. Purpose: to erase what
    is held of them, and to show that it was. Kept until two years after it ended by default; of a
    refused one the address too, unless they are erased later.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    address = models.CharField(max_length=254, blank=True)
    by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()
    due_on = models.DateField()
    came = models.CharField(max_length=12, choices=choices(Came), blank=True, default="")
    known = models.CharField(max_length=12, choices=choices(Known), blank=True, default="")
    language = models.CharField(max_length=2, default="en")
    extended_why = models.CharField(max_length=500, blank=True, default="")
    phase = models.CharField(max_length=8, choices=Phase.choices, default=Phase.ASKED)
    share = models.FloatField(default=0.0)
    held = models.JSONField(default=dict)
    left = models.JSONField(default=dict)
    ground = models.CharField(max_length=12, choices=choices(Ground), blank=True, default="")
    note = models.CharField(max_length=500, blank=True, default="")
    ended_at = models.DateTimeField(null=True)

    objects: TenantManager["Erasure"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="erasure_share_is_a_share", condition=Q(share__gte=0) & Q(share__lte=1)
            ),
            models.CheckConstraint(
                name="erasure_names_nobody_once_done",
                condition=Q(phase=Phase.DONE, address="")
                | Q(phase=Phase.REFUSED)
                | Q(phase__in=OPEN) & ~Q(address=""),
            ),
            models.CheckConstraint(
                name="erasure_is_refused_on_a_ground",
                condition=~Q(phase=Phase.REFUSED) | ~Q(ground=""),
            ),
            models.UniqueConstraint(
                "organisation",
                Lower("address"),
                condition=Q(phase__in=OPEN),
                name="erasure_once_at_a_time",
            ),
            models.CheckConstraint(
                name="erasure_ends_done_or_refused",
                condition=Q(phase__in=[Phase.DONE, Phase.REFUSED], ended_at__isnull=False)
                | ~Q(phase__in=[Phase.DONE, Phase.REFUSED]) & Q(ended_at__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-id"], name="erasure_newest")]

    def __str__(self) -> str:
        return str(self.public_id)
