"""Whoever is named in a text goes by a placeholder, and comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.gateway.disguise import disguise, uncovered, without_numbers

STAFF = ["Lene Krogh Hansen", "Jürgen Müller", "Bo Å"]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Skriv til Lene Krogh Hansen på lene@firma.dk.", "Skriv til [NAME-2] på [MAIL-1]."),
        ("Lenes telefon er 20 30 40 50.", "[NAME-2]s telefon er [PHONE-1]."),
        ("Rufen Sie Herrn Müller an: +49 170 1234567.", "Rufen Sie Herrn [NAME-2] an: [PHONE-1]."),
        (
            "Write to JM@firm.example.com or call 0451 123456.",
            "Write to [MAIL-1] or call [PHONE-2].",
        ),
        ("Müllers Schreibtisch", "[NAME-1]s Schreibtisch"),
    ],
)
def test_names_mails_and_numbers_are_hidden_and_come_back(text, hidden):
    made = disguise([text], names=STAFF)

    assert made.texts == (hidden,)
    assert uncovered(made.texts[0], made.kept) == text


def test_the_same_words_have_the_same_placeholder_throughout():
    made = disguise(["Spørg Lene Krogh Hansen.", "Lene Krogh Hansen ved det."], names=STAFF)

    assert made.texts == ("Spørg [NAME-1].", "[NAME-1] ved det.")


@pytest.mark.parametrize(
    "text",
    [
        "Ordre 4711-2026 koster 3.000 kroner.",
        "Mødet er 2026-03-02 kl. 09:00.",
        "Hansenberg er en skole.",
        "lene er et udsagnsord",
        "Version 12.34.56.78",
    ],
)
def test_what_names_nobody_stays(text):
    assert disguise([text], names=STAFF).texts == (text,)


def test_an_identity_number_never_comes_back():
    made = disguise(["Mit cpr er 010180-1234, sagde Lene."], names=STAFF)

    assert made.texts == ("Mit cpr er [CPR], sagde [NAME-1].",)
    assert "1234" not in uncovered(made.texts[0], made.kept)
    assert made.masked == 2
    assert without_numbers(["cpr 010180-1234"]).texts == ("cpr [CPR]",)


def test_a_placeholder_that_a_text_brings_itself_is_not_put_for_a_person():
    made = disguise(["[NAME-1] og NAME-2 og Lene"], names=STAFF)

    assert made.texts == ("[NAME-1] og NAME-2 og [NAME-3]",)
    assert uncovered("[NAME-1] er [NAME-3]", made.kept) == "[NAME-1] er Lene"


@pytest.mark.parametrize("said", ["[NAME-1]", "[name-1]", "NAME-1", "[ NAME-1 ]", "Name-1"])
def test_a_model_may_lose_brackets_and_capitals(said):
    made = disguise(["Lene"], names=STAFF)

    assert uncovered(f"Spørg {said}.", made.kept) == "Spørg Lene."


def test_a_longer_number_is_another_placeholder():
    made = disguise(["Lene"], names=STAFF)

    assert uncovered("[NAME-11]", made.kept) == "[NAME-11]"


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN [IBAN-1]"),
        ("Født 1.2.1980, Skolevej 4, 6200 Aabenraa", "Født [BIRTH-1], [ADDRESS-2]"),
        ("CVR 12430558, kort 4571668498114334", "CVR [CVR-1], kort [CARD-2]"),
    ],
)
def test_whatever_has_a_form_is_hidden_and_comes_back(text, hidden):
    made = disguise([text])

    assert made.texts == (hidden,)
    assert uncovered(hidden.lower(), made.kept).lower() == text.lower()


SCRAPS = st.sampled_from(
    ["Lene ", "MAIL-1 ", "[PHONE-2]", "[NAME-1", "a@b.dk ", "+45 20 45 61 87, ", "cpr 010180-1234 "]
) | st.text(max_size=20)


@given(st.lists(st.lists(SCRAPS, max_size=8).map("".join), max_size=4))
def test_whatever_was_hidden_can_be_put_back(texts):
    made = disguise(texts, names=STAFF)
    plain = without_numbers(texts)

    assert tuple(uncovered(one, made.kept) for one in made.texts) == plain.texts
