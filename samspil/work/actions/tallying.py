"""Keep the tallies and the guards: put their triggers in place, fold, and count anew."""

from django.db import connection, transaction

from samspil.tenancy.actions import enter
from samspil.tenancy.queries import current, every_organisation
from samspil.work.guarding import guards
from samspil.work.models import Tally
from samspil.work.queries.tallies import (
    installed_triggers,
    missing_triggers,
    wanted_triggers,
)
from samspil.work.tallying import FOLDED_INTO_ONE, REPLACE, TABLES, recount

FOLD = "work.fold_tallies"
DROP = {
    "sqlite": "DROP TRIGGER IF EXISTS {name}",
    "postgresql": "DROP FUNCTION IF EXISTS {name}() CASCADE",
}


@transaction.atomic
def keep_tallies() -> bool:
    """Put the triggers in place, and count anew if one was missing or old; tells whether it did.

    For whoever prepares the database, as its tables' owner: SQLite drops a table's triggers
    whenever a migration rebuilds that table.
    """
    if not missing_triggers():
        return False
    _lock()
    wanted = wanted_triggers()
    with connection.cursor() as cursor:
        for name in {**installed_triggers(), **wanted}:
            cursor.execute(DROP[connection.vendor].format(name=name))
        for statement in wanted.values():
            cursor.execute(statement)
    for organisation in every_organisation():
        with enter(organisation):
            _count_anew()
    return True


@transaction.atomic
def loosen_guards() -> None:
    """Take the guards away while tables are rebuilt; `keep_tallies` puts them back.

    SQLite renames no table while a trigger names one that is just being replaced.
    """
    with connection.cursor() as cursor:
        for name in guards(connection.vendor):
            cursor.execute(DROP[connection.vendor].format(name=name))


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
