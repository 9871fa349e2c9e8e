"""What takes people's time, as they say themselves."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "samspil.audit"
    label = "audit"
