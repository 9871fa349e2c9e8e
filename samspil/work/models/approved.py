"""Which approved answer a draft is: by that it is known how often people verified it."""

from django.db import models
from django.db.models import Q

from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.casework import Proposal
from samspil.work.models.processes import Process


class ApprovedUse(TenantModel):
    """A proposal whose draft is an approved answer: `version` of `answer`, in one language.

    `whole`: the message asked that and said nothing else. `verified` is how often people had
    verified it when it was good enough to be sent without a look; None: it was not. It was
    `offered` unless the answer had lapsed before the case was decided. Purpose: to know which
    answers may be sent without a look. It names nobody, and goes with its proposal.
    """

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="approved")
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    answer = models.UUIDField()
    version = models.PositiveIntegerField()
    language = models.CharField(max_length=2)
    whole = models.BooleanField()
    verified = models.PositiveIntegerField(null=True)
    offered = models.BooleanField(default=True)

    objects: TenantManager["ApprovedUse"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="approved_alone_is_the_whole_answer",
                condition=Q(verified__isnull=True) | Q(whole=True),
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation", "answer", "process", "language"], name="use_of_approved"
            )
        ]

    def __str__(self) -> str:
        return f"version {self.version} of {self.answer}"
