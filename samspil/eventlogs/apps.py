"""Event logs that people bring in, and what they show."""

from django.apps import AppConfig


class EventLogsConfig(AppConfig):
    name = "samspil.eventlogs"
    label = "eventlogs"
