"""Summaries of documents and minutes of meetings, with the places they were taken from."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.knowledge.models import Document
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel


class Kind(models.TextChoices):
    """A document is said in short; a meeting gets minutes."""

    DOCUMENT = "document"
    MEETING = "meeting"


class State(models.TextChoices):
    """A summary is being made, is there, or could not be made."""

    WAITING = "waiting"
    MADE = "made"
    FAILED = "failed"


class Sort(models.TextChoices):
    """What a point is: a sentence, AI's words for some, what a meeting settled, or a fact."""

    SENTENCE = "sentence"
    PHRASED = "phrased"
    DECISION = "decision"
    ACTION = "action"
    QUESTION = "question"
    REQUIREMENT = "requirement"
    DEADLINE = "deadline"
    DATE = "date"
    AMOUNT = "amount"
    QUANTITY = "quantity"


class Summary(TenantModel):
    """What was summarised for whom, and how far it is.

    Purpose: to save colleagues reading time. Kept 30 days by default from `ordered_at`, like the
    text of a file that was brought for it alone. `document` is None for such a file, whose bytes
    lie encrypted under `digest` until they are read; of a document `digest` tells which version was
    read. `read` is the share of the text that was read, 0 to 1. `met_on` is a meeting's day.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    document = models.ForeignKey(
        Document, null=True, on_delete=models.CASCADE, related_name="summaries"
    )
    digest = models.CharField(max_length=64, blank=True)
    met_on = models.DateField(null=True)
    language = models.CharField(max_length=2, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    trouble = models.CharField(max_length=20, blank=True)
    trouble_facts = models.JSONField(default=dict)
    warnings = models.JSONField(default=list)
    read = models.FloatField(default=1.0)
    ordered_by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Summary"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="summary_failed_says_why", condition=~Q(state=State.FAILED) | ~Q(trouble="")
            ),
            models.CheckConstraint(
                name="summary_of_a_meeting_has_a_day",
                condition=~Q(kind=Kind.MEETING) | Q(met_on__isnull=False),
            ),
            models.CheckConstraint(
                name="summary_read_is_a_share", condition=Q(read__gte=0) & Q(read__lte=1)
            ),
        ]
        indexes = [
            models.Index("organisation", F("id").desc(), name="summary_newest"),
            models.Index(fields=["organisation", "digest"], name="summary_by_digest"),
        ]

    def __str__(self) -> str:
        return self.name


class Phrasing(TenantModel):
    """That a language model puts a summary into other words, and how far it is; goes with it.

    It is asked for `done` of `parts`; from then on, not any more where it is `over`. `left_out`
    counts sentences that the text does not support. `why` says in a word why it was over before the
    last part: a `Reason`, or how the server failed.
    """

    summary = models.OneToOneField(Summary, on_delete=models.CASCADE, related_name="phrasing")
    parts = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    over = models.BooleanField(default=False)
    left_out = models.PositiveIntegerField(default=0)
    model = models.CharField(max_length=120, blank=True)
    why = models.CharField(max_length=20, blank=True)

    objects: TenantManager["Phrasing"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="phrasing_does_no_more_than_its_parts", condition=Q(done__lte=F("parts"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.done} of {self.parts} of summary {self.summary_id}"


class Piece(TenantModel):
    """A piece of a text that was brought for a summary alone; goes with it.

    Of a meeting it is what one person said at a time: `at` counts seconds from its beginning.
    """

    summary = models.ForeignKey(
        Summary, on_delete=models.CASCADE, related_name="pieces", db_index=False
    )
    number = models.PositiveIntegerField()
    headings = models.JSONField(default=list)
    page = models.PositiveIntegerField(null=True)
    speaker = models.CharField(max_length=80, blank=True)
    at = models.PositiveIntegerField(null=True)
    text = models.TextField()

    objects: TenantManager["Piece"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["summary", "number"], name="piece_once_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.number} of summary {self.summary_id}"


class Point(TenantModel):
    """One thing a summary says; goes with it.

    Of what AI phrased, `said` is as AI wrote it, and its place where the text says so. Else `said`
    is the sentence as it stands in the text, in characters `start` to `end` of passage (or piece)
    `place`; empty where a person added the point. `length` is the shortest summary that has it, 1
    to 3, and 0 where that does not matter. `value` is what a fact counts. `owner` is a name as it
    was said. `position` orders the points of a sort.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    summary = models.ForeignKey(
        Summary, on_delete=models.CASCADE, related_name="points", db_index=False
    )
    sort = models.CharField(max_length=12, choices=Sort.choices)
    position = models.PositiveIntegerField()
    length = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    said = models.TextField(blank=True)
    value = models.CharField(max_length=200, blank=True)
    headings = models.JSONField(default=list)
    page = models.PositiveIntegerField(null=True)
    place = models.PositiveIntegerField(null=True)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    owner = models.CharField(max_length=80, blank=True)
    due = models.DateField(null=True)
    case = models.UUIDField(null=True)
    dropped_at = models.DateTimeField(null=True)

    objects: TenantManager["Point"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="point_length_is_up_to_three", condition=Q(length__lte=3)),
            models.CheckConstraint(
                name="point_ends_after_its_start", condition=Q(end__gte=F("start"))
            ),
        ]
        indexes = [models.Index(fields=["summary", "sort", "position"], name="point_in_order")]

    def __str__(self) -> str:
        return self.text[:60]
