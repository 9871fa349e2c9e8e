"""The journal finds whatever was altered, removed, moved or cut off."""

import json
from io import StringIO

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from samspil.journal.actions import Happening, record
from samspil.journal.anchor import Anchor, anchor_path
from samspil.journal.models import Entry, Head
from samspil.journal.queries import verify
from samspil.tenancy.actions import enter
from tests.factories import MONDAY_9

pytestmark = pytest.mark.both


def happening(number: int) -> Happening:
    return Happening(
        event="tried",
        subject_kind="case",
        subject=str(number),
        actor="system",
        actor_kind="system",
        facts={"number": number, "text": "æøå"},
    )


def write(*, entries: int) -> None:
    with transaction.atomic():
        record([happening(number) for number in range(entries)], at=MONDAY_9)


@pytest.fixture
def tampering(transactional_db):
    """Run SQL as somebody who rules the database and took the locks off."""

    def on_sqlite(statement: str, *values: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER IF EXISTS journal_entry_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS journal_entry_no_delete")
            cursor.execute(statement, values)

    def on_postgresql(statement: str, *values: str) -> None:
        database = connection.settings_dict
        with psycopg.connect(
            host=database["HOST"], dbname=database["NAME"], user="postgres"
        ) as ruler:
            ruler.execute("SET session_replication_role = replica")
            ruler.execute(statement, values)

    return on_sqlite if connection.vendor == "sqlite" else on_postgresql


@pytest.fixture
def written(transactional_db, organisation):
    write(entries=6)
    return organisation


def test_an_untouched_journal_is_whole(written):
    write(entries=3)

    assert verify().whole
    assert verify().entries == 9


def test_an_empty_journal_is_whole(organisation):
    assert verify().whole
    assert verify().entries == 0


@pytest.mark.parametrize(
    "column", ["actor", "actor_kind", "event", "subject_kind", "subject", "facts"]
)
def test_an_altered_entry_is_found(written, tampering, column):
    tampering(f"UPDATE journal_entry SET {column} = 'x' WHERE sequence = 3")

    assert (verify().broken_at, verify().entries) == (3, 2)


def test_an_altered_instant_is_found(written, tampering):
    tampering("UPDATE journal_entry SET at = '2026-03-02 08:00:01' WHERE sequence = 3")

    assert verify().broken_at == 3


def test_a_removed_entry_is_found(written, tampering):
    tampering("DELETE FROM journal_entry WHERE sequence = 3")

    assert (verify().broken_at, verify().why) == (3, "Entry 3 is missing.")


def test_two_entries_that_changed_places_are_found(written, tampering):
    tampering("UPDATE journal_entry SET sequence = 99 WHERE sequence = 2")
    tampering("UPDATE journal_entry SET sequence = 2 WHERE sequence = 3")
    tampering("UPDATE journal_entry SET sequence = 3 WHERE sequence = 99")

    assert verify().broken_at == 2


def test_from_an_entry_on_that_was_found_whole_only_what_follows_is_looked_at(written, tampering):
    second = Entry.objects.get(sequence=2)
    since = Anchor(sequence=2, seal=second.seal)
    tampering("UPDATE journal_entry SET facts = 'x' WHERE sequence = 1")
    assert (verify(since=since).whole, verify().broken_at) == (True, 1)

    tampering("UPDATE journal_entry SET facts = 'x' WHERE sequence = 5")

    assert verify(since=since).broken_at == 5
    assert verify(since=Anchor(sequence=2, seal="0" * 64)).broken_at == 3


def test_a_cut_tail_is_found(written, tampering):
    tampering("DELETE FROM journal_entry WHERE sequence > 4")

    assert (verify().broken_at, verify().why) == (5, "The last entries are missing.")


def test_a_cut_tail_is_found_though_the_head_was_set_back_too(written, tampering):
    fourth = Entry.objects.get(sequence=4)
    tampering("DELETE FROM journal_entry WHERE sequence > 4")
    tampering("UPDATE journal_head SET sequence = 4, seal = %s", fourth.seal)

    verdict = verify()

    assert verdict.broken_at == 5
    assert verdict.why == "6 entries were anchored outside the database, 4 are left."


def test_a_journal_written_anew_after_a_cut_does_not_fit_its_anchor(written, tampering):
    third = Entry.objects.get(sequence=3)
    tampering("DELETE FROM journal_entry WHERE sequence > 3")
    tampering("UPDATE journal_head SET sequence = 3, seal = %s", third.seal)
    write(entries=10)

    for _ in range(3):
        write(entries=1)

    verdict = verify()

    assert verdict.broken_at == 6
    assert verdict.why == "The entry is not the one that was anchored outside the database."


def test_a_damaged_anchor_is_said_to_be_damaged(written):
    anchor_path(written.public_id).write_text("{")

    assert not verify().whole
    assert "damaged" in verify().why


def test_a_rolled_back_entry_leaves_neither_row_nor_anchor(written):
    with transaction.atomic():
        record([happening(1)], at=MONDAY_9)
        transaction.set_rollback(True)

    assert Entry.objects.count() == 6
    assert json.loads(anchor_path(written.public_id).read_text())["sequence"] == 6
    assert verify().whole


def test_nobody_changes_or_deletes_an_entry_through_the_program(written):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.filter(sequence=2).update(event="nothing")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.filter(sequence=2).delete()

    assert verify().whole


def test_a_happening_outside_a_transaction_is_refused(transactional_db, organisation):
    with pytest.raises(transaction.TransactionManagementError):
        record([happening(1)], at=MONDAY_9)


def test_organisations_have_chains_of_their_own(written, other_organisation):
    with enter(other_organisation):
        write(entries=2)
        theirs = list(Entry.objects.order_by("sequence"))

    assert [entry.sequence for entry in theirs] == [1, 2]
    assert theirs[0].seal != Entry.objects.get(sequence=1).seal
    assert Head.objects.get().sequence == 6


def test_the_command_says_how_many_entries_are_whole(written):
    said = StringIO()

    call_command("journal", "verify", stdout=said)

    assert said.getvalue() == "Nordlys: 6 entries, whole\n"


def test_the_command_fails_on_a_changed_journal(written, tampering):
    tampering("UPDATE journal_entry SET event = 'x' WHERE sequence = 3")
    said = StringIO()

    with pytest.raises(CommandError, match="was changed"):
        call_command("journal", "verify", stdout=said)
    assert "BROKEN at 3" in said.getvalue()


def anchored(organisation) -> int:
    return int(json.loads(anchor_path(organisation.public_id).read_text())["sequence"])


def test_a_transaction_that_records_often_is_anchored_once(
    organisation, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True) as kept:
        for _ in range(3):
            write(entries=2)
        record([happening(7)], at=MONDAY_9)

    assert len(kept) == 1
    assert anchored(organisation) == 7


def test_what_was_taken_back_within_a_transaction_is_not_anchored(written):
    with transaction.atomic():
        record([happening(1)], at=MONDAY_9)
        with transaction.atomic():
            record([happening(2)], at=MONDAY_9)
            transaction.set_rollback(True)

    assert anchored(written) == 7
    assert verify().whole


def test_what_goes_on_after_a_step_taken_back_is_anchored(written):
    with transaction.atomic():
        with transaction.atomic():
            record([happening(1)], at=MONDAY_9)
            transaction.set_rollback(True)
        record([happening(2), happening(3)], at=MONDAY_9)
        with transaction.atomic():
            record([happening(4)], at=MONDAY_9)

    assert anchored(written) == 9
    assert verify().whole


def test_two_organisations_in_one_transaction_are_both_anchored(written, other_organisation):
    with transaction.atomic():
        record([happening(1)], at=MONDAY_9)
        with enter(other_organisation):
            record([happening(1), happening(2)], at=MONDAY_9)
        record([happening(2)], at=MONDAY_9)

    assert (anchored(written), anchored(other_organisation)) == (8, 2)
