"""Organisations, and the rule that nothing is read without one."""

from django.apps import AppConfig


class TenancyConfig(AppConfig):
    name = "samspil.tenancy"
    label = "tenancy"
