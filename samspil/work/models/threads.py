"""What holds the mails of a thread together."""

from django.db import models

from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.casework import Case


class Answered(TenantModel):
    """A Message-ID that some message of the case answers: whatever has it belongs to the case.

    So a thread comes together in whichever order its mails come in. Deleted with the case.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="answered")
    number = models.CharField(max_length=200)

    objects: TenantManager["Answered"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="answered_in_one_case")
        ]

    def __str__(self) -> str:
        return self.number
