"""Rules that bind the work: masking, marking and checking AI's texts."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "samspil.governance"
    label = "governance"
