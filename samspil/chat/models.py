"""Chats, the conversations in them, and their turns."""

from django.db import models
from django.db.models import Q

from samspil.core.chat.plan import Audience
from samspil.core.chat.turning import Kind, Why
from samspil.core.ids import new_id
from samspil.tenancy.models import TenantManager, TenantModel, choices
from samspil.work.models import Case, Process


class Chat(TenantModel):
    """A page where people ask and documents answer; open since `opened_at`, else not there.

    A hand-over opens a case in `process`. `texts` maps each language to title, greeting and hours;
    `topics` go straight to a person; `sites` are origins that may frame it. A chat for employees
    has no `slug`, since it stands behind the sign-in. `phrased`: see `ChatPlan`.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="chats")
    name = models.CharField(max_length=100)
    audience = models.CharField(max_length=10, choices=choices(Audience))
    slug = models.SlugField(max_length=60, blank=True, db_index=False)
    opened_at = models.DateTimeField(null=True)
    languages = models.JSONField(default=list)
    texts = models.JSONField(default=dict)
    topics = models.JSONField(default=list)
    contact = models.CharField(max_length=300, blank=True)
    privacy_url = models.URLField(max_length=300, blank=True)
    sites = models.JSONField(default=list)
    phrased = models.BooleanField(default=False)

    objects: TenantManager["Chat"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="chat_name_once"),
            models.CheckConstraint(
                name="chat_of_strangers_opens_only_with_its_notice",
                condition=Q(opened_at__isnull=True)
                | Q(audience=Audience.EMPLOYEES)
                | (~Q(contact="") & ~Q(privacy_url="") & ~Q(slug="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Conversation(TenantModel):
    """What one person asked in one sitting, and what they were told.

    Purpose: to answer follow-up questions, and to hand over what was said. Personal data: kept for
    30 days by default after the last turn, then deleted with its turns, or with the case it was
    handed over as. Who it was is not kept: whoever holds its key may go on with it.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    chat = models.ForeignKey(Chat, on_delete=models.CASCADE, related_name="conversations")
    language = models.CharField(max_length=2)
    began_at = models.DateTimeField()
    last_at = models.DateTimeField()
    case = models.OneToOneField(Case, null=True, on_delete=models.CASCADE, related_name="chat")
    handed_at = models.DateTimeField(null=True)

    objects: TenantManager["Conversation"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["organisation", "last_at"], name="conversation_by_age"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class Turn(TenantModel):
    """What was said, masked at intake, and what came back; goes with its conversation.

    `token` makes one page one turn. `quotes` are what the documents said: text, title, page, and
    where it stands. `why` and `shown_by` say why it goes to a person, in words of the turn alone.
    `asked` is what was looked for. `phrased` are sentences that a language model wrote, each with
    the passages that say so. `helpful` is None until somebody says.
    """

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="turns", db_index=False
    )
    number = models.PositiveIntegerField()
    token = models.CharField(max_length=40)
    at = models.DateTimeField()
    said = models.TextField()
    masked = models.BooleanField(default=False)
    asked = models.TextField(blank=True)
    kind = models.CharField(max_length=10, choices=choices(Kind))
    why = models.CharField(max_length=12, choices=choices(Why), blank=True)
    shown_by = models.CharField(max_length=200, blank=True)
    quotes = models.JSONField(default=list)
    phrased = models.JSONField(default=list)
    helpful = models.BooleanField(null=True)

    objects: TenantManager["Turn"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="turn_once_a_number"),
            models.UniqueConstraint(fields=["organisation", "token"], name="turn_once_a_page"),
            models.CheckConstraint(name="turn_numbers_begin_at_one", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.number} of {self.conversation_id}"
