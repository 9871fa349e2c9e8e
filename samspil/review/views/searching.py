"""Find a case, or anything else by its name."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspil.core.roles import Action
from samspil.core.search_query import MOST_TYPED, query_of
from samspil.people.queries import WorkRequest, check_may
from samspil.review import queries
from samspil.review.forms import SearchForm
from samspil.web.pages import page
from samspil.work.queries import MOST_RANKED, index_behind


@require_safe
def search(request: WorkRequest) -> HttpResponse:
    """Cases that hold what was typed, the best first, below whatever else bears that name."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    typed = request.GET.get("q", "").strip()[:MOST_TYPED]
    asked = query_of(typed)
    known = queries.known_names()
    form = SearchForm(request.GET, processes=known.processes, tags=known.tags)
    narrowing = queries.Narrowing(**form.chosen())
    after = _after(request)
    hits = queries.search(asked, narrowing, reader=colleague, known=known, after=after)
    named = queries.by_name(asked.typed, reader=colleague, known=known)
    context = {
        "search_words": typed,
        "asked": asked,
        "form": form,
        "narrowed": len(narrowing.chosen),
        "hits": hits,
        "named": None if after else named,
        "now": timezone.now(),
        "most": MOST_RANKED,
        "behind": index_behind(),
        "from_top": _address(typed, narrowing.chosen),
        "without_choices": _address(typed, {}),
        "later": _address(typed, {**narrowing.chosen, "after": hits.next}) if hits.next else "",
        "later_page": bool(after),
    }
    return page(request, "review/search.html", context)


def _after(request: HttpRequest) -> str:
    """Where to go on; what no page ever gave begins at the top."""
    after = request.GET.get("after", "")
    return after if queries.is_place(after) else ""


def _address(typed: str, chosen: dict[str, str]) -> str:
    query = QueryDict(mutable=True)
    query.update({"q": typed, **chosen})
    return f"?{query.urlencode()}"
