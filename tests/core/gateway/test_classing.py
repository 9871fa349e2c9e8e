"""What goes to a language model is never taken for milder than what it holds."""

import pytest

from samspil.core.gateway.classing import class_of
from samspil.core.masking import DataClass

PAGE = ["There are 25 days of holiday."]


@pytest.mark.parametrize(
    ("question", "sources", "found"),
    [
        ("How many days?", PAGE, DataClass.INTERNAL),
        ("How many days has Lene Krogh?", PAGE, DataClass.PERSONAL),
        ("How many days?", ["Write to hr@firma.dk"], DataClass.PERSONAL),
        ("I have cancer, how many days of illness?", PAGE, DataClass.SPECIAL),
        ("Mit cpr er 010180-1234", PAGE, DataClass.SPECIAL),
        ("How many days?", ["Sick leave is paid, also with cancer."], DataClass.INTERNAL),
    ],
)
def test_the_class_follows_what_is_said(question, sources, found):
    told = class_of(question, sources, declared=DataClass.INTERNAL, names=["Lene Krogh"])

    assert told is found


def test_a_stricter_declaration_stays():
    assert class_of("How?", PAGE, declared=DataClass.SECRET) is DataClass.SECRET
