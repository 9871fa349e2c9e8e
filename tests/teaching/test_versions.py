"""Versions: chosen by a person, returned to with a click, and told when their file is gone."""

from datetime import timedelta

import pytest

from samspil.journal.models import Entry
from samspil.teaching import actions
from samspil.teaching.actions import filing
from samspil.teaching.models import Example, Use, Version
from samspil.teaching.queries import versions_of
from samspil.work.models import Process
from samspil.work.queries import model_folder
from tests.factories import MONDAY_9, make_process, make_waiting, teach
from tests.teaching.conftest import BICYCLES, CAKES

pytestmark = pytest.mark.either

LATER = MONDAY_9 + timedelta(hours=1)


def make_version(process, *, n=12):
    texts = BICYCLES[:n] + CAKES[:n]
    return teach(process, texts=texts, topics=["bicycle"] * n + ["cake"] * n)


def test_returning_to_the_version_ai_came_with_and_back(process, leader):
    taught = make_version(process)
    starter = Version.objects.get(origin="starter")

    before = actions.use_version(starter, by=leader, at=LATER)
    came = make_waiting(Process.objects.get(), "when will my heat pump be delivered?")
    actions.use_version(before, by=leader, at=LATER)

    assert before == taught
    assert came.topic == "delivery_status"
    assert Process.objects.get().model_file == taught.model_file
    assert list(Use.objects.order_by("pk").values_list("version", "to_at")) == [
        (starter.pk, MONDAY_9),
        (taught.pk, LATER),
        (starter.pk, LATER),
        (taught.pk, None),
    ]
    assert Entry.objects.filter(event="version_used").count() == 3


def test_using_what_is_in_use_changes_nothing(process, leader):
    taught = make_version(process)

    assert actions.use_version(taught, by=leader, at=LATER) == taught
    assert Use.objects.filter(to_at=None).get().from_at == MONDAY_9


def test_a_model_from_before_versions_were_kept_can_be_returned_to(process, leader):
    other = make_version(make_process())
    Process.objects.filter(pk=process.pk).update(model_file=other.model_file)
    process.refresh_from_db()

    new = make_version(process)
    earlier = Version.objects.get(process=process, origin="earlier")
    actions.use_version(earlier, by=leader, at=LATER)

    assert new.model_file != earlier.model_file == other.model_file
    assert Process.objects.get(pk=process.pk).model_file == other.model_file


@pytest.mark.parametrize("harm", ["gone", "cut"])
def test_a_version_whose_file_is_gone_or_broken_is_not_used_and_told(process, leader, harm):
    first = make_version(process)
    second = make_version(process, n=6)
    path = model_folder() / first.model_file
    path.unlink() if harm == "gone" else path.write_bytes(path.read_bytes()[:500])

    with pytest.raises(actions.BrokenVersion, match="missing or damaged"):
        actions.use_version(first, by=leader, at=LATER)

    rows = {row.version.pk: row for row in versions_of(process)}
    assert not rows[first.pk].file_there
    assert rows[second.pk].since == MONDAY_9


def test_only_the_newest_files_and_the_one_in_use_are_kept(process, leader, monkeypatch):
    monkeypatch.setattr(filing, "MOST_FILES", 1)
    first, _second, third = (make_version(process, n=n) for n in (4, 5, 6))
    actions.use_version(third, by=leader, at=LATER)
    fourth = make_version(process, n=7)

    kept = {one.pk: one.swept_at is None for one in Version.objects.all()}

    assert not kept[first.pk]
    assert not (model_folder() / first.model_file).exists()
    assert kept[fourth.pk]
    assert (model_folder() / fourth.model_file).exists()
    with pytest.raises(actions.BrokenVersion, match="deleted to make room"):
        actions.use_version(Version.objects.get(pk=first.pk), by=leader, at=LATER)


def test_the_same_examples_in_two_organisations_lie_in_two_files(process):
    one, other = make_version(process), make_version(make_process())

    assert one.number == other.number
    assert one.model_file != other.model_file


def test_removing_an_example_marks_what_was_taught_with_it(process, leader):
    taught = make_version(process)
    example = Example.objects.order_by("pk")[0]

    actions.remove_examples(process, [example.pk], by=leader, at=LATER)
    assert Version.objects.get(pk=taught.pk).gone == 1

    actions.restore_examples(process, [example.pk], by=leader, at=LATER)
    assert Version.objects.get(pk=taught.pk).gone == 0


def test_a_removed_example_is_deleted_after_a_day(process, leader):
    make_version(process)
    first = Example.objects.order_by("pk")[0]
    actions.remove_examples(process, [first.pk], by=leader, at=LATER)

    assert actions.sweep_removed_examples(at=LATER + timedelta(hours=23)) == 0
    assert actions.sweep_removed_examples(at=LATER + timedelta(hours=25)) == 1
    assert not Example.objects.filter(pk=first.pk).exists()


def test_examples_go_by_themselves_when_their_time_is_over(process, leader):
    taught = make_version(process)
    over = MONDAY_9 + timedelta(days=731)

    assert actions.sweep_examples(at=over) == 24

    assert not Example.objects.exists()
    assert Version.objects.get(pk=taught.pk).gone == 24
