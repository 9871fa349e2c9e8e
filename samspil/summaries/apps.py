"""Summaries."""

from django.apps import AppConfig


class SummariesConfig(AppConfig):
    name = "samspil.summaries"
    label = "summaries"
