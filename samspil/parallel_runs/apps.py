"""The same cases, the old way and the new way."""

from django.apps import AppConfig


class ParallelRunsConfig(AppConfig):
    name = "samspil.parallel_runs"
    label = "parallel_runs"
