"""Workshops on what AI might help with."""

from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "samspil.workshops"
    label = "workshops"
