"""Say what a case is about before AI's answer is seen."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.review.forms import JudgeForm
from samspil.review.queries import topic_choices
from samspil.review.views.deciding import back_to_list, to_case
from samspil.review.views.reading import case_page, find
from samspil.web.pages import toast, toast_problem
from samspil.work import actions


@require_POST
def judge(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Keep the judgement, then show AI's answer beside it, or let a second person look."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    form = JudgeForm(request.POST, topics=topic_choices(found))
    if not form.is_valid():
        return case_page(request, colleague, found, judging=form, status=422)
    now = timezone.now()
    try:
        actions.judge_first(found, topic=form.cleaned_data["topic"], by=colleague, at=now)
    except (actions.StaleCase, actions.UnknownTopic) as why:
        toast_problem(request, str(why))
        return to_case(request, found)
    if found.claimed_by_id is None:
        toast(request, _("Thank you. AI came to another answer, so a second person looks at it."))
        return back_to_list(request)
    return to_case(request, found)
