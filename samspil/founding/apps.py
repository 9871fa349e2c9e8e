"""The beginning of an organisation."""

from django.apps import AppConfig


class FoundingConfig(AppConfig):
    name = "samspil.founding"
    label = "founding"
