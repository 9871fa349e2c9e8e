"""What a program sends is checked by the page's form."""

import pytest
from django import forms

from samspil.web.filled import WrongForm, filled


class Days(forms.Form):
    since = forms.IntegerField()
    until = forms.IntegerField()

    def clean(self):
        said = super().clean() or {}
        if not self.errors and said["until"] < said["since"]:
            raise forms.ValidationError("The last day comes before the first.")
        return said


def test_a_right_form_comes_back_with_what_it_cleaned():
    assert filled(Days({"since": "1", "until": "2"})).cleaned_data == {"since": 1, "until": 2}


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        (
            {"since": "x"},
            [("first_day", "Enter a whole number."), ("until", "This field is required.")],
        ),
        ({"since": 2, "until": 1}, [("body", "The last day comes before the first.")]),
    ],
)
def test_a_wrong_one_names_each_place_as_the_program_sent_it(sent, wrong):
    with pytest.raises(WrongForm) as why:
        filled(Days(sent), sent_as={"since": "first_day"})

    assert why.value.wrong == wrong
