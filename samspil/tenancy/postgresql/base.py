"""A connection that keeps PostgreSQL's idea of the current organisation in step with ours."""

from typing import Any

from django.db.backends.postgresql import base

from samspil.tenancy.current import current_id

UNTOLD = object()
JOINS = 4
"""PostgreSQL weighs every order of so many joins, and follows the statement's own beyond.

A page about one case joins a dozen tables by their keys: to weigh them all takes longer (9 ms) than
to read them (0.3 ms).
"""


class DatabaseWrapper(base.DatabaseWrapper):
    """Tells the session the organisation before the first statement after a change.

    A rollback undoes what the session was told, so it is told again afterwards. A new session is
    also told how long to think about joins.
    """

    _told: object = UNTOLD

    def init_connection_state(self) -> None:
        super().init_connection_state()
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
