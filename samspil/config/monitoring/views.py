"""Two addresses for programs that watch: is it well, and how much is there to do."""

import hmac
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from samspil.adapters.jobs.slots import live_slots
from samspil.config.monitoring.measures import CONTENT_TYPE, measures
from samspil.config.monitoring.middleware import tally

PLAIN = "text/plain; charset=utf-8"


@login_not_required
@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """200 where the database answers and a worker lives, else 503; why is the doctor's to say."""
    try:
        well = bool(live_slots())
    except DatabaseError:
        well = False
    return HttpResponse(
        "ok\n" if well else "unwell\n", status=200 if well else 503, content_type=PLAIN
    )


@login_not_required
@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """OpenMetrics, for whoever has the token, or sits at this machine."""
    if not _may_measure(request):
        return HttpResponse("This is not for you.\n", status=403, content_type=PLAIN)
    return HttpResponse(measures(tally().read()), content_type=CONTENT_TYPE)


def _may_measure(request: HttpRequest) -> bool:
    """With a proxy on the same machine everybody comes from it: then only the token counts."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if settings.METRICS_TOKEN and scheme == "Bearer":
        return hmac.compare_digest(token.encode(), settings.METRICS_TOKEN.encode())
    if request.META.get("SAMSPIL_FORWARDED"):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
