"""Skills: what AI can do, and how well, in each process."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspil.people.queries import WorkRequest
from samspil.teaching.access import check_may_see, may_forget, may_read_examples, may_teach
from samspil.teaching.queries.overview import skills as every_skill
from samspil.teaching.views.showing import languages, version_name
from samspil.web.pages import page


@require_safe
def skills(request: WorkRequest) -> HttpResponse:
    """Every skill, and under it each process that uses it."""
    colleague = check_may_see(request.colleague)
    rows = [
        {
            "skill": row,
            "title": _(row.about.title),
            "purpose": _(row.about.purpose),
            "reads": _(row.about.reads),
            "never_reads": _(row.about.never_reads),
            "languages": languages(dict.fromkeys(row.about.languages, 0)),
            "using": [
                (
                    using,
                    version_name(using.version) if using.version else "",
                    languages(using.languages),
                    may_read_examples(colleague, using.process),
                )
                for using in row.using
            ],
        }
        for row in every_skill()
    ]
    context = {
        "rows": rows,
        "now": timezone.now(),
        "may_forget": may_forget(colleague),
        "may_teach": may_teach(colleague),
    }
    return page(request, "teaching/skills.html", context)
