"""Workshops, their tables, and who sits there."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.workshops.phases import Phase
from samspil.core.workshops.seating import Hat
from samspil.core.workshops.voting import USUAL_POINTS
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices

LONGEST_NAME, LONGEST_QUESTION = 120, 500


class Workshop(TenantModel):
    """A room on a `day`, which colleagues enter by its `code` until it has `ended_at`.

    `points` are what each may spread. `voters` is how many voted in the vote that is told: None
    while none is, and after a vote of too few, when `voted_at` says that there was one. `took_part`
    is how many had joined, counted at its end.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=LONGEST_NAME)
    question = models.CharField(max_length=LONGEST_QUESTION)
    day = models.DateField()
    phase = models.CharField(max_length=8, choices=choices(Phase), default=Phase.GATHER)
    code = models.CharField(max_length=8, blank=True)
    points = models.PositiveSmallIntegerField(default=USUAL_POINTS)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    voted_at = models.DateTimeField(null=True)
    voters = models.PositiveIntegerField(null=True)
    took_part = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    objects: TenantManager["Workshop"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"], condition=~Q(code=""), name="workshop_code_once"
            ),
            models.CheckConstraint(
                name="workshop_has_a_code_until_it_ends",
                condition=Q(ended_at__isnull=True) & ~Q(code="")
                | Q(ended_at__isnull=False, code=""),
            ),
            models.CheckConstraint(
                name="workshop_points_can_be_spread", condition=Q(points__range=(3, 10))
            ),
        ]
        indexes = [models.Index("organisation", F("id").desc(), name="workshop_newest")]

    def __str__(self) -> str:
        return self.name


class Table(TenantModel):
    """A table of at most five, which says together what it thinks of a proposal."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="tables")
    name = models.CharField(max_length=60)

    objects: TenantManager["Table"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["workshop", "name"], name="table_once_a_workshop")
        ]

    def __str__(self) -> str:
        return self.name


class Seat(TenantModel):
    """That a colleague has joined a workshop, at which table, and what they bring. Personal data.

    Purpose: to let in whoever has the code, and to know whose proposals are their own. Nobody else
    reads it. It is deleted when the workshop ends, and else some weeks after its day.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="seats")
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="seats")
    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")
    hat = models.CharField(max_length=13, choices=choices(Hat), blank=True)

    objects: TenantManager["Seat"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["workshop", "colleague"], name="seat_once_a_workshop")
        ]

    def __str__(self) -> str:
        return f"at {self.table_id}"
