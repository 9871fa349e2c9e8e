"""Gaps in what is written down and in who knows it."""

from django.apps import AppConfig


class GapsConfig(AppConfig):
    name = "samspil.gaps"
    label = "gaps"
