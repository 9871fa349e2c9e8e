"""A connection that keeps PostgreSQL's idea of the current organisation in step with ours."""

from typing import Any

from django.db.backends.postgresql import base
from psycopg import ClientCursor

from samspil.tenancy.current import current_id

UNTOLD = object()
JOINS = 4
"""PostgreSQL weighs every order of so many joins, and follows the statement's own beyond.

A page about one case joins a dozen tables by their keys: to weigh them all takes longer (9 ms) than
to read them (0.3 ms).
"""
MOST_VALUES = 2**16 - 1
"""So many values can go to the server apart from a statement: the protocol counts in 16 bits."""
MOST_PREPARED = 300
"""Statements of which a connection keeps the plan: those of all pages that people use all day."""


class Cursor(base.ServerBindingCursor):
    """Has a page of a list planned for its values each time, and everything else once.

    One plan for all values walks the list in its order until the page is full, which takes for
    ever where the values are rare: 106 ms instead of 1 for a language that nobody waits in. More
    values than can go apart are written into the statement, quoted.
    """

    def execute(self, query: Any, params: Any = None, **how: Any) -> Any:
        if isinstance(query, str) and " LIMIT " in query and " ORDER BY " in query:
            how["prepare"] = False
        if params is not None and len(params) > MOST_VALUES:
            quoting = ClientCursor(self.connection)  # type: ignore[attr-defined]  # as below
            query, params, how["prepare"] = quoting.mogrify(query, params), None, False
        return super().execute(query, params, **how)  # type: ignore[misc]  # the stubs leave it out


class DatabaseWrapper(base.DatabaseWrapper):
    """Tells the session the organisation before the first statement after a change.

    A rollback undoes what the session was told, so it is told again afterwards. A new session is
    also told how long to think about joins, and how many plans to keep.
    """

    _told: object = UNTOLD

    def get_connection_params(self) -> dict[str, Any]:
        return {**super().get_connection_params(), "cursor_factory": Cursor}

    def init_connection_state(self) -> None:
        super().init_connection_state()
        self.connection.prepared_max = MOST_PREPARED
        with super().create_cursor() as planner:
            planner.execute("SELECT set_config('join_collapse_limit', %s, false)", [str(JOINS)])
        self._told = UNTOLD

    def create_cursor(self, name: str | None = None) -> Any:
        wanted = current_id()
        if self._told != wanted:
            with super().create_cursor() as teller:
                teller.execute(
                    "SELECT set_config('samspil.organisation', %s, false)", [str(wanted or "")]
                )
            self._told = wanted
        return super().create_cursor(name)

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]  # the stubs leave it out
        self._told = UNTOLD

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]  # as above
        self._told = UNTOLD
