"""Keep the tallies: put their triggers in place, fold them, and count anew where one is wrong."""

from django.db import connection, transaction

from samspil.tenancy.actions import enter
from samspil.tenancy.queries import current, every_organisation
from samspil.work.models import Tally
from samspil.work.queries.tallies import missing_triggers
from samspil.work.tallying import FOLDED_INTO_ONE, REPLACE, TABLES, recount, triggers

FOLD = "work.fold_tallies"


@transaction.atomic
def keep_tallies() -> bool:
    """Put the triggers in place, and count anew if any was missing; tells whether it did.

    For whoever prepares the database, as its tables' owner: SQLite drops a table's triggers
    whenever a migration rebuilds that table.
    """
    missing = missing_triggers()
    if not missing:
        return False
    _lock()
    wanted = triggers(connection.vendor)
    with connection.cursor() as cursor:
        for name in missing:
            for statement in _dropping(name):
                cursor.execute(statement)
            cursor.execute(wanted[name])
    for organisation in every_organisation():
        with enter(organisation):
            _count_anew()
    return True


@transaction.atomic
def count_tallies_anew() -> None:
    """Replace the current organisation's tallies by a count. Others' writing waits meanwhile."""
    _lock()
    _count_anew()


def fold_tallies() -> None:
    """Put the current organisation's tallies that are alike into one."""
    if connection.vendor == "sqlite":
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(FOLDED_INTO_ONE, [current().pk])
        Tally.objects.filter(folded=True, n=0).delete()


def _count_anew() -> None:
    Tally.objects.all().delete()
    counted = recount(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(REPLACE.format(counted=counted), [current().pk] * counted.count("%s"))


def _lock() -> None:
    """Let nobody write what is counted until the transaction ends; SQLite has done so already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {', '.join(TABLES)} IN SHARE ROW EXCLUSIVE MODE")


def _dropping(name: str) -> list[str]:
    if connection.vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}"]
    return [f"DROP FUNCTION IF EXISTS {name}() CASCADE"]
