"""Set up a process's public form, open and close it, and give it another address."""

import re
import secrets
from dataclasses import asdict
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samspil.core.public_form import FormPlan, Lack, lacking
from samspil.inbox.access import check_may_change_form
from samspil.inbox.models import FormAddress, PublicForm
from samspil.inbox.queries import plan_of
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.tenancy.queries import current
from samspil.work.models import Process

READABLE = re.compile(r"[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])")
RESERVED = frozenset({"status", "verify", "preview"})
UNGUESSABLE_BYTES = 16


class NotReady(Exception):
    """A form cannot be opened yet; `lacks` says what is missing."""

    def __init__(self, lacks: list[Lack]) -> None:
        super().__init__(_("Fill in first what people must be told."))
        self.lacks = lacks


class SlugRefused(ValueError):
    """This address cannot be had; the message is fit to show."""


@transaction.atomic
def set_form(process: Process, plan: FormPlan, *, by: Colleague, at: datetime) -> PublicForm:
    """Lay down what the form asks and says; a new one is closed, under a name nobody can guess.

    Raises `NotReady` where the form is open and would lack what people must be told.
    """
    check_may_change_form(by)
    form = PublicForm.objects.select_for_update().filter(process=process).first()
    if form is None:
        form = PublicForm(process=process, slug=secrets.token_urlsafe(UNGUESSABLE_BYTES))
        FormAddress.objects.create(slug=form.slug, organisation=current())
    before = plan_of(form) if form.pk else None
    if form.opened_at and (lacks := lacking(plan)):
        raise NotReady(lacks)
    _keep(form, plan)
    kept = plan_of(form)
    changed = sorted(
        name
        for name, value in asdict(kept).items()
        if before is None or asdict(before)[name] != value
    )
    if changed:
        _note(form, "form_changed", by=by, at=at, changed=changed)
    return form


@transaction.atomic
def open_form(form: PublicForm, *, by: Colleague, at: datetime) -> None:
    """Let strangers write; raises `NotReady`. Opening twice changes nothing."""
    check_may_change_form(by)
    if lacks := lacking(plan_of(form)):
        raise NotReady(lacks)
    if PublicForm.objects.filter(pk=form.pk, opened_at__isnull=True).update(opened_at=at):
        _note(form, "form_opened", by=by, at=at)


@transaction.atomic
def close_form(form: PublicForm, *, by: Colleague, at: datetime) -> None:
    """Take no new messages; who has written can still see how it goes, and add to it."""
    check_may_change_form(by)
    if PublicForm.objects.filter(pk=form.pk, opened_at__isnull=False).update(opened_at=None):
        _note(form, "form_closed", by=by, at=at)


@transaction.atomic
def move_form(form: PublicForm, *, slug: str, by: Colleague, at: datetime) -> None:
    """Give the form this address, or where empty one nobody can guess; the old one stops.

    An address is never given to anybody else afterwards. Raises `SlugRefused`.
    """
    check_may_change_form(by)
    chosen = take_address(slug, leaving=form.slug, at=at)
    if chosen == form.slug:
        return
    PublicForm.objects.filter(pk=form.pk).update(slug=chosen)
    form.slug = chosen
    _note(form, "form_moved", by=by, at=at)


@transaction.atomic
def take_address(slug: str, *, leaving: str, at: datetime) -> str:
    """Take this public name, or where empty one nobody can guess, in place of the one left.

    Forms and chats draw from the same names; `leaving` is empty for what has none yet. Raises
    `SlugRefused`. Whoever calls says who may.
    """
    chosen = slug or secrets.token_urlsafe(UNGUESSABLE_BYTES)
    if slug and (not READABLE.fullmatch(slug) or slug in RESERVED):
        raise SlugRefused(
            _("Use 3 to 60 small letters a–z, digits and hyphens, such as customer-service.")
        )
    if chosen != leaving:
        _take(chosen)
        FormAddress.objects.filter(slug=leaving).update(left_at=at)
    return chosen


def _take(slug: str) -> None:
    """Take a free address, or one the same organisation has left."""
    if (
        FormAddress.objects.filter(slug=slug, organisation=current())
        .exclude(left_at=None)
        .update(left_at=None)
    ):
        return
    try:
        with transaction.atomic():
            FormAddress.objects.create(slug=slug, organisation=current())
    except IntegrityError:
        raise SlugRefused(_("This address is taken. Choose another.")) from None


def _keep(form: PublicForm, plan: FormPlan) -> None:
    form.languages = list(plan.languages)
    form.texts = {language: asdict(texts) for language, texts in plan.texts.items()}
    form.asked = {str(usual): str(asked) for usual, asked in plan.asked.items()}
    form.own = [
        {
            **asdict(one),
            "kind": str(one.kind),
            "choices": {k: list(v) for k, v in one.choices.items()},
        }
        for one in plan.own
    ]
    for name in ("files", "contact", "ground", "keep_months", "privacy_url", "status_days"):
        setattr(form, name, getattr(plan, name))
    form.show_names, form.sites = plan.show_names, list(plan.sites)
    form.save()


def _note(form: PublicForm, event: str, *, by: Colleague, at: datetime, **facts: object) -> None:
    note(event, "process", form.process.public_id, by=by, at=at, **facts)
