"""What AI wrote here, known by fingerprint."""

from django.db import models

from samspil.tenancy.models import Organisation


class Fingerprint(models.Model):
    """One sentence that AI wrote, as a keyed digest.

    Anyone may ask whether a text was made here, whoever they are and whichever organisation made
    it; so these rows are not kept apart by organisation. They hold no text and no name.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    skill = models.CharField(max_length=40)
    version = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "organisation"], name="fingerprint_once_per_organisation"
            )
        ]

    def __str__(self) -> str:
        return self.digest[:12]
