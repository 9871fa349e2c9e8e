"""Anyone may ask whether AI wrote a text here."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from samspil.governance.forms import VerifyForm
from samspil.governance.queries import MOST_SENTENCES, origin
from samspil.web.asking import PAUSE_S, asks_too_often
from samspil.web.pages import page

MOST_IN_A_MINUTE = 30


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """How much of a pasted text AI wrote here. The text is not kept."""
    if request.method != "POST":
        return page(request, "governance/verify.html", {"form": VerifyForm()})
    if asks_too_often(request, what="verify", most=MOST_IN_A_MINUTE):
        answer = page(request, "governance/too_often.html", {}, status=429)
        answer["Retry-After"] = str(PAUSE_S)
        return answer
    form = VerifyForm(request.POST)
    if not form.is_valid():
        return page(request, "governance/verify.html", {"form": form}, status=422)
    found = origin(form.cleaned_data["text"])
    context = {"form": form, "found": found, "cut": found.sentences == MOST_SENTENCES}
    return page(request, "governance/verify.html", context)
