"""Standard answers: what somebody who knows has said once and for all, for a while."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.knowledge.models.documents import Secrecy
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel


class StandardAnswer(TenantModel):
    """An answer to the same question in several wordings, used first where it fits.

    Purpose: to answer colleagues' questions and customers. Kept until somebody removes it, and
    deleted a day later. `texts` maps a language (da, de, en) to the answer in it. Past
    `valid_until` it answers nothing any more. Who may see it is said as for documents; `owner`
    answers for it and is named. `version` counts its changes; question and answer read as they do
    since version `said_since`. `alone_by` agreed at `alone_at` that it may be sent to customers
    without a look once it is verified often enough; nobody did where they are None.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    wordings = models.JSONField()
    texts = models.JSONField()
    secrecy = models.CharField(max_length=12, choices=Secrecy.choices, default=Secrecy.INTERNAL)
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    valid_until = models.DateField()
    version = models.PositiveIntegerField(default=1)
    said_since = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    alone_by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    alone_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["StandardAnswer"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="standard_confidential_has_a_team",
                condition=~Q(secrecy=Secrecy.CONFIDENTIAL) | Q(team__isnull=False),
            ),
            models.CheckConstraint(
                name="standard_public_has_no_team",
                condition=~Q(secrecy=Secrecy.PUBLIC) | Q(team__isnull=True),
            ),
            models.CheckConstraint(
                name="standard_sent_alone_is_public_and_agreed_by_somebody",
                condition=Q(alone_by__isnull=True, alone_at__isnull=True)
                | Q(alone_by__isnull=False, alone_at__isnull=False, secrecy=Secrecy.PUBLIC),
            ),
        ]
        indexes = [
            models.Index("organisation", F("id").desc(), name="standard_newest"),
            models.Index(fields=["organisation", "owner", "valid_until"], name="standard_by_day"),
        ]

    def __str__(self) -> str:
        return str(self.wordings[0])

    @property
    def alone(self) -> bool:
        """Whether somebody agreed that it may be sent without a look."""
        return self.alone_at is not None


class StandardVersion(TenantModel):
    """What a standard answer said, and to whom, since one change; `number` counts from 1.

    Purpose: to see who changed what, and to bring an earlier text back. Goes with the answer.
    """

    answer = models.ForeignKey(
        StandardAnswer, on_delete=models.CASCADE, related_name="versions", db_index=False
    )
    number = models.PositiveIntegerField()
    wordings = models.JSONField()
    texts = models.JSONField()
    secrecy = models.CharField(max_length=12, choices=Secrecy.choices)
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    valid_until = models.DateField()
    by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: TenantManager["StandardVersion"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["answer", "number"], name="standard_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} of standard answer {self.answer_id}"


class Wording(TenantModel):
    """One wording of a standard answer's question, and its meaning.

    Purpose and retention as of the answer, with which it goes. `embedder` made the vector; empty
    where there was none.
    """

    answer = models.ForeignKey(
        StandardAnswer, on_delete=models.CASCADE, related_name="said", db_index=False
    )
    place = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    embedder = models.CharField(max_length=40, blank=True)
    vector = models.BinaryField(default=bytes)

    objects: TenantManager["Wording"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["answer", "place"], name="wording_once")]

    def __str__(self) -> str:
        return self.text
