"""Say where documents come from by themselves, change it, pause it, and take it away."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.sources import is_address, is_below, is_server
from samspil.knowledge.access import check_may_keep, may_keep
from samspil.knowledge.actions.changing import Terms, check_terms
from samspil.knowledge.actions.noting import note_documents
from samspil.knowledge.actions.sources.noting import note_source
from samspil.knowledge.actions.sources.opening import sealed
from samspil.knowledge.actions.sources.rounds import begin_round
from samspil.knowledge.models import Document, Pace, Secrecy, Source, SourceKind
from samspil.knowledge.queries.opening import folders_allowed
from samspil.people.models import Colleague, Team

MOST_MONTHS = 60


class BadSource(ValueError):
    """The source cannot be kept so; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTerms:
    """What is said of a source; `review_months` is None where nobody is to look through.

    A mailbox has a server and a login; without a password it keeps the one it has.
    """

    name: str
    place: str
    owner: Colleague
    secrecy: Secrecy = Secrecy.INTERNAL
    team: Team | None = None
    review_months: int | None = None
    pace: Pace = Pace.DAILY
    remove_missing: bool = True
    server: str = ""
    login: str = ""
    password: str = field(default="", repr=False)


@transaction.atomic
def add_source(kind: SourceKind, terms: SourceTerms, *, by: Colleague, at: datetime) -> Source:
    """Keep a source and look through it at once. Raises `BadSource` and `BadTerms`."""
    check_may_keep(by)
    _check(kind, terms, by=by)
    _check_name(terms.name, other_than=None)
    if kind == SourceKind.MAIL and not terms.password:
        raise BadSource(_("Give the account's password."))
    source = Source.objects.create(kind=kind, added_at=at, due_at=at, **_fields(terms))
    _keep_password(source, terms)
    note_source(source, "source_added", by=by, at=at, kind=kind.value)
    begin_round(source, by=by, at=at)
    return source


@transaction.atomic
def change_source(source: Source, terms: SourceTerms, *, by: Colleague, at: datetime) -> None:
    """Say something else of a source; what it brought follows, unless it was changed by hand.

    Raises `BadSource` and `BadTerms`.
    """
    check_may_keep(by)
    _check(SourceKind(source.kind), terms, by=by)
    _check_name(terms.name, other_than=source)
    before = Source.objects.select_for_update().get(pk=source.pk)
    elsewhere = (before.server, before.login) != (terms.server, terms.login)
    if before.kind == SourceKind.MAIL and elsewhere and not terms.password:
        raise BadSource(_("For another server or account give the password anew."))
    Source.objects.filter(pk=source.pk).update(**_fields(terms))
    _keep_password(source, terms)
    _pass_on(before, terms, by=by, at=at)
    note_source(source, "source_changed", by=by, at=at)


@transaction.atomic
def pause_source(source: Source, *, by: Colleague, at: datetime) -> None:
    """Look there no more until somebody says so; what it brought stays."""
    check_may_keep(by)
    if Source.objects.filter(pk=source.pk, paused_at__isnull=True).update(paused_at=at):
        note_source(source, "source_paused", by=by, at=at)


@transaction.atomic
def resume_source(source: Source, *, by: Colleague, at: datetime) -> None:
    """Look there again, at once."""
    check_may_keep(by)
    paused = Source.objects.filter(pk=source.pk, paused_at__isnull=False)
    if paused.update(paused_at=None):
        note_source(source, "source_resumed", by=by, at=at)
        begin_round(source, by=by, at=at)


@transaction.atomic
def remove_source(source: Source, *, by: Colleague, at: datetime) -> None:
    """Look there no more and answer from what it brought no more; for a day it can come back."""
    check_may_keep(by)
    here = Source.objects.filter(pk=source.pk, removed_at__isnull=True)
    if not here.update(removed_at=at):
        return
    brought = Document.objects.filter(item__source=source, removed_at__isnull=True)
    found = list(brought.select_for_update(of=("self",)))
    Document.objects.filter(pk__in=[one.pk for one in found]).update(removed_at=at)
    note_source(source, "source_removed", by=by, at=at, documents=len(found))
    note_documents(found, "document_removed", by=by, at=at)


