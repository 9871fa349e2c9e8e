"""The words that cases are found by."""

from django.db import models

from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.casework import Case


class CaseWords(TenantModel):
    """The stemmed words of a case, each after one blank; triggers keep the index itself in step.

    Made from what the case holds, and personal data as that is: it goes with the case. `labels`
    are the names of its tags, one in a line, since tags stand on a floor above. `version` is that
    of the rule that made the words.
    """

    case = models.OneToOneField(
        Case, on_delete=models.CASCADE, primary_key=True, related_name="words"
    )
    version = models.PositiveSmallIntegerField()
    labels = models.TextField(blank=True)
    words = models.TextField(blank=True)

    objects: TenantManager["CaseWords"] = TenantManager()

    def __str__(self) -> str:
        return f"words of {self.case_id}"
