"""What went wrong with AI or with data, who was told, and what was done about it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspil.core.ai_act.built import Built
from samspil.core.ids import new_id
from samspil.core.incidents import Breach, Duty, Facts, Harm
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Concerned(models.TextChoices):
    """Whose matter it is."""

    CUSTOMERS = "customers", _("customers")
    EMPLOYEES = "employees", _("employees")
    APPLICANTS = "applicants", _("applicants")
    OTHERS = "others", _("others")


class Incident(TenantModel):
    """Something went wrong: what, when somebody here noticed it, where, and how grave it is.

    `thing` is the id of the use of AI in which it happened, of this `kind` and `name`; empty where
    none had part in it. `number` of people it concerns; None is unknown. `high_risk` and `provider`
    are what the use was when it was last judged.

    Personal data: none is asked for, but `what` and `learned` are free text. Purpose: to tell those
    who have to be told in time, to show that it was done, and to learn. Kept until five years after
    it was closed by default. Names the colleagues who reported and closed it.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    what = models.CharField(max_length=2000)
    noticed_at = models.DateTimeField()
    kind = models.CharField(max_length=10, choices=choices(Built), blank=True, default="")
    thing = models.CharField(max_length=36, blank=True, default="")
    name = models.CharField(max_length=200, blank=True, default="")
    concerns = models.JSONField(default=list)
    number = models.PositiveIntegerField(null=True)
    breach = models.CharField(max_length=8, choices=choices(Breach), default=Breach.UNKNOWN.value)
    harms = models.JSONField(default=list)
    high_risk = models.BooleanField(default=False)
    provider = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    learned = models.CharField(max_length=2000, blank=True, default="")

    objects: TenantManager["Incident"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="incident_closed_is_judged_and_learned_from",
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, learned="")
                | Q(closed_at__isnull=False, closed_by__isnull=False)
                & ~Q(learned="")
                & ~Q(breach=Breach.UNKNOWN.value),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "-noticed_at"], name="incident_newest"),
            models.Index(
                fields=["organisation", "noticed_at"],
                condition=Q(closed_at__isnull=True),
                name="incident_open",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def facts(self) -> Facts:
        """What the rules go by."""
        return Facts(
            breach=Breach(self.breach),
            harms=frozenset(Harm(one) for one in self.harms),
            high_risk=self.high_risk,
            provider=self.provider,
        )


class Step(TenantModel):
    """What was done about an incident, or whom somebody told (`duty`), and `when`.

    Kept as long as the incident, and never changed.
    """

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="steps")
    duty = models.CharField(max_length=16, choices=choices(Duty), blank=True, default="")
    what = models.CharField(max_length=500)
    when = models.DateTimeField()
    at = models.DateTimeField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects: TenantManager["Step"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="step_was_not_done_before_it_was_done", condition=Q(when__lte=models.F("at"))
            )
        ]

    def __str__(self) -> str:
        return self.what


class Weighed(TenantModel):
    """That somebody looked whether an entry of the journal was an incident; None: it was none."""

    entry = models.BigIntegerField()
    incident = models.ForeignKey(
        Incident, null=True, on_delete=models.CASCADE, related_name="entries"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects: TenantManager["Weighed"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "entry"], name="entry_weighed_once")
        ]

    def __str__(self) -> str:
        return f"entry {self.entry}"
