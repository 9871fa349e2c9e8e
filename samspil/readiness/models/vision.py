"""What is to be solved in twelve months: goals, versions as they were decided, and looks."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.readiness.looking import State
from samspil.core.readiness.vision import (
    LONGEST_GOAL,
    LONGEST_MEASURE,
    LONGEST_NOTE,
    LONGEST_UNIT,
    Sort,
)
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Line(TenantModel):
    """A sentence that can be checked, as in `core.readiness.vision.Wanted`, and who sees to it."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    sentence = models.CharField(max_length=LONGEST_GOAL)
    measure = models.CharField(max_length=LONGEST_MEASURE)
    sort = models.CharField(max_length=6, choices=choices(Sort))
    now = models.FloatField(null=True)
    then = models.FloatField(null=True)
    unit = models.CharField(max_length=LONGEST_UNIT, blank=True)
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    address = models.CharField(max_length=LONGEST_GOAL, blank=True)

    class Meta(TenantModel.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.sentence


def _has_numbers(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(sort="number", now__isnull=False, then__isnull=False)
        | Q(sort="yes_no", now__isnull=True, then__isnull=True),
    )


class Goal(Line):
    """A goal as it is being worked on; `version` grows with every change."""

    version = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Goal"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [_has_numbers("goal_has_numbers_where_it_counts")]


class Version(TenantModel):
    """The vision as it was decided, for good; `reminded` is after how many months people were told
    to look at it, 0 for not yet."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    day = models.DateField()
    reminded = models.PositiveSmallIntegerField(default=0)

    objects: TenantManager["Version"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="version_once_a_number")
        ]
        indexes = [models.Index("organisation", F("number").desc(), name="version_newest")]

    def __str__(self) -> str:
        return f"Version {self.number}"


class Settled(Line):
    """A goal as it stood when it was decided."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="goals")

    objects: TenantManager["Settled"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [_has_numbers("settled_goal_has_numbers_where_it_counts")]


class Look(TenantModel):
    """That a version was looked at again after so many months."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="looks")
    months = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Look"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["version", "months"], name="look_once_a_time"),
            models.CheckConstraint(name="look_at_its_time", condition=Q(months__in=[3, 6, 12])),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} after {self.months}"


class Mark(TenantModel):
    """How far a goal was when it was looked at; `value` only of a number, None where not said."""

    look = models.ForeignKey(Look, on_delete=models.CASCADE, related_name="marks")
    goal = models.ForeignKey(Settled, on_delete=models.CASCADE, related_name="marks")
    state = models.CharField(max_length=10, choices=choices(State))
    value = models.FloatField(null=True)
    note = models.CharField(max_length=LONGEST_NOTE, blank=True)

    objects: TenantManager["Mark"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["look", "goal"], name="mark_once_a_look"),
        ]

    def __str__(self) -> str:
        return self.state
