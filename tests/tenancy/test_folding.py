"""Words are found whatever their case, Danish and German ones too, on either database."""

import pytest
from django.db.models import F

from samspil.people.models import Colleague, User
from tests.factories import make_colleague

pytestmark = pytest.mark.both


@pytest.fixture
def aeroe(organisation) -> Colleague:
    """With capital letters that only people know the small ones of."""
    return make_colleague(name="Ærø Ödegård 100%_")


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("icontains", "ödegÅRD"),
        ("icontains", "å"),
        ("icontains", "ÅRD 100%_"),
        ("icontains", "0%_"),
        ("istartswith", "ærø"),
        ("iexact", "ÆRØ ÖDEGÅRD 100%_"),
    ],
)
def test_capital_and_small_letters_are_the_same(aeroe, how, words):
    assert list(Colleague.objects.filter(**{f"name__{how}": words})) == [aeroe]


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("icontains", "ødegård"),
        ("icontains", "å%0"),
        ("icontains", "ø_ö"),
        ("icontains", "aero"),
        ("istartswith", "ödegård"),
        ("iexact", "ærø"),
    ],
)
def test_other_letters_and_signs_are_not(aeroe, how, words):
    assert not Colleague.objects.filter(**{f"name__{how}": words}).exists()


def test_what_nobody_wrote_and_what_another_column_holds_can_be_compared(aeroe):
    assert not User.objects.filter(last_login=None, email__icontains="ø").exists()
    assert Colleague.objects.filter(name__iexact=F("name")).get() == aeroe
    assert list(Colleague.objects.exclude(name__icontains="å")) == []
