"""Options compared, decisions, budgets."""

from django.apps import AppConfig


class ScenariosConfig(AppConfig):
    name = "samspil.scenarios"
    label = "scenarios"
