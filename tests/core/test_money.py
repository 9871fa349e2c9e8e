"""Numbers as people write them: read as meant, or refused in words."""

from decimal import Decimal

import pytest

from samspil.core.money import BadNumber, Fault, number_in, usual_currency


@pytest.mark.parametrize(
    ("text", "comma", "number"),
    [
        ("1.234,50", ",", "1234.50"),
        ("1,234.50", ",", "1234.50"),
        ("1.234,50", ".", "1234.50"),
        ("1.234", ",", "1234"),
        ("1,234", ".", "1234"),
        ("1,234", ",", "1.234"),
        ("1.234", ".", "1.234"),
        ("12.345.678", ",", "12345678"),
        ("12.345.678", ".", "12345678"),
        ("1 234,5", ",", "1234.5"),
        ("1\u00a0234", ",", "1234"),
        ("1'250.50", ".", "1250.50"),
        ("0,125", ".", "0.125"),
        ("1234,567", ",", "1234.567"),
        (",5", ",", "0.5"),
        ("5.000,-", ",", "5000"),
        ("kr. 5.000", ",", "5000"),
        ("DKK 12", ",", "12"),
        ("12,50 kr", ",", "12.50"),
        ("-0", ",", "0"),
    ],
)
def test_a_number_is_read_as_it_is_meant(text, comma, number):
    assert number_in(text, comma=comma, currency="DKK") == Decimal(number)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.NONE),
        ("about 5", Fault.NONE),
        ("5-6", Fault.NONE),
        (".", Fault.NONE),
        ("nan", Fault.NONE),
        ("inf", Fault.NONE),
        ("1e9", Fault.NONE),
        ("٣", Fault.NONE),
        ("1.23.456", Fault.UNCLEAR),
        ("1.2345.678", Fault.UNCLEAR),
        ("1,234.567,8", Fault.UNCLEAR),
        ("-5", Fault.BELOW),
        ("1000000000001", Fault.ENORMOUS),
        ("9" * 5000, Fault.ENORMOUS),
        ("€ 5", Fault.CURRENCY),
        ("5 EUR", Fault.CURRENCY),
    ],
    ids=range(16),
)
def test_what_is_no_number_here_is_refused_with_its_reason(text, fault):
    with pytest.raises(BadNumber) as why:
        number_in(text, comma=",", currency="DKK")

    assert why.value.fault is fault
    assert why.value.words.format(**why.value.figures)


def test_hours_stand_in_no_currency():
    with pytest.raises(BadNumber):
        number_in("5 kr", comma=",")


def test_a_company_begins_with_the_currency_of_its_language():
    assert [usual_currency(one) for one in ("da", "de", "en", "fr")] == ["DKK", "EUR", "EUR", "EUR"]
