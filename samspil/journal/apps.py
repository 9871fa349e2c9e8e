"""What happened, who, when and why: append-only and sealed."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "samspil.journal"
    label = "journal"
