"""Keep sources by program: add one, say something else of it, pause, remove and bring it back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Schema, Status
from ninja.errors import HttpError

from samspil.knowledge import actions
from samspil.knowledge.access import check_may_keep
from samspil.knowledge.api.sources import SourceOut, find, out_of, router
from samspil.knowledge.forms import as_said, form_for
from samspil.knowledge.models import Pace, Secrecy, Source, SourceKind
from samspil.knowledge.queries import removed_source_at, story_of
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, people, teams
from samspil.web.filled import filled

Made = TypeVar("Made")
__all__ = ["router"]


class SourceTermsIn(Schema):
    """What holds for a source and all that it brings."""

    name: Annotated[str, Field(max_length=60)]
    place: Annotated[
        str,
        Field(
            max_length=500,
            description="A folder of the server, the address of a sitemap, or a mailbox's folder.",
        ),
    ]
    owner: UUID
    secrecy: Secrecy = Secrecy.INTERNAL
    team: UUID | None = None
    review_months: Literal[6, 12, 24] | None = None
    pace: Pace = Pace.DAILY
    remove_missing: bool = True
    server: Annotated[str, Field(max_length=200, description="Of a mailbox.")] = ""
    login: Annotated[str, Field(max_length=200)] = ""
    password: Annotated[
        str, Field(max_length=500, description="Never told again; empty, it stays what it is.")
    ] = ""


class SourceIn(SourceTermsIn):
    """A source to be added."""

    kind: Annotated[str, Field(description="folder, web or mail")]


@router.post("/sources", response={201: SourceOut}, summary="Add a source")
def add_source(request: WorkRequest, payload: SourceIn) -> Status[SourceOut]:
    """Keep it and look through it at once, in the background; 422 where it cannot be kept so."""
    colleague = check_may_keep(request.colleague)
    if payload.kind not in SourceKind.values:
        raise HttpError(422, f"Say as kind one of {', '.join(SourceKind.values)}.")
    kind = SourceKind(payload.kind)
    terms = _terms(kind, payload)
    made = _kept(lambda: actions.add_source(kind, terms, by=colleague, at=timezone.now()))
    return Status(201, _told(made))


@router.put("/sources/{uuid:source}", response=SourceOut, summary="Change a source")
def change_source(request: WorkRequest, source: UUID, payload: SourceTermsIn) -> SourceOut:
    """Say anew what holds for it, and for what it has brought; 422 where it cannot be so."""
    colleague = check_may_keep(request.colleague)
    found = find(colleague, source)
    terms = _terms(SourceKind(found.kind), payload, initial=as_said(found))
    _kept(lambda: actions.change_source(found, terms, by=colleague, at=timezone.now()))
    return _told(find(colleague, source))


@router.post("/sources/{uuid:source}/pause", response=SourceOut, summary="Look there no more")
def pause_source(request: WorkRequest, source: UUID) -> SourceOut:
    """Look there no more until somebody says so."""
    return _done(request, source, actions.pause_source)


@router.post("/sources/{uuid:source}/resume", response=SourceOut, summary="Look there again")
def resume_source(request: WorkRequest, source: UUID) -> SourceOut:
    """Look there again, now and from now on."""
    return _done(request, source, actions.resume_source)


@router.delete("/sources/{uuid:source}", response={204: None}, summary="Remove a source")
def remove_source(request: WorkRequest, source: UUID) -> Status[None]:
    """Take it away with what it brought; for a day it can come back."""
    colleague = check_may_keep(request.colleague)
    actions.remove_source(find(colleague, source), by=colleague, at=timezone.now())
    return Status(204, None)


@router.post("/sources/{uuid:source}/restore", response=SourceOut, summary="Bring it back")
def restore_source(request: WorkRequest, source: UUID) -> SourceOut:
    """Bring a removed source back with its documents; 422 where another has its name by now."""
    colleague = check_may_keep(request.colleague)
    try:
        found = removed_source_at(source, reader=colleague)
        _kept(lambda: actions.restore_source(found, by=colleague, at=timezone.now()))
    except Source.DoesNotExist:
        raise Http404 from None
    return _told(find(colleague, source))


def _terms(
    kind: SourceKind, said: SourceTermsIn, *, initial: Mapping[str, Any] | None = None
) -> actions.SourceTerms:
    """As the page would take it, with the same words where it would not."""
    told = said.model_dump(exclude={"kind"})
    typed: dict[str, Any] = {
        name: "" if value is None else str(value) for name, value in told.items()
    }
    typed["remove_missing"] = said.remove_missing
    form = form_for(kind, typed, teams=teams(), people=people(), initial=initial)
    return filled(form).said()


def _kept(act: Callable[[], Made]) -> Made:
    try:
        return act()
    except (actions.BadSource, actions.BadTerms) as why:
        raise HttpError(422, str(why)) from None


def _done(request: WorkRequest, source: UUID, act: Callable[..., None]) -> SourceOut:
    colleague: Colleague = check_may_keep(request.colleague)
    at: datetime = timezone.now()
    act(find(colleague, source), by=colleague, at=at)
    return _told(find(colleague, source))


def _told(source: Source) -> SourceOut:
    return out_of(story_of(source).row)
