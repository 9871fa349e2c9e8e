"""The vectors of cases, and which decided cases lie nearest to each."""

from django.db import models
from django.db.models import F, Q

from samspil.core.likeness import MOST
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models import Case, Decision, Process


class Vector(TenantModel):
    """Where a case's text lies in the space of an embedding.

    Purpose: to show colleagues similar earlier cases. Personal data like the masked text it was
    made from: kept as long as the case, erased with it. `text_key` is that text's hash; `embedder`
    names the space, and only vectors of one space are compared.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    embedder = models.CharField(max_length=40)
    text_key = models.CharField(max_length=64)
    numbers = models.BinaryField()

    objects: TenantManager["Vector"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(
                "organisation", "process", "embedder", F("id").desc(), name="vector_by_process"
            ),
            models.Index(fields=["organisation", "text_key", "embedder"], name="vector_by_text"),
        ]

    def __str__(self) -> str:
        return f"{self.embedder} of case {self.case_id}"


class Similar(TenantModel):
    """A decision in an earlier case like this one; `place` 1 is the nearest.

    Purpose and retention as of `Vector`: gone with either of the two cases.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+", db_index=False)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()

    objects: TenantManager["Similar"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "place"], name="similar_once_a_place"),
            models.CheckConstraint(
                name="similar_place_is_one_of_three", condition=Q(place__gte=1, place__lte=MOST)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} of case {self.case_id}"
