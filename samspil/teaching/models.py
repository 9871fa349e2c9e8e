"""Examples, lessons, and the versions of AI that came of them."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models import Case, Decision, Process


class Source(models.TextChoices):
    """Where an example came from."""

    FILE = "file"
    DECISION = "decision"
    TYPED = "typed"


class Example(TenantModel):
    """A text from which a process's skill learns, masked, and the topic a person gave it.

    Purpose: to teach AI in this process, and to try what it learned. Personal data, since customers
    wrote it: kept two years by default after it was added; deleted then, with its case, or a day
    after somebody removed it. Nothing asks `keep_until` any more; it goes with a release. `digest`
    is the same for texts that read the same. `added_by` is None where a command brought it.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    digest = models.CharField(max_length=32)
    text = models.TextField()
    topic = models.CharField(max_length=80)
    language = models.CharField(max_length=2, blank=True)
    source = models.CharField(max_length=8, choices=Source.choices)
    case = models.ForeignKey(Case, null=True, on_delete=models.CASCADE, related_name="+")
    added_by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    keep_until = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Example"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["process", "digest"], name="example_once_a_process"),
            models.CheckConstraint(name="example_has_a_topic", condition=~Q(topic="")),
        ]
        indexes = [
            models.Index("organisation", "process", F("id").desc(), name="example_by_process"),
            models.Index(fields=["organisation", "added_at"], name="example_by_age"),
        ]

    def __str__(self) -> str:
        return self.topic


class LeftOut(TenantModel):
    """A decision that somebody looked at and passed over: no example is made of it.

    Purpose: not to ask again. It names who passed it over, and is gone with the decision.
    """

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: TenantManager["LeftOut"] = TenantManager()

    class Meta(TenantModel.Meta):
        pass

    def __str__(self) -> str:
        return f"decision {self.decision_id}"


class Origin(models.TextChoices):
    """How a version came to be: with the skill, by a lesson here, or before lessons were kept."""

    STARTER = "starter"
    TAUGHT = "taught"
    EARLIER = "earlier"


