"""The app of the adapters: the worker's heartbeat, and the commands that run processes."""

from django.apps import AppConfig


class AdaptersConfig(AppConfig):
    name = "samspil.adapters"
    label = "adapters"
