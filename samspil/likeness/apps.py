"""Similar earlier cases."""

from django.apps import AppConfig


class LikenessConfig(AppConfig):
    name = "samspil.likeness"
    label = "likeness"
