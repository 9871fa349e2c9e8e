"""Identifiers grow with time and are real UUIDs of version 7."""

from samspil.core.ids import new_id


def test_ids_are_version_7_and_in_order_of_time():
    made = [new_id() for _ in range(1_000)]

    assert {one.version for one in made} == {7}
    assert len(set(made)) == 1_000
    assert [one.int >> 80 for one in made] == sorted(one.int >> 80 for one in made)
    assert {one.variant for one in made} == {"specified in RFC 4122"}
