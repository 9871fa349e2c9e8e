"""What AI wrote here, known by fingerprint; which language models may be asked; and what was."""

from django.db import models
from django.db.models import F, Q

from samspil.core.gateway.allowing import Place, Purpose, Verdict
from samspil.core.ids import new_id
from samspil.core.masking import DataClass
from samspil.people.models import Colleague
from samspil.tenancy.models import Organisation, TenantManager, TenantModel, choices


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


class ModelServer(TenantModel):
    """A language model that may be asked over the OpenAI protocol, as far as it is allowed.

    `purposes` holds values of `Purpose`. `sealed_key` opens with the installation's key only and is
    empty where none is needed. `owner` answers for it. After `failures` in a row nobody asks it
    until `rests_until`. `brief_failures` counts how often in a row it was too slow for those who
    wait a short while only; until `brief_until` these do not ask it.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=80)
    base_url = models.CharField(max_length=300)
    model = models.CharField(max_length=120)
    place = models.CharField(max_length=10, choices=choices(Place))
    purposes = models.JSONField(default=list)
    sealed_key = models.BinaryField(default=bytes)
    on = models.BooleanField(default=False)
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    failures = models.PositiveIntegerField(default=0)
    rests_until = models.DateTimeField(null=True)
    brief_failures = models.PositiveIntegerField(default=0)
    brief_until = models.DateTimeField(null=True)
    added_at = models.DateTimeField()

    objects: TenantManager["ModelServer"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="model_server_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class Allowance(TenantModel):
    """What of one class of data may go to a model server; what has no row may not.

    Goes with its server.
    """

    server = models.ForeignKey(ModelServer, on_delete=models.CASCADE, related_name="allowances")
    data_class = models.CharField(max_length=12, choices=choices(DataClass))
    verdict = models.CharField(max_length=5, choices=choices(Verdict))
    set_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    objects: TenantManager["Allowance"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["server", "data_class"], name="allowance_once_a_class"),
            models.CheckConstraint(
                name="allowance_allows_something", condition=~Q(verdict=Verdict.BLOCK.value)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.data_class}: {self.verdict}"


class Outcome(models.TextChoices):
    """A call was blocked here, is on its way, was answered, or failed."""

    BLOCKED = "blocked"
    ASKED = "asked"
    ANSWERED = "answered"
    FAILED = "failed"


class ModelCall(TenantModel):
    """That a language model was asked, or was not: never what was asked or answered.

    Purpose: to show what goes to language models and what for. Kept for 13 months by default. Holds
    no person: not who asked, nor about whom. `why` is a `Reason`, or how the server failed. The
    digests are keyed, so that nobody finds a text by trying. Tokens are None where the server did
    not count them, `milliseconds` until it is over.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    at = models.DateTimeField()
    purpose = models.CharField(max_length=12, choices=choices(Purpose))
    data_class = models.CharField(max_length=12, choices=choices(DataClass))
    server = models.ForeignKey(
        ModelServer, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    server_name = models.CharField(max_length=80, blank=True)
    model = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=10, choices=choices(Place), blank=True)
    verdict = models.CharField(max_length=5, choices=choices(Verdict))
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    why = models.CharField(max_length=20)
    masked = models.PositiveIntegerField(default=0)
    prompt_tokens = models.PositiveIntegerField(null=True)
    answer_tokens = models.PositiveIntegerField(null=True)
    milliseconds = models.PositiveIntegerField(null=True)
    prompt_digest = models.CharField(max_length=64, blank=True)
    answer_digest = models.CharField(max_length=64, blank=True)

    objects: TenantManager["ModelCall"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="model_call_blocked_is_not_sent",
                condition=Q(verdict=Verdict.BLOCK.value, outcome=Outcome.BLOCKED)
                | (~Q(verdict=Verdict.BLOCK.value) & ~Q(outcome=Outcome.BLOCKED)),
            )
        ]
        indexes = [
            models.Index("organisation", F("id").desc(), name="model_call_newest"),
            models.Index(fields=["organisation", "at"], name="model_call_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.outcome}"
