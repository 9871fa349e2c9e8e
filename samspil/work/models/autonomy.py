"""How much AI may do in a process, what proves it, and what it finished alone."""

from django.db import models
from django.db.models import F, Q

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.groups import GroupsBy
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.casework import Case, Proposal
from samspil.work.models.processes import Process

LEVELS = [(int(level), level.name.lower()) for level in Autonomy]
GROUPS_BY = [(by.value, by.name.lower()) for by in GroupsBy]


def _share(name: str, field: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name, condition=Q(**{f"{field}__gte": 0}) & Q(**{f"{field}__lte": 1})
    )


class Certificate(TenantModel):
    """What was proved and who signed it; never changed, but for its end.

    AI may finish what it is surer of than `threshold` (0 to 1): of `cases` verified answers `above`
    were such, and `wrong` of those wrong. Where groups have promises of their own (`groups_by`),
    there is no threshold for all, and each `CertifiedGroup` has its own. `digest` is that of the
    answers it rests on, the earliest from `first_case_at`. Of `came` cases that AI might have
    finished meanwhile it would have been sure enough of `came_sure`; `tails` of them are a
    sureness, how many AI was no surer of, and of how many. It covers `topics`, pairs of a topic and
    a language with an approved reply, and amounts up to `money_limit` (None: any). At most a share
    `alpha` of lone work is wrong, but for a chance of `delta`. `level` is what it was signed for.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="certificates")
    level = models.PositiveSmallIntegerField(choices=LEVELS)
    version = models.CharField(max_length=80)
    alpha = models.FloatField()
    delta = models.FloatField()
    groups_by = models.CharField(max_length=10, choices=GROUPS_BY, blank=True, default="")
    threshold = models.FloatField(null=True)
    cases = models.PositiveIntegerField()
    above = models.PositiveIntegerField()
    wrong = models.PositiveIntegerField()
    simulated = models.PositiveIntegerField(default=0)
    topics = models.JSONField(default=list)
    money_limit = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    digest = models.CharField(max_length=64)
    came = models.PositiveIntegerField(default=0)
    came_sure = models.PositiveIntegerField(default=0)
    tails = models.JSONField(default=list)
    first_case_at = models.DateTimeField()
    at = models.DateTimeField()
    signed_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects: TenantManager["Certificate"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            _share("certificate_threshold_is_a_share", "threshold"),
            models.CheckConstraint(
                name="certificate_counts_fit",
                condition=Q(wrong__lte=F("above")) & Q(above__lte=F("cases")) & Q(above__gt=0),
            ),
            models.CheckConstraint(
                name="certificate_came_counts_fit", condition=Q(came_sure__lte=F("came"))
            ),
            models.CheckConstraint(
                name="certificate_has_one_limit_or_groups",
                condition=Q(groups_by="", threshold__isnull=False)
                | (~Q(groups_by="") & Q(threshold__isnull=True)),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "process", "-id"], name="certificate_of_process")
        ]

    def __str__(self) -> str:
        return f"at most {self.alpha:g}"


class CertifiedGroup(TenantModel):
    """What was proved of one group of cases, under a promise of its own; never changed.

    `name` is a language or the key of a topic. Without a `threshold` (0 to 1) AI finishes nothing
    of it. The promise is broken with a chance of at most `delta`, which is the group's part of its
    certificate's.
    """

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="groups")
    name = models.CharField(max_length=80)
    delta = models.FloatField()
    threshold = models.FloatField(null=True)
    cases = models.PositiveIntegerField()
    above = models.PositiveIntegerField()
    wrong = models.PositiveIntegerField()

    objects: TenantManager["CertifiedGroup"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["certificate", "name"], name="group_once_certified"),
            models.CheckConstraint(name="certified_group_has_a_name", condition=~Q(name="")),
            _share("certified_group_threshold_is_a_share", "threshold"),
            models.CheckConstraint(
                name="certified_group_counts_fit",
                condition=Q(wrong__lte=F("above")) & Q(above__lte=F("cases")),
            ),
            models.CheckConstraint(
                name="certified_group_has_a_limit_only_if_proved",
                condition=Q(threshold__isnull=True, above=0)
                | Q(threshold__isnull=False, above__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ProcessAutonomy(TenantModel):
    """What AI may do in a process now, what is promised, and what the watches have seen.

    `level` to `doubled` are those of `core.evidence.climbing.Standing`. `alpha` is the share of
    lone work that may be wrong, `delta` the chance that the promise does not hold, `cases` how many
    verified answers a step up shall take at least. Of the cases AI might finish a share `lane` is
    drawn for people, by `seed`, which nobody is shown. `judge_first` is the share in which a person
    judges before seeing AI's answer, `planted` the share of checks that are known to be wrong.
    A decline shall be noticed before `most_before_alarm` lone cases went by. Above `money_limit`
    (in whole units of any currency; None: no limit) a person decides. `groups_by` says whether the
    promise is one for all cases or one for each language or topic.
    """

    process = models.OneToOneField(Process, on_delete=models.CASCADE, related_name="autonomy")
    level = models.PositiveSmallIntegerField(choices=LEVELS, default=Autonomy.DRAFT)
    since = models.DateTimeField()
    latest = models.DateTimeField()
    fell_at = models.DateTimeField(null=True)
    doubled = models.BooleanField(default=False)
    alpha = models.FloatField(default=0.02)
    delta = models.FloatField(default=0.05)
    cases = models.PositiveIntegerField(default=0)
    lane = models.FloatField(default=0.05)
    seed = models.CharField(max_length=64)
    judge_first = models.FloatField(default=0)
    second_look = models.BooleanField(default=False)
    planted = models.FloatField(default=0)
    most_before_alarm = models.PositiveIntegerField(default=500)
    money_limit = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    groups_by = models.CharField(max_length=10, choices=GROUPS_BY, blank=True, default="")
    certificate = models.ForeignKey(
        Certificate, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    watch = models.JSONField(null=True)
    unsure_watch = models.JSONField(null=True)
    strange_watches = models.JSONField(default=list)

    objects: TenantManager["ProcessAutonomy"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="autonomy_has_a_level", condition=Q(level__in=[int(one) for one in Autonomy])
            ),
            models.CheckConstraint(
                name="autonomy_alone_needs_a_certificate",
                condition=Q(level__lt=Autonomy.CAREFUL) | Q(certificate__isnull=False),
            ),
            _share("autonomy_lane_is_a_share", "lane"),
            _share("autonomy_judge_first_is_a_share", "judge_first"),
            _share("autonomy_planted_is_a_share", "planted"),
        ]

    def __str__(self) -> str:
        return f"level {self.level}"


class AutonomyMove(TenantModel):
    """A process's way on the ladder, step by step: when, from where, why, and by whom.

    `facts` fill the reason's sentence. A fall stands on Today until a person has `noted` it.
    """

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="moves")
    at = models.DateTimeField()
    before = models.PositiveSmallIntegerField(choices=LEVELS)
    after = models.PositiveSmallIntegerField(choices=LEVELS)
    reason = models.CharField(max_length=30)
    facts = models.JSONField(default=dict)
    by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    certificate = models.ForeignKey(
        Certificate, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    noted_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")

    objects: TenantManager["AutonomyMove"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["organisation", "process", "-id"], name="move_of_process"),
            models.Index(
                fields=["organisation", "id"],
                condition=Q(noted_at__isnull=True, after__lt=F("before")),
                name="fall_not_noted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before} to {self.after}: {self.reason}"


class LoneAnswer(TenantModel):
    """What AI finished without a person, and what a check said of it.

    `chance` (0 to 1) is how likely the case was to be drawn for a check; `alike`: the part of the
    chance that is the same for all drew it. `weight` (0 to 1) is what its check counts in the
    watch. `wrong` is None until a person has checked it. `overturned_at`: when it was found wrong
    without a check, or after one that had found it right. That of a `PlantedItem` was never sent:
    it is known to be wrong, and counts for nothing but whether that is noticed.
    `group` is that of its certificate; empty where that has none.
    """

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="lone_answers")
    round = models.PositiveSmallIntegerField(default=1)
    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="+")
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="+")
    sureness = models.FloatField()
    chance = models.FloatField()
    weight = models.FloatField()
    drawn = models.BooleanField()
    alike = models.BooleanField()
    at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    wrong = models.BooleanField(null=True)
    overturned_at = models.DateTimeField(null=True)
    group = models.CharField(max_length=80, blank=True, default="")

    objects: TenantManager["LoneAnswer"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "round"], name="lone_answer_once_per_round"),
            _share("lone_answer_sureness_is_a_share", "sureness"),
            models.CheckConstraint(
                name="lone_answer_chance_is_above_none", condition=Q(chance__gt=0, chance__lte=1)
            ),
            models.CheckConstraint(
                name="lone_answer_is_wrong_only_if_checked",
                condition=Q(checked_at__isnull=False, wrong__isnull=False, drawn=True)
                | Q(checked_at__isnull=True, wrong__isnull=True),
            ),
            models.CheckConstraint(
                name="lone_answer_overturned_is_not_right",
                condition=Q(overturned_at__isnull=True) | Q(wrong__isnull=True) | Q(wrong=True),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "process", "-id"], name="lone_of_process"),
            models.Index(
                fields=["organisation", "certificate", "group"],
                condition=Q(drawn=True),
                name="lone_drawn_by_group",
            ),
        ]

    def __str__(self) -> str:
        return f"alone at {self.sureness:.3f}"


class FirstJudgement(TenantModel):
    """What a person found before they saw AI's answer.

    `by` is kept only until the case is decided, so that somebody else takes the second look;
    `second` is what that one found, `nobody_else` says that nobody was there for it. `together` is
    what AI and people said together, as it was shown: a topic, how `sure` that was (0 to 1), from
    how many `looks`; empty where too little was known.
    """

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="first_judgements")
    round = models.PositiveSmallIntegerField(default=1)
    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(max_length=80)
    by = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    decided = models.CharField(max_length=80, blank=True, default="")
    second_look = models.BooleanField(default=False)
    second = models.CharField(max_length=80, blank=True, default="")
    nobody_else = models.BooleanField(default=False)
    together = models.CharField(max_length=80, blank=True, default="")
    sure = models.FloatField(null=True)
    looks = models.PositiveIntegerField(default=0)

    objects: TenantManager["FirstJudgement"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "round"], name="judged_first_once_per_round"),
            models.CheckConstraint(
                name="judged_together_with_some_sureness",
                condition=Q(together="", sure__isnull=True)
                | (~Q(together="") & Q(sure__gte=0, sure__lte=1)),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "process", "-id"], name="judgement_of_process")
        ]

    def __str__(self) -> str:
        return self.topic


class PlantedItem(TenantModel):
    """A check whose answer is known to be wrong: whether a team notices it.

    Announced as a programme; nobody is named. Its case is deleted once somebody decided it.
    """

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+")
    case = models.OneToOneField(Case, null=True, on_delete=models.SET_NULL, related_name="planted")
    right = models.CharField(max_length=80)
    shown = models.CharField(max_length=80)
    at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    noticed = models.BooleanField(null=True)

    objects: TenantManager["PlantedItem"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="planted_item_is_noticed_or_not_once_decided",
                condition=Q(decided_at__isnull=False, noticed__isnull=False)
                | Q(decided_at__isnull=True, noticed__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.shown} for {self.right}"
