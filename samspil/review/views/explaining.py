"""Explain a case: the letter on a page, on paper, and as a Word file."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspil.adapters.writing import Cover, Words, word_file
from samspil.core.file_kinds import WORD
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.review import actions
from samspil.review.views.reading import find
from samspil.web.pages import page
from samspil.web.saving import saved_as
from samspil.work.models import Case
from samspil.work.queries.explaining import Told, explanation


@require_safe
def explain(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """How the case was decided, told from its record."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found = find(public_id, colleague)
    context = {"case": found, "sections": explanation(found), "at": timezone.now()}
    return page(request, "review/explain.html", context)


@require_safe
def explain_word(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The same as a Word file, to send on; that it was taken is put down."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found, now = find(public_id, colleague), timezone.now()
    letter = word_file(
        _blocks(found, explanation(found)),
        about=Cover(title=found.subject, language=get_language() or "en", at=now),
    )
    answer = HttpResponse(letter, content_type=WORD)
    actions.note_case_taken(found, form="explanation", by=colleague, at=now)
    saved_as(answer, f"explanation-{found.public_id}.docx")
    return answer


def _blocks(found: Case, sections: Sequence[Told]) -> Iterator[Words]:
    yield Words(text=_("How this case was decided"), style="Title")
    yield Words(text=found.subject)
    for section in sections:
        yield Words(text=section.title, style="Heading2")
        yield from (Words(text=line) for line in section.lines)
