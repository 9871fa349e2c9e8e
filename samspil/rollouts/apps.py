"""Rollouts, team by team."""

from django.apps import AppConfig


class RolloutsConfig(AppConfig):
    name = "samspil.rollouts"
    label = "rollouts"
