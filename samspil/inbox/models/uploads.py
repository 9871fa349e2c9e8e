"""A file of messages on its way in."""

from django.db import models
from django.db.models import Q

from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models import Process


class Stage(models.TextChoices):
    """A file is looked at, then read in; then it is gone, and only the report stays."""

    UPLOADED = "uploaded"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Import(TenantModel):
    """One file and what became of it.

    `share` (0 to 1) is how much of it was read, `errors` the first rows that something was wrong
    with, `problem` why the file as a whole could not be read. The file itself lies beside the
    database until then. `taken` counts rows that are done with: a worker that takes over begins
    behind them.

    Of mails: `own` are our addresses, `ours` counts our own mails that found their case, `stray`
    those that found none, `automatic` what machines wrote and was left out, `noted` what came in
    with something wrong.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    language = models.CharField(max_length=2)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.UPLOADED)
    share = models.FloatField(default=0.0)
    opened = models.PositiveIntegerField(default=0)
    joined = models.PositiveIntegerField(default=0)
    duplicates = models.PositiveIntegerField(default=0)
    wrong = models.PositiveIntegerField(default=0)
    errors = models.JSONField(default=list)
    own = models.JSONField(default=list)
    leaves_out_automatic = models.BooleanField(default=False)
    taken = models.PositiveIntegerField(default=0)
    ours = models.PositiveIntegerField(default=0)
    stray = models.PositiveIntegerField(default=0)
    automatic = models.PositiveIntegerField(default=0)
    noted = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    uploaded_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    objects: TenantManager["Import"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="import_share_is_a_share", condition=Q(share__gte=0) & Q(share__lte=1)
            ),
            models.CheckConstraint(
                name="import_has_an_end_exactly_when_finished",
                condition=Q(stage__in=["uploaded", "running"], finished_at__isnull=True)
                | Q(stage__in=["done", "failed"], finished_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "-uploaded_at", "id"], name="import_by_upload"),
        ]

    def __str__(self) -> str:
        return self.file_name


class Fault(TenantModel):
    """A row or mail of an import that something was wrong with; `kept` says that it came in.

    Personal data: the subject and number of a mail, for whoever mends the file. Deleted with the
    import.
    """

    upload = models.ForeignKey(
        Import, on_delete=models.CASCADE, related_name="faults", db_index=False
    )
    row = models.PositiveIntegerField()
    offset = models.PositiveBigIntegerField(null=True)
    number = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    sentence = models.TextField()
    kept = models.BooleanField()

    objects: TenantManager["Fault"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["upload", "row"], name="fault_once_a_row")]

    def __str__(self) -> str:
        return f"row {self.row}"
