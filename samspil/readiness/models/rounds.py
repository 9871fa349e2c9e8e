"""Rounds in which people say where the company stands, and what is told of them."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.readiness.figures import Group, Size
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel, choices

LONGEST_NAME = 120


class Round(TenantModel):
    """A round that goes on until `closes`, and asks the teams in `AskedTeam`, or everybody where
    there is none.

    `settled_at` is when it was over and its `Figure`s were counted. `people` are those who handed
    in: None while it goes on, and where they were too few to be told. `leaders` and `others` are
    None where these are not told apart.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=LONGEST_NAME)
    closes = models.DateField()
    teams = models.ManyToManyField(Team, through="AskedTeam", related_name="+")
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    invited_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    people = models.PositiveIntegerField(null=True)
    leaders = models.PositiveIntegerField(null=True)
    others = models.PositiveIntegerField(null=True)

    objects: TenantManager["Round"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(settled_at__isnull=True),
                name="readiness_one_round_at_a_time",
            ),
            models.CheckConstraint(
                name="readiness_round_tells_of_five_or_none",
                condition=(Q(people__isnull=True) | Q(people__gte=5))
                & (Q(leaders__isnull=True) | Q(leaders__gte=5))
                & (Q(others__isnull=True) | Q(others__gte=5)),
            ),
        ]
        indexes = [models.Index("organisation", F("id").desc(), name="readiness_newest")]

    def __str__(self) -> str:
        return self.name


class AskedTeam(TenantModel):
    """That a round asks a team."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")

    objects: TenantManager["AskedTeam"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["round", "team"], name="readiness_team_asked_once"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} asks {self.team_id}"


class Sheet(TenantModel):
    """What somebody answers while a round goes on, as `core.readiness.answers.Answers`.

    Personal data. Purpose: to see where the company stands, in figures of five and more. It holds
    no person and no time: `mark` follows from the person and a key outside the database, so that
    only who has both could tell whose it is. When the round is over it is counted and deleted.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="sheets")
    mark = models.CharField(max_length=64)
    answers = models.JSONField(default=dict)
    handed_in = models.BooleanField(default=False)

    objects: TenantManager["Sheet"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["round", "mark"], name="readiness_sheet_once_a_round"),
        ]

    def __str__(self) -> str:
        return f"in {self.round_id}"


class Figure(TenantModel):
    """What a round tells of a statement or an area, as in `core.readiness.figures.Told`.

    It holds no person, and stays as long as the round.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="figures")
    of = models.CharField(max_length=30)
    group = models.CharField(max_length=7, choices=choices(Group))
    mean = models.FloatField(null=True)
    spread = models.FloatField(null=True)
    people = models.PositiveIntegerField()
    agree = models.CharField(max_length=6, choices=choices(Size))
    agree_n = models.PositiveIntegerField(null=True)
    unsure = models.CharField(max_length=6, choices=choices(Size))
    unsure_n = models.PositiveIntegerField(null=True)

    objects: TenantManager["Figure"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["round", "of", "group"], name="readiness_figure_once_a_group"
            ),
            models.CheckConstraint(
                name="readiness_numbers_only_where_told",
                condition=(
                    Q(agree="some", agree_n__isnull=False)
                    | ~Q(agree="some") & Q(agree_n__isnull=True)
                )
                & (
                    Q(unsure="some", unsure_n__isnull=False)
                    | ~Q(unsure="some") & Q(unsure_n__isnull=True)
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.of}, {self.group}"
