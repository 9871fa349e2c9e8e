"""What is proposed in a workshop, what tables say of it, and points while a vote is open."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.workshops.proposing import LONGEST_TEXT, LONGEST_TITLE
from samspil.people.models import Team
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models import Process
from samspil.workshops.models.rooms import Seat, Table, Workshop


class Proposal(TenantModel):
    """What AI might help with, in the words of whoever proposed it.

    `author` is known until the first vote begins, so that they can change or withdraw it, and to
    nobody else. `joined` is the proposal that it was put together with. `points` are those of the
    vote that is told, None where none is.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="proposals")
    title = models.CharField(max_length=LONGEST_TITLE)
    helps = models.CharField(max_length=LONGEST_TEXT, blank=True)
    team = models.ForeignKey(Team, null=True, on_delete=models.SET_NULL, related_name="+")
    process = models.ForeignKey(Process, null=True, on_delete=models.SET_NULL, related_name="+")
    author = models.ForeignKey(Seat, null=True, on_delete=models.SET_NULL, related_name="+")
    joined = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="others")
    removed_at = models.DateTimeField(null=True)
    points = models.PositiveIntegerField(null=True)

    objects: TenantManager["Proposal"] = TenantManager()

    def __str__(self) -> str:
        return self.title


class TableEstimate(TenantModel):
    """What a table says of a proposal together, as in `core.workshops.estimating.Said`.

    Whoever sits there may write it, and nobody is named: it is about work, said aloud at a table.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="estimates")
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="+")
    times = models.FloatField()
    minutes = models.FloatField()
    persons = models.PositiveIntegerField()
    share_low = models.FloatField()
    share_high = models.FloatField()
    days = models.FloatField()
    risk = models.PositiveSmallIntegerField()
    used_for = models.CharField(max_length=LONGEST_TEXT, blank=True)
    better = models.CharField(max_length=LONGEST_TEXT, blank=True)

    objects: TenantManager["TableEstimate"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["proposal", "table"], name="estimate_once_a_table"),
            models.CheckConstraint(
                name="table_estimate_is_within_its_scales",
                condition=Q(
                    times__gt=0, minutes__gt=0, persons__gt=0, days__gte=0, risk__range=(1, 5),
                    share_low__gte=0, share_high__gte=F("share_low"), share_high__lte=1,
                ),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"of {self.proposal_id}"


class Ballot(TenantModel):
    """Points that somebody gives a proposal while the vote is open; deleted when it is closed.

    `mark` follows from who votes and a key outside the database: it lets them change their ballot,
    and tells nobody whose it is. It has no time. Personal data as long as the key is there.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="ballots")
    mark = models.CharField(max_length=64)
    points = models.PositiveSmallIntegerField()

    objects: TenantManager["Ballot"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["proposal", "mark"], name="ballot_once_a_proposal"),
            models.CheckConstraint(name="ballot_has_points", condition=Q(points__gt=0)),
        ]

    def __str__(self) -> str:
        return f"on {self.proposal_id}"
