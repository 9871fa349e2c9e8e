"""What people say in papers, and papers that were kept."""

from django.db import models
from django.db.models import Q

from samspil.core.filings.asks import Ask
from samspil.core.filings.content import Paper
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Statement(TenantModel):
    """What somebody said where a paper asks for what only people know.

    `about` is the id of what it is about: the organisation, a kind of data, a use of AI or a tool.
    Purpose: papers that are whole. Names the colleague who said it. What was said before is
    replaced, and stands in the papers that were kept of it; else it is kept until it is taken back.
    """

    about = models.CharField(max_length=36)
    ask = models.CharField(max_length=20, choices=choices(Ask))
    text = models.CharField(max_length=4000)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Statement"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "about", "ask"], name="statement_once_of_a_thing"
            ),
            models.CheckConstraint(name="statement_says_something", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.ask} of {self.about}"


class Format(models.TextChoices):
    """How a paper is written."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"


class KeptPaper(TenantModel):
    """A paper as it was on a day, to show later what was known then; never changed.

    The file lies encrypted under `digest`; `fingerprint` is the SHA-256 of the file itself, by
    which anybody can tell that it is the same. `missing` counts what nobody had said by then.

    Personal data: it may name colleagues. Purpose: to show what was known. Deleted ten years after
    it was kept by default, as long as technical papers have to be there (AI Act, Art. 18).
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    paper = models.CharField(max_length=10, choices=choices(Paper))
    about = models.CharField(max_length=36)
    named = models.CharField(max_length=200)
    language = models.CharField(max_length=2)
    format = models.CharField(max_length=4, choices=Format.choices)
    digest = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    missing = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=300)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["KeptPaper"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="kept_paper_says_why", condition=~Q(why="")),
        ]
        indexes = [
            models.Index(fields=["organisation", "about", "paper"], name="kept_paper_of_a_thing")
        ]

    def __str__(self) -> str:
        return f"{self.paper} of {self.about}"
