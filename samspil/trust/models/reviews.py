"""Reviews of uses of AI, and what they found."""

from django.db import models
from django.db.models import Q

from samspil.core.ai_act.built import Built
from samspil.core.ai_reviews import Conclusion, Trigger
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Review(TenantModel):
    """That somebody looked through a use of AI: the database refuses to change or delete it.

    It is about the time from `since` to `at`. `facts` and `events` are what the record said then,
    counts and sentences that show nobody; `answers` maps each question to yes or no. Purpose: to
    show that a use is watched over. It names the colleague who reviewed and is kept with the use's
    record.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=choices(Built))
    thing = models.CharField(max_length=36)
    name = models.CharField(max_length=200)
    since = models.DateTimeField()
    due_on = models.DateField()
    why = models.CharField(max_length=8, choices=choices(Trigger))
    facts = models.JSONField()
    events = models.JSONField()
    answers = models.JSONField()
    conclusion = models.CharField(max_length=10, choices=choices(Conclusion))
    words = models.CharField(max_length=2000, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects: TenantManager["Review"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="review_says_why_ai_pauses",
                condition=~Q(conclusion__in=[Conclusion.PAUSE.value, Conclusion.END.value])
                | ~Q(words=""),
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "thing", "-id"], name="review_of_use"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.at}"


class Finding(TenantModel):
    """What a review found that has to be done, by whom, until when; tracked until it is done."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="findings")
    what = models.CharField(max_length=500)
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    note = models.CharField(max_length=500, blank=True)

    objects: TenantManager["Finding"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="finding_is_done_by_somebody",
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | Q(done_at__isnull=False, done_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.what