class Version(TenantModel):
    """What a skill had learned at some moment, in a file of its own; the starter has none.

    `number` is the skill's own name for it, `right` of `tried` examples got their topic from one
    who had not seen them, `counts` is how many examples of each topic there were in each language.
    `report` holds what else the trial showed. `gone` of its examples were removed since, of which
    `forgotten` were a person's who is to be forgotten: then AI has to learn anew by `anew_by`, and
    the file goes as soon as it is not in use. The file was `file_bytes` long; it was deleted at
    `swept_at`, with newer ones there or because of what is forgotten. `by` is None where a command
    taught it, or AI learned `by_itself`.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    origin = models.CharField(max_length=8, choices=Origin.choices)
    number = models.CharField(max_length=80, blank=True)
    model_file = models.CharField(max_length=80, blank=True)
    file_bytes = models.PositiveBigIntegerField(default=0)
    examples = models.PositiveIntegerField(default=0)
    examples_hash = models.CharField(max_length=32, blank=True)
    with_starter = models.BooleanField(default=False)
    counts = models.JSONField(default=dict)
    right = models.PositiveIntegerField(default=0)
    tried = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=dict)
    gone = models.PositiveIntegerField(default=0)
    by_itself = models.BooleanField(default=False)
    forgotten = models.PositiveIntegerField(default=0)
    anew_by = models.DateTimeField(null=True)
    by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    swept_at = models.DateTimeField(null=True)

    objects: TenantManager["Version"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["process"], condition=Q(origin="starter"), name="version_one_starter"
            ),
            models.CheckConstraint(
                name="version_right_is_at_most_tried", condition=Q(right__lte=F("tried"))
            ),
            models.CheckConstraint(
                name="version_has_a_day_exactly_when_something_is_forgotten",
                condition=Q(forgotten=0, anew_by__isnull=True)
                | Q(forgotten__gt=0, anew_by__isnull=False),
            ),
            models.CheckConstraint(
                name="version_has_a_file_unless_it_is_the_starter",
                condition=Q(origin="starter", model_file="")
                | (~Q(origin="starter") & ~Q(model_file="")),
            ),
        ]
        indexes = [
            models.Index("organisation", "process", F("id").desc(), name="version_by_process"),
        ]

    def __str__(self) -> str:
        return self.number or self.origin


class Judgement(TenantModel):
    """What a version says of examples; both map an example's digest to a topic.

    `unseen` holds all that it was taught with, judged by one who had not seen them (None where
    nobody could), `later` those that came afterwards.
    """

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="judgement")
    unseen = models.JSONField(default=dict)
    later = models.JSONField(default=dict)

    objects: TenantManager["Judgement"] = TenantManager()

    class Meta(TenantModel.Meta):
        pass

    def __str__(self) -> str:
        return f"of version {self.version_id}"


class LaneTrial(TenantModel):
    """A new version beside the one in use then, on cases that lots kept out of teaching.

    Of `cases` from which neither had learned, `better` were right with the new one only, `worse`
    with the other only. The shares (0 to 1) are what a certificate would let each finish alone with
    at most `alpha` wrong, but for a chance of `delta`. `verdict` and `outcome` are empty until the
    rule has had its effect; `outcome` stays so where somebody taught and chooses. An offer, or a
    taking over, stands on Today until it is answered.
    """

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="lane_trial")
    against = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="+")
    cases = models.PositiveIntegerField(default=0)
    better = models.PositiveIntegerField(default=0)
    worse = models.PositiveIntegerField(default=0)
    new_share = models.FloatField(default=0.0)
    old_share = models.FloatField(default=0.0)
    alpha = models.FloatField()
    delta = models.FloatField()
    verdict = models.CharField(max_length=11, blank=True)
    outcome = models.CharField(max_length=9, blank=True)
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects: TenantManager["LaneTrial"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="lane_trial_counts_fit", condition=Q(cases__gte=F("better") + F("worse"))
            ),
            models.CheckConstraint(
                name="lane_trial_shares_are_shares",
                condition=Q(new_share__gte=0, new_share__lte=1, old_share__gte=0, old_share__lte=1),
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "id"],
                condition=Q(answered_at__isnull=True),
                name="lane_trial_open",
            ),
        ]

    def __str__(self) -> str:
        return self.verdict


class Use(TenantModel):
    """From when to when a process used a version; `to_at` is None for the one in use now."""

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="uses")
    by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True)

    objects: TenantManager["Use"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["process"], condition=Q(to_at__isnull=True), name="use_of_one_at_a_time"
            ),
        ]
        indexes = [
            models.Index("organisation", "process", F("from_at").desc(), name="use_by_process"),
        ]

    def __str__(self) -> str:
        return f"since {self.from_at}"


class Stage(models.TextChoices):
    """A lesson is looked at, runs in the background, and is done or has failed."""

    LOOKED = "looked"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Step(models.TextChoices):
    """What a running lesson is doing."""

    KEEPING = "keeping"
    TRYING = "trying"
    LEARNING = "learning"
    COMPARING = "comparing"


class Lesson(TenantModel):
    """One time somebody teaches a process's skill, or AI learns anew `by_itself`.

    `rows` are the masked texts of a file with their topics until the lesson starts, at most a
    day; `look` counts what the file holds, `errors` are the first rows left out. `share` (0 to 1)
    is how far it is, `half` what it found out so far, so that another worker can go on. `next_url`
    is where the person was on their way to.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    by_itself = models.BooleanField(default=False)
    file_name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.LOOKED)
    step = models.CharField(max_length=9, choices=Step.choices, default=Step.KEEPING)
    share = models.FloatField(default=0.0)
    rows = models.JSONField(default=list)
    look = models.JSONField(default=dict)
    errors = models.JSONField(default=list)
    half = models.JSONField(default=dict)
    with_starter = models.BooleanField(default=False)
    words_only = models.BooleanField(default=False)
    next_url = models.CharField(max_length=500, blank=True)
    problem = models.TextField(blank=True)
    version = models.ForeignKey(Version, null=True, on_delete=models.SET_NULL, related_name="+")
    looked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    objects: TenantManager["Lesson"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["process"],
                condition=Q(by_itself=True, stage="running"),
                name="lesson_by_itself_one_at_a_time",
            ),
            models.CheckConstraint(
                name="lesson_share_is_a_share", condition=Q(share__gte=0) & Q(share__lte=1)
            ),
            models.CheckConstraint(
                name="lesson_has_an_end_exactly_when_finished",
                condition=Q(stage__in=["looked", "running"], finished_at__isnull=True)
                | Q(stage__in=["done", "failed"], finished_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "-looked_at", "id"], name="lesson_by_look"),
        ]

    def __str__(self) -> str:
        return self.file_name
