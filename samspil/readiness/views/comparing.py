"""Rounds beside each other."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from samspil.people.queries import WorkRequest
from samspil.readiness import queries
from samspil.readiness.access import check_may_see, may_ask
from samspil.readiness.queries import Picture
from samspil.readiness.views import words
from samspil.web.pages import page

MOST = 6


@require_safe
def compare(request: WorkRequest) -> HttpResponse:
    """Each area in the newest rounds, and what has changed."""
    colleague = check_may_see(request.colleague)
    context = {**beside(queries.pictures(most=MOST)), "may_ask": may_ask(colleague)}
    return page(request, "readiness/compare.html", context)


def beside(pictures: list[Picture]) -> dict[str, object]:
    """Rounds that tell something, oldest first, as a table and as a picture of what changed."""
    rows = queries.compared(pictures)
    return {
        "rounds": [one.round for one in pictures],
        "compared": [
            (
                words.name_of(one.area),
                [words.decimal(told.mean if told else None) for told in one.told],
                words.change_words(one.since_last),
                words.change_words(one.since_first),
            )
            for one in rows
        ],
        "changes": words.changes_chart(rows),
    }
