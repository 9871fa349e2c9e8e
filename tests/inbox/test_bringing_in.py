"""Bringing in a file: each message once, whatever is broken or tried twice."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from samspil.core.lifecycle import Stage
from samspil.core.roles import NotAllowed, Role
from samspil.inbox import actions
from samspil.inbox.actions import BroughtIn
from samspil.inbox.files import RowError, UnreadableFile
from samspil.people.models import Colleague
from samspil.tenancy.actions import enter
from samspil.work.models import Case, Process
from tests.factories import MONDAY_9, make_colleague, make_process


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def process(organisation) -> Process:
    return make_process(name="Customers")


def a_file(folder: Path, *lines: str, name: str = "mails.jsonl") -> Path:
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def bring(path: Path, process: Process, by: Colleague | None = None) -> BroughtIn:
    return actions.bring_in(path, process=process, at=MONDAY_9, by=by)


def test_each_message_of_a_file_becomes_a_case_that_waits_for_ai(process, tmp_path):
    path = a_file(tmp_path, '{"id": "a", "text": "Hej"}', '{"id": "b", "text": "Farvel"}')

    done = bring(path, process)

    assert done == BroughtIn(opened=2)
    assert list(Case.objects.order_by("pk").values_list("external_id", "subject", "stage")) == [
        ("a", "Hej", Stage.ARRIVED),
        ("b", "Farvel", Stage.ARRIVED),
    ]


def test_broken_rows_are_told_and_the_rest_comes_in(process, tmp_path):
    path = a_file(tmp_path, '{"text": "Hej"}', "{", '{"text": "Farvel"}')

    done = bring(path, process)

    why = "The line is not valid JSON: write one whole object on each line."
    assert done == BroughtIn(opened=2, wrong=1, errors=(RowError(row=2, sentence=why),))


def test_an_empty_text_becomes_a_case(process, tmp_path):
    done = bring(a_file(tmp_path, '{"id": "a", "text": ""}'), process)

    assert done == BroughtIn(opened=1)


def test_the_same_id_twice_in_a_file_is_one_case(process, tmp_path):
    path = a_file(tmp_path, *['{"id": "a", "text": "Hej"}'] * 3)

    assert bring(path, process) == BroughtIn(opened=1, duplicates=2)


def test_bringing_the_same_file_again_opens_nothing(process, tmp_path):
    path = a_file(tmp_path, '{"text": "Hej"}', '{"text": "Hej"}')
    first = bring(path, process)

    again = bring(path, process)

    assert (first, again) == (BroughtIn(opened=2), BroughtIn(duplicates=2))


def test_an_import_that_was_cut_off_adds_only_what_is_missing(process, tmp_path, monkeypatch):
    monkeypatch.setattr("samspil.inbox.actions.bringing.BATCH", 2)
    path = a_file(tmp_path, *[f'{{"text": "message {number}"}}' for number in range(5)])

    class Killed(BaseException):
        pass

    def die(done: BroughtIn, share: float) -> None:
        raise Killed

    with pytest.raises(Killed):
        actions.bring_in(path, process=process, at=MONDAY_9, by=None, progress=die)

    assert bring(path, process) == BroughtIn(opened=3, duplicates=2)


def test_progress_is_told_after_each_batch(process, tmp_path, monkeypatch):
    monkeypatch.setattr("samspil.inbox.actions.bringing.BATCH", 2)
    path = a_file(tmp_path, *[f'{{"text": "message {number}"}}' for number in range(3)])
    told: list[tuple[int, float]] = []

    actions.bring_in(
        path,
        process=process,
        at=MONDAY_9,
        by=None,
        progress=lambda done, share: told.append((done.rows, share)),
    )

    assert [rows for rows, _ in told] == [2, 3]
    assert told[-1][1] == 1.0


def test_of_many_errors_the_first_hundred_are_kept_and_all_are_counted(process, tmp_path):
    done = bring(a_file(tmp_path, '{"text": "Hej"}', *["{"] * 150), process)

    assert (done.opened, done.wrong, len(done.errors)) == (1, 150, 100)


def test_a_colleague_whose_roles_do_not_cover_it_brings_nothing_in(process, tmp_path):
    path = a_file(tmp_path, '{"text": "Hej"}')

    with pytest.raises(NotAllowed):
        bring(path, process, by=make_colleague(Role.REVIEWER))

    assert Case.objects.count() == 0


def test_a_file_that_is_not_there_or_too_large_is_refused(process, tmp_path):
    large = tmp_path / "large.csv"
    with large.open("wb") as stream:
        stream.truncate(1024**3 + 1)

    with pytest.raises(UnreadableFile, match="No such file"):
        bring(tmp_path / "nowhere.csv", process)
    with pytest.raises(UnreadableFile, match="larger than 1024 megabytes"):
        bring(large, process)


def run(*words: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_messages", *words, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_the_command_brings_a_file_into_the_only_process(process, tmp_path):
    path = a_file(tmp_path, "id;besked", "1;Hej", "1;Hej igen", name="mails.csv")

    said, complaints = run(str(path))

    assert said == "1 cases opened, 0 joined theirs, 1 were here already, 0 rows left out.\n"
    assert complaints == ""


def test_the_command_names_broken_rows_and_fails_at_the_end(process, tmp_path):
    path = a_file(tmp_path, "{", '{"text": "Hej"}')

    with pytest.raises(CommandError, match="Rows left out: 1"):
        run(str(path))

    assert Case.objects.get().subject == "Hej"


def test_the_command_asks_which_where_there_are_several(process, other_organisation, tmp_path):
    path = a_file(tmp_path, '{"text": "Hej"}')
    make_process(name="Suppliers")

    with pytest.raises(CommandError, match=r"--organisation NAME-OR-ID: Nordlys .*, Fjordvang"):
        run(str(path))
    with pytest.raises(CommandError, match=r"--process NAME-OR-ID: Customers .*, Suppliers"):
        run(str(path), "--organisation", "Nordlys")
    with enter(other_organisation), pytest.raises(CommandError, match="there is none yet"):
        run(str(path), "--organisation", str(other_organisation.public_id))


def test_messages_come_in_through_standard_input_and_again_only_once(
    process, monkeypatch, tmp_path
):
    path = a_file(tmp_path, '{"text": "Hej"}')
    with path.open() as given:
        monkeypatch.setattr("sys.stdin", given)
        first, _ = run("-")
    with path.open() as given:
        monkeypatch.setattr("sys.stdin", given)
        again, _ = run("-")

    assert first.startswith("1 cases opened, 0 joined theirs, 0 were here already")
    assert again.startswith("0 cases opened, 0 joined theirs, 1 were here already")
