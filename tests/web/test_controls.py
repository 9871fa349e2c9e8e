"""Controls drawn without a template are what Django's own templates draw, but for empty space."""

import re

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils import translation
from django.utils.translation import gettext_lazy

from samspil.web.controls import Controls

HOSTILE = "\"><script>alert('x')</script>&amp;"
GROUPED = [("", "—"), ("Group " + HOSTILE, [(1, 12_345), (2, 1.5)]), (True, gettext_lazy("Yes"))]
WIDGETS = {
    "select": forms.Select(choices=GROUPED, attrs={"required": True, "disabled": False, "x": None}),
    "several": forms.SelectMultiple(choices=GROUPED),
    "no options": forms.Select(),
    "text": forms.TextInput(attrs={"placeholder": HOSTILE, "data-n": 12_345}),
    "hidden": forms.HiddenInput(),
    "number": forms.NumberInput(attrs={"min": 0}),
    "email": forms.EmailInput(),
    "password": forms.PasswordInput(render_value=True),
    "tick": forms.CheckboxInput(),
    "textarea": forms.Textarea(attrs={"rows": 3}),
    "a template of its own": forms.RadioSelect(choices=GROUPED),
}


@pytest.mark.parametrize("kind", WIDGETS)
@pytest.mark.parametrize("language", ["en", "da", "de"])
def test_a_control_is_what_the_template_draws(kind: str, language: str) -> None:
    for value in (None, "", "1", 2, 12_345, 0.5, True, False, HOSTILE, ["1", "2"]):
        attributes = {"id": "id_it", "class": HOSTILE}
        with translation.override(language):
            ours, theirs = (
                WIDGETS[kind].render("na<me", value, attributes, renderer=renderer)
                for renderer in (Controls(), TemplatesSetting())
            )
        assert ours == _without_space(theirs), f"{value!r}"


def test_options_of_another_kind_are_left_to_their_template() -> None:
    class Other(forms.Select):
        option_template_name = "django/forms/widgets/radio_option.html"

    widget = Other(choices=GROUPED)
    ours = widget.render("name", "1", renderer=Controls())
    assert 'type="' in ours
    assert ours == widget.render("name", "1", renderer=TemplatesSetting())


def _without_space(drawn: str) -> str:
    """Without the empty space between an element and the next."""
    return re.sub(r">\s+<(?=/?(option|optgroup|select)\b)", "><", drawn)
