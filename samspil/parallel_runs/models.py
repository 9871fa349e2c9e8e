"""Parallel runs, who takes part, and the cases that go both ways."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.organisation_models.contract import Route
from samspil.core.parallel_runs.answers import Right
from samspil.core.parallel_runs.falling_out import Gone
from samspil.core.parallel_runs.minutes import USUAL_IDLE
from samspil.core.parallel_runs.people import Part
from samspil.core.parallel_runs.stages import End, Pause, Stage
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel, choices
from samspil.work.models import Case, Process


class ParallelRun(TenantModel):
    """A time in which some of a process's cases go both ways.

    Of the cases that arrive a `share` (0 to 1) is drawn by `seed`, until `most` are or the day
    `until` has passed (None: no such end). `old_team` does them the old way (None: whoever would
    anyhow). Replies are compared too where it `compares_replies`. Pauses longer than `idle` minutes
    count as so many. No more is drawn from `ended_at`, and from `over_at` all is done, so that it
    tells what it shows. Purpose: to compare two ways of working; kept as long as the process.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+")
    share = models.FloatField()
    most = models.PositiveIntegerField(null=True)
    until = models.DateField(null=True)
    seed = models.CharField(max_length=64)
    old_team = models.ForeignKey(
        Team, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    compares_replies = models.BooleanField(default=False)
    idle = models.PositiveSmallIntegerField(default=USUAL_IDLE)
    drawn = models.PositiveIntegerField(default=0)
    began_at = models.DateTimeField()
    began_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    paused_at = models.DateTimeField(null=True)
    paused_why = models.CharField(max_length=7, choices=choices(Pause), blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=6, choices=choices(End), blank=True, default="")
    over_at = models.DateTimeField(null=True)

    objects: TenantManager["ParallelRun"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="parallel_run_draws_a_share", condition=Q(share__gt=0) & Q(share__lte=1)
            ),
            models.CheckConstraint(
                name="parallel_run_has_an_end",
                condition=Q(most__gt=0) | Q(until__isnull=False),
            ),
            models.CheckConstraint(
                name="parallel_run_draws_no_more_than_agreed",
                condition=Q(most__isnull=True) | Q(drawn__lte=F("most")),
            ),
            models.CheckConstraint(
                name="parallel_run_is_over_after_it_ended",
                condition=Q(over_at__isnull=True) | Q(ended_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["process"],
                condition=Q(ended_at__isnull=True),
                name="parallel_run_one_draws_in_a_process",
            ),
        ]

    def __str__(self) -> str:
        return f"both ways since {self.began_at}"


class Member(TenantModel):
    """Somebody's part in a run: `named` for it, or one who `took_part`.

    Which case they had is not kept once it is done: only that they took part, so that it can be
    told whether five people or more did.
    """

    run = models.ForeignKey(ParallelRun, on_delete=models.CASCADE, related_name="members")
    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=7, choices=choices(Part))
    named = models.BooleanField(default=False)
    took_part = models.BooleanField(default=False)

    objects: TenantManager["Member"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["run", "colleague", "part"], name="member_once_a_part")
        ]

    def __str__(self) -> str:
        return f"{self.colleague_id} {self.part}"


class Pair(TenantModel):
    """A case that goes both ways, and what came of it.

    `reason` is why a person had it when it was drawn, `would` the way it would have gone without
    the run. Times are the seconds people had it in hand; `capped`: a pause counted for less. As
    long as it is open, `holder` has it in hand for the new way, or settles it, and `new_by`
    and `new_text` say who answered what the new way; all three are emptied once it is done or out.
    Nothing of the new way is ever sent, decides, or teaches.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    run = models.ForeignKey(ParallelRun, on_delete=models.CASCADE, related_name="pairs")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    round = models.PositiveSmallIntegerField(default=1)
    reason = models.CharField(max_length=30)
    would = models.CharField(max_length=8, choices=choices(Route))
    stage = models.CharField(max_length=8, choices=choices(Stage), default=Stage.OLD_WAY)
    drawn_at = models.DateTimeField()

    old_topic = models.CharField(max_length=80, blank=True, default="")
    old_seconds = models.PositiveIntegerField(null=True)
    old_at = models.DateTimeField(null=True)

    holder = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True)
    new_topic = models.CharField(max_length=80, blank=True, default="")
    new_text = models.TextField(blank=True, default="")
    new_seconds = models.PositiveIntegerField(default=0)
    new_by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    capped = models.BooleanField(default=False)

    same = models.BooleanField(null=True)
    right = models.CharField(max_length=7, choices=choices(Right), blank=True, default="")
    gone = models.CharField(max_length=11, choices=choices(Gone), blank=True, default="")
    done_at = models.DateTimeField(null=True)

    objects: TenantManager["Pair"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "round"], name="pair_once_a_round"),
            models.CheckConstraint(
                name="pair_is_out_for_a_reason",
                condition=(Q(stage=Stage.OUT) & ~Q(gone="")) | (~Q(stage=Stage.OUT) & Q(gone="")),
            ),
            models.CheckConstraint(
                name="pair_done_has_both_answers_and_who_was_right",
                condition=~Q(stage=Stage.DONE)
                | (Q(old_seconds__isnull=False, same__isnull=False) & ~Q(right="")),
            ),
            models.CheckConstraint(
                name="pair_closed_names_nobody",
                condition=~Q(stage__in=[Stage.DONE, Stage.OUT])
                | Q(holder__isnull=True, new_by__isnull=True, new_text="", done_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "run", "stage", "id"], name="pair_by_stage"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.stage}"
