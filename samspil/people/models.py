"""Colleagues, people and AI alike; their teams; and the accounts with which people sign in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.roles import Role
from samspil.tenancy.models import Organisation, TenantManager, TenantModel


class UserManager(BaseUserManager["User"]):
    """Finds accounts by mail address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """An account to sign in with. What it may do is a matter of its colleagues' roles."""

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=2, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.email


class Membership(models.Model):
    """Which organisations an account belongs to: read at sign-in, before any is current."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"], name="membership_once_per_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.organisation_id}"


class Kind(models.TextChoices):
    """People and AI are colleagues alike, but only people decide."""

    PERSON = "person"
    AI = "ai"


class Colleague(TenantModel):
    """Somebody, or an AI, who takes part in the work. `roles` holds values of `Role`.

    `languages` (da, de, en) and `abilities` (short words) say whom to ask; `left_at` is when the
    person left. Purpose: to share the work. Kept as long as cases name the person.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=6, choices=Kind.choices, default=Kind.PERSON)
    name = models.CharField(max_length=200)
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    roles = models.JSONField(default=list)
    skill = models.CharField(max_length=40, blank=True)
    languages = models.JSONField(default=list)
    abilities = models.JSONField(default=list)
    left_at = models.DateTimeField(null=True)

    objects: TenantManager["Colleague"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"], name="colleague_once_per_account"
            ),
            models.CheckConstraint(
                name="colleague_ai_never_signs_in",
                condition=Q(kind=Kind.PERSON) | Q(user__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "name", "id"], name="colleague_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def role_set(self) -> frozenset[Role]:
        """The roles, as the table in `core.roles` knows them."""
        return frozenset(Role(role) for role in self.roles)


class Team(TenantModel):
    """People who share a kind of work. A closed team is kept for the cases it has decided."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=200)
    members = models.ManyToManyField(Colleague, through="TeamMember", related_name="teams")
    closed_at = models.DateTimeField(null=True)

    objects: TenantManager["Team"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="team_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class TeamMember(TenantModel):
    """A colleague's place in a team."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE)
    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE)

    objects: TenantManager["TeamMember"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["team", "colleague"], name="team_member_once")
        ]

    def __str__(self) -> str:
        return f"{self.colleague_id} in {self.team_id}"


class Absence(TenantModel):
    """Days on which a colleague is away, both inclusive, and who stands in for them.

    Personal data: that somebody is away, never why. Purpose: that no case waits for them. Deleted
    a year after the last day by default.
    """

    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="absences")
    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    first_day = models.DateField()
    last_day = models.DateField()
    deputy = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")

    objects: TenantManager["Absence"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="absence_ends_after_it_began", condition=Q(last_day__gte=F("first_day"))
            ),
            models.CheckConstraint(
                name="absence_deputy_is_somebody_else", condition=~Q(deputy=F("colleague"))
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "last_day", "first_day"], name="absence_by_last_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.colleague_id} away {self.first_day} to {self.last_day}"


class Training(TenantModel):
    """That a colleague was trained in something, on a day. Never how well they did.

    Purpose: to show that those who work with AI, or watch over it, were helped to understand it.
    Kept until a year after the colleague left by default.
    """

    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="trainings")
    what = models.CharField(max_length=200)
    day = models.DateField()
    noted_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    objects: TenantManager["Training"] = TenantManager()

    def __str__(self) -> str:
        return f"{self.what}, {self.day}"


class ApiToken(TenantModel):
    """Lets a program act as a colleague. Only a digest of the secret is kept."""

    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects: TenantManager["ApiToken"] = TenantManager()

    def __str__(self) -> str:
        return self.name


class Invitation(TenantModel):
    """A link with which a colleague makes their account theirs. Only a digest of it is kept.

    Purpose: to sign in the first time. It works once and for seven days; the row stays as a proof
    of who invited whom as long as the colleague does.
    """

    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="invitations")
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects: TenantManager["Invitation"] = TenantManager()

    def __str__(self) -> str:
        return f"invitation of {self.colleague_id}"


class StaffList(TenantModel):
    """A list of staff somebody brought in, waiting to be looked at.

    Purpose: the look before anything changes. `rows` and `errors` are emptied when the list is
    taken over, and the whole row goes when it is discarded or has lain for a day.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    rows = models.JSONField(default=list)
    errors = models.JSONField(default=list)
    brought_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    objects: TenantManager["StaffList"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [models.Index(fields=["organisation", "brought_at"], name="staff_list_by_age")]

    def __str__(self) -> str:
        return self.file_name
