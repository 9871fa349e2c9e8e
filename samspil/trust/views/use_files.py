"""The register of uses as a file."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspil.adapters.tables import table_file
from samspil.core.ai_act.duties import Done
from samspil.core.ai_act.facts import Affected
from samspil.people.queries import WorkRequest, day_of
from samspil.trust.queries import use_words as words
from samspil.trust.queries.uses import uses
from samspil.uses.queries import Standing, check_may_read


def head() -> tuple[str, ...]:
    """The names of the columns, in the reader's language."""
    return (
        _("Use"), _("What it is for"), _("About"), _("Class"), _("Why"), _("Articles"),
        _("Our part"), _("Taken on by"), _("Taken on at"), _("Answers for errors"),
        _("Watched over by"),
        _("Missing before it begins"), _("Duties that are not met"),
    )  # fmt: skip


def row(one: Standing) -> tuple[str, ...]:
    """One use as a row."""
    settled = one.use.settled_by.name if one.settled and one.use.settled_by else ""
    at = one.use.settled_at.isoformat() if one.settled and one.use.settled_at else ""
    about = [str(words.AFFECTED[each]) for each in Affected if each in one.facts.affected]
    unmet = [words.duty_words(each.duty) for each in one.owed if each.done is Done.NOT_YET]
    return (
        one.thing.name,
        words.purpose_of(one.thing),
        ", ".join(about),
        str(words.RISKS[one.found.risk]),
        " ".join(words.reason_words(each.ground) for each in one.found.why),
        ", ".join(each.article for each in one.found.why),
        part_words(one),
        settled,
        at,
        one.answers.name if one.answers else "",
        ", ".join(each.colleague.name for each in one.overseers),
        " ".join(words.missing_words(one.gate)),
        "; ".join(unmet),
    )


def part_words(one: Standing) -> str:
    """Whether the organisation only uses it, or answers for it as its provider too."""
    if one.part.provider:
        return _("we use it and answer for it as its provider (%(articles)s)") % {
            "articles": ", ".join(one.part.articles)
        }
    return _("we use it")


@require_safe
def export(request: WorkRequest) -> HttpResponse:
    """Every use, as CSV or as an Excel sheet."""
    check_may_read(request.colleague)
    now = timezone.now()
    rows = [head(), *(row(one) for one in uses(on=day_of(now)))]
    form = "xlsx" if request.GET.get("format") == "xlsx" else "csv"
    return table_file(rows, name=f"uses-{now:%Y-%m-%d}", form=form)
