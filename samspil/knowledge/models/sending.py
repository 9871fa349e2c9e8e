"""Questions that colleagues take as cases: where they go, who may be named, what was found."""

from django.db import models

from samspil.knowledge.models.documents import Document
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models import Case, Process


class Desk(TenantModel):
    """The process that takes questions, where the organisation chose one."""

    process = models.OneToOneField(Process, on_delete=models.CASCADE, related_name="+")

    objects: TenantManager["Desk"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["organisation"], name="desk_once")]

    def __str__(self) -> str:
        return f"questions go to {self.process_id}"


class MayBeNamed(TenantModel):
    """Somebody agreed to be named to whoever asks about what they can do.

    Personal data, by consent. Purpose: to find whoever knows. Deleted when they take it back, and
    with the colleague.
    """

    colleague = models.OneToOneField(Colleague, on_delete=models.CASCADE, related_name="+")
    agreed_at = models.DateTimeField()

    objects: TenantManager["MayBeNamed"] = TenantManager()

    class Meta(TenantModel.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.colleague_id} may be named"


class QuestionCase(TenantModel):
    """A question that somebody sent on as a case; here alone it stands who asked.

    Personal data. Purpose: that a colleague answers. Kept as long as the case. `expert` is whom
    the asker would like to answer, None for whoever takes it.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    asker = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    expert = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")

    objects: TenantManager["QuestionCase"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["organisation", "asker", "-id"], name="question_case_by_asker"),
            models.Index(fields=["organisation", "expert", "-id"], name="question_case_by_expert"),
        ]

    def __str__(self) -> str:
        return f"question {self.case_id}"


class FoundPlace(TenantModel):
    """A place in a document that the asker was shown: characters `start` to `end` of a passage.

    The words stay in the document alone, and go with it. Kept as long as the case.
    """

    question = models.ForeignKey(
        QuestionCase, on_delete=models.CASCADE, related_name="places", db_index=False
    )
    place = models.PositiveSmallIntegerField()
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    passage = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects: TenantManager["FoundPlace"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["question", "place"], name="found_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.place} of {self.question_id}"
