"""Skills, and what they were taught."""

from django.apps import AppConfig


class TeachingConfig(AppConfig):
    name = "samspil.teaching"
    label = "teaching"
