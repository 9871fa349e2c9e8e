"""Initiatives on their way into work."""

from django.apps import AppConfig


class PipelineConfig(AppConfig):
    name = "samspil.pipeline"
    label = "pipeline"
