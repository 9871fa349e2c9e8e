"""Cases whose words are gone."""

from django.db import models

from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.casework import Case


class Cause(models.TextChoices):
    """Why the words of a case are gone."""

    OVER = "over"
    ASKED = "asked"


class Emptied(TenantModel):
    """A closed case out of which everything was taken that anybody wrote or is named in.

    `why`: its time was over, or the person asked for it. What counting needs stays in the case:
    topic, times, verdict, who decided. It never goes on: an answer to it opens a case of its own.
    Holds nothing about any person, and is kept as long as the case.
    """

    case = models.OneToOneField(
        Case, on_delete=models.CASCADE, primary_key=True, related_name="emptied"
    )
    why = models.CharField(max_length=5, choices=Cause.choices)
    at = models.DateTimeField()

    objects: TenantManager["Emptied"] = TenantManager()

    def __str__(self) -> str:
        return f"case {self.case_id}: {self.why}"
