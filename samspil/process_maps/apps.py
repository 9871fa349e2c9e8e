"""Maps of processes, editable."""

from django.apps import AppConfig


class ProcessMapsConfig(AppConfig):
    name = "samspil.process_maps"
    label = "process_maps"
