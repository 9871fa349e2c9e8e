from django.http import HttpRequest, HttpResponse

from samspil.web.pages import page


def style_guide(request: HttpRequest) -> HttpResponse:
    """Every part in every state, for those who build pages and those who look at them."""
    return page(request, "web/style.html", {})
