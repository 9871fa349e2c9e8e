"""Lay out many tables at once: in one step of a migration, or all of a new database's."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import CreateModel, Migration, RunPython
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations.base import Operation
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState


def lay_out(connection: BaseDatabaseWrapper) -> None:
    """Bring an empty database to where all migrations lead; leave any other as it is.

    Tables are created as they are after the last migration, and only what migrations run besides
    (rules and triggers) runs one after the other, all in one transaction. Django would bring the
    tables there step by step, and render nearly all models at each.
    """
    MigrationRecorder(connection).ensure_schema()
    if len(connection.introspection.table_names()) > 1:
        return
    executor = MigrationExecutor(connection)
    plan = [one for one, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    state = executor.loader.project_state()
    with connection.schema_editor() as editor:
        for model in state.apps.get_models():
            editor.create_model(model)
        for migration in plan:
            _run_besides(migration, state, editor)
            for done in migration.replaces or [(migration.app_label, migration.name)]:
                executor.recorder.record_applied(*done)
        executor.check_replacements()


def _run_besides(
    migration: Migration, state: ProjectState, editor: BaseDatabaseSchemaEditor
) -> None:
    for operation in migration.operations:
        if isinstance(operation, RunPython):
            operation.database_forwards(migration.app_label, editor, state, state)


class CreateTogether(Operation):
    """Create models, each as it stands after the last of these operations.

    Nearly every model refers to an organisation, so that Django renders nearly all of them anew
    for each operation. Here they are rendered once for all. Operations that create no model may
    only complete one created here.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As a migration writes it down."""
        return type(self).__qualname__, [self.operations], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Know the models; what was rendered before is rendered again when it is asked for."""
        vars(state).pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create the tables."""
        for create in self._creations():
            create.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop the tables, the last first."""
        for create in reversed(self._creations()):
            create.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """What it does, for whoever watches."""
        return f"Create {len(self._creations())} models"

    def _creations(self) -> list[CreateModel]:
        return [one for one in self.operations if isinstance(one, CreateModel)]
