from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samspil.web import examples, help_topics
from samspil.web.pages import page

MOST_LETTERS = 100


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """Every part in every state, for those who build pages and those who look at them."""
    return page(request, "web/style.html", _examples())


@require_safe
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


@require_safe
def help_index(request: HttpRequest) -> HttpResponse:
    """All topics of help, or those that hold the words asked for."""
    words = request.GET.get("q", "")[:MOST_LETTERS]
    found = help_topics.topics(language=get_language() or "", words=words)
    return page(request, "web/help.html", {"topics": found, "words": words})


@require_safe
def help_topic(request: HttpRequest, key: str) -> HttpResponse:
    """One topic: as a page, or in a drawer beside the page it is about."""
    try:
        topic = help_topics.topic(key, language=get_language() or "")
    except help_topics.NoSuchTopic:
        raise Http404 from None
    html = mark_safe(topic.html)  # noqa: S308 - our own text, in which no HTML may stand
    return page(request, "web/help_topic.html", {"topic": topic, "html": html})
