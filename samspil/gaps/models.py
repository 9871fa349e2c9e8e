"""The map of what is asked, what colleagues are asked to add, and who else knows a document."""

from django.db import models
from django.db.models import Q

from samspil.core.ids import new_id
from samspil.knowledge.models import Document
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel


class GapMap(TenantModel):
    """What was asked in the last weeks, as it was when it was drawn; the next takes its place.

    Purpose: to see what is missing. Kept until the next; looked at daily. `drawn_of` tells of what
    it was drawn, so that it is not drawn anew of the same. `withheld` counts questions
    that may be about somebody in person: they are in no topic. `left` counts those of topics too
    small to be shown.
    """

    drawn_at = models.DateTimeField()
    drawn_of = models.CharField(max_length=64, blank=True)
    asked = models.PositiveIntegerField()
    unanswered = models.PositiveIntegerField()
    withheld = models.PositiveIntegerField()
    left = models.PositiveIntegerField()

    objects: TenantManager["GapMap"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="gap_map_one"),
        ]

    def __str__(self) -> str:
        return f"drawn {self.drawn_at}"


class GapTopic(TenantModel):
    """What five or more questions are about; goes with its map. Nobody's name is in it.

    `words` name it; `shown` are masked questions that stand for it. `weekly` counts its questions,
    this week first. Without words it counts questions of small topics beside one document.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    map = models.ForeignKey(GapMap, on_delete=models.CASCADE, related_name="topics", db_index=False)
    place = models.PositiveIntegerField()
    words = models.JSONField(default=list)
    shown = models.JSONField(default=list)
    asked = models.PositiveIntegerField()
    unanswered = models.PositiveIntegerField()
    weekly = models.JSONField(default=list)
    near = models.ForeignKey(Document, null=True, on_delete=models.SET_NULL, related_name="+")

    objects: TenantManager["GapTopic"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["map", "place"], name="gap_topic_once_a_place"),
        ]

    def __str__(self) -> str:
        return " ".join(self.words)


class Kind(models.TextChoices):
    """What a colleague is asked for."""

    ANSWER = "answer"
    DOCUMENT = "document"
    LESSON = "lesson"


class GapRequest(TenantModel):
    """A colleague is asked to close a gap: open until it is done or taken back.

    Purpose: to have what is missing written down or taught. Kept a year after its end by default.
    `words` name the topic, which outlives the map it was seen on.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    words = models.JSONField(default=list)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    asked = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.CharField(max_length=500, blank=True)
    done_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects: TenantManager["GapRequest"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="gap_request_ends_once",
                condition=Q(done_at__isnull=True) | Q(withdrawn_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "asked"], name="gap_request_by_asked"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} about {' '.join(self.words)}"


class Knower(TenantModel):
    """A colleague says of themselves that they know what a document is about.

    Purpose: so that no subject rests on one person. Said by the colleague alone; kept until they
    take it back, or the document goes.
    """

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="knowers", db_index=False
    )
    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects: TenantManager["Knower"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["document", "colleague"], name="knower_once"),
        ]

    def __str__(self) -> str:
        return f"{self.colleague_id} knows {self.document_id}"
