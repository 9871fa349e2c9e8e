"""Files of a case: add one, fetch one."""

from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.review.forms import FileForm
from samspil.review.views.deciding import to_case
from samspil.review.views.marking import more_page
from samspil.review.views.reading import find
from samspil.web.pages import toast
from samspil.work import actions
from samspil.work.models import Attachment
from samspil.work.queries import attachment_at, content_of


@require_POST
def add_file(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put a file to the case."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    form = FileForm(request.POST, request.FILES, auto_id="file_%s")
    if not form.is_valid():
        return more_page(request, colleague, found, filing=form)
    file: UploadedFile[bytes] = form.cleaned_data["file"]
    most = actions.most_bytes()
    try:
        actions.attach(
            found,
            name=file.name or "",
            content=file.read(most + 1),
            by=colleague,
            at=timezone.now(),
        )
    except actions.RefusedFile as why:
        form.add_error("file", str(why))
        return more_page(request, colleague, found, filing=form)
    toast(request, _("The file stands beside the case."))
    return to_case(request, found)


@require_safe
def file(request: WorkRequest, public_id: UUID, file_id: UUID) -> HttpResponse:
    """A file, to be saved and never shown by the browser itself."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    try:
        found = attachment_at(find(public_id, colleague), file_id)
    except Attachment.DoesNotExist:
        raise Http404 from None
    answer = HttpResponse(content_of(found), content_type=found.media_type)
    disposition = content_disposition_header(as_attachment=True, filename=found.name)
    answer["Content-Disposition"] = disposition or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
