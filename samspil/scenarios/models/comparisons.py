"""Comparisons of a few options, and what was decided."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from samspil.audit.models import Task
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel


def _money() -> models.DecimalField:  # type: ignore[type-arg]  # as the stubs have it
    return models.DecimalField(max_digits=14, decimal_places=2, null=True)


def _upwards(name: str, *, most: float | None = None) -> models.CheckConstraint:
    """All three of a guess are there and go upwards from 0, or none is."""
    ends: dict[str, Any] = {f"{name}_low__gte": 0, f"{name}_low__lte": F(f"{name}_likely")}
    if most is not None:
        ends[f"{name}_high__lte"] = most
    points = (f"{name}_low", f"{name}_likely", f"{name}_high")
    return models.CheckConstraint(
        name=f"option_{name}_goes_upwards",
        condition=Q(**dict.fromkeys((f"{one}__isnull" for one in points), True))
        | Q(
            **dict.fromkeys((f"{one}__isnull" for one in points), False),
            **ends,
            **{f"{name}_likely__lte": F(f"{name}_high")},
        ),
    )


class Comparison(TenantModel):
    """A few options side by side, such as tool A or B, between which somebody decides.

    All its money is in `currency` (ISO 4217), an hour being worth `hour_cost`. Options are compared
    after `months`. Draws come from `seed`. Whatever changes its figures raises `version`. Names
    nobody; stays, with what was decided, until the organisation goes.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=200)
    currency = models.CharField(max_length=3)
    hour_cost = models.DecimalField(max_digits=10, decimal_places=2)
    months = models.PositiveSmallIntegerField(default=24)
    seed = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Comparison"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="comparison_hour_is_worth_something", condition=Q(hour_cost__gt=0)
            ),
        ]
        indexes = [models.Index("organisation", F("id").desc(), name="comparison_newest")]

    def __str__(self) -> str:
        return self.name


class Option(TenantModel):
    """One of the options of a comparison, all guessed in three points, as in `core.scenarios`.

    Hours that are not said come from its `tasks`; so does what it costs to begin where that is not
    said. `risk` is in words.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    comparison = models.ForeignKey(Comparison, on_delete=models.CASCADE, related_name="options")
    name = models.CharField(max_length=120)
    one_off_low = _money()
    one_off_likely = _money()
    one_off_high = _money()
    running_low = _money()
    running_likely = _money()
    running_high = _money()
    hours_low = models.FloatField(null=True)
    hours_likely = models.FloatField(null=True)
    hours_high = models.FloatField(null=True)
    months_low = models.FloatField()
    months_likely = models.FloatField()
    months_high = models.FloatField()
    share_low = models.FloatField()
    share_likely = models.FloatField()
    share_high = models.FloatField()
    risk = models.CharField(max_length=1000, blank=True, default="")
    tasks = models.ManyToManyField(Task, through="OptionTask", related_name="+")
    version = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Option"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            _upwards("one_off"),
            _upwards("running"),
            _upwards("hours"),
            _upwards("months", most=60),
            _upwards("share", most=1),
        ]

    def __str__(self) -> str:
        return self.name


class OptionTask(TenantModel):
    """A task from which an option takes its hours."""

    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="+")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="+")

    objects: TenantManager["OptionTask"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["option", "task"], name="option_task_once"),
        ]

    def __str__(self) -> str:
        return f"{self.task} of {self.option}"


class Choice(TenantModel):
    """What a person decided of a comparison, and why; a later one stands beside it, never over it.

    `option` is None where it was none of them, or once the option is gone; `option_name` stays.
    `figures` are those it was decided on (`core.scenarios.deciding.Figures`), after `months`.
    `otherwise` is what would make them decide otherwise, to be looked at again on `look_again_on`,
    until somebody has `looked_at` it. Names colleagues only; stays as long as the comparison.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    comparison = models.ForeignKey(
        Comparison, on_delete=models.CASCADE, related_name="choices", db_index=False
    )
    option = models.ForeignKey(
        Option, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    option_name = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=2000)
    otherwise = models.CharField(max_length=1000, blank=True)
    look_again_on = models.DateField(null=True)
    figures = models.JSONField(default=list)
    months = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    looked_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    objects: TenantManager["Choice"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="choice_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="choice_looks_again_for_something",
                condition=Q(look_again_on__isnull=True) | ~Q(otherwise=""),
            ),
        ]
        indexes = [
            models.Index("organisation", "comparison", F("id").desc(), name="choice_newest"),
        ]

    def __str__(self) -> str:
        return self.option_name
