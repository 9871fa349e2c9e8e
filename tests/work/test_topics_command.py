"""`samspil topics FILE`: a list of topics is looked at, and taken over when that is said."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from samspil.journal.queries import about
from tests.factories import make_process

HEAD = "topic;level;name_en\n"


@pytest.fixture
def process(organisation):
    return make_process(name="Shop")


def run(path, *options):
    out = StringIO()
    call_command("topics", str(path), *options, stdout=out, stderr=StringIO())
    return out.getvalue().splitlines()


def test_a_look_changes_nothing_and_applying_takes_it_over(process, tmp_path):
    path = tmp_path / "topics.csv"
    path.write_text(f"{HEAD};2;Gift cards\ndelivery_status;3;\n")
    before = process.topics.count()

    looked = run(path)
    untouched = process.topics.count()
    done = run(path, "--apply")

    assert looked[0] == "new: gift_cards, Gift cards"
    assert looked[1].startswith("changed: delivery_status, Level")
    assert looked[2].startswith("New 1, changed 1, unchanged 0, here but not in the list ")
    assert looked[2].endswith(f" {before - 1}, rows left out 0.")
    assert looked[3] == "Nothing is changed. With --apply it is taken over."
    assert untouched == before
    assert done[-1] == "The list is taken over. No topic was removed."
    assert process.topics.get(key="gift_cards").level == "2"
    assert {entry.actor for entry in about(str(process.public_id))} == {"system"}


def test_wrong_rows_are_named_the_others_taken_over_and_the_command_fails(process, tmp_path):
    path = tmp_path / "topics.csv"
    path.write_text(f"{HEAD}one;9;One\n;1;Gift cards\n")
    err = StringIO()

    with pytest.raises(CommandError, match="Rows left out: 1"):
        call_command("topics", str(path), "--apply", stdout=StringIO(), stderr=err)

    assert err.getvalue().startswith("Row 2: ")
    assert process.topics.filter(key="gift_cards").exists()
    assert not process.topics.filter(key="one").exists()


@pytest.mark.parametrize("content", [b"", b"who;what\nme;you\n", b"PK\x03\x04broken"])
def test_a_file_that_is_no_list_changes_nothing(process, tmp_path, content):
    path = tmp_path / "topics.csv"
    path.write_bytes(content)
    before = process.topics.count()

    with pytest.raises(CommandError):
        run(path, "--apply")

    assert process.topics.count() == before


def test_a_file_that_is_not_there_is_told(process, tmp_path):
    with pytest.raises(CommandError, match="nowhere"):
        run(tmp_path / "nowhere.csv")
