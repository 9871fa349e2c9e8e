"""Runs in a process of its own on what is being restored: tables up to date, journal whole?

    SAMSPIL_HOME=… python -m samspil.config.backup.proving

Of its own, because a process has one home and one database for as long as it lives.
"""

import sys

import django


def main() -> None:
    """Say on stderr what is wrong, and end with 1."""
    django.setup()
    from django.core.management import CommandError, call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if behind or connection.vendor == "postgresql":  # there also for the rights of the role
            call_command("prepare", verbosity=0)
        call_command("journal", "verify")
    except CommandError as why:
        sys.exit(str(why))


if __name__ == "__main__":
    main()
