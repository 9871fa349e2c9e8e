"""Anyone may ask whether AI wrote a text here."""

import hashlib
import hmac
import time

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from samspil.governance.forms import VerifyForm
from samspil.governance.queries import MOST_SENTENCES, origin
from samspil.web.pages import page

MOST_IN_A_MINUTE = 30
MINUTE_S = 60


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """How much of a pasted text AI wrote here. The text is not kept."""
    if request.method != "POST":
        return page(request, "governance/verify.html", {"form": VerifyForm()})
    if _asks_too_often(request):
        answer = page(request, "governance/too_often.html", {}, status=429)
        answer["Retry-After"] = str(MINUTE_S)
        return answer
    form = VerifyForm(request.POST)
    if not form.is_valid():
        return page(request, "governance/verify.html", {"form": form}, status=422)
    found = origin(form.cleaned_data["text"])
    context = {"form": form, "found": found, "cut": found.sentences == MOST_SENTENCES}
    return page(request, "governance/verify.html", context)


def _asks_too_often(request: HttpRequest) -> bool:
    """Count this question; the address is kept for a minute, and only as a keyed digest."""
    address = request.META.get("REMOTE_ADDR", "")
    minute = int(time.time() // MINUTE_S)
    digest = hmac.new(settings.MARK_KEY, f"{address} {minute}".encode(), hashlib.sha256)
    key = f"verify-{digest.hexdigest()}"
    if cache.add(key, 1, timeout=2 * MINUTE_S):
        return False
    try:
        return cache.incr(key) > MOST_IN_A_MINUTE
    except ValueError:
        return False  # it ran out between the two: a new minute
