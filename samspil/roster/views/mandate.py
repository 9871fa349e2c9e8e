"""One AI colleague: its mandate, its load, and what people made of its proposals."""

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspil.core.mandate import WORDS, Limit
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.roster import queries
from samspil.web.pages import page
from samspil.work.queries.wording import MODEL_WORDS


@require_safe
def ai_colleague(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What it may do and never does, where, and who oversees it."""
    check_may(request.colleague, Action.SEE_CASES)
    try:
        found = queries.ai_page(public_id, now=timezone.now())
    except Colleague.DoesNotExist:
        raise Http404 from None
    names = {duty.process.pk: duty.process.name for duty in found.duties}
    context = {
        "one": found,
        "never": [_(WORDS[limit]) for limit in found.never],
        "duties": [(duty, *_told(duty, found.never)) for duty in found.duties],
        "judged": [(names.get(row.process, ""), row) for row in found.judged],
        "real": found.quality["agreed"].n,
        "days": queries.MONTHS.days,
        "may_see_journal": may_do(request.colleague, Action.SEE_JOURNAL),
        "may_see_skills": may_do(request.colleague, Action.SEE_PROCESSES),
    }
    return page(request, "roster/ai_colleague.html", context)


def _told(duty: queries.Duty, everywhere: Sequence[Limit]) -> tuple[str, str, list[str]]:
    """How the work is shared in a few words, what that means, and what AI never does just here."""
    short, meaning = MODEL_WORDS[duty.process.organisation_model]
    own = [_(WORDS[limit]) for limit in duty.limits if limit not in everywhere]
    return str(short), str(meaning), own
