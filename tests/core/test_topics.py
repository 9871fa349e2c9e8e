"""Topics have keys that never change, and what AI takes for one that is gone goes along."""

import pytest

from samspil.core.looking import as_named_now
from samspil.core.skill import Option, Proposal
from samspil.core.topics import TopicText, topic_key, with_keys


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Membership fee", "membership_fee"),
        ("Ændring af aftale", "aendring_af_aftale"),
        ("Größe & Maße", "groesse_masse"),
        ("Café", "cafe"),
        ("Быстро", "topic"),
        ("", "topic"),
        ("../../etc", "etc"),
    ],
)
def test_a_key_holds_small_letters_digits_and_low_lines(name, key):
    assert topic_key(name, taken=()) == key


def test_a_key_is_given_once():
    assert topic_key("Fee", taken={"fee", "fee_2"}) == "fee_3"
    assert [one.key for one in with_keys([TopicText(key="", names={"da": "Ø"})] * 2)] == [
        "oe",
        "oe_2",
    ]


def proposal(**shares: float) -> Proposal:
    options = tuple(Option(result=name, confidence=share) for name, share in shares.items())
    return Proposal(options=options, evidence=(), language="en")


def test_what_was_meant_for_a_merged_topic_adds_up():
    made = as_named_now(proposal(a=0.5, b=0.3, c=0.1), {"b": "c", "a": "c"})

    assert [(one.result, round(one.confidence, 6)) for one in made.options] == [("c", 0.9)]


def test_a_removed_topic_is_proposed_no_more_and_the_best_stays_first():
    made = as_named_now(proposal(a=0.5, b=0.2, c=0.25), {"a": "", "b": "d"})

    assert [(one.result, one.confidence) for one in made.options] == [("c", 0.25), ("d", 0.2)]


def test_where_nothing_moved_nothing_changes():
    made = proposal(a=0.5)

    assert as_named_now(made, {"b": "c"}) is made
