"""The journal: what happened, who, when; and whether it is as it was written."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from samspil.core.roles import Action
from samspil.journal.queries import Verdict, verify
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.trust import queries
from samspil.trust.forms import JournalForm
from samspil.web.pages import page
from samspil.work.queries import processes


@require_safe
def journal(request: WorkRequest) -> HttpResponse:
    """What happened, newest first."""
    colleague = check_may(request.colleague, Action.SEE_JOURNAL)
    return _journal_page(request, colleague)


@require_POST
def check(request: WorkRequest) -> HttpResponse:
    """Check the whole chain now, and say what was found."""
    colleague = check_may(request.colleague, Action.SEE_JOURNAL)
    return _journal_page(request, colleague, verdict=verify())


def _journal_page(
    request: WorkRequest, colleague: Colleague, *, verdict: Verdict | None = None
) -> HttpResponse:
    form = JournalForm(request.GET, actors=queries.actors())
    shown = queries.journal_page(form.asked(), before=form.before_entry())
    kept = form.kept()
    later = {**kept, "before": shown.before} if shown.before else {}
    names = {str(process.public_id): process.name for process in processes()}
    context = {
        "form": form,
        "narrowed": bool(kept),
        "lines": [(line, names.get(line.entry.subject, "")) for line in shown.lines],
        "later": f"?{urlencode(later)}" if later else "",
        "first_page": form.before_entry() is None,
        "export": f"{reverse('trust:export')}?{urlencode(kept)}",
        "export_sheet": f"{reverse('trust:export')}?{urlencode({**kept, 'format': 'xlsx'})}",
        "about": kept.get("subject", "")[-8:],
        "kept": f"?{urlencode(kept)}",
        "verdict": verdict,
        "seen": queries.seen_of(shown.lines, reader=colleague),
    }
    return page(request, "trust/journal.html", context)
