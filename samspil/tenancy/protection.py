"""What the database itself refuses: another organisation's rows, and changes to the journal."""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

SETTING = "samspil.organisation"

POLICY = f"""
ALTER TABLE {{table}} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {{table}} FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS own_organisation ON {{table}};
CREATE POLICY own_organisation ON {{table}}
    USING (organisation_id = NULLIF(current_setting('{SETTING}', true), '')::bigint)
    WITH CHECK (organisation_id = NULLIF(current_setting('{SETTING}', true), '')::bigint);
"""


def protect(*tables: str) -> RunPython:
    """A migration step that lets these tables show one organisation's rows at a time.

    It binds the tables' owner too. Without a current organisation no row is seen or written.
    """

    def forwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        for table in tables:
            schema_editor.execute(POLICY.format(table=schema_editor.quote_name(table)))

    return RunPython(forwards, RunPython.noop)


SQLITE_REFUSAL = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
"""
POSTGRESQL_REFUSAL = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""


def append_only(table: str) -> RunPython:
    """A migration step after which rows of this table can be added, but not changed or deleted."""

    def forwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        on_postgresql = schema_editor.connection.vendor == "postgresql"
        refusal = POSTGRESQL_REFUSAL if on_postgresql else SQLITE_REFUSAL
        for verb in ("update", "delete"):
            schema_editor.execute(refusal.format(table=table, verb=verb))

    return RunPython(forwards, RunPython.noop)
