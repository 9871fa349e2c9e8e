"""A connection that keeps PostgreSQL's idea of the current organisation in step with ours."""

from typing import Any

from django.db.backends.postgresql import base

from samspil.tenancy.current import current_id

UNTOLD = object()


class DatabaseWrapper(base.DatabaseWrapper):
    """Tells the session the organisation before the first statement after a change.

    A rollback undoes what the session was told, so it is told again afterwards.
    """

    _told: object = UNTOLD

    def init_connection_state(self) -> None:
        super().init_connection_state()
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
