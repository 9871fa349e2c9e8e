"""What a sender filled in beside the message."""

from django.db import models

from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.casework import Case


class Entry(TenantModel):
    """How a case was filled in on a public form; it goes where its case goes.

    Personal data, kept as long as the case. `fields` are pairs of a label and what was typed,
    masked at intake; `wish` holds the words by which the sender asked for a person before AI has
    read anything, empty where they did not. `grave`: an experienced person takes it.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="entry")
    language = models.CharField(max_length=2)
    fields = models.JSONField(default=list)
    wish = models.CharField(max_length=200, blank=True)
    grave = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True)

    objects: TenantManager["Entry"] = TenantManager()

    def __str__(self) -> str:
        return f"entry of {self.case_id}"
