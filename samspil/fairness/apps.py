"""Whether AI treats alike what is alike."""

from django.apps import AppConfig


class FairnessConfig(AppConfig):
    name = "samspil.fairness"
    label = "fairness"
