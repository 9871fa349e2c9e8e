"""What people verified of AI's answers: the evidence from which it may be promised anything."""

from django.db import models
from django.db.models import F, Q

from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.casework import Decision
from samspil.work.models.processes import Process


class VerifiedAnswer(TenantModel):
    """An answer of AI that a person decided about, in a case that no hard rule claimed.

    `sureness` (0 to 1) is how likely AI thought it was right, `wrong` whether the person decided
    for another topic than AI's `topic`, or a later decision overturned it (`overturned_at`: since
    when it counts as wrong, for good). It `proves` something where people decided all that AI
    might have finished, or lots chose the case (`drawn`): then it is kept out of teaching while it
    proves, see `core.evidence.learning.use_of`. Purpose: to know how much AI may do alone. It holds
    no text and names nobody, and goes with its decision.
    """

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="+")
    version = models.CharField(max_length=80)
    language = models.CharField(max_length=2, blank=True)
    topic = models.CharField(max_length=80, blank=True, default="")
    sureness = models.FloatField()
    wrong = models.BooleanField()
    proves = models.BooleanField(default=False)
    drawn = models.BooleanField(default=False)
    simulated = models.BooleanField(default=False)
    at = models.DateTimeField()
    overturned_at = models.DateTimeField(null=True)

    objects: TenantManager["VerifiedAnswer"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="verified_answer_sureness_is_a_share",
                condition=Q(sureness__gte=0) & Q(sureness__lte=1),
            ),
            models.CheckConstraint(
                name="verified_answer_overturned_is_wrong",
                condition=Q(overturned_at__isnull=True) | Q(wrong=True),
            ),
        ]
        indexes = [
            models.Index(
                *("organisation", "process", "version"), F("id").desc(), name="verified_by_version"
            ),
            models.Index(
                fields=["organisation", "process", "at"],
                condition=Q(drawn=True),
                name="verified_drawn_by_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{'wrong' if self.wrong else 'right'} at {self.sureness:.3f}"
