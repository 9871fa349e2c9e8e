"""Documents come by themselves: from folders, in rounds, and never too many go at once."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from samspil.adapters.sources import Folder
from samspil.core.knowledge.sources import Fault, Mishap, SourceFailed
from samspil.journal.models import Entry
from samspil.knowledge import actions, queries
from samspil.knowledge.models import Document, Source, SourceItem
from samspil.tenancy.actions import enter
from tests.factories import make_team
from tests.knowledge.looking import LATER, counted, look, names, read_all

NOBODY = 65_534


def test_a_folder_and_all_below_it_is_brought_in(add, lene):
    source = add(review_months=6)

    assert counted(look(source)) == (4, 0, 0, 0, 0)

    assert names() == ["Shelf/a.md", "Shelf/b.txt", "Shelf/travel/c.md", "Shelf/travel/d.txt"]
    document = Document.objects.get(name="Shelf/a.md")
    assert (document.owner, str(document.review_on)) == (lene, "2026-09-02")
    assert document.item.source == source


def test_only_what_is_new_or_changed_is_read_again(add, shelf):
    source = add()
    look(source)
    (shelf / "a.md").write_text("Something else entirely.")
    (shelf / "e.md").write_text("Quite new.")

    assert counted(look(source)) == (1, 1, 3, 0, 0)
    assert counted(look(source)) == (0, 0, 5, 0, 0)


def test_a_file_touched_but_not_changed_brings_no_new_version(add, shelf):
    source = add()
    look(source)
    before = Entry.objects.filter(event="document_changed").count()
    os.utime(shelf / "a.md", (1, 1))

    assert counted(look(source)) == (0, 0, 4, 0, 0)
    assert Entry.objects.filter(event="document_changed").count() == before


def test_what_is_gone_there_goes_here_and_can_come_back_for_a_day(add, shelf, lene):
    source = add()
    look(source)
    (shelf / "a.md").unlink()

    assert counted(look(source)) == (0, 0, 3, 0, 1)
    assert "Shelf/a.md" not in names()

    assert queries.story_of(source).gone == 1
    actions.bring_back(source, by=lene, at=LATER)
    look(source)
    assert "Shelf/a.md" in names()


def test_what_comes_back_there_comes_back_here(add, shelf):
    source = add()
    look(source)
    was = (shelf / "a.md").stat()
    (shelf / "a.md").rename(shelf.parent / "kept")
    look(source)
    (shelf.parent / "kept").rename(shelf / "a.md")
    os.utime(shelf / "a.md", ns=(was.st_atime_ns, was.st_mtime_ns))

    look(source)

    assert "Shelf/a.md" in names()
    assert queries.story_of(source).row.missing == 0


def test_nothing_goes_where_the_source_says_that_it_stays(add, shelf):
    source = add(remove_missing=False)
    look(source)
    (shelf / "a.md").unlink()

    run = look(source)

    assert (run.missing, run.removed) == (1, 0)
    assert len(names()) == 4
    assert not queries.troubled_sources(source.owner)


def test_where_more_than_half_would_go_nothing_goes_until_somebody_says_so(add, shelf, lene):
    source = add()
    look(source)
    for name in ("a.md", "b.txt", "travel/c.md"):
        (shelf / name).unlink()

    run = look(source)

    assert (run.missing, run.removed) == (3, 0)
    assert len(names()) == 4
    assert [row.source for row in queries.troubled_sources(lene)] == [source]

    assert actions.remove_missing(source, by=lene, at=LATER) == 3
    assert names() == ["Shelf/travel/d.txt"]
    assert not queries.troubled_sources(lene)


def test_just_half_may_go(add, shelf):
    source = add()
    look(source)
    for name in ("a.md", "b.txt"):
        (shelf / name).unlink()

    assert look(source).removed == 2


def test_a_folder_that_is_gone_removes_nothing_and_its_owner_is_told(add, shelf, lene):
    source = add()
    look(source)
    shelf.rename(shelf.parent / "elsewhere")

    run = look(source)

    assert (run.trouble, run.missing, run.removed) == (Mishap.NO_FOLDER, 0, 0)
    assert len(names()) == 4
    ((told),) = queries.troubled_sources(lene)
    assert told.trouble == "The folder is not there."


@contextmanager
def as_nobody() -> Iterator[None]:
    """Everything is open to root: be somebody else for a moment."""
    me = os.geteuid()
    if not me:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)


def test_of_a_closed_folder_it_is_said_that_not_all_was_seen():
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "a.md").write_text("open")
        (folder / "closed").mkdir(mode=0o000)
        folder.chmod(0o755)
        there = Folder(path=folder, allowed=[folder], endings=[".md"], most_bytes=9).listed()

        with as_nobody():
            assert next(there).place == "a.md"
            with pytest.raises(SourceFailed) as why:
                next(there)

        (folder / "closed").chmod(0o700)
    assert why.value.fault == Fault(mishap=Mishap.CLOSED_FOLDER, values={"name": "closed"})


def test_where_not_all_was_seen_nothing_goes_and_the_rest_is_read(add, shelf, monkeypatch):
    source = add()
    look(source)
    (shelf / "a.md").unlink()
    (shelf / "e.md").write_text("Quite new.")
    monkeypatch.setattr("samspil.adapters.sources.folder.MOST_FILES", 3)
    (shelf / "travel" / "f.md").write_text("One too many.")

    run = look(source)

    assert (run.trouble, run.new, run.missing, run.removed) == (Mishap.TOO_MANY, 1, 0, 0)
    assert "Shelf/a.md" in names()


def test_links_and_hidden_files_and_other_kinds_are_left_out(add, shelf, tmp_path):
    secret = tmp_path.parent / "secret.txt"
    secret.write_text("Nobody may read this.")
    (shelf / "link.txt").symlink_to(secret)
    (shelf / "out").symlink_to(secret.parent)
    (shelf / ".hidden.txt").write_text("hidden")
    (shelf / ".git").mkdir()
    (shelf / ".git" / "x.txt").write_text("hidden")
    (shelf / "program.exe").write_bytes(b"MZ")

    assert look(add()).new == 4


def test_a_folder_swapped_for_a_link_after_it_was_listed_leads_nowhere(add, shelf, tmp_path):
    secret = tmp_path.parent / "elsewhere"
    secret.mkdir(exist_ok=True)
    (secret / "c.md").write_text("Nobody may read this.")
    (secret / "d.txt").write_text("Nobody may read this.")
    source = add()
    run = source.runs.get()
    actions.work_on(queries.run_at(run.public_id), now=lambda: LATER, while_s=0)
    (shelf / "travel").rename(shelf.parent / "away")
    (shelf / "travel").symlink_to(secret)

    assert counted(look(source)) == (2, 0, 0, 2, 0)
    assert not Document.objects.filter(name__contains="travel").exists()


@pytest.mark.parametrize("place", ["/etc", "{allowed}/../", "relative", "{allowed}/out", ""])
def test_only_allowed_folders_can_be_watched(add, shelf, tmp_path, place):
    (tmp_path / "out").symlink_to("/etc")

    with pytest.raises(actions.BadSource, match="allows"):
        add(place=place.format(allowed=tmp_path))
    assert not Source.objects.exists()


def test_a_folder_that_is_no_longer_allowed_is_read_no_longer(add, shelf, settings):
    source = add()
    settings.WATCHED_FOLDERS = ""

    assert look(source).trouble == Mishap.NOT_ALLOWED
    assert not names()


def test_where_there_are_several_organisations_each_folder_names_whose_it_is(
    add, shelf, other_organisation, organisation, settings
):
    with pytest.raises(actions.BadSource):
        add()

    settings.WATCHED_FOLDERS = f"{organisation.public_id}={shelf}"
    assert look(add()).new == 4
    with enter(other_organisation):
        assert queries.folders_allowed() == []


@pytest.mark.parametrize(
    ("content", "mishap"), [(b"", Mishap.EMPTY), (b"x" * 1_048_577, Mishap.TOO_LARGE)]
)
def test_what_cannot_be_taken_says_why_and_is_tried_again(add, shelf, settings, content, mishap):
    settings.MOST_DOCUMENT_MB = 1
    (shelf / "odd.txt").write_bytes(content)
    source = add()

    assert counted(look(source)) == (4, 0, 0, 1, 0)
    item = SourceItem.objects.get(place="odd.txt")
    assert item.trouble == mishap
    assert queries.story_of(source).faults[0][0] == item

    (shelf / "odd.txt").write_text("Now it is well.")
    assert counted(look(source)) == (1, 0, 4, 0, 0)
    assert not queries.story_of(source).faults


def test_what_was_fetched_and_cannot_be_read_is_named_until_it_is_gone_or_mended(add, shelf):
    (shelf / "broken.pdf").write_bytes(b"%PDF-1.7 broken off")
    source = add()
    look(source)
    read_all()

    story = queries.story_of(source)

    ((item, why),) = story.faults
    broken = Document.objects.get(name="Shelf/broken.pdf")
    assert (item.place, why) == ("broken.pdf", queries.trouble_of(broken))
    assert story.row.faults == 1
    (shelf / "broken.pdf").unlink()
    look(source)
    assert (queries.story_of(source).faults, queries.story_of(source).row.faults) == ([], 0)


def test_names_that_are_too_long_or_no_text_say_so(add, shelf):
    (shelf / ("l" * 200 + ".txt")).write_text("long")
    (shelf / os.fsdecode(b"\xff\xfe.txt")).write_text("odd")
    source = add()

    assert look(source).failed == 2
    assert {item.trouble for item, _ in queries.story_of(source).faults} == {
        Mishap.LONG_NAME, Mishap.ODD_NAME,
    }  # fmt: skip


def test_a_document_of_others_is_never_overwritten(add, bring, lene):
    team = make_team(lene)
    kept = bring(name="Shelf/a.md", text="For the team alone.", secrecy="confidential", team=team)
    before = kept.digest

    assert look(add()).failed == 1

    kept.refresh_from_db()
    assert kept.digest == before
    assert SourceItem.objects.get(place="a.md").trouble == Mishap.NAME_TAKEN


def test_what_was_brought_from_the_same_folder_by_hand_is_taken_over(add, bring, shelf):
    bring(name="Shelf/a.md", text=(shelf / "a.md").read_text())
    source = add()

    assert counted(look(source)) == (3, 0, 1, 0, 0)
    (shelf / "a.md").unlink()
    assert look(source).removed == 1


def test_what_somebody_removed_by_hand_stays_away_until_it_changes(add, shelf, lene):
    source = add()
    look(source)
    gone = Document.objects.get(name="Shelf/a.md")
    actions.remove_documents([gone.pk], by=lene, at=LATER)

    look(source)
    assert "Shelf/a.md" not in names()
    actions.sweep_documents(at=LATER + timedelta(days=2))
    look(source)
    assert "Shelf/a.md" not in names()

    (shelf / "a.md").write_text("This is new, and longer than before.")
    look(source)
    assert "Shelf/a.md" in names()
