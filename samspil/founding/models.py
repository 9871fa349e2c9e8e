"""What is kept of an organisation's beginning."""

from django.db import models

from samspil.tenancy.models import TenantManager, TenantModel


class Beginning(TenantModel):
    """An organisation that began here; its first steps are shown until they are put away."""

    began_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True)

    objects: TenantManager["Beginning"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["organisation"], name="beginning_once")]

    def __str__(self) -> str:
        return f"began at {self.began_at}"
