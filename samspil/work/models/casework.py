"""Processes, cases and all that happens to a case."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.judging import HIDDEN, Judging
from samspil.core.lifecycle import Stage
from samspil.core.mail_kinds import Automatic
from samspil.core.masking import DataClass
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import Level, Reason
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel, choices
from samspil.work.models.processes import Process


class Channel(models.TextChoices):
    """How a case came in, where that matters to whoever answers."""

    FORM = "form"
    CHAT = "chat"
    QUESTION = "question"


class Case(TenantModel):
    """One piece of work. Until it is routed, everything about its routing is empty.

    `risk` (0 to 1) orders the queue; `confidence` (0 to 1) is that of the best guess. A message
    to a closed case begins its next round at `reopened_at`. A case is out of the queue until
    `snoozed_until`; one that was `merged_into` another is closed, and that other goes on. At
    `escalates_at` the next step of its ladder may be due; None stands for never. As long as
    `judging` hides AI's answer, `topic` and `confidence` stay empty.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="cases")
    external_id = models.CharField(max_length=200)
    channel = models.CharField(max_length=8, choices=Channel.choices, blank=True, default="")
    subject = models.CharField(max_length=200)
    stage = models.CharField(max_length=8, choices=choices(Stage), default=Stage.ARRIVED)
    round = models.PositiveSmallIntegerField(default=1)
    data_class = models.CharField(
        max_length=12, choices=choices(DataClass), default=DataClass.PERSONAL
    )
    masked = models.JSONField(default=list)
    hidden_text = models.BooleanField(default=False)

    route = models.CharField(max_length=8, choices=choices(Route), blank=True)
    sorted_alone = models.BooleanField(default=False)
    level = models.CharField(max_length=1, choices=choices(Level), blank=True)
    reason = models.CharField(max_length=30, choices=choices(Reason), blank=True)
    judging = models.CharField(
        max_length=7, choices=choices(Judging), blank=True, default=Judging.OPEN
    )
    quote = models.CharField(max_length=300, blank=True)
    topic = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2, blank=True)
    confidence = models.FloatField(null=True)
    risk = models.FloatField(default=0.5)

    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    claimed_by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField()
    routed_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    escalates_at = models.DateTimeField(null=True)
    first_response_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    reopened_at = models.DateTimeField(null=True)
    snoozed_until = models.DateTimeField(null=True)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged", db_index=False
    )

    objects: TenantManager["Case"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "process", "external_id"], name="case_arrives_once"
            ),
            models.CheckConstraint(
                name="case_risk_is_a_share", condition=Q(risk__gte=0) & Q(risk__lte=1)
            ),
            models.CheckConstraint(
                name="case_is_routed_once_it_left_arrival",
                condition=Q(stage=Stage.ARRIVED) | (~Q(route="") & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="case_has_a_holder_exactly_while_claimed",
                condition=Q(stage=Stage.CLAIMED, claimed_by__isnull=False)
                | (~Q(stage=Stage.CLAIMED) & Q(claimed_by__isnull=True)),
            ),
            models.CheckConstraint(
                name="case_is_closed_at_some_time",
                condition=Q(stage=Stage.CLOSED, closed_at__isnull=False)
                | (~Q(stage=Stage.CLOSED) & Q(closed_at__isnull=True)),
            ),
        ]
        indexes = [
            # The columns after "id" are those that a queue is narrowed by: most of what does not
            # belong into it is then passed over without reading the case itself.
            models.Index(
                *("organisation", "stage", F("risk").desc(), "due_at", "id"),
                *("team", "process", "route", "level"),
                name="case_queue_narrowed",
            ),
            # Where few or none of what waits are alike in one of these, the index above would be
            # read to its end; these hold only what waits, in the queue's order.
            *(
                models.Index(
                    *("organisation", "stage", one, F("risk").desc(), "due_at", "id", "team"),
                    name=f"case_waiting_by_{one}",
                    condition=Q(stage=Stage.WAITING),
                )
                for one in ("process", "level", "route", "topic", "language")
            ),
            models.Index(
                fields=["organisation", "claimed_by", "stage", "due_at", "id"], name="case_held"
            ),
            models.Index(
                fields=["organisation", "topic", "-id"],
                condition=~Q(topic=""),
                name="case_by_topic",
            ),
            models.Index(fields=["organisation", "-opened_at", "id"], name="case_by_arrival"),
            models.Index(fields=["organisation", "due_at", "id"], name="case_by_due"),
            models.Index(fields=["organisation", "stage", "due_at", "team"], name="case_due"),
            models.Index(fields=["organisation", "stage", "escalates_at"], name="case_by_step"),
            models.Index(fields=["organisation", "closed_at"], name="case_by_end"),
            models.Index(fields=["organisation", "routed_at", "route"], name="case_by_routing"),
            models.Index(
                fields=["organisation", "snoozed_until"],
                condition=Q(snoozed_until__isnull=False),
                name="case_snoozed",
            ),
            models.Index(
                fields=["organisation", "stage", "snoozed_until"],
                condition=Q(snoozed_until__isnull=False),
                name="case_aside",
            ),
            models.Index(
                fields=["organisation", "merged_into"],
                condition=Q(merged_into__isnull=False),
                name="case_by_target",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def hides_answer(self) -> bool:
        """Whether nobody may see AI's answer yet, because a person judges without it."""
        return self.judging in HIDDEN

    @property
    def began_at(self) -> datetime:
        """When the round began that its deadline counts from."""
        return self.reopened_at or self.opened_at


class Direction(models.TextChoices):
    """Which way a message went."""

    IN = "in"
    OUT = "out"
    NOTE = "note"


class Message(TenantModel):
    """One part of a case's thread, masked at intake. A note is for colleagues only.

    `external_id` is the sender's own number of a message that joined a case, such as a
    Message-ID. Of a mail, `text` is what is new in it; `quoted` repeats earlier mails, and
    `signature` is how it signs off: people may unfold both, AI reads neither. `written_at` is when
    the mail was written, None where only `at`, its arrival, is known. `flaws` are pairs of a fault
    and its detail. No reply goes to what a machine wrote (`automatic`). Of an emptied case neither
    words nor names are left, only that there was a message.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="messages")
    direction = models.CharField(max_length=4, choices=Direction.choices)
    at = models.DateTimeField()
    sender = models.CharField(max_length=254, blank=True)
    author = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    made_with_ai = models.BooleanField(default=False)
    external_id = models.CharField(max_length=200, blank=True, default="")
    quoted = models.TextField(blank=True, default="")
    signature = models.TextField(blank=True, default="")
    sender_name = models.CharField(max_length=200, blank=True, default="")
    reply_to = models.CharField(max_length=254, blank=True, default="")
    written_at = models.DateTimeField(null=True)
    automatic = models.CharField(
        max_length=10, choices=choices(Automatic), blank=True, default=Automatic.NO
    )
    flaws = models.JSONField(default=list)

    objects: TenantManager["Message"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "external_id"],
                condition=~Q(external_id=""),
                name="message_joins_once",
            )
        ]
        indexes = [
            models.Index(fields=["case", "at"], name="message_thread"),
            models.Index(
                fields=["organisation", "direction", "sender", "-at"],
                condition=~Q(sender=""),
                name="message_by_writer",
            ),
            models.Index(
                fields=["organisation", "direction", "reply_to"],
                condition=~Q(reply_to=""),
                name="message_by_reply_to",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Proposal(TenantModel):
    """What a skill suggested for one round of a case; it changes only where its case is emptied.

    `sureness` (0 to 1) is how likely it thought its first option right; None before that was kept.
    `at_the_time` keeps what explains it and may change later: what its topics were called (`names`,
    by key and language) and the `quote` that routing went by; empty before that was kept.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="proposals")
    round = models.PositiveSmallIntegerField(default=1)
    skill = models.CharField(max_length=40)
    version = models.CharField(max_length=40)
    options = models.JSONField(default=list)
    evidence = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    language = models.CharField(max_length=2, blank=True)
    draft = models.TextField(blank=True)
    sureness = models.FloatField(null=True)
    at_the_time = models.JSONField(default=dict)
    made_at = models.DateTimeField()

    objects: TenantManager["Proposal"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "round"], name="proposal_once_per_round")
        ]

    def __str__(self) -> str:
        return f"{self.skill} {self.version}"

    @property
    def likeliest(self) -> str:
        """The topic that it thought likeliest, by key; empty where it named none."""
        return str(self.options[0]["result"]) if self.options else ""


