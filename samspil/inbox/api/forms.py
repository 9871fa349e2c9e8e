"""How a process's public form stands."""

from typing import Annotated
from uuid import UUID

from django.conf import settings
from django.http import Http404
from ninja import Field, Router, Schema

from samspil.core.roles import Action
from samspil.inbox.queries import form_of, plan_of
from samspil.people.queries import WorkRequest, check_may
from samspil.work.queries import process_at

router = Router(tags=["forms"])


class FormTexts(Schema):
    """What the form says in one language."""

    title: str
    introduction: str
    purpose: str


class FormField(Schema):
    """A field of the company's own; `labels` and `choices` by language."""

    labels: dict[str, str]
    kind: str
    required: bool
    choices: dict[str, list[str]]


class FormOut(Schema):
    """The settings of a public form. `asked` maps each usual field to no, may or must."""

    open: bool
    address: str
    languages: list[str]
    texts: dict[str, FormTexts]
    asked: dict[str, str]
    own_fields: list[FormField]
    files: bool
    contact: str
    ground: str
    keep_months: int
    privacy_policy: str
    status_days: Annotated[int, Field(description="Days a sender's page is there after closing.")]
    show_names: bool
    sites: list[str]


@router.get(
    "/processes/{uuid:process_id}/form", response=FormOut, summary="A process's public form"
)
def form(request: WorkRequest, process_id: UUID) -> FormOut:
    """What it asks and tells, and where it is; 404 where the process has none."""
    check_may(request.colleague, Action.SEE_PROCESSES)
    found = form_of(process_at(process_id))
    if found is None:
        raise Http404
    plan = plan_of(found)
    return FormOut(
        open=found.opened_at is not None,
        address=f"{settings.BASE_URL}/f/{found.slug}/",
        languages=list(plan.languages),
        texts={
            language: FormTexts(title=one.title, introduction=one.introduction, purpose=one.purpose)
            for language, one in plan.texts.items()
        },
        asked={str(usual): str(asked) for usual, asked in plan.asked.items()},
        own_fields=[
            FormField(
                labels=dict(one.labels),
                kind=str(one.kind),
                required=one.required,
                choices={language: list(lines) for language, lines in one.choices.items()},
            )
            for one in plan.own
        ],
        files=plan.files,
        contact=plan.contact,
        ground=str(plan.ground),
        keep_months=plan.keep_months,
        privacy_policy=plan.privacy_url,
        status_days=plan.status_days,
        show_names=plan.show_names,
        sites=list(plan.sites),
    )