@transaction.atomic
def restore_source(source: Source, *, by: Colleague, at: datetime) -> None:
    """Bring a removed source back, with the documents that went along with it.

    Raises `BadSource` where another has its name by now.
    """
    check_may_keep(by)
    gone = Source.objects.select_for_update().filter(pk=source.pk, removed_at__isnull=False).first()
    if gone is None:
        return
    _check_name(gone.name, other_than=gone)
    went = Document.objects.filter(item__source=gone, removed_at=gone.removed_at)
    found = list(went.select_for_update(of=("self",)))
    Document.objects.filter(pk__in=[one.pk for one in found]).update(removed_at=None)
    Source.objects.filter(pk=gone.pk).update(removed_at=None)
    note_source(source, "source_restored", by=by, at=at, documents=len(found))
    note_documents(found, "document_restored", by=by, at=at)


def _check(kind: SourceKind, terms: SourceTerms, *, by: Colleague) -> None:
    check_terms(Terms(secrecy=terms.secrecy, team=terms.team, owner=terms.owner), by=by)
    if not terms.name.strip() or "/" in terms.name:
        raise BadSource(_("Give the source a name, without a slash."))
    if not may_keep(terms.owner):
        raise BadSource(_("Choose somebody to answer for it who may bring in documents."))
    if terms.review_months is not None and not 1 <= terms.review_months <= MOST_MONTHS:
        raise BadSource(_("A review comes after 1 to 60 months."))
    if kind == SourceKind.MAIL and not (is_server(terms.server) and terms.login and terms.place):
        raise BadSource(_("Give the mail server's name, the account, and a folder in it."))
    if kind == SourceKind.WEB and not is_address(terms.place):
        raise BadSource(_("Give the whole address of the sitemap, with https:// before it."))
    if kind == SourceKind.FOLDER and not is_below(Path(terms.place), folders_allowed()):
        raise BadSource(_("Choose a folder below one that whoever runs Samspil allows."))


def _check_name(name: str, *, other_than: Source | None) -> None:
    same = Source.objects.filter(name=name, removed_at__isnull=True)
    if other_than is not None:
        same = same.exclude(pk=other_than.pk)
    if same.exists():
        raise BadSource(_("There is a source of this name already."))


def _keep_password(source: Source, terms: SourceTerms) -> None:
    """Sealed, and never shown again."""
    if source.kind == SourceKind.MAIL and terms.password:
        Source.objects.filter(pk=source.pk).update(secret=sealed(source, terms.password))


def _fields(terms: SourceTerms) -> dict[str, object]:
    return {
        "name": terms.name, "place": terms.place, "owner": terms.owner, "secrecy": terms.secrecy,
        "team": terms.team, "review_months": terms.review_months, "pace": terms.pace,
        "remove_missing": terms.remove_missing, "server": terms.server, "login": terms.login,
    }  # fmt: skip


def _pass_on(before: Source, terms: SourceTerms, *, by: Colleague, at: datetime) -> None:
    """Documents that still have what the source said of them get what it says now."""
    brought = Document.objects.filter(item__source=before)
    if (before.secrecy, before.team_id) != (terms.secrecy, terms.team and terms.team.pk):
        same = brought.filter(secrecy=before.secrecy, team=before.team)
        found = list(same.select_for_update(of=("self",)))
        ids = [one.pk for one in found]
        Document.objects.filter(pk__in=ids).update(secrecy=terms.secrecy, team=terms.team)
        note_documents(
            found, "document_terms", by=by, at=at, secrecy=terms.secrecy.value,
            team=str(terms.team.public_id) if terms.team else "",
        )  # fmt: skip
    ids = list(brought.filter(owner=before.owner).values_list("pk", flat=True))
    Document.objects.filter(pk__in=ids).update(owner=terms.owner)
