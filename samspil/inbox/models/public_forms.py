"""A process's public form, where it is found, and the secret addresses of its senders."""

from django.db import models
from django.db.models import Q

from samspil.core.ids import new_id
from samspil.core.public_form import Ground
from samspil.tenancy.models import Organisation, TenantManager, TenantModel, choices
from samspil.work.models import Case, Process


class PublicForm(TenantModel):
    """The form by which strangers write to one process; open since `opened_at`, else closed.

    `texts` maps each language to title, introduction and purpose; `asked` each usual field to no,
    may or must; `own` lists the company's own fields. `sites` are origins that may frame it.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.OneToOneField(Process, on_delete=models.CASCADE, related_name="public_form")
    slug = models.SlugField(max_length=60, db_index=False)
    opened_at = models.DateTimeField(null=True)
    languages = models.JSONField(default=list)
    texts = models.JSONField(default=dict)
    asked = models.JSONField(default=dict)
    own = models.JSONField(default=list)
    files = models.BooleanField(default=True)
    contact = models.CharField(max_length=300, blank=True)
    ground = models.CharField(max_length=10, choices=choices(Ground), default=Ground.CONTRACT)
    keep_months = models.PositiveSmallIntegerField(default=12)
    privacy_url = models.URLField(max_length=300, blank=True)
    status_days = models.PositiveSmallIntegerField(default=90)
    show_names = models.BooleanField(default=False)
    sites = models.JSONField(default=list)

    objects: TenantManager["PublicForm"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="form_opens_only_with_its_notice",
                condition=Q(opened_at__isnull=True)
                | (~Q(contact="") & ~Q(privacy_url="") & Q(keep_months__gte=1)),
            )
        ]

    def __str__(self) -> str:
        return f"form of {self.process_id}"


class FormAddress(models.Model):
    """Which organisation's form or chat is found under a name, ever: none is given away twice.

    Read before anybody knows whose page is asked for, so not kept apart by organisation. Holds
    nothing about any person. `left_at` is when it moved away from it.
    """

    slug = models.SlugField(max_length=60, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    left_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.slug


class StatusLink(TenantModel):
    """The secret address at which a sender sees how it goes; only a digest of it is kept."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="status_link")
    form = models.ForeignKey(PublicForm, null=True, on_delete=models.SET_NULL, related_name="+")
    digest = models.CharField(max_length=64)
    language = models.CharField(max_length=2)
    created_at = models.DateTimeField()

    objects: TenantManager["StatusLink"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "digest"], name="status_link_once")
        ]

    def __str__(self) -> str:
        return self.digest[:12]
