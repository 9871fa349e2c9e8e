"""What work took before AI, and what it takes since."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "samspil.measures"
    label = "measures"
