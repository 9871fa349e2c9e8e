"""Who does which task, and why."""

from django.apps import AppConfig


class AllocationConfig(AppConfig):
    name = "samspil.allocation"
    label = "allocation"
