"""The roster."""

from django.apps import AppConfig


class RosterConfig(AppConfig):
    name = "samspil.roster"
    label = "roster"
