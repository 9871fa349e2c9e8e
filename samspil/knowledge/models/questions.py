"""What was asked, and whether it found an answer; never by whom."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from samspil.core.knowledge.answering import Reason
from samspil.core.knowledge.private import Withheld
from samspil.knowledge.models.documents import Document
from samspil.tenancy.models import TenantManager, TenantModel, choices


class AskedIn(models.TextChoices):
    """Where a question was asked."""

    PAGE = "page"
    API = "api"
    COMMAND = "command"
    CHAT = "chat"
    INBOX = "inbox"


class Outcome(models.TextChoices):
    """The documents answered, a standard answer did, or nothing that may be read does."""

    ANSWERED = "answered"
    STANDARD = "standard"
    DECLINED = "declined"


class Question(TenantModel):
    """A question as it may be kept, and what came of it; who asked is written nowhere.

    Purpose: to see what people ask that finds no good answer, by topic. Kept for a year by default,
    then deleted. `text` is masked; it is empty, and `withheld` says why, where it may be about
    somebody in person. `reason` is why there was no answer. `helpful` is what whoever asked said of
    the answer; None: nothing. `vector` is the text's by `embedder`, to group it with others; none
    is kept of a text that is not. `asked_at` is cut to the hour and `public_id` holds no time, so
    that neither leads to who was there at that moment.
    """

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    text = models.TextField(blank=True)
    withheld = models.CharField(max_length=10, blank=True, choices=choices(Withheld))
    language = models.CharField(max_length=2, blank=True)
    asked_in = models.CharField(max_length=10, choices=AskedIn.choices)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.CharField(max_length=10, blank=True, choices=choices(Reason))
    helpful = models.BooleanField(null=True)
    asked_at = models.DateTimeField()
    vector = models.BinaryField(default=bytes)
    embedder = models.CharField(max_length=40, blank=True)

    objects: TenantManager["Question"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="question_has_a_text_or_says_why_not",
                condition=Q(text="") & ~Q(withheld="") | ~Q(text="") & Q(withheld=""),
            ),
            models.CheckConstraint(
                name="question_declined_says_why",
                condition=Q(outcome=Outcome.DECLINED) & ~Q(reason="")
                | ~Q(outcome=Outcome.DECLINED) & Q(reason=""),
            ),
            models.CheckConstraint(
                name="question_withheld_has_no_vector",
                condition=~Q(text="") | Q(embedder="", vector=b""),
            ),
        ]
        indexes = [
            models.Index("organisation", F("asked_at").desc(), name="question_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} in {self.asked_in}"


class Pointer(TenantModel):
    """A document that a question was answered from, or that came nearest; `place` from 0.

    Purpose and retention as of the question; goes with either of the two.
    """

    question = models.ForeignKey(
        Question, on_delete=models.CASCADE, related_name="pointers", db_index=False
    )
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()

    objects: TenantManager["Pointer"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["question", "document"], name="pointer_once"),
        ]

    def __str__(self) -> str:
        return f"{self.place} of question {self.question_id}"
