"""What people say of a use of AI, who watches over it, and when somebody looked at the law."""

from django.db import models
from django.db.models import Q

from samspil.core.ai_act.built import Built
from samspil.core.ai_act.calendar import Provision
from samspil.core.ai_act.classing import Risk
from samspil.core.ai_act.facts import Narrow
from samspil.core.ids import new_id
from samspil.people.models import Colleague, Training
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Use(TenantModel):
    """What people have said and recorded about one use of AI; the use itself lives elsewhere.

    `thing` is the id of what it is a use in, or its own where there is one of its kind. `affected`,
    `answers`, `narrow` and `own` are what people say beside what the program knows; empty says
    nothing. `settled_as` is the class that `settled_by` took on, of `settled_facts`, a digest of
    all that was known then: another fact, and it is to be settled again. `answerable` answers for
    errors there. Purpose: to show that a use is watched over. Names colleagues only; kept as long
    as the use.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=choices(Built))
    thing = models.CharField(max_length=36)
    affected = models.JSONField(default=list)
    answers = models.JSONField(default=dict)
    narrow = models.CharField(max_length=10, choices=choices(Narrow), blank=True, default="")
    own = models.JSONField(default=list)
    settled_as = models.CharField(max_length=8, choices=choices(Risk), blank=True, default="")
    settled_facts = models.CharField(max_length=64, blank=True, default="")
    settled_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    settled_at = models.DateTimeField(null=True)
    people_told = models.DateField(null=True)
    people_told_how = models.CharField(max_length=500, blank=True, default="")
    representatives_told = models.DateField(null=True)
    representatives_told_how = models.CharField(max_length=500, blank=True, default="")
    assessed = models.DateField(null=True)
    assessment = models.CharField(max_length=2000, blank=True, default="")
    stop_plan = models.CharField(max_length=2000, blank=True, default="")
    answerable = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    objects: TenantManager["Use"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "thing"], name="use_once"),
            models.CheckConstraint(
                name="use_is_settled_by_somebody",
                condition=Q(settled_as="") | Q(settled_by__isnull=False, settled_at__isnull=False),
            ),
            models.CheckConstraint(
                name="use_refused_is_never_settled", condition=~Q(settled_as=Risk.REFUSED.value)
            ),
            models.CheckConstraint(
                name="use_assessed_says_what_was_found",
                condition=Q(assessed__isnull=True) | ~Q(assessment=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}"


class Overseer(TenantModel):
    """Who watches over a use, and the training that prepared them; None until there was one."""

    use = models.ForeignKey(Use, on_delete=models.CASCADE, related_name="overseers")
    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")
    training = models.ForeignKey(
        Training, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )

    objects: TenantManager["Overseer"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["use", "colleague"], name="overseer_once_a_use")
        ]

    def __str__(self) -> str:
        return f"{self.colleague_id} over {self.use_id}"


class PublicNotice(TenantModel):
    """Where those whom a use concerns read what AI does there; shown since `published_at`.

    `thing` is the id of what it is a use in. `contact` and `privacy_url` count where neither a form
    nor a chat says whom to ask. All else on the page is read from what holds, and stands nowhere.
    """

    thing = models.CharField(max_length=36)
    slug = models.SlugField(max_length=60, db_index=False)
    contact = models.CharField(max_length=300, blank=True, default="")
    privacy_url = models.URLField(max_length=300, blank=True, default="")
    published_at = models.DateTimeField(null=True)

    objects: TenantManager["PublicNotice"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "thing"], name="notice_once_a_use"),
            models.UniqueConstraint(fields=["organisation", "slug"], name="notice_once_a_name"),
        ]

    def __str__(self) -> str:
        return self.slug


class LawLook(TenantModel):
    """When somebody last looked whether a provision still says what the calendar says."""

    provision = models.CharField(max_length=20, choices=choices(Provision))
    day = models.DateField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects: TenantManager["LawLook"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "provision"], name="law_look_latest")
        ]

    def __str__(self) -> str:
        return f"{self.provision} {self.day}"
