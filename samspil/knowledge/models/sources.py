"""Where documents come from by themselves, what was found there, and each round of looking."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.knowledge.models.documents import Document, Secrecy
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel


class SourceKind(models.TextChoices):
    """What documents are fetched from."""

    FOLDER = "folder"
    WEB = "web"
    MAIL = "mail"


class Pace(models.TextChoices):
    """How often somebody looks."""

    HOURLY = "hourly"
    DAILY = "daily"


class Source(TenantModel):
    """Where documents come from by themselves.

    Purpose: to keep answers up to date. Kept until removed, and deleted a day later. What it brings
    gets its terms: who may see it, who answers for it, and a review after `review_months` (None:
    none). `place` is a folder's path, a sitemap's address, or a mailbox's folder, there with the
    `server` (host, or host:port), the account's `login` and its password, sealed in `secret`. The
    next round is due at `due_at`.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=6, choices=SourceKind.choices)
    place = models.CharField(max_length=500)
    server = models.CharField(max_length=200, blank=True)
    login = models.CharField(max_length=200, blank=True)
    secret = models.BinaryField(default=bytes)
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    secrecy = models.CharField(max_length=12, choices=Secrecy.choices, default=Secrecy.INTERNAL)
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    review_months = models.PositiveSmallIntegerField(null=True)
    pace = models.CharField(max_length=6, choices=Pace.choices, default=Pace.DAILY)
    remove_missing = models.BooleanField(default=True)
    added_at = models.DateTimeField()
    due_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Source"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=Q(removed_at__isnull=True),
                name="source_name_once",
            ),
            models.CheckConstraint(
                name="source_confidential_has_a_team",
                condition=~Q(secrecy=Secrecy.CONFIDENTIAL) | Q(team__isnull=False),
            ),
            models.CheckConstraint(
                name="source_public_has_no_team",
                condition=~Q(secrecy=Secrecy.PUBLIC) | Q(team__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "due_at"], name="source_by_due")]

    def __str__(self) -> str:
        return self.name


class SourceRun(TenantModel):
    """One round of looking through a source; goes with it, and is kept for 90 days by default.

    At most one of a source is open (`ended_at` is None). Nobody else works on it before
    `held_until`. `listed_at` is when all that the source holds was listed. `missing` counts
    documents that are not there any more; `removed` those of them that were taken away here.
    `trouble` says why the source was not read to its end. `asked_by` is None for the clock.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    source = models.ForeignKey(
        Source, on_delete=models.CASCADE, related_name="runs", db_index=False
    )
    asked_by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    held_until = models.DateTimeField()
    listed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=20, blank=True)
    trouble_facts = models.JSONField(default=dict)

    objects: TenantManager["SourceRun"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=Q(ended_at__isnull=True), name="source_run_one_open"
            ),
            models.CheckConstraint(
                name="source_run_ends_after_its_beginning",
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("began_at")),
            ),
        ]
        indexes = [
            models.Index("source", F("id").desc(), name="source_run_newest"),
            models.Index(fields=["organisation", "ended_at"], name="source_run_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.began_at:%Y-%m-%d %H:%M} of source {self.source_id}"


class SourceItem(TenantModel):
    """Something a source holds, and the document that came of it (None: none did, or it is gone).

    Goes with its source. `mark` tells the version that was read, `listed_in` the latest round that
    found it there; `waits` until that round has looked. `missing_since` is when it was found gone.
    """

    source = models.ForeignKey(
        Source, on_delete=models.CASCADE, related_name="items", db_index=False
    )
    place = models.CharField(max_length=500)
    mark = models.CharField(max_length=300, blank=True)
    listed_in = models.ForeignKey(
        SourceRun, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    waits = models.BooleanField(default=False)
    document = models.OneToOneField(
        Document, null=True, on_delete=models.SET_NULL, related_name="item"
    )
    missing_since = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=20, blank=True)
    trouble_facts = models.JSONField(default=dict)

    objects: TenantManager["SourceItem"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["source", "place"], name="source_item_once_a_place"),
        ]
        indexes = [
            models.Index(
                fields=["source", "id"], condition=Q(waits=True), name="source_item_waiting"
            ),
            models.Index(
                fields=["source", "id"], condition=~Q(trouble=""), name="source_item_in_trouble"
            ),
        ]

    def __str__(self) -> str:
        return self.place
