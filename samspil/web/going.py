"""Where a page leads when it is done: back to whoever sent the reader, if they are one of ours."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

NEXT = "next"


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The address that the request names as `next`, where it is on this site."""
    named = request.POST.get(NEXT) or request.GET.get(NEXT) or ""
    ours = url_has_allowed_host_and_scheme(named, allowed_hosts=None) and named.startswith("/")
    return named if ours else otherwise
