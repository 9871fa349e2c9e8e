"""Cases that AI learns nothing from."""

from django.db import models

from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.casework import Case


class Unlearned(TenantModel):
    """A case of a person whose examples were forgotten: AI learns nothing from it any more.

    Purpose: that nobody brings back by mistake what was forgotten. It is gone with the case.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects: TenantManager["Unlearned"] = TenantManager()

    class Meta(TenantModel.Meta):
        pass

    def __str__(self) -> str:
        return f"case {self.case_id}"
