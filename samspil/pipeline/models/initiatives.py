"""Initiatives, who sees to what of their plan, their stages, what stops them, drills of that."""

from django.db import models
from django.db.models import F, Q

from samspil.audit.models import Task
from samspil.core.allocation.divisions import Division
from samspil.core.ids import new_id
from samspil.core.pipeline.plan import Item
from samspil.core.pipeline.stages import Stage
from samspil.core.pipeline.stopping import Measure
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices
from samspil.work.models import Process


class Initiative(TenantModel):
    """Something that is to be tried with AI in a process, and how far it is.

    It begins with a `task` that was accepted as it is allocated, None: with an idea; `division` is
    the one that was last taken into account of it, empty where that is not known. `owner`
    answers for it, `evaluator` writes down what a stage showed. It has from `starts_on` until
    `ends_on`. `cases_wanted` and `agreement` (0 to 1) are what it asks of itself at gates,
    beside what every initiative is asked. `pilot` and `scale` are `Arrangement`s as they are kept,
    which those stages put in place. It is in its stage since `stage_at`, and AI works there by it
    since `live_at` (None: not now). Stopping is tested every `drill_every` days. Purpose: to show
    what was tried, and why it was let in. Names colleagues only; kept as long as the process.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=120)
    aim = models.CharField(max_length=2000)
    task = models.ForeignKey(
        Task, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    division = models.CharField(max_length=15, choices=choices(Division), blank=True, default="")
    process = models.ForeignKey(Process, null=True, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    evaluator = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    criteria = models.CharField(max_length=2000, blank=True, default="")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    cases_wanted = models.PositiveIntegerField(default=0)
    agreement = models.FloatField(default=0)
    pilot = models.JSONField(default=dict)
    scale = models.JSONField(default=dict)
    drill_every = models.PositiveSmallIntegerField(default=90)
    stage = models.CharField(max_length=8, choices=choices(Stage), default=Stage.POC)
    stage_at = models.DateTimeField()
    live_at = models.DateTimeField(null=True)
    evaluation = models.CharField(max_length=2000, blank=True, default="")
    evaluated_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=1000, blank=True, default="")

    objects: TenantManager["Initiative"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="initiative_agreement_is_a_share",
                condition=Q(agreement__gte=0) & Q(agreement__lte=1),
            ),
            models.CheckConstraint(
                name="initiative_ends_after_it_starts",
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(starts_on__lte=F("ends_on")),
            ),
            models.CheckConstraint(
                name="initiative_lives_in_a_process_from_its_pilot_on",
                condition=Q(stage=Stage.POC, live_at__isnull=True)
                | (~Q(stage=Stage.POC) & Q(live_at__isnull=False, process__isnull=False)),
            ),
            models.CheckConstraint(
                name="initiative_ends_outside_work",
                condition=Q(ended_at__isnull=True) | Q(stage__in=[Stage.POC, Stage.OPTIMIZE]),
            ),
            models.UniqueConstraint(
                fields=["process"],
                condition=~Q(stage=Stage.POC) & Q(ended_at__isnull=True),
                name="initiative_one_at_work_in_a_process",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Participant(TenantModel):
    """Who takes part in an initiative."""

    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="participants"
    )
    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")

    objects: TenantManager["Participant"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "colleague"], name="participant_once_an_initiative"
            )
        ]

    def __str__(self) -> str:
        return f"{self.colleague_id} in {self.initiative_id}"


class Assignment(TenantModel):
    """Who sees to an item of the 90-day plan since `at`, where it is not whom the plan names.

    Purpose: that everybody knows what is theirs. Goes with the initiative, and is passed over once
    the colleague has left.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    item = models.CharField(max_length=10, choices=choices(Item))
    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects: TenantManager["Assignment"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "item"], name="assignment_of_an_item_is_one"
            )
        ]

    def __str__(self) -> str:
        return f"{self.item} of {self.initiative_id}"


class StopCondition(TenantModel):
    """What stops an initiative by itself: a measure that is surely beyond its limit.

    Limits of shares lie between 0 and 1, that of waiting is in minutes.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="stops")
    measure = models.CharField(max_length=10, choices=choices(Measure))
    limit = models.FloatField()

    objects: TenantManager["StopCondition"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "measure"], name="stop_condition_once_a_measure"
            ),
            models.CheckConstraint(name="stop_condition_has_a_limit", condition=Q(limit__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.limit:g}"


class StageMove(TenantModel):
    """One step of an initiative, forward or back; never changed, but for who looked at a stop.

    `way` is the `Arrangement` that the process had before. `facts` are what was known then: of a
    gate its evidence, of a stop what was measured. `by` is None for what happened by rule, and then
    somebody has to have `noted` it before a gate opens again.
    """

    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="moves", db_index=False
    )
    at = models.DateTimeField()
    by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    before = models.CharField(max_length=8, choices=choices(Stage))
    after = models.CharField(max_length=8, choices=choices(Stage))
    why = models.CharField(max_length=1000, blank=True, default="")
    way = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    noted_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    objects: TenantManager["StageMove"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index("organisation", "initiative", F("id").desc(), name="stage_move_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.before} to {self.after}"


class Drill(TenantModel):
    """A test of stopping: what was looked at, and whether the old way came back; never changed.

    `found` are pairs of what was looked at and whether it held.
    """

    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="drills", db_index=False
    )
    at = models.DateTimeField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    passed = models.BooleanField()
    found = models.JSONField(default=list)

    objects: TenantManager["Drill"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index("organisation", "initiative", F("id").desc(), name="drill_newest"),
        ]

    def __str__(self) -> str:
        return f"tested at {self.at}"
