"""Documents and the passages they are found by."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.masking import DataClass
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Secrecy(models.TextChoices):
    """How far a document may go: to anybody, to colleagues, or to the owner and one team."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"


class State(models.TextChoices):
    """A document waits to be read, was read, or could not be read."""

    WAITING = "waiting"
    READ = "read"
    UNREADABLE = "unreadable"


class Document(TenantModel):
    """A file that answers are taken from; its bytes lie encrypted in the home, under `digest`.

    Purpose: to answer colleagues' questions. Kept until somebody removes it, and deleted a day
    later. `name` says where it came from and is known once. With a `team` only its members and the
    owner may see it. `owner` answers for it and looks through it by `review_on`, and is not asked
    to before `quiet_until`. `trouble` is why it could not be read and `warnings` what was left out,
    as `adapters.reading` names them. `found` holds what leads to a person in its text, as
    `core.detecting` names it, None where it was read before that was looked for; `data_class` is
    what people said of it, empty where nobody did. `parties_noted` says that it was looked for whom
    a mail came from and went to. `pages` is None where a file has none, `added_by` where a command
    brought it.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    secrecy = models.CharField(max_length=12, choices=Secrecy.choices, default=Secrecy.INTERNAL)
    found = models.JSONField(null=True)
    data_class = models.CharField(max_length=12, blank=True, choices=choices(DataClass))
    class_why = models.CharField(max_length=300, blank=True)
    parties_noted = models.BooleanField(default=False)
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField(null=True)
    quiet_until = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    trouble = models.CharField(max_length=20, blank=True)
    trouble_facts = models.JSONField(default=dict)
    warnings = models.JSONField(default=list)
    pages = models.PositiveIntegerField(null=True)
    language = models.CharField(max_length=2, blank=True)
    added_by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Document"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="document_name_once"),
            models.CheckConstraint(
                name="document_confidential_has_a_team",
                condition=~Q(secrecy=Secrecy.CONFIDENTIAL) | Q(team__isnull=False),
            ),
            models.CheckConstraint(
                name="document_public_has_no_team",
                condition=~Q(secrecy=Secrecy.PUBLIC) | Q(team__isnull=True),
            ),
            models.CheckConstraint(
                name="document_unreadable_says_why",
                condition=~Q(state=State.UNREADABLE) | ~Q(trouble=""),
            ),
        ]
        indexes = [
            models.Index("organisation", F("id").desc(), name="document_newest"),
            models.Index(fields=["organisation", "digest"], name="document_by_digest"),
            models.Index(fields=["organisation", "review_on"], name="document_by_review"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def recognised(self) -> bool:
        """Whether a program recognised some of its text, which may contain errors."""
        return any(left == "recognised" for left, _ in self.warnings)


class Passage(TenantModel):
    """A piece of a document's text, under its headings, on one page; `number` counts from 0.

    Goes with its document. `section` is the section's place in the document, and the text stands
    in it from character `start` to `end`.
    """

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="passages", db_index=False
    )
    number = models.PositiveIntegerField()
    section = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True)
    headings = models.JSONField(default=list)
    text = models.TextField()

    objects: TenantManager["Passage"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="passage_once_a_number"),
            models.CheckConstraint(
                name="passage_ends_after_its_start", condition=Q(end__gt=F("start"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} of document {self.document_id}"


class Part(TenantModel):
    """What one document gives to the search, as `core.knowledge.part` packs it.

    Purpose and retention as of the document, with which it goes. `embedder` made its vectors; empty
    where there was none. `made_at` changes whenever it is made anew.
    """

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="part")
    embedder = models.CharField(max_length=40, blank=True)
    packed = models.BinaryField()
    made_at = models.DateTimeField()

    objects: TenantManager["Part"] = TenantManager()

    class Meta(TenantModel.Meta):
        pass

    def __str__(self) -> str:
        return f"of document {self.document_id}"
