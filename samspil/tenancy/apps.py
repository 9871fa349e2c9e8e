"""Organisations, and the rule that nothing is read without one."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from samspil.tenancy import folding


class TenancyConfig(AppConfig):
    name = "samspil.tenancy"
    label = "tenancy"

    def ready(self) -> None:
        """Let SQLite compare letters as people do."""
        folding.fold()
        connection_created.connect(folding.lend_function)
