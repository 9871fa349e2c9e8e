"""When an organisation is open, and what is done when a case waits too long."""

from django.db import models
from django.db.models import Q

from samspil.core.escalation import Deed, Target
from samspil.core.ids import new_id
from samspil.core.routing import Level
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel, choices
from samspil.work.models.casework import Case
from samspil.work.models.processes import Process


class Timetable(TenantModel):
    """When the organisation is open; `process` names a line of work with hours of its own.

    `hours` holds for each day, from Monday, pairs such as ["09:00", "17:00"]; an empty list stands
    for around the clock. `country` (DK, DE or none) and `state` say which holidays it keeps. An
    empty `zone` is the organisation's.
    """

    process = models.ForeignKey(
        Process, null=True, on_delete=models.CASCADE, related_name="timetables"
    )
    hours = models.JSONField(default=list)
    country = models.CharField(max_length=2, blank=True)
    state = models.CharField(max_length=2, blank=True)
    zone = models.CharField(max_length=64, blank=True)

    objects: TenantManager["Timetable"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["process"], condition=Q(process__isnull=False), name="timetable_of_process"
            ),
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(process__isnull=True), name="timetable_of_all"
            ),
        ]

    def __str__(self) -> str:
        return f"hours of {self.process_id or 'all'}"


class EscalationStep(TenantModel):
    """What is done when a process's case of one level waits: a rung of its ladder.

    Due after `percent` of the case's working time, or `minutes` of working time after the case is
    due (before it, where negative).
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="steps")
    level = models.CharField(max_length=1, choices=choices(Level))
    percent = models.PositiveSmallIntegerField(null=True)
    minutes = models.IntegerField(null=True)
    target = models.CharField(max_length=10, choices=choices(Target), default=Target.TEAM)
    deed = models.CharField(max_length=10, choices=choices(Deed), default=Deed.REMIND)
    colleague = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")

    objects: TenantManager["EscalationStep"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="step_is_timed_one_way",
                condition=Q(percent__isnull=True, minutes__isnull=False)
                | Q(percent__isnull=False, minutes__isnull=True),
            ),
            models.CheckConstraint(
                name="step_percent_is_a_share",
                condition=Q(percent__isnull=True) | Q(percent__lte=100),
            ),
            models.CheckConstraint(
                name="step_names_whom_it_tells",
                condition=Q(target=Target.COLLEAGUE, colleague__isnull=False)
                | (~Q(target=Target.COLLEAGUE) & Q(colleague__isnull=True)),
            ),
            models.CheckConstraint(
                name="step_names_the_team_it_hands_over_to",
                condition=Q(deed=Deed.HAND_OVER, team__isnull=False)
                | (~Q(deed=Deed.HAND_OVER) & Q(team__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deed} {self.target} at level {self.level}"


class StepTaken(TenantModel):
    """A step that was taken for one round of a case: never twice."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps_taken")
    round = models.PositiveSmallIntegerField()
    step = models.ForeignKey(EscalationStep, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects: TenantManager["StepTaken"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "round", "step"], name="step_taken_once")
        ]

    def __str__(self) -> str:
        return f"step {self.step_id} at {self.at}"


class About(models.TextChoices):
    """What a notice tells a colleague about a case."""

    WAITS = "waits"
    GIVEN = "given"
    TAKEN_AWAY = "taken_away"


class Notice(TenantModel):
    """Tells a colleague about a case, until seen; a newer one about the same renews it.

    Personal data: who was told what. Purpose: that no case is forgotten. Deleted 30 days after it
    was seen, and with the case.
    """

    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="notices")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notices")
    what = models.CharField(max_length=10, choices=About.choices)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    objects: TenantManager["Notice"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "colleague", "what"], name="notice_once")
        ]
        indexes = [
            models.Index(
                fields=["organisation", "colleague", "-at", "-id"],
                condition=Q(seen_at__isnull=True),
                name="notice_unseen",
            ),
            models.Index(
                fields=["organisation", "seen_at"],
                condition=Q(seen_at__isnull=False),
                name="notice_to_forget",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} to {self.colleague_id}"
