"""Rules for staff: their versions, and who confirmed that they read them."""

from django.db import models
from django.db.models import Q

from samspil.core.guidelines import Topic
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Guideline(TenantModel):
    """A rule for staff. What holds is its `current` version, None before one is published.

    `draft` holds what is being written, by language, and is empty where nothing is. Whoever
    confirmed a version from `counts_from` on is not asked again. One that is `withdrawn_at` asks
    nobody; its versions stay readable.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    topic = models.CharField(max_length=8, choices=choices(Topic))
    draft = models.JSONField(default=dict)
    current = models.OneToOneField(
        "governance.GuidelineVersion", null=True, on_delete=models.PROTECT, related_name="+"
    )
    counts_from = models.PositiveIntegerField(default=1)
    withdrawn_at = models.DateTimeField(null=True)

    objects: TenantManager["Guideline"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "topic"],
                condition=Q(withdrawn_at__isnull=True) & ~Q(topic=Topic.OWN.value),
                name="guideline_topic_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.public_id}"


class GuidelineVersion(TenantModel):
    """A guideline as it was published: the database refuses to change or delete it.

    `texts` holds title, short rule and body by language; `changed` says what is new, and is empty
    for the first only. Where it `matters`, everybody is asked to read it, else those who have
    confirmed none that counts.
    """

    guideline = models.ForeignKey(Guideline, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    texts = models.JSONField()
    changed = models.CharField(max_length=500, blank=True)
    matters = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects: TenantManager["GuidelineVersion"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["guideline", "number"], name="guideline_version_once"),
            models.CheckConstraint(
                name="guideline_version_counts_from_one", condition=Q(number__gte=1)
            ),
            models.CheckConstraint(
                name="guideline_version_says_what_changed",
                condition=Q(number=1) | ~Q(changed=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.guideline_id} v{self.number}"


class Confirmation(TenantModel):
    """A colleague says that they read a version.

    Personal data: who read what. Purpose: to show that staff were told the rules, and to ask those
    who were not. Never to judge anybody. Kept until a year after the colleague left by default.
    """

    version = models.ForeignKey(
        GuidelineVersion, on_delete=models.PROTECT, related_name="confirmations"
    )
    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects: TenantManager["Confirmation"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["version", "colleague"], name="confirmed_once")
        ]

    def __str__(self) -> str:
        return f"{self.colleague_id} read {self.version_id}"
