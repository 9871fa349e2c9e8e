"""Identity numbers are found, and other numbers are left alone."""

import pytest

from samspil.core.masking import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Mit cpr er 010180-1234.", "Mit cpr er [CPR]."),
        ("010180 1234 er mit nummer", "[CPR] er mit nummer"),
        ("cpr-nr. 0101801234", "cpr-nr. [CPR]"),
        ("290224-1234 er en skuddag", "[CPR] er en skuddag"),
        ("Meine Steuer-ID: 36 574 261 809", "Meine Steuer-ID: [Steuer-ID]"),
    ],
)
def test_an_identity_number_is_masked(text, masked):
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "Ordre 4711-2026 er ikke kommet",
        "Ring på 20 30 40 50",
        "Varenummer 991399-1234 findes ikke",
        "Ordrenummer 3112991235",
        "IBAN DK50 0040 0440 1162 43",
        "36574261809 Stück",
        "Den 01-01-2026 kl. 12.34",
    ],
)
def test_another_number_is_left_alone(text):
    assert mask(text).text == text
    assert mask(text).found == ()


def test_every_number_is_masked_and_named_in_order():
    found = mask("Steuer-ID 36574261809, cpr 010180-1234 og 020280-1234")

    assert found.text == "Steuer-ID [Steuer-ID], cpr [CPR] og [CPR]"
    assert sorted(found.found) == ["CPR", "CPR", "Steuer-ID"]


def test_masking_twice_changes_nothing():
    once = mask("Mit cpr er 010180-1234.")

    assert mask(once.text).text == once.text
