"""The hash chain: whatever is changed, the seal no longer fits."""

from datetime import UTC, datetime, timedelta

import pytest

from samspil.core import chain

KEY = chain.organisation_key(b"k" * 32, "one")
AT = datetime(2026, 3, 2, 8, 0, 0, 123456, tzinfo=UTC)
FIELDS = ["someone", "person", "decided", "case", "42", "{}"]


def test_the_same_entry_gets_the_same_seal():
    assert chain.seal(KEY, "", 1, AT, FIELDS) == chain.seal(KEY, "", 1, AT, list(FIELDS))


@pytest.mark.parametrize(
    ("before", "sequence", "at", "fields"),
    [
        ("x", 1, AT, FIELDS),
        ("", 2, AT, FIELDS),
        ("", 1, AT + timedelta(microseconds=1), FIELDS),
        ("", 1, AT, ["somebody", *FIELDS[1:]]),
        ("", 1, AT, [*FIELDS[:-1], '{"a":1}']),
        ("", 1, AT, ["someoneperson", "", *FIELDS[2:]]),
    ],
)
def test_any_other_entry_gets_another_seal(before, sequence, at, fields):
    assert chain.seal(KEY, before, sequence, at, fields) != chain.seal(KEY, "", 1, AT, FIELDS)


def test_each_organisation_has_a_key_of_its_own():
    other = chain.organisation_key(b"k" * 32, "two")

    assert chain.seal(other, "", 1, AT, FIELDS) != chain.seal(KEY, "", 1, AT, FIELDS)


def test_facts_have_one_spelling():
    assert chain.canonical({"b": 1, "a": "æ"}) == '{"a":"æ","b":1}'
