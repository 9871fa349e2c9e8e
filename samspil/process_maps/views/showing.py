"""The page of one step, and what to say where something typed there cannot be kept."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspil.core.allocation.reasons import Reason
from samspil.core.process_maps.faults import Unfit
from samspil.people.queries import WorkRequest
from samspil.process_maps import queries
from samspil.process_maps.actions import Refused, Stale
from samspil.process_maps.forms import LinkForm, PlaceForm, ShareForm, StepForm, WayForm
from samspil.process_maps.forms.steps import in_hundred_of
from samspil.process_maps.models import Connection, Step
from samspil.process_maps.queries import Row
from samspil.process_maps.views.words import row_words, share_words
from samspil.web.pages import page

SAYING, LINKING, JOINING, PLACING = "id_%s", "link_%s", "join_%s", "place_%s"
"""All forms stand on one page, so that their fields need ids of their own."""


FIELDS = {"errors": "wrong"}
"""What fields of forms are called where they cannot be called as the rules call them."""


def refuse(form: Form, why: Refused | Unfit) -> None:
    """Put what cannot be beside the field where it was typed."""
    words = str(why) if isinstance(why, Refused) else _(why.words).format(**why.figures)
    field = FIELDS.get(why.field, why.field)
    form.add_error(field if field in form.fields else None, words)


def renew(form: StepForm | LinkForm, step: Step, why: Stale) -> None:
    """Say that somebody was first, keep what was typed, and let it be kept all the same."""
    now = queries.step_at(step.public_id)
    words = _("It is “%(step)s” now; what you typed stands below and is not kept yet.")
    form.add_error(None, f"{why} {words % {'step': now.name}}")
    seen_again(form, now.version)


def seen_again(form: Form, version: int) -> None:
    """Let what was typed be kept on top of this version, should it be sent once more."""
    form.data = {**form.data.dict(), "seen": str(version)}  # type: ignore[attr-defined]  # a request's


def step_page(
    request: WorkRequest,
    step: Step,
    *,
    may: bool,
    saying: StepForm | None = None,
    linking: LinkForm | None = None,
    joining: WayForm | None = None,
    placing: PlaceForm | None = None,
    sharing: tuple[Connection, ShareForm] | None = None,
) -> HttpResponse:
    """The page about it; with a form that did not fit, if there is one."""
    found = queries.charted(step.map, now=timezone.now())
    rows = {row.step.pk: row for row in found.rows}
    row = rows.get(step.pk)
    steps = [one.step for one in found.rows]
    context: dict[str, Any] = {"one": step.map, "step": step, "row": row, "may": may}
    if row:
        place = steps.index(row.step)
        context |= {
            "said": row_words(row),
            "place": place + 1,
            "count": len(steps),
            "before": steps[place - 1] if place else None,
            "following": steps[place + 1] if place + 1 < len(steps) else None,
            "reasons": reasons_of(row),
            "ways": _ways(row, sharing),
            "into": [
                (other.step, way, share_words(way.share))
                for other in found.rows for way in other.ways if way.target.pk == step.pk
            ],
        }  # fmt: skip
    if may:
        context |= {
            "saying": saying or StepForm(initial=StepForm.of(step), thing=step),
            "linking": linking or LinkForm(initial=LinkForm.of(step), step=step, auto_id=LINKING),
            "joining": joining or WayForm(steps=steps, auto_id=JOINING),
            "placing": placing
            or PlaceForm(initial={"to": context.get("place", 1)}, auto_id=PLACING),
        }
    bad = any((saying, linking, joining, placing, sharing))
    return page(request, "process_maps/step.html", context, status=422 if bad else 200)


def reasons_of(row: Row) -> list[str]:
    """Why AI may do so much of the task, the law first."""
    return [_worded(one) for one in row.task.suggestion.reasons] if row.task else []


def _worded(reason: Reason) -> str:
    """A reason in the reader's language."""
    figures = {
        name: value if isinstance(value, str) else str(number_format(value, use_l10n=True))
        for name, value in reason.figures.items()
    }
    return _(reason.words).format(**figures)


def _ways(
    row: Row, sharing: tuple[Connection, ShareForm] | None
) -> list[tuple[Any, str, ShareForm | None]]:
    found: list[tuple[Any, str, ShareForm | None]] = []
    for way in row.ways:
        form = None
        if way.connection:
            form = ShareForm(
                initial={"share": in_hundred_of(way.connection.share)},
                auto_id=f"way_{way.connection.public_id.hex}_%s",
            )
            if sharing and sharing[0].pk == way.connection.pk:
                form = sharing[1]
        found.append((way, share_words(way.share), form))
    return found
