"""What somebody who knows AI says of a task, and where people put it and whom they give it to."""

from django.db import models
from django.db.models import F, Q

from samspil.audit.models import Task
from samspil.core.allocation.divisions import Division
from samspil.core.allocation.law import About
from samspil.core.allocation.portfolio import Part
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices

LONGEST_WHY = 500


class Judgement(TenantModel):
    """What was last said of a task: criteria from 1 to 5, and how it touches people.

    `criteria` maps a `Criterion` to what was said; what nobody said is not in it. `decides` and
    `feels` are None while nobody has said so. It is about work and about nobody.
    """

    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="judgement")
    criteria = models.JSONField(default=dict)
    about = models.CharField(max_length=10, choices=choices(About), blank=True, default="")
    decides = models.BooleanField(null=True)
    feels = models.BooleanField(null=True)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Judgement"] = TenantManager()

    def __str__(self) -> str:
        return f"of {self.task_id}"


class Move(TenantModel):
    """That somebody put a task somewhere, or gave it to AI or people; the newest one holds.

    Once written nothing of it changes but `withdrawn_at`, when it was undone: the one before holds
    again. `creative` and `contact` (0 to 1) are None while the task stands where its criteria put
    it; `division` is empty while nobody chose. `suggested` is what was suggested then.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="moves", db_index=False)
    creative = models.FloatField(null=True)
    contact = models.FloatField(null=True)
    division = models.CharField(max_length=15, choices=choices(Division), blank=True)
    suggested = models.CharField(max_length=15, choices=choices(Division))
    why = models.CharField(max_length=LONGEST_WHY, blank=True)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects: TenantManager["Move"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="move_lies_in_the_picture",
                condition=Q(creative__isnull=True, contact__isnull=True)
                | Q(creative__range=(0, 1), contact__range=(0, 1)),
            ),
            models.CheckConstraint(
                name="move_overrules_for_a_reason",
                condition=Q(division="") | Q(division=F("suggested")) | ~Q(why=""),
            ),
        ]
        indexes = [models.Index("organisation", "task", F("id").desc(), name="move_newest")]

    def __str__(self) -> str:
        return str(self.public_id)


class Estimate(TenantModel):
    """What people expect of AI in a task, as last said: ranges, never single numbers.

    Shares of the hours (0 to 1) saved after checking, days of work to set it up, and what else the
    first year costs in the organisation's money. `risk` is from 1 to 5. `hours_low` and
    `hours_high` are hours a week as people guess them together; None where nobody did.
    """

    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="estimate")
    saved_low = models.FloatField()
    saved_high = models.FloatField()
    days_low = models.FloatField()
    days_high = models.FloatField()
    money_low = models.FloatField(default=0)
    money_high = models.FloatField(default=0)
    hours_low = models.FloatField(null=True)
    hours_high = models.FloatField(null=True)
    risk = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=8, choices=choices(Part))
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Estimate"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="estimate_goes_from_low_to_high",
                condition=Q(
                    saved_low__gte=0, saved_low__lte=F("saved_high"), saved_high__lte=1,
                    days_low__gte=0, days_low__lte=F("days_high"),
                    money_low__gte=0, money_low__lte=F("money_high"),
                    risk__range=(1, 5),
                ),
            ),
            models.CheckConstraint(
                name="estimate_hours_are_a_range",
                condition=Q(hours_low__isnull=True, hours_high__isnull=True)
                | Q(hours_low__gte=0, hours_high__gte=F("hours_low")),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"of {self.task_id}"
