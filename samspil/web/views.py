from typing import Any

from django.http import HttpRequest, HttpResponse

from samspil.web import examples
from samspil.web.pages import page


def style_guide(request: HttpRequest) -> HttpResponse:
    """Every part in every state, for those who build pages and those who look at them."""
    return page(request, "web/style.html", _examples())


def style_case(request: HttpRequest) -> HttpResponse:
    """The three panes as a queue and a case use them."""
    return page(request, "web/style_case.html", _examples())


def _examples() -> dict[str, Any]:
    return {
        "now": examples.NOW,
        "message": examples.MESSAGE,
        "evidence": examples.evidence(),
        "draft": examples.DRAFT,
        "sent": examples.SENT,
        "moments": examples.moments(),
        "steps": examples.steps(),
        "columns": examples.column_choices(),
        "kept": {"order": "due"},
        "cases": examples.cases(),
        "charts": examples.drawings(),
        "form": examples.ExampleForm(prefix="empty"),
        "wrong_form": examples.ExampleForm({"wrong-name": "", "wrong-promise": 40}, prefix="wrong"),
        "icons": examples.icons(),
    }