class Verdict(models.TextChoices):
    """What a person made of AI's proposal."""

    AGREED = "agreed"
    CHANGED = "changed"
    REJECTED = "rejected"
    OWN = "own"


class Decision(TenantModel):
    """How a person closed a round. `seconds` is the time between claim and decision.

    `at_the_time` keeps what explains it and may change later: what the topic was called (`topic`,
    by language), the `role` of who decided, and `unseen` where AI's proposal was hidden from them;
    empty before that was kept.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="decisions")
    round = models.PositiveSmallIntegerField(default=1)
    proposal = models.ForeignKey(Proposal, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    topic = models.CharField(max_length=80, blank=True)
    answer = models.TextField(blank=True)
    simulated = models.BooleanField(default=False)
    seconds = models.PositiveIntegerField()
    at_the_time = models.JSONField(default=dict)
    at = models.DateTimeField()

    objects: TenantManager["Decision"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "round"], name="decision_once_per_round")
        ]
        indexes = [models.Index(fields=["organisation", "at"], name="decision_by_time")]

    def __str__(self) -> str:
        return self.verdict


class Outgoing(TenantModel):
    """A reply on its way out: one for each round of a case, whatever is tried twice.

    A `correction` is a person's, of what AI answered alone in that round.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="outgoing")
    round = models.PositiveSmallIntegerField(default=1)
    recipient = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    headers = models.JSONField(default=dict)
    correction = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects: TenantManager["Outgoing"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["case", "round", "correction"], name="outgoing_once_per_round"
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation", "id"],
                condition=Q(sent_at__isnull=True),
                name="outgoing_unsent",
            )
        ]

    def __str__(self) -> str:
        return self.subject
