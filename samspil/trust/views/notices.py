"""What those whom a process concerns are told of AI in it: the public page, and publishing it."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.public_form import LANGUAGES
from samspil.inbox.queries import address_at, zone_of
from samspil.people.queries import WorkRequest
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.trust import actions
from samspil.trust.forms import NoticeForm
from samspil.trust.queries import notices as queries
from samspil.uses.queries import check_may_govern, notice_on
from samspil.web.asking import asks_too_often
from samspil.web.pages import page, toast
from samspil.web.strangers import gone, language_for, stranger_page, wait
from samspil.work.models import Process

MOST_IN_A_MINUTE = 60
"""Readings from one address."""


@login_not_required
@require_safe
def notice(request: HttpRequest, slug: str) -> HttpResponse:
    """What AI does in a process, for everybody; what is not published is not there."""
    if asks_too_often(request, what="notice", most=MOST_IN_A_MINUTE):
        return wait(request)
    address = address_at(slug)
    if address is None or address.left_at:
        return gone(request)
    with enter(address.organisation), zone_of(address.organisation):
        return _notice(request, slug, address.organisation)


def _notice(request: HttpRequest, slug: str, organisation: Organisation) -> HttpResponse:
    found = queries.notice_called(slug)
    process = queries.open_process(found.thing) if found else None
    if found is None or process is None:
        return gone(request)
    language = language_for(request, LANGUAGES)
    with override(language):
        context = {
            "told": queries.told_of_process(process, found, now=timezone.now()),
            "notice": found, "organisation": organisation, "offered": LANGUAGES,
        }  # fmt: skip
        return stranger_page(request, "notices/notice.html", context, language=language)


@require_http_methods(["GET", "HEAD", "POST"])
def setting_up(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What would be told, and publishing it."""
    colleague = check_may_govern(request.colleague)
    process, now = _find(public_id), timezone.now()
    kept = notice_on(str(public_id))
    told = queries.told_of_process(process, kept, now=now)
    said_elsewhere = queries.told_of_process(process, None, now=now).contact.line
    form = NoticeForm(
        request.POST or None, asks=not said_elsewhere,
        initial={name: getattr(kept, name, "") for name in ("slug", "contact", "privacy_url")},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        said = {"contact": "", "privacy_url": "", **form.cleaned_data}
        try:
            actions.publish_notice(process, **said, by=colleague, at=now)
        except actions.NotPublished as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It is published. Forms and chats of this process lead to it."))
            return redirect("notices:setting_up", public_id)
    context = {"told": told, "notice": kept, "form": form, "process": process}
    return page(request, "notices/setting_up.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Show it to nobody any more."""
    colleague = check_may_govern(request.colleague)
    actions.withdraw_notice(_find(public_id), by=colleague, at=timezone.now())
    toast(request, _("Nobody outside sees it any more."))
    return redirect("notices:setting_up", public_id)


def _find(public_id: UUID) -> Process:
    try:
        return Process.objects.get(public_id=public_id)
    except Process.DoesNotExist:
        raise Http404 from None
