"""Processes, cases, proposals, decisions and the outbox."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "samspil.work"
    label = "work"
