"""Find words whatever their case, also those with æ, ø, å, ä, ö and ü, on SQLite.

SQLite's own LIKE only knows that A is a. Where what is looked for has no other letters it goes
on doing the work, which is faster; PostgreSQL needs none of this.
"""

from sqlite3 import Connection
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field
from django.db.models.lookups import IContains, IExact, IStartsWith

FUNCTION = "samspil_lower"


class _Folded:
    """A lookup that compares small letters where what is looked for needs it."""

    compared: str
    lhs: Any
    rhs: Any

    def as_sqlite(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        """The comparison and its parameters."""
        if not isinstance(self.rhs, str) or self.rhs.isascii():
            return self.as_sql(compiler, connection)  # type: ignore[attr-defined,no-any-return]  # a lookup has it
        there, parameters = compiler.compile(self.lhs)
        return self.compared.format(f"{FUNCTION}({there})"), [*parameters, self.rhs.lower()]


class FoldedExact(_Folded, IExact):
    """`iexact`."""

    compared = "{} = %s"


class FoldedContains(_Folded, IContains):
    """`icontains`."""

    compared = "INSTR({}, %s) > 0"


class FoldedStart(_Folded, IStartsWith):
    """`istartswith`."""

    compared = "INSTR({}, %s) = 1"


def fold() -> None:
    """Use these from now on."""
    for lookup in (FoldedExact, FoldedContains, FoldedStart):
        Field.register_lookup(lookup)


def lend_function(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Give a new connection to SQLite the function; any other needs none."""
    if connection.vendor == "sqlite":
        ours: Connection = connection.connection
        ours.create_function(FUNCTION, 1, _lower, deterministic=True)


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value
