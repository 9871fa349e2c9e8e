"""Interviews with key people, the guides for them, and what came of them without names."""

from django.db import models
from django.db.models import F

from samspil.core.ids import new_id
from samspil.core.readiness.guide import LONGEST_FINDING, LONGEST_QUESTION
from samspil.core.readiness.seats import Seat
from samspil.core.readiness.statements import Area
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices

LONGEST_PLACE = 120


class Guide(TenantModel):
    """The company's own questions for one kind of people, one in each line; without it ours are
    asked."""

    seat = models.CharField(max_length=14, choices=choices(Seat))
    questions = models.TextField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Guide"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "seat"], name="guide_once_a_seat"),
        ]

    def __str__(self) -> str:
        return self.seat


class Interview(TenantModel):
    """A conversation with a person, who knows of it. Personal data.

    Purpose: to hear what the company has to know before it changes work. Only the person, whoever
    asks them and who shares out work read the notes. `version` grows with every change of the
    notes; `agreed_at` is when the person said that they have read them and agree, and is gone when
    they change. Kept a year after its day by default.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    person = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")
    interviewer = models.ForeignKey(
        Colleague, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    seat = models.CharField(max_length=14, choices=choices(Seat))
    day = models.DateField()
    place = models.CharField(max_length=LONGEST_PLACE, blank=True)
    moves = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    agreed_at = models.DateTimeField(null=True)
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Interview"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [models.Index("organisation", F("day").desc(), name="interview_by_day")]

    def __str__(self) -> str:
        return str(self.public_id)


class Note(TenantModel):
    """A question of an interview and what was said to it; goes with the interview. Personal data,
    for the same purpose and as long."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="notes")
    place = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=LONGEST_QUESTION)
    text = models.TextField(blank=True)

    objects: TenantManager["Note"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["interview", "place"], name="note_once_a_question"),
        ]

    def __str__(self) -> str:
        return f"{self.interview_id}: {self.place}"


class Finding(TenantModel):
    """What the company learned from interviews, in a sentence that names nobody."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    text = models.CharField(max_length=LONGEST_FINDING)
    area = models.CharField(max_length=6, choices=choices(Area))
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Finding"] = TenantManager()

    def __str__(self) -> str:
        return self.text
