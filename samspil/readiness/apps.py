"""Where the company stands with AI, and where it wants to be in twelve months."""

from django.apps import AppConfig


class ReadinessConfig(AppConfig):
    name = "samspil.readiness"
    label = "readiness"
