"""A rollout, the teams in it, and how far each is."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.rollouts.alarms import OTHERS_MONTHS, OTHERS_TARGET
from samspil.core.rollouts.phases import Need, Phase, Way
from samspil.core.rollouts.plan import GAP
from samspil.core.routing import Level
from samspil.governance.models import Tool
from samspil.people.models import Colleague, Team
from samspil.pipeline.models import Initiative
from samspil.tenancy.models import TenantManager, TenantModel, choices


def _share(name: str) -> Q:
    return Q(**{f"{name}__gte": 0}) & Q(**{f"{name}__lte": 1})


class Rollout(TenantModel):
    """How an initiative reaches the teams that are to work by it.

    Teams begin `gap` working days apart, or together. `training` is what trainings for it are
    called in people's records; `tool` is what is used beside Samspil, None for nothing else.
    Planned: `first_share` of AI's proposals agreed with after a month, `target` after `months`, and
    `use_target` of the cases going the new way; shares from 0 to 1. A phase may be `allowed_days`
    working days late before that is an alarm. Purpose: to show who takes it up by when. Names
    colleagues only; kept as long as the initiative.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="rollouts", db_index=False
    )
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    way = models.CharField(max_length=7, choices=choices(Way), default=Way.STAGED)
    starts_on = models.DateField()
    gap = models.PositiveSmallIntegerField(default=GAP)
    training = models.CharField(max_length=200)
    tool = models.ForeignKey(
        Tool, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    first_share = models.FloatField(default=0.6)
    target = models.FloatField(default=OTHERS_TARGET)
    months = models.PositiveSmallIntegerField(default=OTHERS_MONTHS)
    use_target = models.FloatField(default=0.8)
    allowed_days = models.PositiveSmallIntegerField(default=5)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects: TenantManager["Rollout"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(ended_at__isnull=True),
                name="rollout_one_of_an_initiative",
            ),
            models.CheckConstraint(
                name="rollout_targets_are_shares",
                condition=_share("first_share") & _share("target") & _share("use_target"),
            ),
            models.CheckConstraint(
                name="rollout_target_is_not_below_its_beginning",
                condition=Q(first_share__lte=F("target"), months__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"of {self.initiative_id}"


class TeamRollout(TenantModel):
    """A team in a rollout. `days` are the working days of each phase as planned from `starts_on`.

    `level` is the level of cases that the team takes from its implementation on; empty: what it
    takes stays as it is. `withdrawn_at`: taken out again.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    rollout = models.ForeignKey(
        Rollout, on_delete=models.CASCADE, related_name="teams", db_index=False
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    starts_on = models.DateField()
    days = models.JSONField(default=dict)
    level = models.CharField(max_length=1, choices=choices(Level), blank=True, default="")
    phase = models.CharField(max_length=14, choices=choices(Phase), default=Phase.INFORMATION)
    withdrawn_at = models.DateTimeField(null=True)

    objects: TenantManager["TeamRollout"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["rollout", "team"], name="team_rollout_once"),
        ]

    def __str__(self) -> str:
        return f"{self.team_id} in {self.rollout_id}"


class PhaseMove(TenantModel):
    """One step of a team, forward or back; never changed.

    `lacking` are the needs that were not met and that `why` made up for. `put` is what the step
    changed in the work: the `level` of cases and the `team` that took it before.
    """

    place = models.ForeignKey(
        TeamRollout, on_delete=models.CASCADE, related_name="moves", db_index=False
    )
    at = models.DateTimeField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    before = models.CharField(max_length=14, choices=choices(Phase))
    after = models.CharField(max_length=14, choices=choices(Phase))
    lacking = models.JSONField(default=list)
    why = models.CharField(max_length=1000, blank=True, default="")
    put = models.JSONField(default=dict)

    objects: TenantManager["PhaseMove"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="phase_move_skips_nothing_without_a_reason",
                condition=Q(lacking=[]) | ~Q(why=""),
            ),
        ]
        indexes = [models.Index("organisation", "place", "id", name="phase_move_in_order")]

    def __str__(self) -> str:
        return f"{self.before} to {self.after}"


class Evidence(TenantModel):
    """What people wrote of a need that the program cannot know; the newest words hold."""

    place = models.ForeignKey(
        TeamRollout, on_delete=models.CASCADE, related_name="evidence", db_index=False
    )
    need = models.CharField(max_length=7, choices=choices(Need))
    text = models.CharField(max_length=1000)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Evidence"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["place", "need"], name="evidence_once_a_need"),
        ]

    def __str__(self) -> str:
        return f"{self.need} of {self.place_id}"


class ChangeAgent(TenantModel):
    """A colleague asked to help their team along; one only once they have accepted it themselves.

    Purpose: so that everybody knows whom to ask. Kept until they give it back, or the rollout goes.
    """

    place = models.ForeignKey(
        TeamRollout, on_delete=models.CASCADE, related_name="agents", db_index=False
    )
    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)

    objects: TenantManager["ChangeAgent"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["place", "colleague"], name="change_agent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.colleague_id} in {self.place_id}"
