"""The app that holds what is put together from all slices."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Its commands are `prepare` and `doctor`; it has no tables."""

    name = "samspil.config"
    label = "config"
