"""Draw the commonest form controls without a template.

A list with its filters shows some forty options; drawing them by templates took a tenth of the
page's time. What comes out is what Django's templates draw, but for empty space between options;
what is not listed in `DRAWN` is drawn by them.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]


class Controls(TemplatesSetting):
    """Django's renderer, with `DRAWN` in place of some templates."""

    def render(
        self, template_name: str, context: Mapping[str, Any], request: HttpRequest | None = None
    ) -> SafeString:
        """Draw by a function where there is one, else by the template."""
        draw = DRAWN.get(template_name)
        if draw is None or (draw is _select and not _has_plain_options(context["widget"])):
            drawn: str = super().render(template_name, dict(context), request)
            return mark_safe(drawn)  # noqa: S308 - as a template left it
        return mark_safe("".join(draw(context["widget"])))  # noqa: S308 - each part is escaped


OPTION = "django/forms/widgets/select_option.html"


def _has_plain_options(widget: Widget) -> bool:
    return all(
        option["template_name"] == OPTION
        for _, options, _ in widget["optgroups"]
        for option in options
    )


def _select(widget: Widget) -> Iterable[str]:
    yield f'<select name="{_shown(widget["name"])}"'
    yield from _attributes(widget["attrs"])
    yield ">"
    for group, options, _ in widget["optgroups"]:
        if group:
            yield f'<optgroup label="{_shown(group)}">'
        for option in options:
            yield f'<option value="{conditional_escape(str(option["value"]))}"'
            yield from _attributes(option["attrs"])
            yield f">{_shown(option['label'])}</option>"
        if group:
            yield "</optgroup>"
    yield "</select>"


def _input(widget: Widget) -> Iterable[str]:
    yield f'<input type="{_shown(widget["type"])}" name="{_shown(widget["name"])}"'
    if widget["value"] is not None:
        yield f' value="{conditional_escape(str(widget["value"]))}"'
    yield from _attributes(widget["attrs"])
    yield ">"


def _textarea(widget: Widget) -> Iterable[str]:
    yield f'<textarea name="{_shown(widget["name"])}"'
    yield from _attributes(widget["attrs"])
    yield f">\n{_shown(widget['value']) if widget['value'] else ''}</textarea>"


def _attributes(attributes: Mapping[str, Any]) -> Iterable[str]:
    """Each attribute; True stands alone, False is left out."""
    for name, value in attributes.items():
        if value is True:
            yield f" {name}"
        elif value is not False:
            yield f' {name}="{conditional_escape(str(value))}"'


def _shown(value: object) -> str:
    """As a template shows it: in the reader's way of writing, escaped."""
    return conditional_escape(str(localize(value)))


DRAWN: Mapping[str, Callable[[Widget], Iterable[str]]] = {
    "django/forms/widgets/select.html": _select,
    "django/forms/widgets/textarea.html": _textarea,
    **{
        f"django/forms/widgets/{kind}.html": _input
        for kind in ("input", "text", "hidden", "number", "email", "password", "checkbox")
    },
}
"""How each is drawn, by the name of the template whose place it takes."""
