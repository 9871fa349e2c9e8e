"""What a question asks for shows in its words."""

import pytest

from samspil.core.knowledge.expecting import Kind, holds, kind_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hvad koster frokosten?", Kind.AMOUNT),
        ("Wie viele Tage Urlaub habe ich?", Kind.COUNT),
        ("When is lunch?", Kind.TIME),
        ("Hvad er telefonnummeret?", Kind.PHONE),
        ("Wie lautet die Anschrift?", Kind.PLACE),
        ("May I smoke?", Kind.OPEN),
    ],
)
def test_the_kind_of_answer_shows_in_the_question(question, kind):
    assert kind_of(question) is kind


def test_a_text_without_a_number_holds_no_amount():
    assert not holds("Lunch is cheap.", Kind.AMOUNT)
    assert holds("Lunch costs 4 euros.", Kind.AMOUNT)
    assert holds("Lunch is cheap.", Kind.OPEN)
