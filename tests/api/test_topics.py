"""A program brings in a list of topics: by the rules of the page, looked at first or taken over."""

import pytest

from samspil.core.roles import Role
from samspil.journal.queries import about


def address(process, rest=""):
    return f"/processes/{process.public_id}/topics{rest}"


LIST = {
    "topics": [
        {"level": "2", "name_en": " Gift cards ", "reply_en": "Hello {name}"},
        {"topic": "delivery_status", "level": "3"},
        {"topic": "two", "level": "9", "name_en": "Two"},
    ]
}


def test_a_look_tells_what_would_change_and_changes_nothing(program, process):
    before = process.topics.count()

    status, said = program.post(address(process, "/look"), LIST)

    assert status == 200
    assert said["new"] == [
        {
            "key": "gift_cards",
            "level": "2",
            "floor": "",
            "names": {"en": "Gift cards"},
            "replies": {"en": "Hello {name}"},
        }
    ]
    assert said["changed"] == [
        {"key": "delivery_status", "fields": [{"name": "Level", "before": "1", "after": "3"}]}
    ]
    assert (said["same"], said["missing"]) == (0, before - 1)
    assert [one["row"] for one in said["errors"]] == [2]
    assert "9" in said["errors"][0]["sentence"]
    assert process.topics.count() == before


def test_taking_it_over_leaves_wrong_rows_out_and_removes_nothing(program, process):
    before = set(process.topics.values_list("key", flat=True))

    status, said = program.post(address(process), LIST)

    changed = process.topics.get(key="delivery_status")
    assert (status, len(said["new"]), len(said["changed"]), len(said["errors"])) == (200, 1, 1, 1)
    assert set(process.topics.values_list("key", flat=True)) == before | {"gift_cards"}
    assert (changed.level, "en" in changed.names, "en" in changed.replies) == ("3", True, True)
    events = [entry.event for entry in about(str(process.public_id))]
    assert events.count("topic_added") == events.count("topic_changed") == 1


def test_what_is_read_can_be_sent_back_and_changes_nothing(program, process):
    read = program.get(address(process))[1]["topics"]
    rows = [
        {
            "topic": one["key"],
            "level": one["level"],
            "floor": one["floor"],
            **{f"name_{language}": name for language, name in one["names"].items()},
            **{f"reply_{language}": reply for language, reply in one["replies"].items()},
        }
        for one in read
    ]

    _status, said = program.post(address(process, "/look"), {"topics": rows})

    assert (said["new"], said["changed"], said["errors"]) == ([], [], [])
    assert said["same"] == len(read)


def test_a_cell_that_is_null_changes_nothing_and_an_empty_one_empties(program, process):
    row = {"topic": "delivery_status", "name_en": None, "reply_en": ""}

    program.post(address(process), {"topics": [row]})

    changed = process.topics.get(key="delivery_status")
    assert "en" in changed.names
    assert "en" not in changed.replies


def test_a_name_that_is_taken_and_a_row_twice_are_told_by_their_place(program, process):
    rows = [
        {"name_en": "Gift cards"},
        {"name_en": "gift CARDS"},
        {"topic": "delivery_status", "level": "2"},
        {"topic": "delivery_status", "level": "3"},
    ]

    _status, said = program.post(address(process, "/look"), {"topics": rows})

    assert [one["row"] for one in said["errors"]] == [1, 3]


@pytest.mark.parametrize(
    "topics", [[], [{}] * 301, "x", None, [{"level": 2}], [{"name_en": {"x": 1}}]]
)
def test_what_is_no_list_is_refused_with_a_sentence(program, process, topics):
    status, said = program.post(address(process), {"topics": topics})

    assert status == 422
    assert said["detail"].startswith("topics")


def test_who_may_not_change_processes_neither_looks_nor_takes_over(program_of, process):
    reviewer = program_of(Role.REVIEWER)

    assert reviewer.post(address(process, "/look"), LIST)[0] == 403
    assert reviewer.post(address(process), LIST)[0] == 403
    assert not process.topics.filter(key="gift_cards").exists()
