"""Papers: which there are, what is missing in each, and each as it stands, in a chosen language."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.files import DamagedFile
from samspil.adapters.writing import Shape, shapes
from samspil.core.filings.content import Filing, Paper, Where
from samspil.people.queries import WorkRequest
from samspil.tenancy.queries import current
from samspil.trust import actions
from samspil.trust.access import (
    check_may_read_paper,
    check_may_state,
    may_state,
    readable,
)
from samspil.trust.forms import LANGUAGES, KeepForm, StateForm, TakeForm
from samspil.trust.models import Format, KeptPaper
from samspil.trust.queries import papers as queries
from samspil.uses.queries import check_may_read
from samspil.web.pages import page, toast, toast_problem
from samspil.web.saving import saved_as


@require_safe
def papers(request: WorkRequest) -> HttpResponse:
    """Every paper that one may read, thing by thing, and how much is missing in it.

    With `about` only those about one thing.
    """
    colleague = check_may_read(request.colleague)
    rows = queries.rows(readable(colleague), now=timezone.now())
    about = request.GET.get("about", "")
    things = dict[str, list[dict[str, object]]]()
    for one in rows:
        if about in ("", one.about):
            things.setdefault(one.about, []).append(_row(one))
    context = {
        "things": list(things.values()),
        "about": about,
        "company": current(),
        "may_state": may_state(colleague),
    }
    return page(request, "papers/papers.html", context)


@require_safe
def paper(request: WorkRequest, paper: str, about: UUID) -> HttpResponse:
    """One paper as it stands, in the chosen language."""
    check_may_read_paper(request.colleague, _kind(paper))
    return _paper_page(request, _find(paper, about), about, KeepForm(initial=_usual()))


@require_safe
def take(request: WorkRequest, paper: str, about: UUID) -> HttpResponse:
    """The paper as a file; that it was taken is put down."""
    colleague = check_may_read_paper(request.colleague, _kind(paper))
    form, now = TakeForm(request.GET), timezone.now()
    if not form.is_valid():
        raise Http404(paper)
    language, kind = form.cleaned_data["language"], Format(form.cleaned_data["format"])
    filing = _find(paper, about)
    content = actions.take_paper(filing, about, language=language, form=kind, by=colleague, at=now)
    name = queries.name_of(filing.paper, language=language, form=kind, at=now)
    return _file(content, kind=kind, name=name)


@require_POST
def keep(request: WorkRequest, paper: str, about: UUID) -> HttpResponse:
    """Keep the paper as it is now."""
    check_may_read_paper(request.colleague, _kind(paper))
    colleague, form = check_may_state(request.colleague), KeepForm(request.POST)
    filing = _find(paper, about)
    if not form.is_valid():
        return _paper_page(request, filing, about, form, status=422)
    given = form.cleaned_data
    actions.keep_paper(
        filing, about, why=given["why"], language=given["language"], form=Format(given["format"]),
        by=colleague, at=timezone.now(),
    )  # fmt: skip
    toast(request, _("Kept as it stands. It never changes."))
    return redirect("papers:paper", paper, about)


@require_safe
def kept(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """A kept paper, exactly as it was."""
    try:
        found = queries.kept_at(public_id)
    except KeptPaper.DoesNotExist:
        raise Http404(str(public_id)) from None
    colleague, kind = check_may_read_paper(request.colleague, Paper(found.paper)), found.format
    try:
        content = actions.take_kept(found, by=colleague, at=timezone.now())
    except DamagedFile:
        toast_problem(request, _("The file is gone or was altered, so it is not shown."))
        return redirect("papers:paper", found.paper, found.about)
    name = queries.name_of(Paper(found.paper), language=found.language, form=kind, at=found.at)
    return _file(content, kind=kind, name=name)


@require_http_methods(["GET", "HEAD", "POST"])
def say(request: WorkRequest, about: UUID) -> HttpResponse:
    """Say what papers ask about one thing."""
    colleague = check_may_state(request.colleague)
    try:
        subject = queries.subject_at(about)
    except queries.NoSuchThing:
        raise Http404(str(about)) from None
    form = StateForm(
        request.POST or None, asked=queries.asked_of(subject), said=queries.said_of(subject)
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.state(about, form.said(), by=colleague, at=timezone.now())
        except actions.BadStatement as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Said. It stands in the papers from now on."))
            return redirect("papers:papers")
    context = {"form": form, "named": queries.text_of(subject.named), "about": about}
    return page(request, "papers/say.html", context, status=422 if form.errors else 200)


def _paper_page(
    request: WorkRequest, filing: Filing, about: UUID, form: KeepForm, *, status: int = 200
) -> HttpResponse:
    wished = request.GET.get("language", "")
    language = wished if wished in dict(LANGUAGES) else _usual()["language"]
    now, company = timezone.now(), current().name
    with override(language):
        told = list(shapes(queries.blocks_of(filing, company=company, at=now)))
    context = {
        "paper": filing.paper,
        "title": queries.title_of(filing.paper),
        "named": queries.text_of(filing.named),
        "about": about,
        "article": queries.what_for(filing.paper),
        "shapes": list(_with_ways(told[1:], queries.missing_rows(filing))),
        "language": language,
        "taking": TakeForm(initial=_usual() | {"language": language}, auto_id="take_%s"),
        "kept": queries.kept_of(filing.paper, about),
        "keeping": form,
        "may_state": may_state(request.colleague),
    }
    return page(request, "papers/paper.html", context, status=status)


def _with_ways(
    told: Iterable[Shape], missing: Iterable[queries.MissingRow]
) -> Iterator[tuple[Shape, str]]:
    """Each block, and where what is missing there is said; the first only counts them."""
    ways = iter(["", *map(_where, missing)])
    for one in told:
        yield one, next(ways) if one.kind == "Missing" else ""


def _usual() -> dict[str, str]:
    return {"language": (get_language() or "en")[:2], "format": Format.PDF}


def _row(row: queries.Row) -> dict[str, object]:
    filing = row.filing
    return {
        "paper": filing.paper.value,
        "about": row.about,
        "title": queries.title_of(filing.paper),
        "named": queries.text_of(filing.named),
        "article": queries.what_for(filing.paper),
        "missing": len(filing.missing),
    }


def _where(row: queries.MissingRow) -> str:
    """Where it is said or done."""
    if row.where is Where.GUIDELINES:
        return reverse("guidelines:guidelines")
    if row.ask is None:
        return reverse("uses:use", args=[row.about])
    return f"{reverse('papers:say', args=[row.about])}#id_{row.ask}"


def _kind(paper: str) -> Paper:
    if paper not in list(Paper):
        raise Http404(paper)
    return Paper(paper)


def _find(paper: str, about: UUID) -> Filing:
    try:
        return queries.filing_at(_kind(paper), about, now=timezone.now())
    except queries.NoSuchPaper as why:
        raise Http404(paper) from why


def _file(content: bytes, *, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=queries.KINDS[kind])
    saved_as(answer, name)
    return answer
