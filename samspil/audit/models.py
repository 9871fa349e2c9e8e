"""Tasks of the company, rounds in which people say what takes their time, and what came of them."""

from django.db import models
from django.db.models import F, Q

from samspil.core.audit import LONGEST_TITLE, WEEK_HOURS, Agreement, Per
from samspil.core.ids import new_id
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel, choices
from samspil.work.models import Process


class Task(TenantModel):
    """Something that is done in the company, whoever does it.

    `library` and `occupation` say which task of the ready library it is, 0 and empty for none.
    `team` is whose task it is, None for several teams'; `process` and `topic` link it to live work.
    Nobody but who typed it sees it until it is `listed_at`; from then on it names work, and nobody.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    title = models.CharField(max_length=LONGEST_TITLE)
    team = models.ForeignKey(Team, null=True, on_delete=models.SET_NULL, related_name="+")
    process = models.ForeignKey(Process, null=True, on_delete=models.SET_NULL, related_name="+")
    topic = models.CharField(max_length=200, blank=True)
    occupation = models.CharField(max_length=10, blank=True)
    library = models.PositiveIntegerField(default=0)
    added_at = models.DateTimeField()
    listed_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Task"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "library"],
                condition=Q(library__gt=0),
                name="task_of_library_once",
            ),
        ]
        indexes = [models.Index("organisation", "title", "id", name="task_by_title")]

    def __str__(self) -> str:
        return self.title


class Audit(TenantModel):
    """A round in which people are asked what takes their time, on days from `opens` to `closes`.

    It asks the teams in `AskedTeam`, or everybody where there is none. `settled_at` is when it was
    over and its `Figures` were counted, once and for all; `teams_whole` says that those of teams
    hold their tasks of few people too, as in no round that was over before there were such figures.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=120)
    opens = models.DateField()
    closes = models.DateField()
    teams = models.ManyToManyField(Team, through="AskedTeam", related_name="+")
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    invited_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    teams_whole = models.BooleanField(default=False)

    objects: TenantManager["Audit"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="audit_closes_after_it_opens", condition=Q(closes__gte=F("opens"))
            ),
        ]
        indexes = [models.Index("organisation", F("id").desc(), name="audit_newest")]

    def __str__(self) -> str:
        return self.name


class AskedTeam(TenantModel):
    """That a round asks a team."""

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")

    objects: TenantManager["AskedTeam"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["audit", "team"], name="asked_team_once"),
        ]

    def __str__(self) -> str:
        return f"{self.audit_id} asks {self.team_id}"


class Bringing(TenantModel):
    """That somebody brought a table of many people's answers into a round: of how many `people`,
    how many `answers`. `digest` knows the same table again. What it says is on sheets."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="bringings")
    people = models.PositiveIntegerField()
    answers = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Bringing"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["audit", "digest"], name="bringing_once_a_table"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class Sheet(TenantModel):
    """A person's part in a round: a draft until `handed_in_at`. Personal data.

    Purpose: to see what takes time in the company, in figures of five people and more. Taking part
    is free, nobody but the person reads it, and withdrawing deletes it. `week_hours` are those of
    the person's working week; `team` is the one they answer for. Kept half a year after the round
    by default.

    What was brought in with a table has a `bringing` and no colleague, and goes when the round is
    over. `mark` says until then whose it is where an address stood beside it: a salted digest, so
    that nobody is counted twice, and "" where nothing is known.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="sheets")
    colleague = models.ForeignKey(Colleague, null=True, on_delete=models.CASCADE, related_name="+")
    bringing = models.ForeignKey(
        Bringing, null=True, on_delete=models.CASCADE, related_name="sheets"
    )
    mark = models.CharField(max_length=64, blank=True)
    team = models.ForeignKey(
        Team, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    week_hours = models.FloatField(default=WEEK_HOURS)
    begun_at = models.DateTimeField()
    handed_in_at = models.DateTimeField(null=True)

    objects: TenantManager["Sheet"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["audit", "colleague"], name="sheet_once_a_round"),
            models.UniqueConstraint(
                fields=["audit", "mark"], condition=~Q(mark=""), name="sheet_brought_once_a_person"
            ),
            models.CheckConstraint(
                name="sheet_is_somebodys_or_brought",
                condition=Q(colleague__isnull=False, bringing__isnull=True, mark="")
                | Q(colleague__isnull=True, bringing__isnull=False),
            ),
            models.CheckConstraint(
                name="sheet_week_has_hours", condition=Q(week_hours__gt=0) & Q(week_hours__lte=80)
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class Answer(TenantModel):
    """What a person says of one task, as in `core.audit.Given`; goes with its sheet.

    Personal data, for the same purpose and as long as the sheet. `removed_at`: taken away, and
    still to be brought back until the sheet is handed in.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="answers")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="answers")
    times = models.FloatField(null=True)
    per = models.CharField(max_length=7, choices=choices(Per), default=Per.WEEK)
    minutes = models.FloatField(null=True)
    error_share = models.FloatField(null=True)
    frustration = models.PositiveSmallIntegerField(null=True)
    wish = models.PositiveSmallIntegerField(null=True)
    systems = models.JSONField(default=list)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Answer"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["sheet", "task"], name="answer_once_a_task"),
            models.CheckConstraint(
                name="answer_takes_time",
                condition=(Q(times__isnull=True) | Q(times__gt=0))
                & (Q(minutes__isnull=True) | Q(minutes__gt=0)),
            ),
            models.CheckConstraint(
                name="answer_is_within_its_scales",
                condition=(Q(error_share__isnull=True) | Q(error_share__range=(0, 1)))
                & (Q(frustration__isnull=True) | Q(frustration__range=(1, 5)))
                & (Q(wish__isnull=True) | Q(wish__range=(1, 5))),
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class Figures(TenantModel):
    """What a round tells of five people or more on a task, as in `core.audit.Told`.

    `task` is None for all tasks of too few people each, in all teams together; `team` is None for
    everybody. Counted once, when the round was over; it holds no person, and stays as long as the
    round.
    """

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="figures")
    task = models.ForeignKey(Task, null=True, on_delete=models.CASCADE, related_name="figures")
    team = models.ForeignKey(
        Team, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    people = models.PositiveIntegerField()
    hours = models.FloatField()
    times = models.FloatField()
    minutes = models.FloatField()
    error_share = models.FloatField(null=True)
    frustration = models.FloatField(null=True)
    wish = models.FloatField(null=True)
    wishes = models.CharField(max_length=5, choices=choices(Agreement), blank=True)
    durations = models.CharField(max_length=5, choices=choices(Agreement), blank=True)
    between_hours = models.FloatField(null=True)
    systems = models.JSONField(default=list)

    objects: TenantManager["Figures"] = TenantManager()

    def __str__(self) -> str:
        return f"{self.audit_id}: {self.task_id}, {self.team_id}"
