"""How DBOS reaches the database Django uses: addresses, connections, tables, the queue."""

from typing import Any

import sqlalchemy
from dbos import DBOS, DBOSClient, DBOSConfig
from django.conf import settings
from django.db import connection
from sqlalchemy import event

from samspil.adapters.jobs.listing import APPLICATION, QUEUE, VERSION
from samspil.adapters.jobs.pace import QUIET_S

THREADS = 2
SPARE_CONNECTIONS = 4  # for the engine's own threads


def threads() -> int:
    """Jobs one worker runs at the same time."""
    return int(getattr(settings, "JOB_THREADS", THREADS))


def prepare() -> None:
    """Create or update the engine's tables and the queue in Django's database."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=WAL")
        DBOS.migrate(_address(connection.settings_dict))
    else:
        _prepare_postgresql()
    _register_queue()


def _prepare_postgresql() -> None:
    application = settings.DATABASES["default"]
    owner = settings.OWNER_DATABASE or application
    role = application["USER"] if owner["USER"] != application["USER"] else None
    address = _address(owner | {"NAME": connection.settings_dict["NAME"]})
    DBOS.migrate(address, application_role=role)


def _register_queue() -> None:
    connections = pool()
    client = DBOSClient(system_database_engine=connections, application_name=APPLICATION)
    client.register_queue(QUEUE, worker_concurrency=threads(), polling_interval_sec=QUIET_S)
    client.destroy()
    connections.dispose()


def configuration(executor: str, connections: sqlalchemy.Engine) -> DBOSConfig:
    """How a worker launches: it never changes tables, and talks to nobody but the database."""
    return {
        "name": APPLICATION,
        "system_database_engine": connections,
        "executor_id": executor,
        "application_version": VERSION,
        "run_migrations": False,
        "max_executor_threads": threads(),
        "log_level": "WARNING",
    }


def pool() -> sqlalchemy.Engine:
    """Connections to Django's database, set as Django sets its own."""
    on_sqlite = connection.vendor == "sqlite"
    made = sqlalchemy.create_engine(
        _address(connection.settings_dict),
        pool_size=threads() + SPARE_CONNECTIONS,
        max_overflow=0,
        pool_pre_ping=not on_sqlite,
    )
    if on_sqlite:
        event.listen(made, "connect", _settle_sqlite)
    return made


def _settle_sqlite(opened: Any, _: object) -> None:
    options = connection.settings_dict["OPTIONS"]
    opened.isolation_level = options.get("transaction_mode", "IMMEDIATE")
    opened.execute("PRAGMA foreign_keys=ON")
    opened.execute(f"PRAGMA busy_timeout={int(options.get('timeout', 20)) * 1000}")
    opened.executescript(options.get("init_command", ""))


def _address(database: dict[str, Any]) -> str:
    name = str(database["NAME"])
    if database["ENGINE"].endswith("sqlite3"):
        return f"sqlite:///{name}{'&uri=true' if name.startswith('file:') else ''}"
    made = sqlalchemy.URL.create(
        "postgresql+psycopg",
        username=database["USER"] or None,
        password=database["PASSWORD"] or None,
        database=name,
        query={
            key: value
            for key, value in (("host", database["HOST"]), ("port", str(database["PORT"])))
            if value
        },
    )
    return made.render_as_string(hide_password=False)
